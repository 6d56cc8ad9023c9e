/**
 * Harder variants of the development sets, made at random but always alike: what documents meet outside a bench. Their gold standard
 * follows from what was done to them.
 */
import { splitSentences } from '../../../core/segment/sentences';
import type { Beads } from './score';

/** Versions of one text and the beads of each two of them, by "x-y". */
export interface ManyVersions {
  langs: readonly string[];
  texts: string[][];
  gold: Map<string, Beads>;
}

type Random = () => number;

/** Mulberry32. */
function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const ascending = (set: Iterable<number>) => [...new Set(set)].sort((p, q) => p - q);

/** Beads that touch become one. */
function joined(beads: Beads): Beads {
  let out: Beads = [];
  for (const [left, right] of beads) {
    if (left.length + right.length === 0) continue;
    const touches = ([l, r]: Beads[number]) => l.some((i) => left.includes(i)) || r.some((j) => right.includes(j));
    const all: Beads = [...out.filter(touches), [left, right]];
    out = [...out.filter((bead) => !touches(bead)), [ascending(all.flatMap(([l]) => l)), ascending(all.flatMap(([, r]) => r))]];
  }
  return out;
}

/** The document with new texts; places[v][i] are the new places of paragraph i of version v. */
function moved(document: ManyVersions, texts: string[][], places: number[][][]): ManyVersions {
  const gold = new Map<string, Beads>();
  for (const [key, beads] of document.gold) {
    const [x = 0, y = 0] = key.split('-').map(Number);
    const mapped = beads.map(([l, r]): Beads[number] => [
      l.flatMap((i) => places[x]?.[i] ?? []),
      r.flatMap((j) => places[y]?.[j] ?? []),
    ]);
    gold.set(key, joined(mapped));
  }
  return { ...document, texts, gold };
}

/** Every version built anew: `write` adds what becomes of a paragraph and says where it now stands. */
function rewritten(document: ManyVersions, write: (out: string[], text: string, v: number, i: number) => number[]): ManyVersions {
  const places: number[][][] = [];
  const texts = document.texts.map((text, v) => {
    const out: string[] = [];
    places.push(text.map((paragraph, i) => write(out, paragraph, v, i)));
    return out;
  });
  return moved(document, texts, places);
}

/** Each version loses one paragraph in ten, each its own. */
function dropped(document: ManyVersions, random: Random): ManyVersions {
  return rewritten(document, (out, text) => (random() < 0.1 ? [] : [out.push(text) - 1]));
}

/** Rows of all versions that the beads hold together, in order. */
export function closure(document: ManyVersions): number[][][] {
  let rows: number[][][] = [];
  for (const [key, beads] of document.gold) {
    const [x = 0, y = 0] = key.split('-').map(Number);
    for (const [left, right] of beads) {
      if (left.length === 0 || right.length === 0) continue;
      const bead = document.texts.map((_, v) => (v === x ? left : v === y ? right : []));
      const touches = (row: number[][]) => row.some((cell, v) => cell.some((segment) => bead[v]?.includes(segment)));
      const parts = [bead, ...rows.filter(touches)];
      const row = document.texts.map((_, v) => ascending(parts.flatMap((part) => part[v] ?? [])));
      rows = [...rows.filter((other) => !touches(other)), row];
    }
  }
  const first = (row: number[][]) => row.find((cell) => cell.length > 0)?.[0] ?? 0;
  return rows.sort((p, q) => first(p) - first(q));
}

/** Paragraphs of two to four rows run together in one version, others parted by sentences. */
function regrouped(document: ManyVersions, random: Random): ManyVersions {
  const rows = closure(document);
  const toJoin = document.texts.map(() => new Set<number>());
  const toPart = document.texts.map(() => new Set<number>());
  for (let k = 0; k < rows.length; ) {
    const chance = random();
    const v = Math.floor(random() * document.texts.length);
    const some = chance < 0.25 ? 2 + Math.floor(random() * 3) : 1;
    const part = ascending(rows.slice(k, k + some).flatMap((row) => row[v] ?? []));
    if (chance < 0.25) {
      for (let q = 1; q < Math.min(6, part.length); q += 1) if (part[q] === (part[q - 1] ?? 0) + 1) toJoin[v]?.add(part[q] ?? 0);
    } else if (chance < 0.5 && part.length === 1) toPart[v]?.add(part[0] ?? 0);
    k += some;
  }
  return rewritten(document, (out, text, v, i) => {
    if (toJoin[v]?.has(i) && out.length > 0) {
      out[out.length - 1] += ` ${text}`;
      return [out.length - 1];
    }
    const spans = toPart[v]?.has(i) ? splitSentences(text, document.langs[v] ?? 'und') : [];
    if (spans.length < 2 || spans.length > 6) return [out.push(text) - 1];
    return spans.map(([start, end]) => out.push(text.slice(start, end).trim()) - 1);
  });
}

const lines: Record<string, readonly string[]> = {
  en: [
    'Background',
    'By our correspondent',
    'Page #',
    '#',
    'Read also',
    'Analysis',
    '1. See the annex for details.',
    'Photo: archive',
  ],
  fr: ['Contexte', 'De notre correspondant', 'Page #', '#', 'À lire aussi', 'Analyse', '1. Voir l’annexe.', 'Photo : archives'],
  ar: ['خلفية', 'من مراسلنا', 'صفحة #', '#', 'اقرأ أيضا', 'تحليل', '١. انظر الملحق للتفاصيل.', 'صورة: الأرشيف'],
  de: [
    'Hintergrund',
    'Von unserem Korrespondenten',
    'Seite #',
    '#',
    'Lesen Sie auch',
    'Analyse',
    '1. Siehe Anhang.',
    'Foto: Archiv',
  ],
};

/** One version has headings, bylines, page numbers and footnotes that the others lack. */
function withLines(document: ManyVersions, random: Random): ManyVersions {
  const only = Math.floor(random() * document.texts.length);
  const pool = lines[document.langs[only] ?? ''] ?? [];
  let page = 10;
  return rewritten(document, (out, text, v) => {
    if (v === only && random() < 0.15) {
      page += 1;
      out.push((pool[Math.floor(random() * pool.length)] ?? '#').replace('#', String(page)));
    }
    return [out.push(text) - 1];
  });
}

/** The variants, by what was done. */
export const variants: readonly (readonly [name: string, make: (document: ManyVersions, seed: number) => ManyVersions])[] = [
  ['as it is', (document) => document],
  ['a tenth dropped', (document, seed) => dropped(document, randomFrom(seed))],
  ['regrouped', (document, seed) => regrouped(document, randomFrom(seed))],
  ['lines added', (document, seed) => withLines(document, randomFrom(seed))],
];
