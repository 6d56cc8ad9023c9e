/**
 * Numbers as written in digits, of any script: grouping and decimal signs of the English, French, German and Arabic habits
 * (1,200 / 1 200 / 1.200 / ١٬٢٠٠ / ١،٢٠٠ / 12.5 / 12,5 / ١٢٫٥), ordinals and decades (21st, 1er, 1990s).
 */
import { asciiDigits } from './normalise';

/** A run of digits with its inner separators; a space separates only groups of exactly three digits. */
export const numeralSource = String.raw`\p{Nd}+(?:[.,،٫٬'’](?=\p{Nd})\p{Nd}+|[\u00a0\u2009\u202f ](?=\p{Nd}{3}(?!\p{Nd}))\p{Nd}{3})*`;

/**
 * The value of a matched numeral, or null where it is none that a number can hold (a telephone number, say).
 * A sign before exactly three digits groups, except one point in English, where it is decimal only after a zero.
 */
export function numeralValue(text: string): number | null {
  const digits = asciiDigits(text)
    .replace(/[\u00a0\u2009\u202f '’٬]/g, '')
    .replace(/٫/g, '.')
    .replace(/،/g, ',');
  const signs = digits.match(/[.,]/g) ?? [];
  let plain = digits;
  if (text.includes('٫')) plain = digits.replace(/,/g, '');
  else if (signs.length > 0) {
    const groups = digits.split(/[.,]/);
    const last = signs.at(-1) ?? '.';
    const mixed = new Set(signs).size === 2;
    const grouped = groups.slice(1, mixed ? -1 : undefined).every((group) => group.length === 3) && (groups[0] ?? '').length <= 3;
    if (mixed) plain = digits.replace(last === ',' ? /\./g : /,/g, '').replace(',', '.');
    else if (grouped && groups[0] !== '0') plain = groups.join('');
    else if (signs.length === 1) plain = digits.replace(',', '.');
    else return null;
  }
  if (!/^\d{1,15}(?:\.\d{1,9})?$/.test(plain)) return null;
  return Number(plain);
}

/** The key under which equal numbers meet: '#' and the value. */
export function numberKey(value: number): string {
  return `#${Number(value.toPrecision(12))}`;
}
