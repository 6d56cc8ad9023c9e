import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseSupplement, type SupplementRow } from '../../../../scripts/lexicon/supplement.mjs';

const folder = path.resolve('resources/lexicon/supplement');
const names = readdirSync(folder).filter((file) => file.endsWith('.tsv'));
const rowsOf = (name: string): SupplementRow[] => parseSupplement(readFileSync(path.join(folder, name), 'utf8'));
const arabic = /[\u0600-\u06ff]/;
const latin = /[A-Za-z]/;

describe('the supplement', () => {
  it('has the rows it promises', () => {
    expect(names.flatMap(rowsOf).length).toBeGreaterThanOrEqual(2500);
  });

  it.each(names)('%s: three columns, at least two filled, no alternative twice, each in its script', (name) => {
    for (const { number, cells } of rowsOf(name)) {
      const place = `${name}:${number}`;
      expect(cells.length, place).toBe(3);
      expect(cells.filter((cell) => cell.length > 0).length, place).toBeGreaterThanOrEqual(2);
      for (const cell of cells) expect(new Set(cell).size, place).toBe(cell.length);
      const [en = [], fr = [], ar = []] = cells;
      for (const word of [...en, ...fr]) expect(arabic.test(word), `${place} ${word}`).toBe(false);
      for (const word of ar) expect(latin.test(word), `${place} ${word}`).toBe(false);
    }
  });

  it('holds no row twice', () => {
    const seen = new Map<string, string>();
    for (const name of names) {
      for (const { number, cells } of rowsOf(name)) {
        const row = cells.map((cell) => [...cell].sort().join('|')).join('\t');
        expect(seen.get(row), `${name}:${number}`).toBeUndefined();
        seen.set(row, `${name}:${number}`);
      }
    }
  });
});

describe('parseSupplement', () => {
  it('splits columns and alternatives and leaves out blank lines and remarks', () => {
    expect(parseSupplement('# x\n\na | b\t\tج\n')).toEqual([{ number: 3, cells: [['a', 'b'], [], ['ج']] }]);
  });
});
