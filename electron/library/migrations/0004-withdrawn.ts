/**
 * Schema 4: what undoing an import took back is told from what the reader deleted, so that the same import can be made again.
 */
import type { Migration } from './migration';

const flag = 'withdrawn integer not null default 0 check (withdrawn in (0, 1))';

export const withdrawn: Migration = {
  version: 4,
  sql: `
    -- 1: it came with an import or a step that was undone; only such lines that are deleted have it.
    alter table note add column ${flag};
    alter table code add column ${flag};
    alter table coding add column ${flag};
    -- Set where undoing an import went back to an earlier revision: those between are not states from which this one came.
    alter table note_revision add column back_to integer;
  `,
};
