/**
 * Reports of one event with a gold standard of links, for tests and benchmarks: the ferry sample, the sets of fixtures, the seed texts
 * (where the shared development data is at hand), and how links are scored against the gold.
 */
import fs from 'node:fs';
import path from 'node:path';
import type { AlignVersion, SegmentLink } from '../../core/align/types';
import { importBytes } from '../../core/formats/import';
import { segmentDocument } from '../../core/segment/segment';
import { goldOf, type PairGold, type Pairs, parseMarked, type Statements, statementsOf } from './marked-texts';

export interface EventSet {
  name: string;
  ids: string[];
  versions: AlignVersion[];
  /** By ids, as in 'en1-fr'. */
  gold: Map<string, PairGold>;
}

/** Tests and benchmarks run from the project's root; a bundled benchmark does not stand where its source does. */
const root = process.cwd();
const shared = path.join(root, '../shared/data');
export const seedsAtHand = fs.existsSync(path.join(shared, 'seeds-gold.json'));

async function versionFromBytes(bytes: Uint8Array, name: string): Promise<AlignVersion> {
  const document = await importBytes(bytes, name);
  if (!document.ok) throw new Error(`${name}: ${document.error.code}`);
  const { blocks, lang } = document.value;
  return {
    lang,
    segments: segmentDocument(blocks, lang).segments.map(({ text, sentences, boilerplate }) => ({
      text,
      sentences,
      boilerplate,
    })),
  };
}

export function versionFromFile(file: string): Promise<AlignVersion> {
  return versionFromBytes(new Uint8Array(fs.readFileSync(file)), path.basename(file));
}

/** A version of a text with marks, and what it states. */
async function versionFromMarked(file: string): Promise<{ version: AlignVersion; statements: Statements }> {
  const marked = parseMarked(fs.readFileSync(file, 'utf8'));
  const version = await versionFromBytes(new TextEncoder().encode(marked.plain), path.basename(file));
  return { version, statements: statementsOf(marked, version) };
}

interface GoldFile {
  files: Record<string, string>;
  pairs: Record<string, PairGold>;
}

const readJson = <T>(file: string): T => JSON.parse(fs.readFileSync(file, 'utf8')) as T;

async function setOf(name: string, folder: string, gold: GoldFile): Promise<EventSet> {
  const ids = Object.keys(gold.files);
  const versions = await Promise.all(ids.map((id) => versionFromFile(path.join(folder, gold.files[id] ?? ''))));
  return { name, ids, versions, gold: new Map(Object.entries(gold.pairs)) };
}

export function ferrySet(): Promise<EventSet> {
  const folder = path.join(root, 'resources/samples/ferry');
  return setOf('ferry', folder, readJson(path.join(folder, 'gold.json')));
}

/** Invented reports of an event; `others` report another event with the same people. */
export interface OwnSet extends EventSet {
  others: AlignVersion[];
}

export function ownSets(): Promise<OwnSet[]> {
  return Promise.all(
    ['weir', 'tram', 'mine'].map(async (name) => {
      const folder = path.join(root, 'test/fixtures/events', name);
      const gold = readJson<GoldFile & { others: string[] }>(path.join(folder, 'gold.json'));
      const others = await Promise.all(gold.others.map((file) => versionFromFile(path.join(folder, file))));
      return { ...(await setOf(name, folder, gold)), others };
    }),
  );
}

/** Reports of an event as different desks write them, short and long, written before anything was run on them. */
export interface DeskSet extends OwnSet {
  /** No constant was chosen with it in view. */
  heldOut: boolean;
  statements: Statements[];
  /** Further versions, in languages without a dictionary here. */
  foreign: { version: AlignVersion; statements: Statements }[];
}

interface DeskFile {
  heldOut: boolean;
  files: Record<string, string>;
  others: string[];
  foreign?: Record<string, string>;
}

async function deskSet(name: string): Promise<DeskSet> {
  const folder = path.join(root, 'test/fixtures/events', name);
  const { heldOut, files, others, foreign = {} } = readJson<DeskFile>(path.join(folder, 'gold.json'));
  const ids = Object.keys(files);
  const marked = (file: string) => versionFromMarked(path.join(folder, file));
  const read = await Promise.all(Object.values(files).map(marked));
  const statements = read.map((one) => one.statements);
  const gold = new Map<string, PairGold>();
  statements.forEach((left, a) => {
    statements.forEach((right, b) => {
      if (a < b) gold.set(`${ids[a]}-${ids[b]}`, goldOf(left.segments, right.segments));
    });
  });
  return {
    name,
    ids,
    versions: read.map((one) => one.version),
    gold,
    heldOut,
    statements,
    others: await Promise.all(others.map((file) => versionFromFile(path.join(folder, file)))),
    foreign: await Promise.all(Object.values(foreign).map(marked)),
  };
}

export const deskNames = ['crossing', 'siding', 'truce', 'steel', 'ballot', 'council', 'summit'];

export function deskSets(names: readonly string[] = deskNames): Promise<DeskSet[]> {
  return Promise.all(names.map(deskSet));
}

/** All pairs: the two that the shared gold holds and the others as judged here. */
export async function seedSet(): Promise<EventSet> {
  const given = readJson<GoldFile>(path.join(shared, 'seeds-gold.json'));
  const judged = readJson<Pick<GoldFile, 'pairs'>>(path.join(root, 'test/bench/align/seeds-judged.json'));
  return setOf('seeds', path.join(shared, 'seeds'), { files: given.files, pairs: { ...judged.pairs, ...given.pairs } });
}

export interface LinkScore {
  right: number;
  /** Links that count: right ones and wrong ones. */
  found: number;
  sure: number;
  precision: number;
  recall: number;
  f1: number;
}

export function scoreOf(right: number, found: number, sure: number): LinkScore {
  const precision = found > 0 ? right / found : 1;
  const recall = sure > 0 ? right / sure : 1;
  return { right, found, sure, precision, recall, f1: found + sure > 0 ? (2 * right) / (found + sure) : 1 };
}

/** Links between versions a and b against the gold of that pair. */
export function scorePair(links: readonly SegmentLink[], a: number, b: number, gold: PairGold): LinkScore {
  const held = (pairs: Pairs, i: number, j: number) => pairs.some(([x, y]) => x === i && y === j);
  let right = 0;
  let found = 0;
  for (const { from, to } of links) {
    const forth = from[0] === a && to[0] === b;
    if (!forth && !(from[0] === b && to[0] === a)) continue;
    const [i, j] = forth ? [from[1], to[1]] : [to[1], from[1]];
    if (held(gold.sure, i, j)) right += 1;
    if (!held(gold.possible, i, j)) found += 1;
  }
  return scoreOf(right, found, gold.sure.length);
}

/** All pairs of a set together. */
export function scoreSet(set: EventSet, links: readonly SegmentLink[]): { all: LinkScore; pairs: Map<string, LinkScore> } {
  const pairs = new Map<string, LinkScore>();
  for (const [name, gold] of set.gold) {
    const [a = 0, b = 0] = name.split('-').map((id) => set.ids.indexOf(id));
    pairs.set(name, scorePair(links, a, b, gold));
  }
  const sum = (of: (score: LinkScore) => number) => [...pairs.values()].reduce((total, score) => total + of(score), 0);
  return {
    all: scoreOf(
      sum((score) => score.right),
      sum((score) => score.found),
      sum((score) => score.sure),
    ),
    pairs,
  };
}
