/** What main process and library process say to each other. Plain data. */
import type { CallName } from '../core/contract/calls';
import type { EventName } from '../core/contract/events';
import type { UiLanguage } from '../core/model/languages';
import type { Result } from '../core/model/result';
import type { ResourceFolders } from './resource-folders';

/** Given to the library process as its only argument, in JSON. */
export interface LibraryStart {
  /** Folder of the library file. */
  folder: string;
  appVersion: string;
  platform: string;
  /** Interface language as long as the reader has chosen none. */
  language: UiLanguage;
  resources: ResourceFolders;
}
export type ToLibrary = { type: 'call'; id: number; name: CallName; input: unknown } | { type: 'close'; id: number };
export type FromLibrary =
  | { type: 'answer'; id: number; result: Result<unknown> }
  | { type: 'event'; name: EventName; payload: unknown };
