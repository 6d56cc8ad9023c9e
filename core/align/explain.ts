/** The evidence behind a link, as spans in both texts: which term, name, number or mark answers to which. */
import { type EvidenceTable, evidenceTypes } from './evidence-table';
import type { Evidence } from './types';
import type { AnalysedToken, AnalysedVersion } from './vocabulary';

/** Weaker pairs would puzzle a reader more than they explain. */
const leastShown = 0.4;

interface Candidate {
  from: AnalysedToken;
  to: AnalysedToken;
  weight: number;
  source: number;
  distance: number;
}

/**
 * Token pairs of units of a and units of b, each token used once, surest first and, of several equal ones, those that stand at
 * similar places. Spans are UTF-16 offsets within the segments' texts, in the order of a.
 */
export function explain(
  a: AnalysedVersion,
  unitsA: readonly number[],
  b: AnalysedVersion,
  unitsB: readonly number[],
  table: EvidenceTable,
): Evidence[] {
  const left = unitsA.flatMap((u) => a.tokens[u] ?? []);
  const right = unitsB.flatMap((u) => b.tokens[u] ?? []);
  const places = new Map<number, number[]>();
  right.forEach((token, k) => {
    const list = places.get(token.type);
    if (list) list.push(k);
    else places.set(token.type, [k]);
  });
  const candidates: Candidate[] = [];
  left.forEach((from, i) => {
    for (let p = table.start[from.type] ?? 0; p < (table.start[from.type + 1] ?? 0); p += 1) {
      const weight = table.weight[p] ?? 0;
      if (weight < leastShown) continue;
      for (const j of places.get(table.partner[p] ?? -1) ?? []) {
        const to = right[j];
        if (!to) continue;
        const distance = Math.abs(i / left.length - j / right.length);
        candidates.push({ from, to, weight, source: table.source[p] ?? 0, distance });
      }
    }
  });
  candidates.sort(
    (x, y) =>
      y.weight - y.distance * 0.2 - (x.weight - x.distance * 0.2) || x.from.start - y.from.start || x.to.start - y.to.start,
  );
  const used = new Set<AnalysedToken>();
  const out: Evidence[] = [];
  for (const { from, to, weight, source } of candidates) {
    if (used.has(from) || used.has(to)) continue;
    used.add(from);
    used.add(to);
    out.push({ type: evidenceTypes[source] ?? 'lexicon', from: [from.start, from.end], to: [to.start, to.end], weight });
  }
  return out.sort((x, y) => x.from[0] - y.from[0]);
}
