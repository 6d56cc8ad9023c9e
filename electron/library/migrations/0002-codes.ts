/** Schema 2: codes and their use on passages; notes remember their passages in every revision and who wrote them. */
import type { Migration } from './migration';

export const codes: Migration = {
  version: 2,
  sql: `
    -- One codebook for all reports. A parent that is in the bin or gone leaves its children at the top.
    create table code (
      id text primary key,
      parent_id text,
      name text not null,
      description text not null,
      colour text not null check (colour glob '#[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]'),
      -- Place among its siblings.
      ordinal integer not null,
      deleted_at_ms integer
    ) strict;
    create index code_by_parent on code (parent_id);

    -- One code on one passage by one coder.
    create table coding (
      id text primary key,
      report_id text not null references report (id) on delete cascade,
      code_id text not null references code (id) on delete cascade,
      version_id text not null references version (id),
      exact text not null,
      prefix text not null,
      suffix text not null,
      start_offset integer not null,
      end_offset integer not null,
      note_id text references note (id) on delete set null,
      -- Empty: this library's reader, whose name is a setting and may change.
      coder text not null,
      created_at_ms integer not null,
      -- Taken back by undo or removed.
      deleted integer not null check (deleted in (0, 1))
    ) strict;
    create index coding_by_report on coding (report_id, code_id);
    create index coding_by_code on coding (code_id);
    create index coding_by_note on coding (note_id);

    -- Empty: this library's reader.
    alter table note add column author text not null default '';
    -- Null in revisions older than this schema, which had the passages that the note has had from the beginning.
    alter table note_revision add column targets text check (targets is null or json_valid(targets));
  `,
};
