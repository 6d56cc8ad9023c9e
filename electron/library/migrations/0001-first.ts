/** Schema 1: reports, versions with their segments, rows, notes with revisions, history, settings. */
import type { Migration } from './migration';

export const first: Migration = {
  version: 1,
  sql: `
    create table report (
      id text primary key,
      title text not null,
      kind text not null check (kind in ('translation', 'event')),
      base_version_id text not null,
      -- Counts up and never down: a row id is never used twice.
      next_row_id integer not null,
      view text check (view is null or json_valid(view)),
      created_at_ms integer not null,
      opened_at_ms integer,
      -- In the bin since.
      deleted_at_ms integer
    ) strict;

    create table version (
      id text primary key,
      report_id text not null references report (id) on delete cascade,
      ordinal integer not null check (ordinal between 0 and 7),
      lang text not null,
      title text not null,
      outlet text not null,
      date text not null,
      file_name text not null,
      format text not null,
      encoding text,
      related integer not null check (related in (0, 1)),
      segment_count integer not null,
      -- Undoing "add version" takes the version out of the report, but keeps it for redo.
      removed integer not null default 0 check (removed in (0, 1))
    ) strict;
    create unique index version_by_report on version (report_id, ordinal) where removed = 0;

    -- The file as it was read, for repairing a wrong encoding later. A table of its own keeps it out of every other read.
    create table version_original (
      version_id text primary key references version (id) on delete cascade,
      bytes blob not null
    ) strict;

    -- A version's text is its segments joined; what stands between two of them is line ends only.
    create table segment (
      version_id text not null references version (id) on delete cascade,
      number integer not null,
      kind text not null check (kind in ('heading', 'paragraph', 'list-item', 'quotation')),
      level integer,
      boilerplate integer not null check (boilerplate in (0, 1)),
      start_offset integer not null,
      end_offset integer not null,
      text text not null,
      sentences text not null check (json_valid(sentences)),
      -- Where it stands in the alignment; follows from report_row.cells.
      row_id integer,
      primary key (version_id, number)
    ) strict, without rowid;
    create index segment_by_offset on segment (version_id, start_offset);

    create table report_row (
      report_id text not null references report (id) on delete cascade,
      id integer not null,
      -- Place in reading order. Edits put new rows between their neighbours.
      order_key real not null,
      cells text not null check (json_valid(cells)),
      -- Bit v is set when cell v has a segment; follows from cells.
      filled integer not null,
      score real,
      status text not null check (status in ('automatic', 'confirmed', 'edited')),
      primary key (report_id, id)
    ) strict, without rowid;
    create unique index report_row_order on report_row (report_id, order_key);

    create table note (
      id text primary key,
      report_id text not null references report (id) on delete cascade,
      scope text not null check (scope in ('selection', 'cell', 'row')),
      body text not null,
      revision integer not null check (revision > 0),
      created_at_ms integer not null,
      updated_at_ms integer not null,
      deleted_at_ms integer
    ) strict;
    create index note_by_report on note (report_id);

    create table note_target (
      note_id text not null references note (id) on delete cascade,
      ordinal integer not null,
      version_id text not null references version (id),
      exact text not null,
      prefix text not null,
      suffix text not null,
      start_offset integer not null,
      end_offset integer not null,
      primary key (note_id, ordinal)
    ) strict, without rowid;
    create index note_target_by_version on note_target (version_id, start_offset);

    -- Every saved state of every note, oldest first. Nothing here is ever changed; it goes only with its note.
    create table note_revision (
      note_id text not null references note (id) on delete cascade,
      revision integer not null,
      body text not null,
      deleted integer not null check (deleted in (0, 1)),
      saved_at_ms integer not null,
      primary key (note_id, revision)
    ) strict, without rowid;
    create trigger note_revision_unchanged before update on note_revision
      begin select raise (abort, 'note revisions are append-only'); end;
    create trigger note_revision_kept before delete on note_revision
      when exists (select 1 from note where id = old.note_id)
      begin select raise (abort, 'note revisions are append-only'); end;

    create table command (
      report_id text not null references report (id) on delete cascade,
      number integer not null,
      label text not null,
      -- One stay in a note's editor; changes of one session are one command.
      session text,
      undone integer not null default 0 check (undone in (0, 1)),
      change text not null check (json_valid(change)),
      done_at_ms integer not null,
      primary key (report_id, number)
    ) strict, without rowid;

    create table setting (
      name text primary key,
      value text not null check (json_valid(value))
    ) strict, without rowid;
  `,
};
