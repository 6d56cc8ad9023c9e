import { describe, expect, it } from 'vitest';
import type { Row } from '../../../../../../core/model/report';
import { type FlowPlace, moveParagraph } from '../../../../../../renderer/features/reader/flow/move-paragraph';

const row = { cells: [[4], [], [6, 7]] } as unknown as Row;
const place: FlowPlace = { visible: [0, 1, 2], count: 10, page: 4, direction: 'ltr', row };
const from = { version: 0, segment: 4 };

describe('moveParagraph', () => {
  it('goes on and back in its own text and stops at its ends', () => {
    expect(moveParagraph(from, 'ArrowDown', place)).toEqual({ version: 0, segment: 5 });
    expect(moveParagraph(from, 'PageUp', place)).toEqual({ version: 0, segment: 0 });
    expect(moveParagraph({ version: 0, segment: 9 }, 'ArrowDown', place)).toEqual({ version: 0, segment: 9 });
    expect(moveParagraph(from, 'End', place)).toEqual({ version: 0, segment: 9 });
  });
  it('goes to the counterpart on that side, past columns that leave it out', () => {
    expect(moveParagraph(from, 'ArrowRight', place)).toEqual({ version: 2, segment: 6 });
    expect(moveParagraph(from, 'ArrowLeft', { ...place, direction: 'rtl' })).toEqual({ version: 2, segment: 6 });
    expect(moveParagraph(from, 'ArrowLeft', place)).toEqual(from);
  });
  it('leaves other keys alone', () => {
    expect(moveParagraph(from, 'x', place)).toBeNull();
  });
});
