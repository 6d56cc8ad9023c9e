/** What a code is put on: the selection, the note that has the focus, the cell, or the row. */
import type { Row } from '../../../core/model/report';
import type { CodeTarget } from '../../state/codes';
import { visibleVersions } from '../../state/columns';
import { keyOf, useNotes } from '../../state/notes';
import { useReport } from '../../state/report';
import { type Passage, rowSheet } from '../../state/row-sheet';

/** A cell's segments; those that follow each other in the text are one passage. */
function passagesOf(row: Row, versions: readonly number[]): Passage[] {
  const { book, report } = useReport.getState();
  return versions.flatMap((version) => {
    const versionId = report?.versions[version]?.id;
    if (!book || !versionId) return [];
    const passages: Passage[] = [];
    let last = Number.NaN;
    for (const { index, start, end } of book.segmentsOf(row, version)) {
      const before = passages.at(-1);
      if (before && index === last + 1) before.end = end;
      else passages.push({ versionId, start, end });
      last = index;
    }
    return passages;
  });
}

function noteWithFocus(): CodeTarget | null {
  const card = document.activeElement?.closest<HTMLElement>('[data-note]');
  const { notes, keys } = useNotes.getState();
  const note = card && notes.find((n) => keyOf(keys, n.id) === card.dataset.note);
  if (!note) return null;
  const passages = note.targets.filter((t) => !t.orphan).map((t) => ({ versionId: t.versionId, ...t.position }));
  return passages.length > 0 ? { kind: 'note', passages, noteId: note.id } : null;
}

export function currentTarget(): CodeTarget | null {
  const selected = rowSheet()?.selection();
  if (selected && selected.length > 0) return { kind: 'selection', passages: selected, noteId: null };
  const note = noteWithFocus();
  if (note) return note;
  const { cursor, book } = useReport.getState();
  const row = cursor && book?.rowAt(cursor.index);
  if (!cursor || !row) return null;
  const passages = passagesOf(row, [cursor.version]);
  return passages.length > 0 ? { kind: 'cell', passages, noteId: null } : rowTarget();
}

/** All that the row has in the columns on screen. */
export function rowTarget(): CodeTarget | null {
  const { cursor, book, columns } = useReport.getState();
  const row = cursor && book?.rowAt(cursor.index);
  const passages = row ? passagesOf(row, visibleVersions(columns)) : [];
  return passages.length > 0 ? { kind: 'row', passages, noteId: null } : null;
}
