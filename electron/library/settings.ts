/** What the reader has set. Settings that are missing or of an older kind take their defaults. */
import { defaultSettings, type Settings, settings as schema } from '../../core/contract/schemas';
import type { UiLanguage } from '../../core/model/languages';
import type { Database } from './connection';

export function settingsTable(db: Database, language: UiLanguage) {
  const all = db.prepare<[], { name: string; value: string }>('select name, value from setting');
  const put = db.prepare(
    'insert into setting (name, value) values (?, ?) on conflict (name) do update set value = excluded.value',
  );

  const read = (): Settings => {
    const found = defaultSettings(language);
    for (const { name, value } of all.all()) {
      const next = schema.safeParse({ ...found, [name]: JSON.parse(value) });
      if (next.success) Object.assign(found, next.data);
    }
    return found;
  };
  return {
    read,
    update: db.transaction((changes: Partial<Settings>): Settings => {
      for (const [name, value] of Object.entries(changes)) if (value !== undefined) put.run(name, JSON.stringify(value));
      return read();
    }),
  };
}
export type SettingsTable = ReturnType<typeof settingsTable>;
