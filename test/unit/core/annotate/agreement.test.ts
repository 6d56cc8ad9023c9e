import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementOf, type CodedPassage, compareCoders } from '../../../../core/annotate/agreement';
import type { CodeId, VersionId } from '../../../../core/model/ids';

const counts = (both: number, onlyFirst: number, onlySecond: number, neither: number) => ({
  both,
  onlyFirst,
  onlySecond,
  neither,
});

describe('agreement', () => {
  it.each([
    // The textbook case of fifty grant applications, and two of a hundred with equal percentage but other margins.
    [counts(20, 5, 10, 15), 0.7, 0.4],
    [counts(45, 15, 25, 15), 0.6, 0.1304],
    [counts(25, 35, 5, 35), 0.6, 0.2593],
    [counts(10, 0, 0, 10), 1, 1],
    [counts(0, 10, 10, 0), 0, -1],
    [counts(25, 25, 25, 25), 0.5, 0],
  ])('%j: observed %d, kappa %d', (table, observed, kappa) => {
    const found = agreementOf(table);
    expect(found.observed).toBeCloseTo(observed, 4);
    expect(found.kappa).toBeCloseTo(kappa, 4);
  });
  it('has no kappa where nothing varies, and nothing at all without units', () => {
    expect(agreementOf(counts(0, 0, 0, 12))).toMatchObject({ observed: 1, kappa: null });
    expect(agreementOf(counts(12, 0, 0, 0))).toMatchObject({ observed: 1, kappa: null });
    expect(agreementOf(counts(0, 0, 0, 0))).toMatchObject({ observed: null, kappa: null });
    expect(agreementOf(counts(0, 1, 0, 11)).kappa).toBe(0);
  });
  it('lies between its bounds and does not mind who is first', () => {
    const four = fc.tuple(fc.nat(1000), fc.nat(1000), fc.nat(1000), fc.nat(1000));
    fc.assert(
      fc.property(four, ([a, b, c, d]) => {
        const one = agreementOf(counts(a, b, c, d));
        const other = agreementOf(counts(a, c, b, d));
        expect(other.kappa).toEqual(one.kappa);
        if (one.kappa === null) return;
        expect(one.kappa).toBeGreaterThanOrEqual(-1);
        expect(one.kappa).toBeLessThanOrEqual(1);
        expect(one.kappa).toBeLessThanOrEqual(one.observed! + 1e-9);
      }),
    );
  });
});

describe('two coders', () => {
  const en = 'en' as VersionId;
  const ar = 'ar' as VersionId;
  const blame = 'blame' as CodeId;
  const hope = 'hope' as CodeId;
  const units = [0, 1, 2, 3].map((n) => ({ start: n * 10, end: n * 10 + 8 }));
  const versions = [
    { versionId: en, units },
    { versionId: ar, units: units.slice(0, 2) },
  ];
  const passage = (coder: string, codeId: CodeId, versionId: VersionId, start: number, end: number): CodedPassage => ({
    coder,
    codeId,
    versionId,
    start,
    end,
  });
  const passages = [
    passage('A', blame, en, 2, 5),
    passage('B', blame, en, 0, 18),
    passage('A', blame, ar, 10, 11),
    passage('B', blame, ar, 17, 18),
    passage('A', hope, en, 30, 38),
    passage('C', hope, en, 0, 38),
    passage('A', 'other' as CodeId, en, 0, 38),
    passage('A', hope, 'gone' as VersionId, 0, 38),
  ];

  it('agree on the units that a passage of each touches', () => {
    const found = compareCoders(versions, passages, [blame, hope], 'A', 'B');
    expect(found.units).toBe(6);
    expect(found.byCode.map(({ agreement }) => agreement)).toMatchObject([counts(2, 0, 1, 3), counts(0, 1, 0, 5)]);
    // By hand: 5 of 6 alike; by chance (2 · 3 + 4 · 3) / 36 = ½; (5/6 − ½) / ½ = ⅔.
    expect(found.byCode[0]!.agreement.observed).toBeCloseTo(5 / 6, 10);
    expect(found.byCode[0]!.agreement.kappa).toBeCloseTo(2 / 3, 10);
    // One coded one unit, the other none: what chance alone gives.
    expect(found.byCode[1]!.agreement.kappa).toBe(0);
    // Both codes, 12 decisions: 10 alike; by chance (3 · 3 + 9 · 9) / 144 = ⅝; (5/6 − ⅝) / ⅜ = 5/9.
    expect(found.all.kappa).toBeCloseTo(5 / 9, 10);
    expect(found.all).toMatchObject(counts(2, 1, 1, 8));
    expect(found.differences).toEqual([
      { codeId: blame, coder: 'B', versionId: en, start: 10, end: 18 },
      { codeId: hope, coder: 'A', versionId: en, start: 30, end: 38 },
    ]);
  });
  it('do not touch a unit that a passage only borders on', () => {
    const borders = [passage('A', blame, en, 8, 10), passage('B', blame, en, 18, 20)];
    expect(compareCoders(versions, borders, [blame], 'A', 'B').byCode[0]!.agreement).toMatchObject(counts(0, 0, 0, 6));
  });
});
