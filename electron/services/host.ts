/**
 * The host without its window: opens the library and answers calls. The library process, the command line and the tests all
 * use this.
 */
import path from 'node:path';
import { type CallInput, type CallName, type CallOutput, callNames } from '../../core/contract/calls';
import type { EventName, EventPayload } from '../../core/contract/events';
import type { ErrorCode } from '../../core/model/error-codes';
import type { UiLanguage } from '../../core/model/languages';
import { type Failure, failure, type Result } from '../../core/model/result';
import { libraryErrorCode } from '../library/connection';
import { type Library, openLibrary } from '../library/library';
import { defaultSettings } from '../library/settings';
import type { ResourceFolders } from '../resource-folders';
import { type Handlers, type LibraryCall, logToStderr, runCall } from './handlers';
import { settingsHandlers } from './settings';

export type SendEvent = <N extends EventName>(name: N, payload: EventPayload<N>) => void;

export interface HostOptions {
  /** The user's data folder; the library stands in it. */
  folder: string;
  appVersion: string;
  platform: string;
  language: UiLanguage;
  resources: ResourceFolders;
  send: SendEvent;
}

export interface Host {
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<Result<CallOutput<N>>>;
  call(name: CallName, input: unknown): Promise<Result<unknown>>;
  close(): Promise<void>;
}

export function openHost(options: HostOptions): Host {
  const file = path.join(options.folder, 'library', 'library.db');
  let library: Library | null = null;
  let problem: Failure | null = null;
  try {
    library = openLibrary(file, { language: options.language });
  } catch (error) {
    const code: ErrorCode | null = libraryErrorCode(error);
    if (!code) logToStderr('library', error);
    problem = { code: code ?? 'internal' };
  }

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
  const handlers: Partial<Handlers<LibraryCall>> = library ? { ...start, ...settingsHandlers(library, options.send) } : start;
  const known = new Set<string>(callNames);

  return {
    async call(name: CallName, input: unknown): Promise<Result<never>> {
      const handler = known.has(name) ? handlers[name as LibraryCall] : undefined;
      if (!handler) return problem ? { ok: false, error: problem } : failure('internal');
      return (await runCall(name, input, handler as never)) as Result<never>;
    },
    async close() {
      library?.close();
      library = null;
    },
  };
}
