import { describe, expect, it } from 'vitest';
import { nullMean, probabilityOfStanding, standings } from '../../../../../core/align/event/standing';

const size = 10;
/** Ten units against ten: `noise` everywhere, one pair at (3, 5). */
function matrix(noise: number, pair: number): Float32Array {
  const similarity = new Float32Array(size * size).fill(noise);
  similarity[3 * size + 5] = pair;
  return similarity;
}
const probabilityAt = (similarity: Float32Array, i: number, j: number) =>
  probabilityOfStanding(standings(similarity, size)[i * size + j] ?? 0);

describe('standings', () => {
  it('takes a small likeness for sure where nothing else is alike, and for chance where everything is', () => {
    expect(probabilityAt(matrix(0.005, 0.1), 3, 5)).toBeGreaterThan(0.8);
    expect(probabilityAt(matrix(0.04, 0.1), 3, 5)).toBeLessThan(0.4);
  });

  it('takes from a pair what a better one in its row or column claims', () => {
    const similarity = matrix(0.02, 0.12);
    const alone = probabilityAt(similarity, 3, 5);
    similarity[3 * size + 7] = 0.3;
    expect(probabilityAt(similarity, 3, 5)).toBeLessThan(alone / 2);
    expect(probabilityAt(similarity, 3, 7)).toBeGreaterThan(0.9);
  });

  it('is the same from either side', () => {
    const similarity = Float32Array.from({ length: 6 }, (_, cell) => [0.2, 0, 0.1, 0.05, 0.3, 0.02][cell] ?? 0);
    const turned = Float32Array.from({ length: 6 }, (_, cell) => similarity[(cell % 2) * 3 + Math.floor(cell / 2)] ?? 0);
    const [forth, back] = [standings(similarity, 3), standings(turned, 2)];
    for (let i = 0; i < 2; i += 1) for (let j = 0; j < 3; j += 1) expect(forth[i * 3 + j]).toBeCloseTo(back[j * 2 + i] ?? 0, 4);
  });

  it('makes nothing from nothing, and bears an empty matrix', () => {
    expect(probabilityAt(matrix(0, 0.2), 0, 0)).toBeLessThan(0.001);
    expect(standings(new Float32Array(0), 0)).toHaveLength(0);
  });
});

describe('nullMean', () => {
  it('leaves counterparts out and is not moved far by a handful of pairs', () => {
    const similarity = matrix(0.02, 0.5);
    expect(nullMean(similarity)).toBeLessThan(0.021);
    expect(nullMean(Float32Array.from([0.3, 0.3]))).toBeLessThan(0.05);
    expect(nullMean(new Float32Array(0))).toBeGreaterThan(0);
  });
});
