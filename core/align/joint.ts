/**
 * All pairs of several versions of one text: each pair first alone, then with what the other versions say of it, and, unless the texts
 * are very long, both once more with the words that this taught.
 */
import type { Lexicon } from '../lexicon/lexicon';
import { addViews, type LinkMatrix, linkMatrix, type ThirdView, transposed, viewThrough } from './consistency';
import type { Labels } from './fixed';
import { setLinesApart } from './lines-apart';
import { alignPair, type PairAlignment, segmentBeads } from './pairwise';
import { bestPath } from './search';
import type { LearnedWords } from './types';
import type { AnalysedVersion } from './vocabulary';

export interface JointPair {
  /** Positions in the list of versions, x before y. */
  x: number;
  y: number;
  alignment: PairAlignment;
}

/** Above this many bead scores in all pairs together, pairs stay alone: memory before quality. */
const mostScores = 40_000_000;

export function alignJointly(
  versions: readonly AnalysedVersion[],
  lexicon: Lexicon | null,
  labels: (x: number, y: number) => [Labels, Labels] | null,
  learned: readonly LearnedWords[],
  onPart: (part: number) => void,
  tick: () => void,
): JointPair[] {
  const pairs: JointPair[] = [];
  const count = (versions.length * (versions.length - 1)) / 2;
  versions.forEach((a, x) => {
    versions.slice(x + 1).forEach((b, offset) => {
      onPart(pairs.length / count);
      pairs.push({ x, y: x + 1 + offset, alignment: alignPair(a, b, lexicon, labels(x, x + 1 + offset), learned, tick) });
    });
  });
  const size = pairs.reduce((sum, pair) => sum + pair.alignment.scores.values.length, 0);
  if (versions.length > 2 && size <= mostScores) {
    refine(versions, pairs, labels, tick);
    // What all versions together hold probable teaches each pair words and shapes; then the others are asked once more.
    if (pairs.every((pair) => pair.alignment.again)) {
      for (const pair of pairs) pair.alignment = pair.alignment.again?.() ?? pair.alignment;
      refine(versions, pairs, labels, tick);
    }
  }
  return pairs;
}

function refine(
  versions: readonly AnalysedVersion[],
  pairs: readonly JointPair[],
  labels: (x: number, y: number) => [Labels, Labels] | null,
  tick: () => void,
): void {
  const rows = (v: number) => versions[v]?.tokenCount.length ?? 0;
  const matrices = new Map<string, LinkMatrix>();
  for (const { x, y, alignment } of pairs) {
    const matrix = linkMatrix(alignment.scores, rows(x), tick);
    matrices.set(`${x}-${y}`, matrix);
    matrices.set(`${y}-${x}`, transposed(matrix, rows(y)));
    tick();
  }
  for (const { x, y, alignment } of pairs) {
    tick();
    const views: ThirdView[] = [];
    for (let z = 0; z < versions.length; z += 1) {
      if (z === x || z === y) continue;
      const [xz, zy] = [matrices.get(`${x}-${z}`) ?? [], matrices.get(`${z}-${y}`) ?? []];
      views.push(viewThrough(xz, zy, matrices.get(`${x}-${y}`) ?? [], rows(y), tick));
    }
    addViews(alignment.scores, views, rows(x), tick);
    const a = versions[x];
    const b = versions[y];
    if (!a || !b) continue;
    alignment.beads = bestPath(alignment.scores, rows(x), true, tick);
    const fixed = labels(x, y);
    if (!fixed) setLinesApart(a, b, alignment.beads, alignment.table);
    alignment.segments = segmentBeads(a, b, alignment.beads, fixed);
  }
}
