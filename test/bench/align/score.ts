/** Bead files and scores, as tools/score-alignment.mjs and vecalign's scorer have them: beads with an empty side do not count. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { SegmentLink } from '../../../core/align/types';

export type Beads = [left: number[], right: number[]][];

export interface BeadDocument {
  name: string;
  a: string[];
  b: string[];
  gold: Beads;
}

const numbers = (list: string) =>
  list
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
    .map(Number);
const lines = (file: string) => readFileSync(file, 'utf8').replace(/\n$/, '').split('\n');

export function readSet(folder: string): BeadDocument[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.gold'))
    .sort()
    .map((file) => {
      const name = file.slice(0, -5);
      const gold = lines(path.join(folder, file)).flatMap((line): Beads => {
        const match = /^\s*\[([^\]]*)\]\s*:\s*\[([^\]]*)\]/.exec(line);
        return match ? [[numbers(match[1] ?? ''), numbers(match[2] ?? '')]] : [];
      });
      return { name, a: lines(path.join(folder, `${name}.a`)), b: lines(path.join(folder, `${name}.b`)), gold };
    });
}

/**
 * A text of texts/, gold by construction: lines of a bead after "- " (left) and "= " (right), beads parted by an empty line, "#"
 * opens a remark.
 */
export function readComposed(file: string): BeadDocument {
  const document: BeadDocument = { name: path.basename(file, '.txt'), a: [], b: [], gold: [] };
  const put = (side: string[], block: string, mark: string) =>
    block.split('\n').flatMap((line) => (line.startsWith(mark) ? [side.push(line.slice(mark.length)) - 1] : []));
  for (const block of readFileSync(file, 'utf8').split(/\n\n+/)) {
    const bead: Beads[number] = [put(document.a, block, '- '), put(document.b, block, '= ')];
    if (bead[0].length + bead[1].length > 0) document.gold.push(bead);
  }
  return document;
}

const filled = (beads: Beads) => beads.filter(([a, b]) => a.length > 0 && b.length > 0);
const linksOf = (beads: Beads) => new Set(beads.flatMap(([a, b]) => a.flatMap((i) => b.map((j) => `${i}:${j}`))));

export class Score {
  private test = 0;
  private gold = 0;
  private strict = 0;
  private laxTest = 0;
  private laxGold = 0;

  add(testBeads: Beads, goldBeads: Beads): void {
    const test = filled(testBeads);
    const gold = filled(goldBeads);
    const keys = new Set(gold.map((bead) => JSON.stringify(bead)));
    const [testLinks, goldLinks] = [linksOf(test), linksOf(gold)];
    const touches = ([a, b]: Beads[number], links: ReadonlySet<string>) => a.some((i) => b.some((j) => links.has(`${i}:${j}`)));
    this.test += test.length;
    this.gold += gold.length;
    this.strict += test.filter((bead) => keys.has(JSON.stringify(bead))).length;
    this.laxTest += test.filter((bead) => touches(bead, goldLinks)).length;
    this.laxGold += gold.filter((bead) => touches(bead, testLinks)).length;
  }

  get strictF1(): number {
    return f1(this.strict / this.test, this.strict / this.gold);
  }

  get laxF1(): number {
    return f1(this.laxTest / this.test, this.laxGold / this.gold);
  }
}

function f1(precision: number, recall: number): number {
  return precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0;
}

/** Beads of two of the versions: the connected components of the links between them. */
export function beadsOfLinks(links: readonly SegmentLink[], x: number, y: number): Beads {
  const parent = new Map<string, string>();
  const root = (key: string): string => {
    let at = key;
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up;
    return at;
  };
  for (const { from, to } of links) {
    if (from[0] !== x || to[0] !== y) continue;
    const [one, other] = [`a${from[1]}`, `b${to[1]}`];
    if (!parent.has(one)) parent.set(one, one);
    if (!parent.has(other)) parent.set(other, other);
    parent.set(root(one), root(other));
  }
  const beads = new Map<string, Beads[number]>();
  for (const key of parent.keys()) {
    const bead = beads.get(root(key)) ?? [[], []];
    bead[key.startsWith('a') ? 0 : 1].push(Number(key.slice(1)));
    beads.set(root(key), bead);
  }
  return [...beads.values()].map(([a, b]) => [a.sort((p, q) => p - q), b.sort((p, q) => p - q)]);
}
