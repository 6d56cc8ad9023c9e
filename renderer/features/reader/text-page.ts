/**
 * What the sheet of rows and the flow have in common: from passages to the page and back, marks of notes, the row menu. Either
 * gives the page's elements; the stores are the same.
 */
import type { Note } from '../../../core/model/note';
import { stepTowards } from '../../state/columns';
import { keyOf, useNotes } from '../../state/notes';
import { useReport } from '../../state/report';
import { useRowMenu } from '../../state/row-menu';
import { marksDrawn, type Passage } from '../../state/row-sheet';
import { type MarkedNote, NoteMarks } from './sheet/note-marks';
import { rangeWithin, type SegmentStretch, toStretches, toTextOffsets } from './sheet/offsets';
import type { SentenceLight } from './sheet/sentence-light';
import type { SheetView } from './sheet/sheet-view';

/** Where segments and the pins of notes stand. */
export type TextPage = Pick<SheetView, 'segment' | 'pinHolder' | 'hasPin'>;

/** Stretches of one version's segments as passages of its text; null where nothing is selected. */
export function passagesOf(stretches: readonly SegmentStretch[]): Passage[] | null {
  const { book, report } = useReport.getState();
  const versionId = report?.versions[stretches[0]?.version ?? -1]?.id;
  if (!book || !versionId) return null;
  return toTextOffsets(book, stretches).map((span) => ({ ...span, versionId }));
}

const ordinalOf = (passage: Passage): number =>
  useReport.getState().report?.versions.find((v) => v.id === passage.versionId)?.ordinal ?? -1;

/** A passage as ranges of the page, one a segment, as far as the page has it. */
export function rangesOf(page: TextPage, passage: Passage): Range[] {
  const { book } = useReport.getState();
  const version = ordinalOf(passage);
  const stretches = book ? toStretches(book, version, passage.start, passage.end) : [];
  return stretches.flatMap(({ segment, start, end }) => {
    const element = page.segment(version, segment);
    return element ? [rangeWithin(element, start, end)] : [];
  });
}

/** The segment in which a passage begins, as far as it is loaded. */
export function firstSegmentOf(passage: Passage): { version: number; segment: number } | null {
  const version = ordinalOf(passage);
  const first = useReport.getState().book?.segmentsBetween(version, passage.start, passage.end)[0];
  return first ? { version, segment: first.index } : null;
}

/** Lights the next sentence of the current cell; left and right as the cell's text reads. */
export function stepSentence(light: SentenceLight, towards: 'left' | 'right'): void {
  const { cursor, report } = useReport.getState();
  const direction = cursor && report?.versions[cursor.version]?.direction;
  if (cursor && direction) light.step(cursor, stepTowards(towards, direction));
}

const sides = {
  ArrowLeft: ['left', 'word'],
  ArrowRight: ['right', 'word'],
  ArrowUp: ['backward', 'line'],
  ArrowDown: ['forward', 'line'],
} as const;

/** Selects text by key, from the beginning of the current cell on; the arrows mean what they look like. */
export function extendByKey(event: KeyboardEvent, cell: Element | null): void {
  const selection = document.getSelection();
  const first = cell?.querySelector('[data-s]');
  const side = sides[event.key as keyof typeof sides];
  if (!cell || !selection || !first || !side) return;
  event.preventDefault();
  if (!selection.anchorNode || !cell.contains(selection.anchorNode)) selection.collapse(first, 0);
  selection.modify('extend', ...side);
}

/** Chooses the note of a pin, the next one of several at each click; false where there is no pin. */
export function chooseNote(target: Element, onNote: (key: string) => void): boolean {
  const keys = target.closest<HTMLElement>('.pin')?.dataset.notes?.split(' ') ?? [];
  if (keys.length === 0) return false;
  const next = (keys.indexOf(useNotes.getState().active ?? '') + 1) % keys.length;
  onNote(keys[next]!);
  return true;
}

/** Opens the row menu at the pointer, or by key inside `box`, the current cell; `top`: the upper edge of what is in view. */
export function showRowMenu(event: MouseEvent, box: DOMRect | undefined, top: number): void {
  const { cursor } = useReport.getState();
  // The menu key gives no point, or one far away from a tall cell's beginning.
  const byKey = event.button !== 2 || (event.clientX === 0 && event.clientY === 0);
  const at = byKey && box ? { x: box.left + 24, y: Math.max(box.top, top) + 32 } : { x: event.clientX, y: event.clientY };
  if (cursor) useRowMenu.getState().show(cursor, at.x, at.y);
}

/** A note as it is to be marked: the same object until the note changes. */
const marked = new WeakMap<Note, MarkedNote>();
function asMarked(note: Note, key: string): MarkedNote {
  const known = marked.get(note);
  if (known?.key === key) return known;
  const targets = note.targets.filter((t) => !t.orphan).map((t) => ({ versionId: t.versionId, ...t.position }));
  const made = { key, scope: note.scope, targets };
  marked.set(note, made);
  return made;
}

/** The marks of notes on one page: drawn after a moment, once for all that happens meanwhile. */
export class NoteLayer {
  readonly #marks: NoteMarks;
  readonly #label: () => (count: number) => string;
  readonly #drawn: () => void;
  readonly #stop: () => void;
  #asked = false;
  #stopped = false;
  #notes: readonly MarkedNote[] = [];
  /** What the notes to be marked were made of. */
  #from: readonly unknown[] = [];
  /** The page's texts or rows are others than those that were drawn on. */
  #pageChanged = false;
  #timer: ReturnType<typeof setTimeout> | null = null;

  /** `label` names a pin with so many notes; `drawn` is called when the page has changed, before others draw their marks. */
  constructor(page: TextPage, label: () => (count: number) => string, drawn: () => void = () => undefined) {
    this.#marks = new NoteMarks(page);
    this.#label = label;
    this.#drawn = drawn;
    this.#stop = useNotes.subscribe((now, before) => {
      if (now.notes !== before.notes || now.draft !== before.draft || now.active !== before.active) this.#drawSoon();
    });
  }
  stop(): void {
    this.#stop();
    this.#stopped = true;
    if (this.#timer) clearTimeout(this.#timer);
    this.#marks.clear();
  }
  /** The page has changed: draws after so many milliseconds, with 0 before it is painted. */
  ask(afterMs: number): void {
    if (afterMs > 0) {
      this.#timer ??= setTimeout(() => {
        this.#pageChanged = true;
        this.#draw();
      }, afterMs);
      return;
    }
    this.#pageChanged = true;
    this.#drawSoon();
  }
  #drawSoon(): void {
    if (this.#asked) return;
    this.#asked = true;
    queueMicrotask(() => this.#draw());
  }
  #draw(): void {
    this.#asked = false;
    if (this.#stopped) return;
    const pageChanged = this.#pageChanged;
    this.#pageChanged = false;
    if (pageChanged && this.#timer) {
      clearTimeout(this.#timer);
      this.#timer = null;
    }
    const { book, report } = useReport.getState();
    const { notes, draft, active, keys } = useNotes.getState();
    if (book && report) {
      const from = [notes, draft, keys];
      if (from.some((value, i) => value !== this.#from[i])) {
        const stored = notes.map((note) => asMarked(note, keyOf(keys, note.id)));
        this.#notes = draft ? [...stored, draft] : stored;
        this.#from = from;
      }
      this.#marks.draw(this.#notes, active, { versions: report.versions, book, label: this.#label() }, pageChanged);
    } else this.#marks.clear();
    if (!pageChanged) return;
    this.#drawn();
    marksDrawn();
  }
}
