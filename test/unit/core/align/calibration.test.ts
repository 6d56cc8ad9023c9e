import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calibrated } from '../../../../core/align/calibration';

describe('calibrated', () => {
  it('rises with the posterior and stays a probability', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (p, q) => {
        const [low, high] = p < q ? [p, q] : [q, p];
        expect(calibrated(low)).toBeLessThanOrEqual(calibrated(high) + 1e-12);
        expect(calibrated(low)).toBeGreaterThan(0);
        expect(calibrated(high)).toBeLessThan(1);
      }),
    );
  });

  it('takes values outside 0 and 1 for the ends', () => {
    expect(calibrated(-1)).toBe(calibrated(0));
    expect(calibrated(2)).toBe(calibrated(1));
  });
});
