import { describe, expect, it } from 'vitest';
import { cognateForm, cognateWeight, commonSubsequence } from '../../../../core/text/cognates';

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

describe('cognateForm', () => {
  it.each([
    ['klub', 'club'],
    ['zentrum', 'centrum'],
    ['photographie', 'fotografie'],
    ['akkord', 'accord'],
  ])('spells %s and %s alike', (a, b) => {
    const [x, y] = [cognateForm(a), cognateForm(b)];
    expect(cognateWeight(x, y)).toBeGreaterThan(0);
    expect(cognateWeight(x, y)).toBeGreaterThanOrEqual(cognateWeight(a, b));
  });

  it('leaves no word empty', () => {
    for (const word of ['schloss', 'qu', 'yy', 'c']) expect(cognateForm(word)).not.toBe('');
  });
});

describe('commonSubsequence', () => {
  it('counts letters in order', () => {
    expect(commonSubsequence('abcde', 'xbxdx')).toBe(2);
    expect(commonSubsequence('', 'abc')).toBe(0);
  });
});
