import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MaxHeap } from '../../../../../core/align/event/max-heap';

describe('MaxHeap', () => {
  it('gives nothing when empty', () => {
    expect(new MaxHeap<string>().pop()).toBeUndefined();
  });

  it('gives the highest key first and equal keys in the order they came', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 })), (keys) => {
        const heap = new MaxHeap<readonly [key: number, order: number]>();
        keys.forEach((key, order) => {
          heap.push(key, [key, order]);
        });
        const popped = keys.map(() => heap.pop());
        const sorted = keys.map((key, order) => [key, order] as const).sort((x, y) => y[0] - x[0] || x[1] - y[1]);
        expect(popped).toEqual(sorted);
        expect(heap.pop()).toBeUndefined();
      }),
    );
  });

  it('keeps its order while values come and go', () => {
    const heap = new MaxHeap<string>();
    heap.push(1, 'low');
    heap.push(3, 'high');
    expect(heap.pop()).toBe('high');
    heap.push(2, 'middle');
    expect(heap.pop()).toBe('middle');
    expect(heap.pop()).toBe('low');
  });
});
