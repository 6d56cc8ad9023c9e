/** Versions made ready for comparison, and an order of versions by content. */
import type { AlignSegment, AlignVersion } from '../types';
import { analyse, type Unit } from '../vocabulary';
import { type EventVersion, prepareEventVersion } from './pieces';

/** Segments with more sentences than this are compared sentence by sentence. */
const longestSegment = 5;

/** How many units a segment makes. */
export const unitCount = ({ sentences, boilerplate }: AlignSegment): number =>
  boilerplate ? 0 : sentences.length > longestSegment ? sentences.length : 1;

const hasContent = /[\p{L}\p{N}]/u;

/**
 * Segments that can be linked: no boilerplate, no blank ones. Some desks write a whole report as one paragraph: compared as a
 * whole it would be a little like everything and like nothing enough.
 */
function unitsOf(version: AlignVersion): Unit[] {
  return version.segments.flatMap((source, segment): Unit[] => {
    const { text, sentences } = source;
    if (source.boilerplate || !hasContent.test(text)) return [];
    if (unitCount(source) === 1) return [{ segment, start: 0, end: text.length }];
    return sentences
      .map((_, k) => ({
        segment,
        start: k === 0 ? 0 : (sentences[k]?.[0] ?? text.length),
        end: sentences[k + 1]?.[0] ?? text.length,
      }))
      .filter(({ start, end }) => hasContent.test(text.slice(start, end)));
  });
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

/** Sentences to a unit where they have not been found yet, or are compared with it: what few long paragraphs cost, too. */
const sentencesToUnit = 3;
const charactersToSentence = 100;

function sizeOf({ segments }: AlignVersion): number {
  return segments.reduce((sum, { text, sentences }) => {
    const count = sentences.length > 0 ? sentences.length : text.length / charactersToSentence;
    return sum + Math.max(1, count / sentencesToUnit);
  }, 0);
}

/** False for texts that can only be aligned in order. */
export function fitsEvent(versions: readonly AlignVersion[]): boolean {
  const [longest = 0, second = 0] = versions.map(sizeOf).sort((x, y) => y - x);
  return longest * second <= mostCells;
}
