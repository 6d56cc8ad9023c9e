import { describe, expect, it } from 'vitest';
import { align } from '../../../../core/align/align';
import { AlignCancelled } from '../../../../core/align/types';
import { villageLexicon } from './tiny-lexicon';
import { arabic, english, filledRows, french, version } from './versions';

const translation = { kind: 'translation' } as const;

describe('align: beads of translations', () => {
  it('aligns three versions one to one', () => {
    const result = align([version('en', ...english), version('fr', ...french), version('ar', ...arabic)], villageLexicon, {
      kind: 'auto',
    });
    expect(result.kind).toBe('translation');
    expect(result.related).toEqual([true, true, true]);
    expect(result.rows.map((row) => row.cells)).toEqual(english.map((_, k) => [[k], [k], [k]]));
    expect(result.conflicts).toEqual([]);
  });

  it.each([
    ['1–2', [[0], [1], [2], [3], [4]], [[0], [1], [2, 3], [4]]],
    ['2–1', [[0, 1], [2], [3], [4]], [[0], [1], [2], [3], [4]]],
    ['2–2 across', [[0], [1, 2], [3], [4]], [[0, 1], [2], [3], [4]]],
    ['1–3', [[0, 1, 2], [3], [4]], [[0], [1], [2], [3], [4]]],
    ['1–0', [[0], [1], [2], [3], [4]], [[0], [1], [3], [4]]],
    ['0–1', [[0], [1], [3], [4]], [[0], [1], [2], [3], [4]]],
    ['1–5', [[0, 1, 2, 3, 4]], [[0], [1], [2], [3], [4]]],
    ['3–3 across', [[0, 1], [2, 3], [4]], [[0], [1, 2], [3, 4]]],
  ])('finds a %s bead', (_, left, right) => {
    const a = version('en', ...left.map((part) => part.map((k) => english[k]).join(' ')));
    const b = version('ar', ...right.map((part) => part.map((k) => arabic[k]).join(' ')));
    const result = align([a, b], villageLexicon, translation);
    // Segments that share a sentence belong together.
    for (const row of result.rows) {
      const [one = [], other = []] = row.cells;
      for (const i of one) {
        for (const sentence of left[i] ?? []) {
          const home = right.findIndex((part) => part.includes(sentence));
          if (home >= 0) expect(other).toContain(home);
        }
      }
    }
    const omitted = right.findIndex((part) => !left.some((other) => other.some((k) => part.includes(k))));
    if (omitted >= 0) expect(result.rows.find((row) => row.cells[1]?.includes(omitted))?.cells[0]).toEqual([]);
  });

  it('aligns two versions of one language', () => {
    const result = align(
      [version('en', ...english), version('en', ...english.slice(1).map((text) => text.replace('The ', 'A ')))],
      null,
      translation,
    );
    expect(filledRows(result)).toEqual(['[[1],[0]]', '[[2],[1]]', '[[3],[2]]', '[[4],[3]]']);
  });

  it('aligns a pair without any dictionary by names, numbers and cognates', () => {
    const german = [
      'Am 3. Mai 1877 stieg Weber auf den Montblanc.',
      'Zurück in Chamonix sprach Martin von 14 Stunden.',
      'Die Kommission lobte ihn.',
    ];
    const francais = [
      'Le 3 mai 1877 Weber monta au Montblanc.',
      'De retour à Chamonix, Martin parla de 14 heures.',
      'La commission le loua.',
    ];
    const result = align([version('de', ...german), version('fr', ...francais)], null, translation);
    expect(filledRows(result)).toEqual(['[[0],[0]]', '[[1],[1]]', '[[2],[2]]']);
  });
});

describe('align: several versions', () => {
  it('joins what two versions share and the base lacks', () => {
    const result = align(
      [version('en', ...english.filter((_, k) => k !== 2)), version('fr', ...french), version('ar', ...arabic)],
      villageLexicon,
      translation,
    );
    expect(filledRows(result)).toContain('[[],[2],[2]]');
    const place = result.rows.findIndex((row) => row.cells[1]?.includes(2));
    expect(result.rows[place - 1]?.cells[1]).toEqual([1]);
  });

  it('aligns eight versions', () => {
    const all = [english, french, arabic].flatMap((texts, k) =>
      [0, 1, 2].map((skip) => version(['en', 'fr', 'ar'][k] ?? 'en', ...texts.filter((_, t) => t !== skip + k))),
    );
    const versions = all.slice(0, 8);
    const result = align(versions, villageLexicon, translation);
    expect(result.related).toHaveLength(8);
    for (const row of result.rows) expect(row.cells).toHaveLength(8);
    versions.forEach((v, k) => {
      expect(result.rows.flatMap((row) => row.cells[k] ?? []).sort((x, y) => x - y)).toEqual(v.segments.map((_, s) => s));
    });
  });

  it('follows the base version', () => {
    const versions = [version('en', ...english), version('fr', ...french.slice(0, 3))];
    const result = align(versions, villageLexicon, { ...translation, base: 1 });
    const order = result.rows.flatMap((row) => row.cells[1] ?? []);
    expect(order).toEqual([0, 1, 2]);
  });
});

