/** Where the current paragraph goes by key. Left and right mean what they look like, whatever the direction of the interface. */
import type { Row } from '../../../../core/model/report';
import type { Direction } from '../../../../core/model/text';
import { stepTowards } from '../../../state/columns';

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

/** The paragraph that a key leads to; the same one at an edge; null for keys that don't move. */
export function moveParagraph(from: Paragraph, key: string, place: FlowPlace): Paragraph | null {
  const at = (segment: number): Paragraph => ({
    version: from.version,
    segment: Math.max(0, Math.min(place.count - 1, segment)),
  });
  switch (key) {
    case 'ArrowUp':
      return at(from.segment - 1);
    case 'ArrowDown':
      return at(from.segment + 1);
    case 'PageUp':
      return at(from.segment - place.page);
    case 'PageDown':
      return at(from.segment + place.page);
    case 'Home':
      return at(0);
    case 'End':
      return at(place.count - 1);
    case 'ArrowLeft':
    case 'ArrowRight':
      return counterpart(from, stepTowards(key === 'ArrowLeft' ? 'left' : 'right', place.direction), place) ?? from;
    default:
      return null;
  }
}
