/**
 * Coded passages in the text: underlines in up to three levels, so that passages that overlap or lie in each other can be told
 * apart (CSS Custom Highlight API: ranges, no extra elements). Whole paragraphs get a line beside them. Chips with the codes'
 * names stand at the foot of the cell. Only what changed is drawn again: a code more touches its own cell.
 */
import type { Code } from '../../../core/model/code';
import type { CodeId, CodingId } from '../../../core/model/ids';
import { colourNumber } from '../../components/code-colours';
import type { CodingView } from '../../state/codes';
import { levelsOf } from '../../state/mark-levels';
import { useReport } from '../../state/report';
import { type Passage, type RowSheet, rowSheet } from '../../state/row-sheet';
import { cellFoot, cellLane, type MarkWords } from './code-chips';

function isWhole({ versionId, start, end }: Passage): boolean {
  const { book, report } = useReport.getState();
  const version = report?.versions.find((v) => v.id === versionId)?.ordinal;
  const segments = book && version !== undefined ? book.segmentsBetween(version, start, end) : [];
  return segments.length > 0 && segments[0]!.start >= start && segments.at(-1)!.end <= end;
}

/** One coding as it is to be drawn. */
interface Wanted {
  coding: CodingView;
  code: Code;
  passage: Passage;
  /** Of whole paragraphs: a line beside them says it better than one under every word. */
  whole: boolean;
  /** Name of its highlight. */
  highlight: string;
}
/** One coding as it is drawn. */
interface Drawn {
  cell: HTMLElement;
  highlight: string;
  ranges: Range[];
  whole: boolean;
  /** What the ranges were made for. */
  place: string;
}

/** Codings that have a place, with the level of each among those that are underlined. */
function wantedOf(codes: readonly Code[], codings: readonly CodingView[]): Wanted[] {
  const byId = new Map(codes.map((code) => [code.id, code]));
  const byVersion = new Map<string, CodingView[]>();
  for (const coding of codings) {
    if (coding.target.orphan || !byId.has(coding.codeId)) continue;
    const list = byVersion.get(coding.target.versionId);
    if (list) list.push(coding);
    else byVersion.set(coding.target.versionId, [coding]);
  }
  return [...byVersion.values()].flatMap((list) => {
    const placed = list.map((coding) => {
      const passage = { versionId: coding.target.versionId, ...coding.target.position };
      return { coding, code: byId.get(coding.codeId)!, passage, whole: isWhole(passage) };
    });
    const underlined = placed.filter(({ whole }) => !whole);
    const level = new Map(levelsOf(underlined.map(({ passage }) => passage)).map((l, i) => [underlined[i]!.coding.id, l]));
    return placed.map((one) => ({
      ...one,
      highlight: `code-${colourNumber(one.code.colour)}-${(level.get(one.coding.id) ?? 0) + 1}`,
    }));
  });
}

const placeKey = ({ versionId, start, end }: Passage): string => `${versionId} ${start} ${end}`;
/** A row that was drawn anew has left its ranges without text. */
const stands = ({ ranges }: Drawn): boolean => ranges.every((range) => range.startContainer.isConnected && !range.collapsed);

export class CodeMarks {
  readonly #drawn = new Map<CodingId, Drawn>();
  /** What each cell says at its foot, to know whether it is still that. */
  readonly #cells = new Map<HTMLElement, string>();
  #wanted: { from: readonly unknown[]; list: Wanted[] } | null = null;

  draw(codes: readonly Code[], codings: readonly CodingView[], words: MarkWords): void {
    const sheet = rowSheet();
    if (sheet) this.#drawOn(sheet, codes, codings, words);
    else this.clear();
  }

  #drawOn(sheet: RowSheet, codes: readonly Code[], codings: readonly CodingView[], words: MarkWords): void {
    const { book, bookRevision } = useReport.getState();
    const from = [codes, codings, book, bookRevision];
    if (!this.#wanted || from.some((value, i) => value !== this.#wanted?.from[i]))
      this.#wanted = { from, list: wantedOf(codes, codings) };
    const gone = new Set(this.#drawn.keys());
    const cells = new Map<HTMLElement, Wanted[]>();
    for (const wanted of this.#wanted.list) {
      const drawn = this.#underline(sheet, wanted);
      if (!drawn) continue;
      gone.delete(wanted.coding.id);
      const own = cells.get(drawn.cell);
      if (own) own.push(wanted);
      else cells.set(drawn.cell, [wanted]);
    }
    for (const id of gone) this.#erase(id);
    for (const cell of this.#cells.keys()) if (!cells.has(cell)) this.#strip(cell);
    for (const [cell, own] of cells) this.#label(cell, own, words);
  }

  clear(): void {
    for (const id of [...this.#drawn.keys()]) this.#erase(id);
    for (const cell of [...this.#cells.keys()]) this.#strip(cell);
    this.#wanted = null;
  }

  #underline(sheet: RowSheet, { coding, passage, highlight, whole }: Wanted): Drawn | null {
    const cell = sheet.cellOf(passage);
    if (!cell) return null;
    const before = this.#drawn.get(coding.id);
    const place = placeKey(passage);
    if (
      before &&
      before.cell === cell &&
      before.highlight === highlight &&
      before.whole === whole &&
      before.place === place &&
      stands(before)
    )
      return before;
    this.#erase(coding.id);
    const drawn: Drawn = { cell, highlight, whole, place, ranges: whole ? [] : sheet.rangesOf(passage) };
    for (const range of drawn.ranges) highlightCalled(highlight)?.add(range);
    this.#drawn.set(coding.id, drawn);
    return drawn;
  }
  #erase(id: CodingId): void {
    const drawn = this.#drawn.get(id);
    if (!drawn) return;
    for (const range of drawn.ranges) highlightCalled(drawn.highlight)?.delete(range);
    this.#drawn.delete(id);
  }
  #strip(cell: HTMLElement): void {
    for (const mark of cell.querySelectorAll(':scope > .code-chips, :scope > .code-lane')) mark.remove();
    this.#cells.delete(cell);
  }
  #label(cell: HTMLElement, own: readonly Wanted[], words: MarkWords): void {
    const byCode = new Map<CodeId, { code: Code; codings: CodingView[] }>();
    const lanes = new Map<CodeId, Code>();
    for (const { code, coding, whole } of own) {
      const list = byCode.get(code.id);
      if (list) list.codings.push(coding);
      else byCode.set(code.id, { code, codings: [coding] });
      if (whole) lanes.set(code.id, code);
    }
    const foreignOf = (codings: readonly CodingView[]) => (codings.every((c) => !c.own) ? (codings[0]?.coder ?? null) : null);
    const chips = [...byCode.values()].map(({ code, codings }) => ({ code, foreign: foreignOf(codings) }));
    const said = JSON.stringify([
      words.language,
      chips.map(({ code, foreign }) => [code.id, code.name, code.colour, foreign]),
      [...lanes.keys()],
    ]);
    if (this.#cells.get(cell) === said && cell.querySelector(':scope > .code-chips')) return;
    this.#strip(cell);
    if (lanes.size > 0) cell.append(cellLane([...lanes.values()]));
    cell.append(cellFoot(chips, words));
    this.#cells.set(cell, said);
  }
}

function highlightCalled(name: string): Highlight | null {
  const registry = typeof CSS !== 'undefined' ? CSS.highlights : undefined;
  if (!registry) return null;
  const found = registry.get(name) ?? new Highlight();
  if (!registry.has(name)) registry.set(name, found);
  return found;
}
