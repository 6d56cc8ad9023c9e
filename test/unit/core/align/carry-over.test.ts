import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carryOver, type RevisionTexts, sameSegments, successors } from '../../../../core/align/carry-over';
import type { RowId } from '../../../../core/model/ids';
import type { Row } from '../../../../core/model/report';

const row = (id: number, cells: number[][], status: Row['status'] = 'automatic'): Row => ({
  id: id as RowId,
  cells,
  score: 0.9,
  status,
});
const pairsOf = (texts: RevisionTexts) => sameSegments(texts).map((p) => p.cells as number[][]);
const storm = 'The storm closed the harbour for three days.';
const ferry = 'Two ferries will sail every day until the end of March.';
const nets = 'Fishermen asked the town for help with their broken nets.';
const hall = 'Some passengers had waited in the sports hall.';

describe('sameSegments', () => {
  it('finds paragraphs that stayed, moved or follow something new', () => {
    expect(pairsOf({ before: [storm, ferry, nets], after: [hall, nets, storm, ferry] })).toEqual([
      [[0], [2]],
      [[1], [3]],
      [[2], [1]],
    ]);
  });

  it('pairs repeated paragraphs only beside something that is sure', () => {
    expect(
      pairsOf({ before: [storm, '* * *', ferry, '* * *', nets], after: [storm, '* * *', ferry, '* * *', nets] }),
    ).toHaveLength(5);
    expect(pairsOf({ before: ['* * *', '* * *'], after: [hall, '* * *', '* * *'] })).toEqual([]);
  });

  it('never pairs one paragraph twice, and only paragraphs of the same text', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd', storm), { maxLength: 12 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pairs = pairsOf({ before, after });
        expect(new Set(pairs.map(([o]) => o![0])).size).toBe(pairs.length);
        expect(new Set(pairs.map(([, n]) => n![0])).size).toBe(pairs.length);
        for (const [o, n] of pairs) expect(before[o![0]!]).toBe(after[n![0]!]);
      }),
    );
  });
});

describe('carryOver', () => {
  const rows = [row(0, [[0], [0]], 'confirmed'), row(1, [[1], [1]]), row(2, [[2], []]), row(3, [[], [2]])];
  const before = [storm, ferry, nets];

  it('keeps rows whose paragraphs only moved down', () => {
    const after = [hall, storm, ferry, nets];
    const result = carryOver(rows, 0, { before, after }, sameSegments({ before, after }) as { cells: number[][] }[]);
    expect(result.rows.map((r) => [r.cells, r.carried])).toEqual([
      [[[1], [0]], 'same'],
      [[[2], [1]], 'same'],
      [[[3], []], 'same'],
      [[[], [2]], 'same'],
    ]);
    expect([result.added, result.gone, result.kept]).toEqual([[0], [], 1]);
  });

  it('tells a touched-up paragraph from a rewritten one and from another one', () => {
    const after = [
      'The storm closed the harbour for four days.',
      'Ferries sail daily, the company says, and will do so well into the end of March.',
      'The museum opens on Sunday with works by a painter from the capital.',
    ];
    const pairs = [0, 1, 2].map((i) => ({ cells: [[i], [i]] }));
    const result = carryOver(rows, 0, { before, after }, pairs);
    expect(result.rows.map((r) => r.carried)).toEqual(['changed', 'unsure', 'same']);
    expect(result.gone).toEqual([2]);
    expect(result.added).toEqual([2]);
    // Its only filled cell is gone.
    expect(result.emptied).toEqual([2]);
  });

  it('says which rows lost their text and keeps the other cells', () => {
    const after = [storm, nets];
    const result = carryOver(rows, 0, { before, after }, sameSegments({ before, after }) as { cells: number[][] }[]);
    expect(result.rows[1]).toMatchObject({ cells: [[], [1]], carried: 'gone', from: 1 });
    expect(result.kept).toBeLessThan(1);
  });

  it('puts paragraphs that were divided into the row of the whole, and joined ones where they are most alike', () => {
    const divided = { before: [`${storm} ${ferry}`], after: [storm, ferry] };
    expect(carryOver([row(0, [[0], [0]])], 0, divided, [{ cells: [[0], [0, 1]] }]).rows[0]?.cells).toEqual([[0, 1], [0]]);
    const merged = { before: [hall, `${storm} ${ferry}`], after: [`${hall} ${storm} ${ferry}`] };
    const result = carryOver([row(0, [[0], [0]]), row(1, [[1], [1]])], 0, merged, [{ cells: [[0, 1], [0]] }]);
    expect(result.rows.map((r) => r.cells)).toEqual([
      [[], [0]],
      [[0], [1]],
    ]);
    expect(result.gone).toEqual([0]);
  });

  it('places every new paragraph once or calls it added, and never touches other cells', () => {
    const text = fc.array(fc.constantFrom(storm, ferry, nets, hall, 'x', 'y'), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(text, text, (old, fresh) => {
        const own = old.map((_, i) => row(i, [[i], [i]]));
        const texts = { before: old, after: fresh };
        const result = carryOver(own, 0, texts, sameSegments(texts) as { cells: number[][] }[]);
        const placed = result.rows.flatMap((r) => r.cells[0]!);
        expect([...placed, ...result.added].sort((a, b) => a - b)).toEqual(fresh.map((_, i) => i));
        for (const r of result.rows) expect(r.cells[1]).toEqual(own[r.from]!.cells[1]);
        expect(result.rows.length + result.emptied.length).toBe(old.length);
      }),
    );
  });
});

it('names where the text of an old paragraph stands now', () => {
  const found = successors([{ cells: [[0, 1], [3]] }, { cells: [[2], [4, 5]] }, { cells: [[7], []] }]);
  expect([...found]).toEqual([
    [0, 3],
    [1, 3],
    [2, 4],
  ]);
});
