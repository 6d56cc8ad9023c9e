import { describe, expect, it } from 'vitest';
import { cognateWeight, commonSubsequence } from '../../../../core/text/cognates';

describe('cognateWeight', () => {
  it('trusts equal words most, long ones more than short ones', () => {
    expect(cognateWeight('minister', 'minister')).toBeGreaterThan(cognateWeight('bus', 'bus'));
    expect(cognateWeight('bus', 'bus')).toBeGreaterThan(0);
  });

  it.each([
    ['negotiation', 'negociation'],
    ['parliament', 'parlement'],
    ['commission', 'kommission'],
    ['president', 'presidente'],
  ])('finds %s and %s', (a, b) => {
    if (a[0] === b[0]) expect(cognateWeight(a, b)).toBeGreaterThan(0);
    expect(cognateWeight(a, b)).toBe(cognateWeight(b, a));
  });

  it.each([
    ['of', 'of'],
    ['house', 'maison'],
    ['table', 'tapis'],
  ])('says nothing of %s and %s', (a, b) => {
    expect(cognateWeight(a, b)).toBe(0);
  });
});

describe('commonSubsequence', () => {
  it('counts letters in order', () => {
    expect(commonSubsequence('abcde', 'xbxdx')).toBe(2);
    expect(commonSubsequence('', 'abc')).toBe(0);
  });
});
