import { describe, expect, it } from 'vitest';
import { findConflicts } from '../../../../../core/align/event/conflicts';
import { groupSegments, type Pairing } from '../../../../../core/align/event/group';

const pairing = (a: number, i: number, b: number, j: number, probability: number): Pairing => ({ a, i, b, j, probability });

describe('findConflicts', () => {
  it('reports three segments of which one pair speaks against the other two', () => {
    const pairings = [pairing(0, 0, 1, 0, 0.99), pairing(1, 0, 2, 0, 0.8), pairing(0, 0, 2, 0, 0.05)];
    expect(findConflicts(groupSegments([1, 1, 1], pairings), pairings)).toEqual([
      {
        segments: [
          [0, 0],
          [1, 0],
          [2, 0],
        ],
      },
    ]);
  });

  it('is silent where all agree and where there are only two versions', () => {
    const agreed = [pairing(0, 0, 1, 0, 0.9), pairing(1, 0, 2, 0, 0.9), pairing(0, 0, 2, 0, 0.9)];
    expect(findConflicts(groupSegments([1, 1, 1], agreed), agreed)).toEqual([]);
    const two = [pairing(0, 0, 1, 0, 0.9), pairing(0, 1, 1, 0, 0.3)];
    expect(findConflicts(groupSegments([2, 1], two), two)).toEqual([]);
  });
});
