import { describe, expect, it } from 'vitest';
import { shapes } from '../../../../core/align/bead-score';
import { addViews, type LinkMatrix, transposed, viewThrough } from '../../../../core/align/consistency';
import { fullBand } from '../../../../core/align/grid';
import { bestPath, nodeBand } from '../../../../core/align/search';

const tick = () => undefined;
/** Rows of links: [[0, 1]] leads from unit 0 to unit 1 for certain. */
const links = (size: number, pairs: readonly (readonly [number, number, number?])[]): LinkMatrix => {
  const matrix: LinkMatrix = Array.from({ length: size }, () => new Map());
  for (const [i, j, p] of pairs) matrix[i]?.set(j, p ?? 1);
  return matrix;
};

/** Scores of a pair of `size` by `size` units in which every bead of one unit and one unit, and every omission, is worth the same. */
function evenScores(size: number) {
  const nodes = nodeBand(fullBand(size, size), size);
  const values = new Float32Array((nodes.start[size + 1] ?? 0) * shapes.length).fill(Number.NEGATIVE_INFINITY);
  for (let i = 0; i <= size; i += 1) {
    for (let j = 0; j <= size; j += 1) {
      shapes.forEach(([a, b], s) => {
        if (a > i || b > j || a + b > 2 || a > 1 || b > 1) return;
        values[((nodes.start[i] ?? 0) + j) * shapes.length + s] = a + b === 2 ? 0 : -3;
      });
    }
  }
  return { nodes, values };
}
const path = (scores: ReturnType<typeof evenScores>, size: number) =>
  bestPath(scores, size, false)
    .filter((bead) => bead.i0 < bead.i1 && bead.j0 < bead.j1)
    .map((bead) => [bead.i0, bead.j0]);

describe('viewThrough', () => {
  it('multiplies links through the third version', () => {
    const view = viewThrough(links(2, [[0, 1, 0.8]]), links(2, [[1, 1, 0.5]]), links(2, []), 2, tick);
    expect(view.a.links[0]?.get(1)).toBeCloseTo(0.4);
    expect([...view.a.held]).toEqual([0.8, 0]);
    expect([...view.b.held]).toEqual([0, 0.5]);
    expect(view.b.links[1]?.get(0)).toBeCloseTo(0.4);
  });

  it('is doubted the more, the less it agrees with what the pair says', () => {
    const same = links(
      6,
      [0, 1, 2, 3, 4, 5].map((k) => [k, k] as const),
    );
    const agreed = viewThrough(same, same, same, 6, tick);
    const other = links(
      6,
      [0, 1, 2, 3, 4].map((k) => [k, k + 1] as const),
    );
    const denied = viewThrough(same, same, other, 6, tick);
    expect(agreed.doubt).toBeGreaterThan(0);
    expect(denied.doubt).toBeGreaterThan(agreed.doubt * 5);
  });

  it('expects more omissions where it finds more', () => {
    const same = links(
      6,
      [0, 1, 2, 3, 4, 5].map((k) => [k, k] as const),
    );
    const half = links(
      6,
      [0, 2, 4].map((k) => [k, k] as const),
    );
    expect(viewThrough(same, half, half, 6, tick).leftOut).toBeGreaterThan(viewThrough(same, same, same, 6, tick).leftOut);
  });
});

describe('addViews', () => {
  it('parts units that the third version holds and finds elsewhere or left out', () => {
    // The third version has four units: what the first begins with and the second lacks, what the second has instead, and two of both.
    const xz = links(3, [
      [0, 0],
      [1, 2],
      [2, 3],
    ]);
    const zy = links(4, [
      [1, 0],
      [2, 1],
      [3, 2],
    ]);
    const scores = evenScores(3);
    expect(path(scores, 3)).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
    ]);
    const direct = links(3, [
      [0, 0],
      [1, 1],
      [2, 2],
    ]);
    addViews(scores, [viewThrough(xz, zy, direct, 3, tick)], 3, tick);
    expect(path(scores, 3)).toEqual([
      [1, 1],
      [2, 2],
    ]);
  });

  it('says nothing of what the third version lacks', () => {
    const scores = evenScores(2);
    const before = scores.values.slice();
    addViews(scores, [viewThrough(links(2, []), links(3, []), links(2, []), 2, tick)], 2, tick);
    scores.values.forEach((value, k) => {
      if (Number.isFinite(before[k])) expect(value).toBeCloseTo(before[k] ?? 0);
      else expect(value).toBe(Number.NEGATIVE_INFINITY);
    });
  });

  it('counts several versions that say the same as one', () => {
    const same = links(2, [
      [0, 0],
      [1, 1],
    ]);
    const view = viewThrough(same, same, same, 2, tick);
    const [once, twice] = [evenScores(2), evenScores(2)];
    addViews(once, [view], 2, tick);
    addViews(twice, [view, view], 2, tick);
    expect([...twice.values].filter(Number.isFinite)).toEqual(
      [...once.values].filter(Number.isFinite).map((value) => expect.closeTo(value, 4)),
    );
  });
});

describe('transposed', () => {
  it('turns links round', () => {
    expect(transposed(links(2, [[0, 2, 0.5]]), 3)).toEqual(links(3, [[2, 0, 0.5]]));
  });
});
