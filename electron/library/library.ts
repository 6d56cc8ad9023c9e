/** The library as the services see it: one object per table family over one connection. */
import type { UiLanguage } from '../../core/model/languages';
import { closeDatabase, openDatabase } from './open';
import { type SettingsTable, settingsTable } from './settings';

export interface Library {
  settings: SettingsTable;
  /** Things to tell the reader at start: see app.start. */
  notices: string[];
  close(): void;
}

export function openLibrary(file: string, options: { language: UiLanguage }): Library {
  const db = openDatabase(file);
  return { settings: settingsTable(db, options.language), notices: [], close: () => closeDatabase(db) };
}
