import { describe, expect, it } from 'vitest';
import type { Code } from '../../../../../core/model/code';
import type { CodeId, VersionId } from '../../../../../core/model/ids';
import { codeColours, colourNumber } from '../../../../../renderer/components/code-colours';
import { type Choice, choicesFor, recentCodes } from '../../../../../renderer/features/codes/picker';
import { familyOf, linesOf, siblingsOf } from '../../../../../renderer/features/codes/tree';
import type { CodingView } from '../../../../../renderer/state/codes';

const code = (id: string, name: string, parentId: string | null = null, order = 0): Code => ({
  id: id as CodeId,
  parentId: parentId as CodeId | null,
  name,
  description: '',
  colour: '#3f73c4',
  order,
});
const codes = [
  code('blame', 'Blame'),
  code('state', 'The state', 'blame'),
  code('press', 'Press', 'state'),
  code('source', 'مصدرٌ رسمي', null, 1),
];
const coding = (codeId: string, createdAtMs: number, own = true): CodingView => ({
  id: `${codeId}${createdAtMs}` as CodingView['id'],
  codeId: codeId as CodeId,
  target: {
    versionId: 'v' as VersionId,
    quote: { exact: 'x', prefix: '', suffix: '' },
    position: { start: 0, end: 1 },
  },
  noteId: null,
  coder: own ? 'me' : 'other',
  own,
  createdAtMs,
});
const names = (choices: readonly Choice[]) => choices.map((c) => (c.type === 'code' ? c.line.code.name : `+${c.name}`));

describe('the tree', () => {
  it('gives depth, path, siblings and family', () => {
    expect(linesOf(codes).map((l) => [l.depth, l.path])).toEqual([
      [0, []],
      [1, ['Blame']],
      [2, ['Blame', 'The state']],
      [0, []],
    ]);
    expect(siblingsOf(codes, codes[3]!).map((c) => c.id)).toEqual(['blame', 'source']);
    expect([...familyOf(codes, 'state' as CodeId)]).toEqual(['state', 'press']);
  });
});

describe('the picker', () => {
  it('begins with the codes that this reader used last, numbered', () => {
    const recent = recentCodes([coding('press', 1), coding('blame', 3), coding('press', 2), coding('source', 9, false)]);
    expect(recent).toEqual(['blame', 'press']);
    const choices = choicesFor(linesOf(codes), recent, '');
    expect(names(choices)).toEqual(['Blame', 'Press', 'The state', 'مصدرٌ رسمي']);
    expect(choices.map((c) => c.type === 'code' && c.digit)).toEqual([1, 2, null, null]);
  });
  it('puts names that begin with what is typed first, then words, then paths', () => {
    expect(names(choicesFor(linesOf(codes), [], 'bl'))).toEqual(['Blame', 'The state', 'Press', '+bl']);
    expect(names(choicesFor(linesOf(codes), [], 'STATE'))).toEqual(['The state', 'Press', '+STATE']);
  });
  it('finds Arabic without its marks, and offers no second code of the same name', () => {
    expect(names(choicesFor(linesOf(codes), [], 'مصدر رسمي'))).toEqual(['مصدرٌ رسمي']);
    expect(names(choicesFor(linesOf(codes), [], ' new '))).toEqual(['+new']);
  });
});

describe('marks', () => {
  it('have one of eight colours, foreign ones the nearest', () => {
    expect(codeColours.map(colourNumber)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(colourNumber('#0000ff')).toBe(2);
    expect(colourNumber('#ff0000')).toBe(7);
  });
});
