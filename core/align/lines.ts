/**
 * Lines that stand by themselves: headings, bylines, captions, page numbers. They are short paragraphs that end without the mark that
 * ends a sentence. A version may lack them, so they are left out more readily than other units: the more, the more regularly the
 * version's sentences have their mark. Inside a bead, one that shares no word with the other side stands apart.
 */
import type { Bead } from './bead';
import type { EvidenceTable } from './evidence-table';
import { parameters } from './parameters';
import type { AnalysedVersion, Unit } from './vocabulary';

/** The most tokens of a line. */
const longest = 8;
/** Where sentences go without a mark more often than not, its absence says nothing. */
const leastWeight = 0.7;
const ended = /[.!?\u061f\u06d4\u3002\uff01\uff1f\u0964…:;\u061b,\u060c][\s"'»”’)\]]*$|["»”]\s*$/u;

/**
 * For each unit how much likelier, in nats, it is to be such a line than a sentence: how rare it is that a paragraph of this
 * version, long or ended by a mark, ends without one. 0 for all that are no lines. `tokenCount`: of each unit.
 */
export function weighLines(units: readonly Unit[], tokenCount: Float32Array, textOf: (unit: Unit) => string): Float32Array {
  const out = new Float32Array(units.length);
  const candidates: number[] = [];
  let sentences = 0;
  let withoutMark = 0;
  units.forEach((unit, u) => {
    if (units[u + 1]?.segment === unit.segment) return;
    const marked = ended.test(textOf(unit));
    const long = (tokenCount[u] ?? 0) > longest;
    if (marked || long) sentences += 1;
    if (long && !marked) withoutMark += 1;
    if (!long && !marked && units[u - 1]?.segment !== unit.segment) candidates.push(u);
  });
  const weight = Math.min(parameters.lineMost, -Math.log((withoutMark + 1) / (sentences + 2)));
  if (weight < leastWeight) return out;
  for (const u of candidates) out[u] = weight;
  return out;
}

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
