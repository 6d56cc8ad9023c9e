import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupSegments, type Pairing } from '../../../../../core/align/event/group';

const pairing = (a: number, i: number, b: number, j: number, probability: number): Pairing => ({ a, i, b, j, probability });
const cells = (groups: { cells: number[][] }[]) =>
  groups
    .map((group) => group.cells)
    .filter((row) => row.flat().length > 1)
    .sort((x, y) => JSON.stringify(x).localeCompare(JSON.stringify(y)));

describe('groupSegments', () => {
  it('joins what belongs together over three versions', () => {
    const groups = groupSegments([1, 1, 1], [pairing(0, 0, 1, 0, 0.9), pairing(1, 0, 2, 0, 0.9), pairing(0, 0, 2, 0, 0.8)]);
    expect(cells(groups)).toEqual([[[0], [0], [0]]]);
    expect(groups[0]?.score).toBeCloseTo(0.867, 2);
  });

  it('does not chain: one link of many members is not enough', () => {
    const groups = groupSegments([1, 2, 1], [pairing(0, 0, 1, 0, 1), pairing(1, 1, 2, 0, 1), pairing(0, 0, 2, 0, 0.55)]);
    expect(cells(groups)).toEqual([
      [[], [1], [0]],
      [[0], [0], []],
    ]);
  });

  it('holds several paragraphs that answer to one', () => {
    const groups = groupSegments([1, 3], [pairing(0, 0, 1, 0, 0.9), pairing(0, 0, 1, 2, 0.9)]);
    expect(cells(groups)).toEqual([[[0], [0, 2]]]);
  });

  it('does not join well below an even chance', () => {
    expect(cells(groupSegments([1, 1], [pairing(0, 0, 1, 0, 0.44)]))).toEqual([]);
  });

  it('keeps fixed rows, adds to them only versions that they do not know', () => {
    const groups = groupSegments(
      [2, 2, 1],
      [pairing(0, 0, 1, 0, 1), pairing(0, 0, 2, 0, 1), pairing(1, 1, 2, 0, 1)],
      [{ cells: [[0], [1], null] }],
    );
    expect(groups.find((group) => group.fixed === 0)?.cells).toEqual([[0], [1], [0]]);
  });

  it('never joins two fixed rows and keeps empty ones', () => {
    const groups = groupSegments(
      [1, 1],
      [pairing(0, 0, 1, 0, 1)],
      [{ cells: [[0], []] }, { cells: [[], [0]] }, { cells: [[], []] }],
    );
    expect(groups.map((group) => group.cells)).toEqual([
      [[0], []],
      [[], [0]],
      [[], []],
    ]);
  });

  it('takes no harm from fixed rows that name a segment twice or one that is not there', () => {
    const groups = groupSegments([1, 1], [], [{ cells: [[0, 0, 7], [0]] }, { cells: [[0], null] }]);
    expect(groups.map((group) => group.cells)).toEqual([
      [[0], [0]],
      [[], []],
    ]);
  });

  it('puts every segment into exactly one group', () => {
    const sizes = [3, 2, 4];
    const one = fc.record({
      a: fc.constant(0),
      i: fc.nat({ max: 2 }),
      b: fc.integer({ min: 1, max: 2 }),
      j: fc.nat({ max: 1 }),
      probability: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 20 }), (pairings) => {
        const groups = groupSegments(sizes, pairings);
        sizes.forEach((size, version) => {
          const held = groups.flatMap((group) => group.cells[version] ?? []).sort((x, y) => x - y);
          expect(held).toEqual(Array.from({ length: size }, (_, segment) => segment));
        });
      }),
    );
  });
});
