/**
 * The host without its window: opens the library and answers calls. The library process, the command line and the tests all
 * use this.
 */
import path from 'node:path';
import { type CallInput, type CallName, type CallOutput, callNames } from '../../core/contract/calls';
import { defaultSettings } from '../../core/contract/schemas';
import type { UiLanguage } from '../../core/model/languages';
import { type Failure, failure, type Result } from '../../core/model/result';
import { libraryErrorCode } from '../library/connection';
import { type Library, openLibrary } from '../library/library';
import type { ResourceFolders } from '../resource-folders';
import type { Aligner } from '../workers/aligner';
import { LocalExporter, type ReportExporter } from '../workers/exporter';
import { type IndexWriter, LocalIndexWriter } from '../workers/index-writer';
import { WorkerAligner } from '../workers/worker-aligner';
import { alignmentHandlers } from './alignments';
import { codeHandlers } from './codes';
import { codingFileHandlers } from './coding-files';
import { editHandlers } from './edits';
import { exchangeHandlers } from './exchange';
import { exportHandlers } from './exports';
import { explainExpected, type Handlers, type LibraryCall, logToStderr, runCall } from './handlers';
import { makeJobs } from './jobs';
import { libraryHandlers } from './library';
import { noteHandlers } from './notes';
import { realignRangeHandlers } from './realign-range';
import { reportHandlers } from './reports';
import { revisionHandlers } from './revisions';
import { rowDetailHandlers } from './row-details';
import { sampleHandlers } from './samples';
import { searchHandlers } from './search';
import { SearchIndexing } from './search-indexing';
import type { SendEvent } from './send-event';
import { settingsHandlers } from './settings';

export interface HostOptions {
  /** The user's data folder; the library stands in it. */
  folder: string;
  /** Another library file than that of the folder. */
  file?: string;
  /** Runs the alignments; a worker thread when not given. */
  aligner?: Aligner;
  /** Writes the search index, which then keeps level with the library by itself; without it only `indexed` brings it level. */
  indexWriter?: (file: string) => IndexWriter;
  /** Makes the files of exports; this thread when not given. */
  exporter?: ReportExporter;
  /** When to make the copy of the day; never when not given. */
  backUpAfterMs?: number;
  appVersion: string;
  platform: string;
  language: UiLanguage;
  resources: ResourceFolders;
  send: SendEvent;
}

export interface Host {
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<Result<CallOutput<N>>>;
  call(name: CallName, input: unknown): Promise<Result<unknown>>;
  /** Ends when all that the library holds can be searched. */
  indexed(): Promise<void>;
  close(): Promise<void>;
}

export function openHost(options: HostOptions): Host {
  const file = options.file ?? path.join(options.folder, 'library', 'library.db');
  let library: Library | null = null;
  let problem: Failure | null = null;
  const explain = (error: unknown): Failure | null => {
    const expected = explainExpected(error);
    const code = expected ? null : libraryErrorCode(error);
    if (code === 'library-damaged') library?.suspect();
    return expected ?? (code ? { code } : null);
  };
  try {
    library = openLibrary(file, { language: options.language });
  } catch (error) {
    problem = explain(error) ?? { code: 'internal' };
    if (problem.code === 'internal') logToStderr('library', error);
  }

  const { resources } = options;
  const indexFile = `${file}.search`;
  const indexWriter = options.indexWriter?.(indexFile) ?? new LocalIndexWriter(indexFile);
  const indexing = library ? new SearchIndexing(library, indexFile, indexWriter, (e) => logToStderr('search index', e)) : null;
  const reindex = () => {
    if (options.indexWriter) indexing?.changed();
  };
  const send: SendEvent = (name, payload) => {
    options.send(name, payload);
    if (name === 'reports.changed') reindex();
  };
  const start: Handlers<'app.start'> = {
    'app.start': () => ({
      appVersion: options.appVersion,
      platform: options.platform,
      libraryFolder: path.dirname(file),
      settings: library?.settings.read() ?? defaultSettings(options.language),
      problem,
      notices: library?.notices ?? [],
    }),
  };
  const aligner = options.aligner ?? new WorkerAligner(resources.alignWorker, resources.lexicon);
  const jobs = makeJobs(send, explain);
  const all = (open: Library, index: SearchIndexing): Handlers<LibraryCall> => ({
    ...start,
    ...settingsHandlers(open, send),
    ...sampleHandlers(resources.samples, () => open.settings.read().language),
    ...reportHandlers(open, send),
    ...alignmentHandlers(open, aligner, jobs, send),
    ...realignRangeHandlers(open, aligner, jobs, send),
    ...libraryHandlers(open, send),
    ...revisionHandlers(open, aligner, jobs, send),
    ...rowDetailHandlers(open, aligner),
    ...editHandlers(open, send),
    ...noteHandlers(open, send),
    ...codeHandlers(open, send),
    ...codingFileHandlers(open, send),
    ...exportHandlers(open, options.exporter ?? new LocalExporter(), options.appVersion, send),
    ...exchangeHandlers(open, jobs, send),
    ...searchHandlers(open, index),
  });
  const handlers: Partial<Handlers<LibraryCall>> = library && indexing ? all(library, indexing) : start;
  reindex();
  const known = new Set<string>(callNames);
  const backup = options.backUpAfterMs === undefined ? null : setTimeout(() => void backUp(), options.backUpAfterMs);
  async function backUp(): Promise<void> {
    try {
      await library?.backUp();
    } catch (error) {
      // A full disk or a folder that can't be written is no reason to disturb: the library itself says so when it matters.
      if (!explain(error)) logToStderr('backup', error);
    }
  }

  return {
    async call(name: CallName, input: unknown): Promise<Result<never>> {
      const handler = known.has(name) ? handlers[name as LibraryCall] : undefined;
      if (!handler) return problem ? { ok: false, error: problem } : failure('internal');
      const answer = (await runCall(name, input, handler as never, explain)) as Result<never>;
      if (name === 'notes.update') reindex();
      return answer;
    },
    async indexed() {
      await indexing?.level();
    },
    async close() {
      if (backup) clearTimeout(backup);
      const ended = jobs.close();
      await aligner.close();
      await ended;
      await indexing?.close();
      library?.close();
      library = null;
    },
  };
}
