/** Pairs, and three versions together, on the harder variants of the development sets (harder.ts). Returns Markdown. */
import { align } from '../../../core/align/align';
import type { AlignVersion } from '../../../core/align/types';
import type { Lexicon } from '../../../core/lexicon/lexicon';
import { closure, type ManyVersions, variants } from './harder';
import { type BeadDocument, beadsOfLinks, Score } from './score';
import { newsPairs } from './three';

type VersionOf = (lang: string, lines: readonly string[]) => AlignVersion;

const three = (value: number) => value.toFixed(3).replace(/^0/, '');
const gain = (value: number) => `${value < 0 ? '−' : '+'}${three(Math.abs(value))}`;

export interface HarderSet {
  documents: readonly BeadDocument[];
  langs: [string, string];
  lexicon: Lexicon | null;
}

/** Strict / lax F1 of each set on each variant. */
export function harderPairs(sets: ReadonlyMap<string, HarderSet>, versionOf: VersionOf): string {
  const out = [
    '### Harder variants, strict / lax F1',
    '',
    `| set | ${variants.map(([name]) => name).join(' | ')} |`,
    `| --- |${' --- |'.repeat(variants.length)}`,
  ];
  for (const [name, { documents, langs, lexicon }] of sets) {
    const cells = variants.map(([, make]) => {
      const score = new Score();
      documents.forEach((document, n) => {
        const many = make({ langs, texts: [document.a, document.b], gold: new Map([['0-1', document.gold]]) }, 1000 + n);
        if (many.texts.some((text) => text.length === 0)) return;
        const versions = many.texts.map((text, v) => versionOf(langs[v] ?? 'und', text));
        score.add(beadsOfLinks(align(versions, lexicon, { kind: 'translation' }).links, 0, 1), many.gold.get('0-1') ?? []);
      });
      return `${three(score.strictF1)} / ${three(score.laxF1)}`;
    });
    out.push(`| ${name} | ${cells.join(' | ')} |`);
  }
  return [...out, ''].join('\n');
}

/** English, French and Arabic of each news text, two draws of each variant: each pair alone, the three together, and rows. */
export function harderThree(sets: ReadonlyMap<string, readonly BeadDocument[]>, versionOf: VersionOf, lexicon: Lexicon): string {
  const langs = ['en', 'fr', 'ar'];
  const out = [
    '### Three versions on the harder variants, strict F1 alone → together (gain)',
    '',
    '| variant | English–French | English–Arabic | French–Arabic | rows |',
    '| --- | --- | --- | --- | --- |',
  ];
  for (const known of [lexicon, null]) {
    for (const [name, make] of variants) {
      const scores = newsPairs.map(() => ({ alone: new Score(), together: new Score() }));
      const rows = { found: 0, gold: 0, right: 0 };
      for (const seed of name === 'as it is' ? [1] : [1, 2]) {
        (sets.get('ntrex-dev-enfr') ?? []).forEach((first, n) => {
          const of = (set: string) => sets.get(set)?.find((document) => document.name === first.name);
          const gold = new Map(newsPairs.map(([set, x, y]) => [`${x}-${y}`, of(set)?.gold ?? []] as const));
          const given: ManyVersions = { langs, texts: [first.a, first.b, of('ntrex-dev-enar')?.b ?? []], gold: new Map(gold) };
          const many = make(given, seed * 1000 + n);
          if (many.texts.some((text) => text.length === 0)) return;
          const versions = many.texts.map((text, v) => versionOf(langs[v] ?? 'und', text));
          const together = align(versions, known, { kind: 'translation' });
          newsPairs.forEach(([, x, y], k) => {
            const right = many.gold.get(`${x}-${y}`) ?? [];
            const pair = [versions[x], versions[y]].filter((version) => version !== undefined);
            scores[k]?.together.add(beadsOfLinks(together.links, x, y), right);
            scores[k]?.alone.add(beadsOfLinks(align(pair, known, { kind: 'translation' }).links, 0, 1), right);
          });
          const keys = new Set(closure(many).map((row) => JSON.stringify(row)));
          const found = together.rows.filter((row) => row.cells.filter((cell) => cell.length > 0).length > 1);
          rows.gold += keys.size;
          rows.found += found.length;
          rows.right += found.filter((row) => keys.has(JSON.stringify(row.cells))).length;
        });
      }
      const cells = scores.map(({ alone, together }) => {
        const more = together.strictF1 - alone.strictF1;
        return `${three(alone.strictF1)} → ${three(together.strictF1)} (${gain(more)})`;
      });
      const f1 = three((2 * rows.right) / (rows.found + rows.gold));
      out.push(`| ${name}${known ? '' : ', no dictionary'} | ${cells.join(' | ')} | ${f1} |`);
    }
  }
  return [...out, ''].join('\n');
}
