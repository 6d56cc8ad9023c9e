/** Schema 3: new revisions of versions with what they could not keep; named collections of reports. */
import type { Migration } from './migration';

export const revisions: Migration = {
  version: 3,
  sql: `
    -- A version that took the place of another. While it is undone its version is marked as removed.
    create table revision (
      version_id text primary key references version (id) on delete cascade,
      report_id text not null references report (id) on delete cascade,
      previous_id text not null references version (id) on delete cascade,
      -- What changed and what could not be kept, as it was found when the revision came in.
      outcome text not null check (json_valid(outcome)),
      made_at_ms integer not null
    ) strict, without rowid;
    create index revision_by_report on revision (report_id);
    create index revision_by_previous on revision (previous_id);

    create table collection (
      id text primary key,
      name text not null,
      created_at_ms integer not null
    ) strict, without rowid;
    create table collection_report (
      collection_id text not null references collection (id) on delete cascade,
      report_id text not null references report (id) on delete cascade,
      primary key (collection_id, report_id)
    ) strict, without rowid;
    create index collection_by_report on collection_report (report_id);
  `,
};
