/**
 * Marks of notes in the text: a shade for what a note quotes, deeper where notes overlap or lie in each other (CSS Custom Highlight
 * API: ranges, no extra elements, so offsets stay simple), and a pin in each cell or row that has notes.
 */
import type { RowId, VersionId } from '../../../../core/model/ids';
import type { NoteScope } from '../../../../core/model/note';
import type { VersionInfo } from '../../../../core/model/report';
import { levelsOf, markLevels } from '../../../state/mark-levels';
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

/** By level, then the chosen note's. */
const names = [...Array.from({ length: markLevels }, (_, level) => `note-${level + 1}`), 'note-on'];
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
  const ranges = new Map<string, StaticRange[]>(names.map((name) => [name, []]));
  for (const { id, ordinal } of versions) {
    const own = notes.flatMap(({ scope, targets, active }) =>
      scope === 'selection' ? targets.filter(({ versionId }) => versionId === id).map((target) => ({ ...target, active })) : [],
    );
    const levels = levelsOf(own);
    own.forEach((target, i) => {
      const list = ranges.get(target.active ? 'note-on' : `note-${levels[i]! + 1}`);
      for (const { segment, start, end } of toStretches(book, ordinal, target.start, target.end)) {
        const element = view.segment(ordinal, segment);
        if (element) list?.push(new StaticRange(pointsWithin(element, start, end)));
      }
    });
  }
  const highlights = registry();
  for (const [name, list] of ranges) highlights?.set(name, new Highlight(...list));

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
