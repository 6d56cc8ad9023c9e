/**
 * English, French and Arabic of each news text aligned together, and each pair alone: F1 of the pairs' links, and of the rows
 * against the transitive closure of the gold standards, with the lexicon and without. Returns Markdown.
 */
import { align } from '../../../core/align/align';
import type { AlignVersion } from '../../../core/align/types';
import type { Lexicon } from '../../../core/lexicon/lexicon';
import { type BeadDocument, type Beads, beadsOfLinks, Score } from './score';

/** Sets of news, and which of the three versions each of them pairs. */
export const newsPairs = [
  ['ntrex-dev-enfr', 0, 1],
  ['ntrex-dev-enar', 0, 2],
  ['ntrex-dev-frar', 1, 2],
] as const;

/** Rows of three versions that the gold standards of all pairs hold together. */
function closure(golds: readonly Beads[]): Set<string> {
  let rows: number[][][] = [];
  newsPairs.forEach(([, x, y], k) => {
    for (const [left, right] of golds[k] ?? []) {
      if (left.length === 0 || right.length === 0) continue;
      const bead: number[][] = [[], [], []];
      bead[x] = [...left];
      bead[y] = [...right];
      const touches = (row: number[][]) => row.some((cell, v) => cell.some((segment) => bead[v]?.includes(segment)));
      const joined = [bead, ...rows.filter(touches)];
      const row = [0, 1, 2].map((v) => [...new Set(joined.flatMap((part) => part[v] ?? []))].sort((p, q) => p - q));
      rows = [...rows.filter((other) => !touches(other)), row];
    }
  });
  return new Set(rows.map((row) => JSON.stringify(row)));
}

export function threeTogether(
  sets: ReadonlyMap<string, readonly BeadDocument[]>,
  versionOf: (lang: string, lines: readonly string[]) => AlignVersion,
  lexicon: Lexicon,
): string {
  const lines = [
    '### Three versions together, strict F1 of each pair and of rows',
    '',
    '| pair | alone | together |',
    '| --- | --- | --- |',
  ];
  const three = (value: number) => value.toFixed(3).replace(/^0/, '');
  for (const known of [lexicon, null]) {
    const scores = newsPairs.map(() => ({ alone: new Score(), joint: new Score() }));
    const rows = { found: 0, gold: 0, right: 0 };
    for (const first of sets.get('ntrex-dev-enfr') ?? []) {
      const of = (set: string) => sets.get(set)?.find((document) => document.name === first.name);
      const versions = [versionOf('en', first.a), versionOf('fr', first.b), versionOf('ar', of('ntrex-dev-enar')?.b ?? [])];
      const together = align(versions, known, { kind: 'translation' });
      newsPairs.forEach(([set, x, y], k) => {
        const gold = of(set)?.gold ?? [];
        const pair = [versions[x], versions[y]].filter((version) => version !== undefined);
        scores[k]?.joint.add(beadsOfLinks(together.links, x, y), gold);
        scores[k]?.alone.add(beadsOfLinks(align(pair, known, { kind: 'translation' }).links, 0, 1), gold);
      });
      const gold = closure(newsPairs.map(([set]) => of(set)?.gold ?? []));
      const found = together.rows.filter((row) => row.cells.filter((cell) => cell.length > 0).length > 1);
      rows.gold += gold.size;
      rows.found += found.length;
      rows.right += found.filter((row) => gold.has(JSON.stringify(row.cells))).length;
    }
    const suffix = known ? '' : ', no dictionary';
    newsPairs.forEach(([set], k) => {
      lines.push(`| ${set}${suffix} | ${three(scores[k]?.alone.strictF1 ?? 0)} | ${three(scores[k]?.joint.strictF1 ?? 0)} |`);
    });
    lines.push(`| rows${suffix} | | ${three((2 * rows.right) / (rows.found + rows.gold))} |`);
  }
  return [...lines, ''].join('\n');
}
