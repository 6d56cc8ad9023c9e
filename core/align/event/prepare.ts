/** Versions made ready for comparison, and an order of versions by content. */
import type { AlignVersion } from '../types';
import { analyse, type Unit } from '../vocabulary';
import { type EventVersion, prepareEventVersion } from './pieces';

/** Segments that can be linked: no boilerplate, no blank ones. */
function unitsOf(version: AlignVersion): Unit[] {
  return version.segments.flatMap((segment, s) =>
    segment.boilerplate || !/[\p{L}\p{N}]/u.test(segment.text) ? [] : [{ segment: s, start: 0, end: segment.text.length }],
  );
}

export function prepareForEvent(version: AlignVersion, tick: () => void = () => undefined): EventVersion {
  const units = unitsOf(version);
  return prepareEventVersion(version, units, analyse(version, units, undefined, tick));
}

/** Indices in an order of content, so that ties and rounding do not depend on the order given. */
export function contentOrder(versions: readonly AlignVersion[]): number[] {
  const keys = versions.map((version) => [version.lang, ...version.segments.map((segment) => segment.text)].join('\u0000'));
  return versions
    .map((_, index) => index)
    .sort((x, y) => ((keys[x] ?? '') < (keys[y] ?? '') ? -1 : (keys[x] ?? '') > (keys[y] ?? '') ? 1 : x - y));
}

/** Cells of a pair that are compared without order; beyond, texts are too long to be reports of one event, and memory ends. */
const mostCells = 4_000_000;

/** False for texts that can only be aligned in order. */
export function fitsEvent(versions: readonly AlignVersion[]): boolean {
  const [longest = 0, second = 0] = versions.map((version) => version.segments.length).sort((x, y) => y - x);
  return longest * second <= mostCells;
}
