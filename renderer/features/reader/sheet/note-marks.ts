/**
 * Marks of notes in the text: a highlight with an underline for what a note quotes (CSS Custom Highlight API: ranges, no extra
 * elements, so offsets stay simple), and a pin in each cell or row that has notes.
 */
import type { RowId, VersionId } from '../../../../core/model/ids';
import type { NoteScope } from '../../../../core/model/note';
import type { VersionInfo } from '../../../../core/model/report';
import type { RowBook } from '../../../state/row-book';
import { pointsWithin, toStretches } from './offsets';
import type { SheetView } from './sheet-view';

export interface MarkedNote {
  key: string;
  scope: NoteScope;
  targets: readonly { versionId: VersionId; start: number; end: number }[];
  active: boolean;
}
/** Where pins stand: in a cell, or with version −1 beside the row's number. */
interface Pinned {
  row: RowId;
  version: number;
  keys: string[];
  active: boolean;
}

const names = ['note', 'note-on'] as const;
const registry = (): HighlightRegistry | null => (typeof CSS !== 'undefined' && CSS.highlights) || null;

export function clearMarks(pins: readonly Element[]): void {
  for (const pin of pins) pin.remove();
  for (const name of names) registry()?.delete(name);
}

function pinsOf(notes: readonly MarkedNote[], versions: readonly VersionInfo[], book: RowBook): Pinned[] {
  const pins = new Map<string, Pinned>();
  for (const note of notes) {
    const places = new Set<string>();
    for (const target of note.targets) {
      const version = versions.find((v) => v.id === target.versionId)?.ordinal ?? -1;
      const first = toStretches(book, version, target.start, target.end)[0];
      const row = first && book.rowOf(version, first.segment);
      if (row == null) continue;
      const place = note.scope === 'row' ? -1 : version;
      const id = `${row} ${place}`;
      if (places.has(id)) continue;
      places.add(id);
      const pin = pins.get(id) ?? { row, version: place, keys: [], active: false };
      pin.keys.push(note.key);
      pin.active ||= note.active;
      pins.set(id, pin);
    }
  }
  return [...pins.values()];
}

/** Draws all marks; gives the pins, to be taken away again by clearMarks. */
export function drawMarks(
  view: Pick<SheetView, 'segment' | 'pinHolder'>,
  notes: readonly MarkedNote[],
  versions: readonly VersionInfo[],
  book: RowBook,
  label: (count: number) => string,
): Element[] {
  const ranges: Record<(typeof names)[number], StaticRange[]> = { note: [], 'note-on': [] };
  for (const note of notes) {
    if (note.scope !== 'selection') continue;
    for (const target of note.targets) {
      const version = versions.find((v) => v.id === target.versionId)?.ordinal ?? -1;
      for (const { segment, start, end } of toStretches(book, version, target.start, target.end)) {
        const element = view.segment(version, segment);
        if (element) ranges[note.active ? 'note-on' : 'note'].push(new StaticRange(pointsWithin(element, start, end)));
      }
    }
  }
  const highlights = registry();
  for (const name of names) highlights?.set(name, new Highlight(...ranges[name]));

  return pinsOf(notes, versions, book).flatMap(({ row, version, keys, active }) => {
    const cell = view.pinHolder(row, version);
    if (!cell) return [];
    const pin = document.createElement('button');
    pin.type = 'button';
    pin.tabIndex = -1;
    pin.className = active ? 'pin on' : 'pin';
    pin.dataset.notes = keys.join(' ');
    pin.setAttribute('aria-label', label(keys.length));
    pin.title = label(keys.length);
    cell.append(pin);
    return [pin];
  });
}
