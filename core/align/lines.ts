/**
 * Lines that stand by themselves: headings, bylines, captions, page numbers. They are short paragraphs that end without the mark that
 * ends a sentence. A version may lack them, so they are left out more readily than other units: the more, the more regularly the
 * version's sentences have their mark.
 */
import { parameters } from './parameters';

/** The most tokens of a line. */
const longest = 8;
/** Where sentences go without a mark more often than not, its absence says nothing. */
const leastWeight = 0.7;
const ended = /[.!?\u061f\u06d4\u3002\uff01\uff1f\u0964…:;\u061b,\u060c][\s"'»”’)\]]*$|["»”]\s*$/u;

/**
 * For each unit how much likelier, in nats, it is to be such a line than a sentence: how rare it is that a paragraph of this
 * version, long or ended by a mark, ends without one. 0 for all that are no lines. `tokenCount`: of each unit.
 */
export function weighLines<U extends { segment: number }>(
  units: readonly U[],
  tokenCount: Float32Array,
  textOf: (unit: U) => string,
): Float32Array {
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
