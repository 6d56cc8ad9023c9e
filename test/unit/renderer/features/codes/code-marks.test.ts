/** Marks of codes are drawn where something changed, and nowhere else. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CodingView } from '../../../../../core/contract/codes';
import type { Code } from '../../../../../core/model/code';
import type { CodeId, CodingId, VersionId } from '../../../../../core/model/ids';
import { CodeMarks } from '../../../../../renderer/features/codes/code-marks';
import { type Passage, type RowSheet, setRowSheet } from '../../../../../renderer/state/row-sheet';

const version = 'v' as VersionId;
const code = (id: string, name = id): Code => ({
  id: id as CodeId,
  parentId: null,
  name,
  description: '',
  colour: '#3f73c4',
  order: 0,
});
/** Cell n holds the text from 10 n on. */
const coding = (id: string, codeId: string, start: number, own = true): CodingView => ({
  id: id as CodingId,
  codeId: codeId as CodeId,
  target: { versionId: version, quote: { exact: 'words', prefix: '', suffix: '' }, position: { start, end: start + 5 } },
  noteId: null,
  coder: own ? 'Nour' : 'Salma',
  own,
  createdAtMs: 1,
});
const words = {
  language: 'en',
  chip: ({ name }: Code, coder: string | null) => (coder ? `${name} by ${coder}` : name),
};

let cells: HTMLElement[];
let stop: () => void;
let marks: CodeMarks;
const newCell = () => {
  const cell = document.createElement('td');
  cell.append('ten chars!');
  return cell;
};
beforeEach(() => {
  cells = [0, 1, 2].map(newCell);
  document.body.replaceChildren(...cells);
  const at = ({ start }: Passage) => cells[Math.floor(start / 10)] ?? null;
  const rangesOf = (passage: Passage) => {
    const text = at(passage)?.firstChild;
    if (!text) return [];
    const range = document.createRange();
    range.setStart(text, passage.start % 10);
    range.setEnd(text, (passage.end % 10) + (passage.end % 10 === 0 ? 10 : 0));
    return [range];
  };
  stop = setRowSheet({ cellOf: at, rangesOf } as unknown as RowSheet);
  marks = new CodeMarks();
});
afterEach(() => {
  marks.clear();
  stop();
});
const chipsOf = (cell: HTMLElement) => [...cell.querySelectorAll('.code-chip')].map((chip) => chip.textContent);
const footOf = (cell: HTMLElement) => cell.querySelector('.code-chips');

describe('marks of codes', () => {
  const codes = [code('a', 'Blame'), code('b', 'Hope')];

  it('name each code of a cell once, and whose it is', () => {
    marks.draw(codes, [coding('1', 'a', 0), coding('2', 'a', 3), coding('3', 'b', 2, false), coding('4', 'gone', 1)], words);
    expect(chipsOf(cells[0]!)).toEqual(['Blame', 'Hope']);
    expect(cells[0]!.querySelector('.foreign')?.getAttribute('aria-label')).toBe('Hope by Salma');
    expect(chipsOf(cells[1]!)).toEqual([]);
  });
  it('leave cells alone where nothing changed', () => {
    const before = [coding('1', 'a', 0), coding('2', 'a', 12)];
    marks.draw(codes, before, words);
    const feet = cells.map(footOf);
    marks.draw(codes, before, words);
    marks.draw(codes, [...before, coding('3', 'b', 22), coding('4', 'b', 13)], words);
    expect(footOf(cells[0]!)).toBe(feet[0]);
    expect(footOf(cells[1]!)).not.toBe(feet[1]);
    expect(cells.map(chipsOf)).toEqual([['Blame'], ['Blame', 'Hope'], ['Hope']]);
    marks.draw(codes, [coding('3', 'b', 22)], words);
    expect(cells.map(chipsOf)).toEqual([[], [], ['Hope']]);
  });
  it('come again in a row that was drawn anew, and follow a name', () => {
    const all = [coding('1', 'a', 0)];
    marks.draw(codes, all, words);
    const fresh = newCell();
    cells[0]!.replaceWith(fresh);
    cells[0] = fresh;
    marks.draw(codes, all, words);
    expect(chipsOf(fresh)).toEqual(['Blame']);
    fresh.querySelector('.code-chips')?.remove();
    marks.draw([code('a', 'Guilt')], all, words);
    expect(chipsOf(fresh)).toEqual(['Guilt']);
    marks.clear();
    expect(document.querySelector('.code-chips, .code-lane')).toBeNull();
  });
});
