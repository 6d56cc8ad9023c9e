import { describe, expect, it } from 'vitest';
import { numberKey, numeralSource, numeralValue } from '../../../../core/text/numerals';

describe('numeralValue', () => {
  it.each([
    ['1,200', 1200],
    ['1.200', 1200],
    ['1 200', 1200],
    ['1\u202f200\u202f000', 1200000],
    ['١٬٢٠٠', 1200],
    ['١٢٫٥', 12.5],
    ['12.5', 12.5],
    ['12,5', 12.5],
    ['1,234.56', 1234.56],
    ['1.234,56', 1234.56],
    ['0.125', 0.125],
    ['3,50', 3.5],
    ['2024', 2024],
    ['১২', 12],
  ])('%s is %d', (text, value) => {
    expect(numeralValue(text)).toBe(value);
  });

  it('refuses what is no number', () => {
    expect(numeralValue('1.2.3')).toBeNull();
    expect(numeralValue('12345678901234567890')).toBeNull();
  });

  it('gives one key to equal values', () => {
    expect(numberKey(numeralValue('1,200') ?? 0)).toBe(numberKey(numeralValue('١٢٠٠') ?? 1));
  });

  it('does not join separate numbers', () => {
    expect('in 2011 1200 people'.match(new RegExp(numeralSource, 'gu'))).toEqual(['2011', '1200']);
  });
});
