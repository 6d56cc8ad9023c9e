/**
 * Where the current paragraph goes by key: the same keys as in the sheet of rows, with paragraphs of the text instead of rows. Left
 * and right mean what they look like, whatever the direction of the interface.
 */
import type { Row } from '../../../../core/model/report';
import type { Direction } from '../../../../core/model/text';
import { stepTowards } from '../../../state/columns';
import type { MoveKey } from '../sheet/move-cell';

export interface Paragraph {
  version: number;
  segment: number;
}
export interface FlowPlace {
  /** Versions of the visible columns in reading order. */
  visible: readonly number[];
  /** Paragraphs of the current version. */
  count: number;
  /** Paragraphs that a page key moves over. */
  page: number;
  direction: Direction;
  /** The row of the current paragraph; null while it isn't loaded. */
  row: Row | null;
  /** The next heading of the current version (step 1) or the previous one (−1); null when there is none. */
  nextHeading: (from: number, step: 1 | -1) => number | null;
}

/** The next column on that side that has something in the row: its first paragraph there. Null when there is none. */
function counterpart(from: Paragraph, step: 1 | -1, { visible, row }: FlowPlace): Paragraph | null {
  for (let at = visible.indexOf(from.version) + step; at >= 0 && at < visible.length; at += step) {
    const version = visible[at]!;
    const segment = row?.cells[version]?.[0];
    if (segment !== undefined) return { version, segment };
  }
  return null;
}

/** The outermost column on that side that has something in the row. */
function outermost(from: Paragraph, step: 1 | -1, place: FlowPlace): Paragraph {
  const next = counterpart(from, step, place);
  return next ? outermost(next, step, place) : from;
}

/** The paragraph that a key leads to; the same one at an edge; null for keys that don't move. */
export function moveParagraph(from: Paragraph, { key, ctrl }: MoveKey, place: FlowPlace): Paragraph | null {
  const at = (segment: number): Paragraph => ({
    version: from.version,
    segment: Math.max(0, Math.min(place.count - 1, segment)),
  });
  switch (key) {
    case 'ArrowUp':
      return at(ctrl ? (place.nextHeading(from.segment, -1) ?? 0) : from.segment - 1);
    case 'ArrowDown':
      return at(ctrl ? (place.nextHeading(from.segment, 1) ?? place.count - 1) : from.segment + 1);
    case 'PageUp':
      return at(from.segment - place.page);
    case 'PageDown':
      return at(from.segment + place.page);
    case 'Home':
      return ctrl ? at(0) : outermost(from, -1, place);
    case 'End':
      return ctrl ? at(place.count - 1) : outermost(from, 1, place);
    case 'ArrowLeft':
    case 'ArrowRight': {
      const step = stepTowards(key === 'ArrowLeft' ? 'left' : 'right', place.direction);
      return ctrl ? outermost(from, step, place) : (counterpart(from, step, place) ?? from);
    }
    default:
      return null;
  }
}
