/**
 * Lines that stand by themselves (lines.ts) inside a bead: a page's number within a paragraph, a heading beside a sentence. One that
 * shares no word with the other side stands apart, and the bead says nothing of it.
 */
import type { Bead } from './bead';
import type { EvidenceTable } from './evidence-table';
import type { AnalysedVersion } from './vocabulary';

/** Lines of less weight (nats) stay in the bead that they were found in. */
const leastApart = 2;

/** Sets lines apart that stand in a bead of several units without a word that could answer to one of the other side. */
export function setLinesApart(a: AnalysedVersion, b: AnalysedVersion, beads: readonly Bead[], table: EvidenceTable): void {
  for (const bead of beads) {
    const { i0, i1, j0, j1 } = bead;
    if (i0 === i1 || j0 === j1 || i1 - i0 + j1 - j0 === 2) continue;
    const linesA = linesAmong(a, i0, i1);
    const linesB = linesAmong(b, j0, j1);
    if (linesA.length + linesB.length === 0) continue;
    const typesB = new Set<number>();
    for (let j = j0; j < j1; j += 1) for (const { type } of b.tokens[j] ?? []) typesB.add(type);
    const answered = new Set<number>();
    const answers = (type: number, among: ReadonlySet<number>) => {
      let met = false;
      for (let p = table.start[type] ?? 0; p < (table.start[type + 1] ?? 0); p += 1) {
        const partner = table.partner[p] ?? -1;
        if (!among.has(partner)) continue;
        answered.add(partner);
        met = true;
      }
      return met;
    };
    const alone = new Set(linesA);
    for (let i = i0; i < i1; i += 1) for (const { type } of a.tokens[i] ?? []) if (answers(type, typesB)) alone.delete(i);
    const aloneB = linesB.filter((j) => !(b.tokens[j] ?? []).some(({ type }) => answered.has(type)));
    if (alone.size === i1 - i0 || aloneB.length === j1 - j0) continue;
    if (alone.size + aloneB.length > 0) bead.apart = { a: alone, b: new Set(aloneB) };
  }
}

function linesAmong(version: AnalysedVersion, from: number, to: number): number[] {
  const out: number[] = [];
  for (let u = from; u < to; u += 1) if ((version.line[u] ?? 0) >= leastApart) out.push(u);
  return to - from > 1 ? out : [];
}
