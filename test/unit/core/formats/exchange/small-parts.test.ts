import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codePointMap } from '../../../../../core/formats/exchange/code-points';
import { maxCodeDepth, orderCodes } from '../../../../../core/formats/exchange/code-tree';
import { readCsv, writeCsv } from '../../../../../core/formats/exchange/csv';
import { safeFileName } from '../../../../../core/formats/exchange/file-name';
import { guardFormula, unguardFormula } from '../../../../../core/formats/exchange/formula-guard';
import { monotoneSubset } from '../../../../../core/formats/exchange/monotone';
import { stableUuid } from '../../../../../core/formats/exchange/stable-id';
import { columnLetters } from '../../../../../core/formats/exchange/xlsx-exporter';
import { element, text } from '../../../../../core/formats/exchange/xml-writer';
import type { Code } from '../../../../../core/model/code';
import type { CodeId } from '../../../../../core/model/ids';

const anyText = fc.string({ unit: 'binary', maxLength: 40 });

describe('formula guard', () => {
  it('lets no cell begin with a sign that runs', () => {
    for (const sign of ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) {
      expect(guardFormula(`${sign}cmd|' /C calc'!A0`)[0]).toBe("'");
    }
    expect(guardFormula('plain = text')).toBe('plain = text');
  });

  it('gives back every text', () => {
    const risky = fc.array(fc.constantFrom("'", '=', '+', '-', '@', '\t', 'a', '＝')).map((c) => c.join(''));
    fc.assert(
      fc.property(fc.oneof(risky, anyText), (value) => {
        expect(unguardFormula(guardFormula(value))).toBe(value);
        expect(/^[=+\-@\t\r]/.test(guardFormula(value))).toBe(false);
      }),
    );
  });
});

describe('csv', () => {
  it('gives back every table', () => {
    const field = fc.oneof(anyText, fc.constantFrom('"', ',', ';', '\n', '\r\n', 'a"b'));
    const table = fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(table, (rows) => {
        expect(readCsv(writeCsv(rows))).toEqual(rows.filter((row) => row.some((value) => value !== '')));
      }),
    );
  });

  it('begins with a byte-order mark and ends lines as RFC 4180 has it', () => {
    expect(writeCsv([['a', 'b"c']])).toBe('\uFEFF"a","b""c"\r\n');
  });

  it('reads what spreadsheets of other countries write', () => {
    expect(readCsv('en;fr\none, two;un\n')).toEqual([
      ['en', 'fr'],
      ['one, two', 'un'],
    ]);
    expect(readCsv('en\tfr\r\n1,5\t"a\tb"')).toEqual([
      ['en', 'fr'],
      ['1,5', 'a\tb'],
    ]);
  });
});

describe('code points', () => {
  it('counts as the iterator of strings does, there and back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (value) => {
        const map = codePointMap(value);
        let offset = 0;
        let count = 0;
        for (const character of value) {
          expect(map.toCodePoints(offset)).toBe(count);
          expect(map.toUtf16(count)).toBe(offset);
          offset += character.length;
          count += 1;
        }
        expect(map.toCodePoints(offset)).toBe(count);
        expect(map.toUtf16(count)).toBe(offset);
      }),
    );
  });

  it('takes the inside of a pair for its start, and halves for characters', () => {
    expect(codePointMap('a😀b').toCodePoints(2)).toBe(1);
    expect(codePointMap('\uD83Da').toCodePoints(1)).toBe(1);
  });
});

describe('file names', () => {
  it('hold no direction marks, separators or reserved names', () => {
    expect(safeFileName('a/b\\c:d\u202Etxt.exe')).toBe('a b c d txt.exe');
    expect(safeFileName('../../etc/passwd')).toBe('etc passwd');
    expect(safeFileName('CON')).toBe('report CON');
    expect(safeFileName('\u200F')).toBe('report');
    expect(safeFileName('تقرير الميناء')).toBe('تقرير الميناء');
    fc.assert(
      fc.property(anyText, (title) => {
        expect(safeFileName(title)).toMatch(/^(?![. -])[\p{L}\p{M}\p{N} ._-]{1,87}(?<![. -])$/u);
      }),
    );
  });
});

describe('code trees', () => {
  const code = (id: string, parentId: string | null, order = 0): Code => ({
    id: id as CodeId,
    parentId: parentId as CodeId | null,
    name: id,
    description: '',
    colour: '#000000',
    order,
  });

  it('stand with parents before children, whatever order, circle or depth they come in', () => {
    const parent = fc.option(fc.nat({ max: 80 }));
    fc.assert(
      fc.property(fc.array(fc.tuple(parent, fc.nat()), { maxLength: 80 }), (list) => {
        const codes = list.map(([p, order], i) => code(String(i), p === null ? null : String(p), order));
        const ordered = orderCodes(codes);
        expect(ordered.map(({ id }) => id).sort()).toEqual(codes.map(({ id }) => id).sort());
        const before = new Set<string>();
        for (const { id, parentId } of ordered) {
          expect(parentId === null || before.has(parentId)).toBe(true);
          before.add(id);
        }
      }),
    );
  });

  it('cut what nests too deeply off, and keep it', () => {
    const chain = Array.from({ length: 10_000 }, (_, i) => code(String(i), i === 0 ? null : String(i - 1)));
    const ordered = orderCodes(chain);
    expect(ordered).toHaveLength(10_000);
    expect(ordered.filter(({ parentId }) => parentId === null)).toHaveLength(Math.ceil(10_000 / (maxCodeDepth + 1)));
  });
});

describe('longest run in order', () => {
  it('is as long as the best of all subsets', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat({ max: 30 }), { maxLength: 9 }), (seconds) => {
        const pairs = seconds.map((s, i) => [[i], [s]] as const);
        const run = monotoneSubset(pairs);
        for (let i = 1; i < run.length; i += 1) expect(seconds[run[i]!]!).toBeGreaterThan(seconds[run[i - 1]!]!);
        let best = 0;
        for (let mask = 0; mask < 1 << seconds.length; mask += 1) {
          const chosen = seconds.filter((_, i) => mask & (1 << i));
          if (chosen.every((s, i) => i === 0 || s > chosen[i - 1]!)) best = Math.max(best, chosen.length);
        }
        expect(run).toHaveLength(best);
      }),
    );
  });
});

describe('ids that follow from names', () => {
  it('are UUIDs, the same for the same name, others for others', () => {
    const ids = Array.from({ length: 5000 }, (_, i) => stableUuid(`note ${i}`));
    expect(new Set(ids).size).toBe(5000);
    expect(stableUuid('note 7')).toBe(ids[7]);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});

describe('markup', () => {
  it('escapes texts and attributes, and has a place for characters that XML lacks', () => {
    expect(element('a', { b: '"<\n', c: null }, text('<&>\r\u0000\uFFFE'))).toBe(
      '<a b="&quot;&lt;&#10;">&lt;&amp;&gt;&#13;\uFFFD\uFFFD</a>',
    );
    expect(element('br')).toBe('<br/>');
    expect(element('td', {}, [])).toBe('<td></td>');
  });

  it('counts columns in letters', () => {
    expect([0, 25, 26, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
  });
});
