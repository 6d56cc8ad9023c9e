/** Lights what was found in the text: all matches near the current one, and that one more strongly. */
import type { Match } from '../find/find-matches';
import { rangeWithin } from './offsets';
import type { SheetView } from './sheet-view';

/** Matches that are lit on each side of the current one: more than any view shows. */
const near = 400;

export function lightMatches(view: Pick<SheetView, 'segment'>, matches: readonly Match[], current: number): void {
  if (typeof CSS === 'undefined' || !CSS.highlights) return;
  if (matches.length === 0) {
    CSS.highlights.delete('found');
    CSS.highlights.delete('found-on');
    return;
  }
  const from = Math.max(0, current - near);
  const rangeOf = (match: Match | undefined): Range[] => {
    const element = match && view.segment(match.version, match.segment);
    return match && element ? [rangeWithin(element, match.start, match.end)] : [];
  };
  CSS.highlights.set('found', new Highlight(...matches.slice(from, current + near).flatMap(rangeOf)));
  const strong = new Highlight(...rangeOf(matches[current]));
  strong.priority = 1;
  CSS.highlights.set('found-on', strong);
}
