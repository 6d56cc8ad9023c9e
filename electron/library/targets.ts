/** How a passage of a version stands in a table's row: the same seven columns for notes and for codings. */
import type { VersionId } from '../../core/model/ids';
import type { NoteTarget } from '../../core/model/note';

export interface StoredTarget {
  versionId: VersionId;
  exact: string;
  prefix: string;
  suffix: string;
  start: number;
  end: number;
}
export const targetColumns = 'version_id as versionId, exact, prefix, suffix, start_offset as start, end_offset as end';

export const reviveTarget = (t: StoredTarget): NoteTarget => ({
  versionId: t.versionId,
  quote: { exact: t.exact, prefix: t.prefix, suffix: t.suffix },
  position: { start: t.start, end: t.end },
});
export const storedTarget = ({ versionId, quote, position }: NoteTarget): StoredTarget => ({
  versionId,
  exact: quote.exact,
  prefix: quote.prefix,
  suffix: quote.suffix,
  start: position.start,
  end: position.end,
});
