/**
 * Keeps the search index level with the library: looks what is missing, has changed or is gone, and brings it in, batch by batch,
 * while everything else goes on. A search asks how far it is. Damage to the index only means that this starts again.
 */
import type { NoteId } from '../../core/model/ids';
import { ExpectedError } from '../../core/model/result';
import { libraryErrorCode } from '../library/connection';
import type { Library } from '../library/library';
import { openSearchIndex, type SearchIndex } from '../library/search/index-file';
import type { IndexWriter } from '../workers/index-writer';

/** Segments and UTF-16 units a batch: what the library process reads and hands over in a few milliseconds. */
const batchSegments = 250;
const batchUnits = 200_000;
/** Notes a batch. */
const batchNotes = 200;
/** Changes that come together (typing in a note) are looked at once. */
const settleMs = 150;
/** An index that fails over and over (a full disk) is left alone until the next start. */
const maxFailures = 3;

export interface IndexProgress {
  done: number;
  total: number;
}

const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export class SearchIndexing {
  readonly #library: Library;
  readonly #file: string;
  readonly #writer: IndexWriter;
  readonly #log: (error: unknown) => void;
  #index: SearchIndex | null = null;
  #running: Promise<void> | null = null;
  #again = false;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #failures = 0;
  #renewing = false;
  #error: unknown = null;
  #closed = false;
  #progress: IndexProgress = { done: 0, total: 0 };

  constructor(library: Library, file: string, writer: IndexWriter, log: (error: unknown) => void) {
    this.#library = library;
    this.#file = file;
    this.#writer = writer;
    this.#log = log;
  }

  /** Throws when there is no way to have an index. */
  get #open(): SearchIndex {
    this.#index ??= openSearchIndex(this.#file);
    return this.#index;
  }
  /**
   * Asks the index. Null while it is being made anew, which damage that shows here begins. Throws disk-full or
   * library-unwritable when there can be none.
   */
  read<T>(ask: (index: SearchIndex) => T): T | null {
    if (this.#renewing) return null;
    if (this.#failures >= maxFailures) throw this.#explained();
    try {
      return ask(this.#open);
    } catch (error) {
      this.#failed(error);
      void this.#renew();
      return null;
    }
  }
  /** Null when all that the library holds can be found. */
  get progress(): IndexProgress | null {
    if (this.#renewing) return { done: 0, total: Math.max(1, this.#progress.total) };
    return this.#progress.done < this.#progress.total ? this.#progress : null;
  }
  /** Something in the library may have changed. */
  changed(): void {
    if (this.#closed || this.#timer) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      void this.level();
    }, settleMs);
  }
  /** True while changes wait to be looked at or are being brought in. */
  get isBehind(): boolean {
    return this.#timer !== null || this.#running !== null;
  }
  /** Brings the index level. Ends when it is, or when it can't be. */
  level(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#again = true;
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }
  async close(): Promise<void> {
    this.#closed = true;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    await this.#writer.close();
    await this.#running?.catch(() => undefined);
    this.#index?.close();
    this.#index = null;
  }

  async #run(): Promise<void> {
    while (this.#again && !this.#closed && this.#failures < maxFailures) {
      this.#again = false;
      try {
        await this.#pass();
        this.#failures = 0;
      } catch (error) {
        if (this.#closed) return;
        this.#failed(error);
        // The files may be damaged; without them the next pass begins at nothing.
        await this.#reset();
        this.#again = true;
      }
    }
  }

  /** While it runs nobody reads: the writer takes the files away. */
  async #reset(): Promise<void> {
    this.#renewing = true;
    try {
      this.#index?.close();
      this.#index = null;
      await this.#writer.write({ type: 'reset' });
    } catch (error) {
      this.#log(error);
    } finally {
      this.#renewing = false;
    }
  }
  /** Why there is no index. Damage to it is not damage to the library, which would be looked at by its own means. */
  #explained(): Error {
    const code = libraryErrorCode(this.#error);
    return code === 'disk-full' || code === 'library-unwritable' ? new ExpectedError(code) : new Error('no search index');
  }
  #failed(error: unknown): void {
    this.#failures += 1;
    this.#error = error;
    this.#log(error);
  }
  async #renew(): Promise<void> {
    await this.#running?.catch(() => undefined);
    if (this.#closed || this.#failures >= maxFailures) return;
    await this.#reset();
    await this.level();
  }

  async #pass(): Promise<void> {
    const wanted = this.#library.searchable.versions();
    const present = this.#open.progress();
    const known = new Set(wanted.map((v) => v.versionId));
    for (const id of present.keys()) {
      if (!known.has(id)) await this.#writer.write({ type: 'remove', versionId: id });
    }
    await this.#notes();
    const missing: { version: (typeof wanted)[number]; done: number }[] = [];
    let done = 0;
    for (const version of wanted) {
      const { versionId, lang, reportId, segmentCount } = version;
      const before = present.get(versionId);
      const same = before !== undefined && before.lang === lang && before.reportId === reportId;
      if (before && !same) await this.#writer.write({ type: 'remove', versionId });
      const reached = same ? before.done : 0;
      done += reached;
      if (reached < segmentCount) missing.push({ version, done: reached });
    }
    this.#progress = { done, total: wanted.reduce((sum, v) => sum + v.segmentCount, 0) };
    for (const { version, done: from } of missing) {
      for (let first = from; first < version.segmentCount; ) {
        if (this.#closed) return;
        // A change under way (a version gone to the bin) is looked at before any more of this.
        if (this.#again) return;
        const texts = this.#batch(version.versionId, first);
        if (texts.length === 0) break;
        await this.#writer.write({ type: 'add', version, first, texts });
        first += texts.length;
        this.#progress = { ...this.#progress, done: this.#progress.done + texts.length };
        await breathe();
      }
    }
    this.#progress = { ...this.#progress, done: this.#progress.total };
  }
  #batch(id: Parameters<Library['searchable']['texts']>[0], first: number): string[] {
    const texts = this.#library.searchable.texts(id, first, batchSegments);
    let units = 0;
    const fits = texts.findIndex((text, i) => {
      units += text.length;
      return i > 0 && units > batchUnits;
    });
    return fits < 0 ? texts : texts.slice(0, fits);
  }
  async #notes(): Promise<void> {
    const { searchable, notes } = this.#library;
    const present = this.#open.notes();
    const wanted = searchable.notes();
    const known = new Set(wanted.map((n) => n.noteId));
    const drop: NoteId[] = [...present.keys()].filter((id) => !known.has(id));
    const stale = wanted.filter((n) => present.get(n.noteId) !== n.revision);
    for (let i = 0; i < stale.length || (i === 0 && drop.length > 0); i += batchNotes) {
      const put = stale.slice(i, i + batchNotes).map((n) => ({ ...n, body: notes.get(n.noteId).body }));
      await this.#writer.write({ type: 'notes', put, drop: i === 0 ? drop : [] });
      await breathe();
    }
  }
}