describe('align: degenerate input', () => {
  it('takes no version, one version and empty versions', () => {
    expect(align([], null, { kind: 'auto' }).rows).toEqual([]);
    expect(align([version('en', 'One.')], null, { kind: 'auto' }).rows).toEqual([{ cells: [[0]], score: null }]);
    const result = align([version('en', 'One.', 'Two.'), version('fr')], null, { kind: 'auto' });
    expect(result.rows.map((row) => row.cells)).toEqual([
      [[0], []],
      [[1], []],
    ]);
    expect(align([version('en'), version('fr')], null, translation).rows).toEqual([]);
  });

  it('aligns single segments', () => {
    const result = align([version('en', english[0] ?? ''), version('ar', arabic[0] ?? '')], villageLexicon, translation);
    expect(result.rows.map((row) => row.cells)).toEqual([[[0], [0]]]);
  });

  it('aligns identical texts one to one', () => {
    const result = align([version('en', ...english), version('en', ...english)], null, { kind: 'auto' });
    expect(result.kind).toBe('translation');
    expect(result.rows.map((row) => row.cells)).toEqual(english.map((_, k) => [[k], [k]]));
  });

  it('leaves boilerplate, blank segments and rules alone', () => {
    const a = version('en', english[0] ?? '', '', '***', english[1] ?? '', 'Related articles');
    const segments = a.segments.map((segment, k) => (k === 4 ? { ...segment, boilerplate: true } : segment));
    const result = align([{ ...a, segments }, version('fr', french[0] ?? '', french[1] ?? '')], villageLexicon, translation);
    for (const alone of [1, 2, 4]) expect(result.rows.find((row) => row.cells[0]?.includes(alone))?.cells).toEqual([[alone], []]);
    expect(filledRows(result)).toEqual(['[[0],[0]]', '[[3],[1]]']);
  });

  it('says that unrelated texts are unrelated', () => {
    const other = [
      'Astronomers measured the orbit of a distant planet.',
      'Their telescope recorded faint light from a galaxy.',
      'A laboratory in Geneva repeated the experiment twice.',
      'Nobody could explain the second signal.',
    ];
    const result = align([version('en', ...english), version('en', ...other)], null, { kind: 'auto' });
    expect(result.related).toEqual([false, false]);
  });

  it('takes a paragraph of 5,000 words', () => {
    const long = Array.from({ length: 1000 }, (_, k) => english[k % english.length]).join(' ');
    const result = align(
      [version('en', english[0] ?? '', long), version('fr', french[0] ?? '', french.join(' '))],
      villageLexicon,
      translation,
    );
    expect(result.rows.flatMap((row) => row.cells[0] ?? []).sort()).toEqual([0, 1]);
  });
});

describe('align: texts too long to be compared in no order', () => {
  it('aligns them in order although reports of one event were asked for', () => {
    const lines = Array.from({ length: 2010 }, (_, k) => `Line ${k}`);
    const result = align([version('en', ...lines), version('fr', ...lines)], null, { kind: 'event' });
    expect(result.kind).toBe('translation');
    expect(result.rows.filter(({ cells: [left, right] }) => left?.[0] === right?.[0]).length).toBeGreaterThan(2000);
  });
});

describe('align: fixed rows', () => {
  const versions = [version('en', ...english), version('fr', ...french), version('ar', ...arabic)];

  it('keeps them whatever the evidence says', () => {
    const fixed = [{ cells: [[0], [1, 2], []] }, { cells: [[4], [4], [4]] }];
    const result = align(versions, villageLexicon, { ...translation, fixed });
    expect(result.rows.find((row) => row.fixed === 0)?.cells).toEqual([[0], [1, 2], []]);
    expect(result.rows.find((row) => row.fixed === 1)?.cells).toEqual([[4], [4], [4]]);
    expect(result.links.find((link) => link.from[0] === 0 && link.from[1] === 0 && link.to[0] === 1)?.score).toBe(1);
  });

  it('lets a version added later join them', () => {
    const fixed = english.map((_, k) => ({ cells: [[k], [k], null] }));
    const result = align(versions, villageLexicon, { ...translation, fixed });
    expect(result.rows.map((row) => row.cells)).toEqual(english.map((_, k) => [[k], [k], [k]]));
    expect(result.rows.map((row) => row.fixed)).toEqual([0, 1, 2, 3, 4]);
  });
});

describe('align: sentences and evidence', () => {
  it('links sentences by the indices given and shows evidence as spans', () => {
    const text = `${english[0]} ${english[1]}`;
    const cut = (english[0] ?? '').length;
    const a = {
      lang: 'en',
      segments: [
        {
          text,
          sentences: [
            [0, cut],
            [cut + 1, text.length],
          ] as [number, number][],
          boilerplate: false,
        },
      ],
    };
    const b = version('ar', arabic[0] ?? '', arabic[1] ?? '');
    const result = align([a, b], villageLexicon, { ...translation, sentences: true, evidence: true });
    expect(result.sentenceLinks?.map((link) => [link.from, link.to])).toEqual([
      [
        [0, 0, 0],
        [1, 0, 0],
      ],
      [
        [0, 0, 1],
        [1, 1, 0],
      ],
    ]);
    const shown = result.links.flatMap((link) =>
      (link.evidence ?? []).map((e) => [text.slice(...e.from), b.segments[link.to[1]]?.text.slice(...e.to)]),
    );
    expect(shown).toContainEqual(['bridge', 'الجسر']);
    expect(shown).toContainEqual(['hospital', 'المستشفى']);
  });
});

describe('align: progress and cancel', () => {
  it('reports rising progress up to 1', () => {
    const seen: number[] = [];
    align([version('en', ...english), version('fr', ...french)], villageLexicon, {
      kind: 'auto',
      onProgress: (done) => seen.push(done),
    });
    expect(seen.at(-1)).toBe(1);
    expect([...seen].sort((x, y) => x - y)).toEqual(seen);
  });

  it('throws AlignCancelled when asked to stop', () => {
    expect(() =>
      align([version('en', ...english), version('fr', ...french)], villageLexicon, { kind: 'auto', isCancelled: () => true }),
    ).toThrow(AlignCancelled);
  });
});
