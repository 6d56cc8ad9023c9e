/**
 * What the sheet of rows and the flow have in common: from passages to the page and back, marks of notes, the row menu. Either
 * gives the page's elements; the stores are the same.
 */
import { stepTowards } from '../../state/columns';
import { keyOf, useNotes } from '../../state/notes';
import { useReport } from '../../state/report';
import { useRowMenu } from '../../state/row-menu';
import { marksDrawn, type Passage } from '../../state/row-sheet';
import { clearMarks, drawMarks, type MarkedNote } from './sheet/note-marks';
import { rangeWithin, type SegmentStretch, toStretches, toTextOffsets } from './sheet/offsets';
import type { SentenceLight } from './sheet/sentence-light';
import type { SheetView } from './sheet/sheet-view';

/** Where segments and the pins of notes stand. */
export type TextPage = Pick<SheetView, 'segment' | 'pinHolder'>;

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

function markedNotes(): MarkedNote[] {
  const { notes, draft, active, keys } = useNotes.getState();
  const stored = notes.map((note) => ({
    key: keyOf(keys, note.id),
    scope: note.scope,
    targets: note.targets.filter((t) => !t.orphan).map((t) => ({ versionId: t.versionId, ...t.position })),
    active: active === keyOf(keys, note.id),
  }));
  return draft ? [...stored, { key: draft.key, scope: draft.scope, targets: draft.targets, active: true }] : stored;
}

/** The marks of notes on one page: drawn after a moment, once for all that happens meanwhile. */
export class NoteLayer {
  readonly #page: TextPage;
  readonly #label: () => (count: number) => string;
  readonly #drawn: () => void;
  readonly #stop: () => void;
  #pins: Element[] = [];
  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;

  /** `label` names a pin with so many notes; `drawn` is called when marks were drawn, before others draw theirs. */
  constructor(page: TextPage, label: () => (count: number) => string, drawn: () => void = () => undefined) {
    this.#page = page;
    this.#label = label;
    this.#drawn = drawn;
    this.#stop = useNotes.subscribe((now, before) => {
      if (now.notes !== before.notes || now.draft !== before.draft || now.active !== before.active) this.ask(0);
    });
  }
  stop(): void {
    this.#stop();
    this.#asked += 1;
    if (this.#timer) clearTimeout(this.#timer);
    clearMarks(this.#pins);
  }
  /** Draws all marks after so many milliseconds, with 0 before the page is painted; what was asked for before is included. */
  ask(afterMs: number): void {
    if (afterMs > 0) {
      this.#timer ??= setTimeout(() => this.#draw(), afterMs);
      return;
    }
    this.#asked += 1;
    const mine = this.#asked;
    queueMicrotask(() => mine === this.#asked && this.#draw());
  }
  #draw(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    const { book, report } = useReport.getState();
    clearMarks(this.#pins);
    this.#pins = book && report ? drawMarks(this.#page, markedNotes(), report.versions, book, this.#label()) : [];
    this.#drawn();
    marksDrawn();
  }
}
