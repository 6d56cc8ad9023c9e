/** What a reader can ask of the links found: sentences that answer each other, and the evidence. */
import type { Lexicon } from '../lexicon/lexicon';
import { defaultAcceptance } from './acceptance';
import { type Bead, linkedUnits } from './bead';
import { BeadScorer } from './bead-score';
import { buildEvidence, type EvidenceTable } from './evidence-table';
import { explain } from './explain';
import { buildGrid, fullBand, postings } from './grid';
import { lengthsOfTexts } from './lengths';
import type { SegmentLink, SentenceLink } from './types';
import { type AnalysedVersion, analyse, type Unit } from './vocabulary';

/** A version by sentences, and where each of its segments' sentences stand among them. */
export interface Sentences {
  /** Index of the version in the caller's order. */
  index: number;
  analysed: AnalysedVersion;
  unitsOf: Map<number, number[]>;
}

export function unitsBySegment(units: readonly Unit[]): Map<number, number[]> {
  const out = new Map<number, number[]>();
  units.forEach((unit, u) => {
    const list = out.get(unit.segment);
    if (list) list.push(u);
    else out.set(unit.segment, [u]);
  });
  return out;
}

/** Sentence links of a monotone path: every sentence of a bead with every other side's sentence of it. */
export function sentenceLinksOfBeads(x: Sentences, y: Sentences, beads: readonly Bead[]): SentenceLink[] {
  const links = new Map<string, SentenceLink>();
  for (const bead of beads) {
    const [left, right] = linkedUnits(bead);
    for (const i of left) {
      for (const j of right) {
        const link = sentenceLink(x, i, y, j, bead.posterior);
        // Two units may be parts of one sentence.
        const key = `${link.from}:${link.to}`;
        if ((links.get(key)?.score ?? -1) < link.score) links.set(key, link);
      }
    }
  }
  return [...links.values()];
}

function sentenceLink(x: Sentences, i: number, y: Sentences, j: number, score: number): SentenceLink {
  const from = x.analysed.units[i];
  const to = y.analysed.units[j];
  return {
    from: [x.index, from?.segment ?? 0, from?.sentence ?? 0],
    to: [y.index, to?.segment ?? 0, to?.sentence ?? 0],
    score,
  };
}

/** Adds evidence to links between x and y (from: x, to: y). */
export function addEvidence(x: Sentences, y: Sentences, links: readonly SegmentLink[], table: EvidenceTable): void {
  for (const link of links) {
    link.evidence = explain(x.analysed, x.unitsOf.get(link.from[1]) ?? [], y.analysed, y.unitsOf.get(link.to[1]) ?? [], table);
  }
}

/** Only the linked segments of two versions, analysed together with nothing else: the rest of long texts would cost time. */
function picked(version: Sentences, segments: ReadonlySet<number>, text: (unit: Unit) => string): Sentences {
  const units = version.analysed.units.filter((unit) => segments.has(unit.segment));
  const analysed = analyse({ lang: version.analysed.lang, segments: [] }, units, text);
  return { index: version.index, analysed, unitsOf: unitsBySegment(units) };
}

/**
 * Sentence links and evidence of links that were not found by sentences (reports of one event): inside each linked pair of
 * segments, sentences that explain each other better than chance, in any order.
 */
export function detailsOfLinks(
  version: readonly [Sentences, (unit: Unit) => string],
  other: readonly [Sentences, (unit: Unit) => string],
  links: readonly SegmentLink[],
  lexicon: Lexicon | null,
  wanted: { sentences: boolean; evidence: boolean },
  tick: () => void,
): SentenceLink[] {
  const x = picked(version[0], new Set(links.map((link) => link.from[1])), version[1]);
  const y = picked(other[0], new Set(links.map((link) => link.to[1])), other[1]);
  const table = buildEvidence(x.analysed, y.analysed, lexicon).build();
  if (wanted.evidence) addEvidence(x, y, links, table);
  if (!wanted.sentences) return [];
  const rows = x.analysed.units.length;
  const columns = y.analysed.units.length;
  const grid = buildGrid(x.analysed, table, postings(y.analysed), fullBand(rows, columns), tick);
  const scorer = new BeadScorer(
    x.analysed,
    y.analysed,
    table,
    grid,
    lengthsOfTexts(x.analysed, y.analysed),
    defaultAcceptance(x.analysed.lang === y.analysed.lang),
    lexicon,
  );
  const out: SentenceLink[] = [];
  for (const link of links) {
    const left = x.unitsOf.get(link.from[1]) ?? [];
    const right = y.unitsOf.get(link.to[1]) ?? [];
    const scores = left.map((i) => right.map((j) => scorer.evidence(i, i + 1, j, j + 1)));
    const only = left.length === 1 && right.length === 1;
    left.forEach((i, p) => {
      right.forEach((j, q) => {
        const score = scores[p]?.[q] ?? 0;
        const best = scores[p]?.every((value) => value <= score) || scores.every((row) => (row[q] ?? 0) <= score);
        if (only || (best && score > 0))
          out.push(sentenceLink(x, i, y, j, only ? link.score : link.score / (1 + Math.exp(-score))));
      });
    });
  }
  return out;
}
