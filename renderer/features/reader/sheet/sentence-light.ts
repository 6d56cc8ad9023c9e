/**
 * Lights the sentence under the pointer or chosen by key, and what answers it in the other columns. The host is asked once a
 * row, after a short rest, so that passing over the sheet asks nothing.
 */
import type { RowId } from '../../../../core/model/ids';
import { call } from '../../../bridge/call';
import { type EvidenceWords, useLitSentence } from '../../../state/lit-sentence';
import { useReport } from '../../../state/report';
import { offsetWithin, rangeWithin, type SegmentStretch } from './offsets';
import { counterparts, evidenceFor, type RowDetails, type SentencePlace, sentenceAt, stepSentence, stretchOf } from './sentences';
import type { Place, SheetView } from './sheet-view';

const restMs = 160;
/** Rows whose details are kept: a few screens. */
const kept = 200;
const names = ['lit', 'evidence'] as const;

function textPointAt(x: number, y: number): { node: Node; offset: number } | null {
  if (document.caretPositionFromPoint) {
    const found = document.caretPositionFromPoint(x, y);
    return found && { node: found.offsetNode, offset: found.offset };
  }
  // Chromium before 128.
  const range = document.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
}

/** What it needs of the page: the sheet of rows and the flow both have it. */
type LitPage = Pick<SheetView, 'segment' | 'placeOf'>;

export class SentenceLight {
  readonly #view: LitPage;
  readonly #details = new Map<RowId, Promise<RowDetails | null>>();
  readonly #stops: (() => void)[] = [];
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(view: LitPage, table: HTMLElement) {
    this.#view = view;
    const move = (event: PointerEvent) => {
      if (event.buttons === 0 && event.pointerType !== 'touch') this.#rest(() => this.#point(event));
    };
    const leave = () => this.#rest(() => useLitSentence.getState().light(null));
    table.addEventListener('pointermove', move);
    table.addEventListener('pointerleave', leave);
    this.#stops.push(
      () => table.removeEventListener('pointermove', move),
      () => table.removeEventListener('pointerleave', leave),
      useLitSentence.subscribe((now, before) => {
        if (now.lit !== before.lit || now.showsEvidence !== before.showsEvidence) void this.#draw();
      }),
    );
  }
  stop(): void {
    this.#rest(() => undefined);
    if (this.#timer) clearTimeout(this.#timer);
    for (const stop of this.#stops) stop();
    this.forget();
  }
  /** Other rows, or other texts in them. */
  forget(): void {
    this.#details.clear();
    this.#clear();
    useLitSentence.getState().light(null);
  }
  /** Goes to the next sentence of the current cell; at the end of the cell the light goes out. */
  step(place: Place, by: 1 | -1): void {
    const { book } = useReport.getState();
    const row = book?.rowAt(place.index);
    if (!book || !row) return;
    const { lit } = useLitSentence.getState();
    const from = lit && lit.row === row.id && lit.version === place.version ? lit : null;
    const to = stepSentence(book.segmentsOf(row, place.version), from, by);
    useLitSentence.getState().light(to && { row: row.id, version: place.version, ...to });
  }

  #rest(run: () => void): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = setTimeout(run, restMs);
  }
  #point(event: PointerEvent): void {
    const element = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-s]') : null;
    const place = this.#view.placeOf(element);
    const point = element && textPointAt(event.clientX, event.clientY);
    const { book } = useReport.getState();
    const row = place && book?.rowAt(place.index);
    const segment = element && place && book?.segment(place.version, Number(element.dataset.s));
    const { lit, light } = useLitSentence.getState();
    if (!point || !row || !segment || !element.contains(point.node)) {
      if (!element) light(null);
      return;
    }
    const sentence = sentenceAt(segment.sentences, offsetWithin(element, point.node, point.offset));
    const next = { row: row.id as number, version: place.version, segment: segment.index, sentence };
    const same = lit && lit.row === next.row && lit.version === next.version && lit.segment === next.segment;
    if (!same || lit.sentence !== sentence) light(next);
  }

  #ask(row: RowId): Promise<RowDetails | null> {
    const { report } = useReport.getState();
    const known = this.#details.get(row);
    if (known || !report) return known ?? Promise.resolve(null);
    const asked = call('row.details', { reportId: report.id, rowId: row }).then((answer) => (answer.ok ? answer.value : null));
    this.#details.set(row, asked);
    const oldest = this.#details.size > kept ? this.#details.keys().next().value : undefined;
    if (oldest !== undefined) this.#details.delete(oldest);
    return asked;
  }
  #stretch(place: SentencePlace): SegmentStretch | null {
    const segment = useReport.getState().book?.segment(place.version, place.segment);
    return segment ? stretchOf(place, segment.sentences, segment.text.length) : null;
  }
  #ranges(stretches: readonly SegmentStretch[]): Range[] {
    return stretches.flatMap(({ version, segment, start, end }) => {
      const element = this.#view.segment(version, segment);
      return element ? [rangeWithin(element, start, end)] : [];
    });
  }
  #clear(): void {
    if (typeof CSS === 'undefined' || !CSS.highlights) return;
    for (const name of names) CSS.highlights.delete(name);
  }
  async #draw(): Promise<void> {
    const { lit, showsEvidence, setEvidence } = useLitSentence.getState();
    const own = lit && this.#stretch(lit);
    this.#clear();
    if (!lit || !own || typeof CSS === 'undefined' || !CSS.highlights) return;
    CSS.highlights.set('lit', new Highlight(...this.#ranges([own])));
    const details = await this.#ask(lit.row as RowId);
    if (useLitSentence.getState().lit !== lit || !details) return;
    const others = counterparts(details, lit).flatMap((place) => this.#stretch(place) ?? []);
    CSS.highlights.set('lit', new Highlight(...this.#ranges([own, ...others])));
    if (!showsEvidence) return;
    const evidence = evidenceFor(details, own, others);
    const strong = new Highlight(...this.#ranges(evidence.flatMap((e) => [e.from, e.to])));
    strong.priority = 1;
    CSS.highlights.set('evidence', strong);
    setEvidence(evidence.flatMap((e) => this.#words(e.type, e.from, e.to)));
  }
  #words(type: EvidenceWords['type'], from: SegmentStretch, to: SegmentStretch): EvidenceWords[] {
    const { book, report } = useReport.getState();
    const text = (s: SegmentStretch) => book?.segment(s.version, s.segment)?.text.slice(s.start, s.end);
    const lang = (s: SegmentStretch) => report?.versions[s.version]?.lang ?? 'und';
    const [a, b] = [text(from), text(to)];
    return a && b ? [{ type, from: a, to: b, fromLang: lang(from), toLang: lang(to) }] : [];
  }
}
