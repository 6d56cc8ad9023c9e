/** Two versions, monotone: evidence, band, bead search, learning, search again. */

import type { Lexicon } from '../lexicon/lexicon';
import { BeadScorer } from './bead-score';
import { buildEvidence, type EvidenceTable } from './evidence-table';
import { buildGrid, fullBand, postings } from './grid';
import { learnFromBeads } from './learn';
import { type Bead, bestPath, scoreBeads } from './search';
import type { AnalysedVersion } from './vocabulary';

export interface PairAlignment {
  beads: Bead[];
  table: EvidenceTable;
}

function lengthRatio(a: AnalysedVersion, b: AnalysedVersion): number {
  let x = 0;
  let y = 0;
  for (const c of a.chars) x += c;
  for (const c of b.chars) y += c;
  return x > 0 && y > 0 ? y / x : 1;
}

export function alignPair(a: AnalysedVersion, b: AnalysedVersion, lexicon: Lexicon | null, tick: () => void): PairAlignment {
  const rows = a.tokenCount.length;
  const columns = b.tokenCount.length;
  const builder = buildEvidence(a, b, lexicon);
  const list = postings(b);
  let beads: Bead[] = [];
  let table = builder.build();
  for (let round = 0; round < 2; round += 1) {
    const band = fullBand(rows, columns);
    const grid = buildGrid(a, table, list, band, tick);
    const scores = scoreBeads(new BeadScorer(a, b, grid, lengthRatio(a, b)), band, columns, tick);
    beads = bestPath(scores, rows);
    if (round === 0) {
      learnFromBeads(a, b, beads, builder);
      table = builder.build();
    }
  }
  return { beads, table };
}
