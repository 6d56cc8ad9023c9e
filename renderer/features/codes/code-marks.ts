/**
 * Coded passages in the text: underlines in up to three levels, so that passages that overlap or lie in each other can be told
 * apart (CSS Custom Highlight API: ranges, no extra elements). Whole paragraphs get a line beside them. Chips with the codes'
 * names stand at the foot of the cell.
 */
import type { Code } from '../../../core/model/code';
import type { CodeId } from '../../../core/model/ids';
import { colourNumber } from '../../components/code-colours';
import type { CodingView } from '../../state/codes';
import { useReport } from '../../state/report';
import { type Passage, rowSheet } from '../../state/row-sheet';

const levels = 3;
/** Lines beside a cell; the chips name all. */
const mostLines = 3;
const names = Array.from({ length: 8 }, (_, c) => Array.from({ length: levels }, (_, l) => `code-${c + 1}-${l + 1}`)).flat();

/** True where a passage is whole paragraphs: a line beside them says it better than one under every word. */
function isWhole({ versionId, start, end }: Passage): boolean {
  const { book, report } = useReport.getState();
  const version = report?.versions.find((v) => v.id === versionId)?.ordinal;
  const segments = book && version !== undefined ? book.segmentsBetween(version, start, end) : [];
  return segments.length > 0 && segments[0]!.start >= start && segments.at(-1)!.end <= end;
}

/** For each coding the level of its underline: passages that overlap get different ones as far as there are levels. */
export function levelsOf(spans: readonly { start: number; end: number }[]): number[] {
  const order = spans.map((_, i) => i).sort((a, b) => spans[a]!.start - spans[b]!.start || spans[b]!.end - spans[a]!.end);
  const ends: number[] = [];
  const found: number[] = [];
  for (const i of order) {
    const { start, end } = spans[i]!;
    let level = ends.findIndex((last) => last <= start);
    if (level < 0) level = ends.length < levels ? ends.length : ends.indexOf(Math.min(...ends));
    ends[level] = Math.max(end, level < ends.length ? ends[level]! : 0);
    found[i] = level;
  }
  return found;
}

export interface MarkWords {
  language: string;
  /** What a chip is called: the code's name, and the coder's where that is somebody else. */
  chip: (code: Code, coder: string | null) => string;
}

export function clearCodeMarks(): void {
  const registry = typeof CSS !== 'undefined' ? CSS.highlights : undefined;
  for (const name of names) registry?.delete(name);
  for (const mark of document.querySelectorAll('.code-chips, .code-lane')) mark.remove();
}

function chip(code: Code, codings: readonly CodingView[], words: MarkWords): HTMLElement {
  const foreign = codings.every((c) => !c.own) ? (codings[0]?.coder ?? null) : null;
  const element = document.createElement('button');
  element.type = 'button';
  element.tabIndex = -1;
  element.className = foreign === null ? 'code-chip' : 'code-chip foreign';
  element.dataset.code = code.id;
  element.dataset.c = String(colourNumber(code.colour));
  element.setAttribute('aria-label', words.chip(code, foreign));
  element.title = words.chip(code, foreign);
  const swatch = document.createElement('span');
  swatch.className = 'code-swatch';
  swatch.dataset.c = element.dataset.c;
  const name = document.createElement('bdi');
  name.append(code.name);
  element.append(swatch, name);
  return element;
}

export function drawCodeMarks(codes: readonly Code[], codings: readonly CodingView[], words: MarkWords): void {
  clearCodeMarks();
  const sheet = rowSheet();
  const registry = typeof CSS !== 'undefined' ? CSS.highlights : undefined;
  if (!sheet) return;
  const byId = new Map(codes.map((code) => [code.id, code]));
  const placed = codings.filter((c) => !c.target.orphan && byId.has(c.codeId));
  const ranges = new Map<string, Range[]>();
  const byVersion = new Map<string, CodingView[]>();
  for (const coding of placed) {
    const list = byVersion.get(coding.target.versionId);
    if (list) list.push(coding);
    else byVersion.set(coding.target.versionId, [coding]);
  }
  const chips = new Map<HTMLElement, Map<CodeId, CodingView[]>>();
  const lanes = new Map<HTMLElement, Set<CodeId>>();
  for (const list of byVersion.values()) {
    const level = levelsOf(list.map((c) => c.target.position));
    list.forEach((coding, i) => {
      const passage = { versionId: coding.target.versionId, ...coding.target.position };
      const name = `code-${colourNumber(byId.get(coding.codeId)!.colour)}-${level[i]! + 1}`;
      const marked = ranges.get(name) ?? [];
      const whole = isWhole(passage);
      if (!whole) marked.push(...sheet.rangesOf(passage));
      ranges.set(name, marked);
      const cell = sheet.cellOf(passage);
      if (!cell) return;
      const own = chips.get(cell) ?? new Map<CodeId, CodingView[]>();
      own.set(coding.codeId, [...(own.get(coding.codeId) ?? []), coding]);
      chips.set(cell, own);
      if (whole) lanes.set(cell, (lanes.get(cell) ?? new Set<CodeId>()).add(coding.codeId));
    });
  }
  for (const [name, list] of ranges) registry?.set(name, new Highlight(...list));
  for (const [cell, own] of lanes) {
    const lane = document.createElement('div');
    lane.className = 'code-lane';
    for (const codeId of [...own].slice(0, mostLines)) {
      const line = document.createElement('span');
      line.dataset.c = String(colourNumber(byId.get(codeId)!.colour));
      lane.append(line);
    }
    cell.append(lane);
  }
  for (const [cell, own] of chips) {
    const line = document.createElement('div');
    line.className = 'code-chips';
    line.lang = words.language;
    for (const [codeId, list] of own) line.append(chip(byId.get(codeId)!, list, words));
    cell.append(line);
  }
}
