/** What a new revision changed and could not keep, for the reader to look through. */
import type { CarryOver, RevisionTexts } from '../../core/align/carry-over';
import type { RevisionOutcome } from '../../core/contract/revisions';
import type { CodingId } from '../../core/model/ids';
import type { Note, NoteTarget } from '../../core/model/note';
import type { Row } from '../../core/model/report';
import type { Revised } from './revision-rows';

const excerptLength = 300;
/** More than a person would look through one by one; the counts are of all. */
const mostListed = 500;

const excerpt = (text: string): string => (text.length <= excerptLength ? text : `${text.slice(0, excerptLength).trimEnd()}…`);

interface Found {
  carried: CarryOver;
  /** In the order of `rows`, which are the same with their ids. */
  revised: readonly Revised[];
  rows: readonly Row[];
  texts: RevisionTexts;
  version: number;
  moved: {
    notes: readonly { owner: Note; lost: readonly NoteTarget[] }[];
    codings: readonly { owner: { id: CodingId }; lost: readonly NoteTarget[] }[];
  };
}

export function outcomeOf({ carried, revised, rows, texts, version, moved }: Found): RevisionOutcome {
  const listed: RevisionOutcome['rows'] = [];
  const said = new Set<number>();
  const added = new Set(carried.added);
  revised.forEach((row, i) => {
    const rowId = rows[i]!.id;
    const fresh = (row.cells[version] ?? []).filter((s) => added.has(s));
    const text = (segments: readonly number[]) => excerpt(segments.map((s) => texts.after[s] ?? '').join(' '));
    if (row.carried?.carried === 'unsure') listed.push({ rowId, reason: 'rewritten', text: text(row.cells[version] ?? []) });
    else if (fresh.length > 0) listed.push({ rowId, reason: 'new', text: text(fresh) });
  });
  // Old paragraphs without a successor, each with the row that had it, if there is one still.
  const rowByOld = new Map<number, number>();
  revised.forEach((row, i) => {
    if (row.carried) rowByOld.set(row.carried.from, i);
  });
  for (const segment of carried.gone) {
    if (said.has(segment)) continue;
    said.add(segment);
    const at = rowByOld.get(carried.rowOfOld.get(segment) ?? -1);
    listed.push({ rowId: at === undefined ? null : rows[at]!.id, reason: 'gone', text: excerpt(texts.before[segment] ?? '') });
  }
  const place = new Map(rows.map((row, i) => [row.id, i]));
  listed.sort((a, b) => (place.get(a.rowId as Row['id']) ?? rows.length) - (place.get(b.rowId as Row['id']) ?? rows.length));
  const changed = revised.filter((r) => r.carried?.carried === 'changed' || r.carried?.carried === 'unsure').length;
  return {
    counts: {
      same: revised.filter((r) => r.carried?.carried === 'same' && (r.cells[version] ?? []).length > 0).length,
      changed,
      added: carried.added.length,
      gone: carried.gone.length,
    },
    rows: listed.slice(0, mostListed),
    notes: moved.notes
      .filter((n) => n.lost.length > 0)
      .slice(0, mostListed)
      .map(({ owner, lost }) => ({
        noteId: owner.id,
        body: excerpt(owner.body),
        quotes: lost.slice(0, 20).map((t) => excerpt(t.quote.exact)),
      })),
    codings: moved.codings
      .filter((c) => c.lost.length > 0)
      .slice(0, mostListed)
      .map(({ owner, lost }) => ({ codingId: owner.id, quote: excerpt(lost[0]!.quote.exact) })),
  };
}
