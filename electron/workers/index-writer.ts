/** Writing to the search index as the service asks for it, wherever it runs. */
import { openSearchIndex, removeIndexFiles, type SearchIndex } from '../library/search/index-file';
import type { IndexWork } from './index-messages';

export interface IndexWriter {
  /** Ends when the work is stored. Rejects when the index can't be written. */
  write(work: IndexWork): Promise<void>;
  close(): Promise<void>;
}

/** Writes in the thread that asks: for the worker itself, the command line and tests. */
export class LocalIndexWriter implements IndexWriter {
  readonly #file: string;
  #index: SearchIndex | null = null;

  constructor(file: string) {
    this.#file = file;
  }
  async write(work: IndexWork): Promise<void> {
    if (work.type === 'reset') {
      this.#index?.close();
      this.#index = null;
      removeIndexFiles(this.#file);
    }
    this.#index ??= openSearchIndex(this.#file);
    if (work.type === 'add') this.#index.add(work.version, work.first, work.texts);
    else if (work.type === 'remove') this.#index.remove(work.versionId);
    else if (work.type === 'notes') {
      this.#index.removeNotes(work.drop);
      this.#index.addNotes(work.put);
    }
  }
  async close(): Promise<void> {
    this.#index?.close();
    this.#index = null;
  }
}
