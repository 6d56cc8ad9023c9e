import { describe, expect, it } from 'vitest';
import type { Row } from '../../../../../../core/model/report';
import { type FlowPlace, moveParagraph, type Paragraph } from '../../../../../../renderer/features/reader/flow/move-paragraph';

const row = { cells: [[4], [], [6, 7], [1]] } as unknown as Row;
const headings = [0, 5, 8];
const place: FlowPlace = {
  visible: [0, 1, 2, 3],
  count: 10,
  page: 4,
  direction: 'ltr',
  row,
  nextHeading: (at, step) => (step === 1 ? headings.find((h) => h > at) : headings.findLast((h) => h < at)) ?? null,
};
const from = { version: 0, segment: 4 };
const move = (start: Paragraph, key: string, at = place) => moveParagraph(start, { key, ctrl: false }, at);
const moveFar = (start: Paragraph, key: string, at = place) => moveParagraph(start, { key, ctrl: true }, at);

describe('moveParagraph', () => {
  it('goes on and back in its own text and stops at its ends', () => {
    expect(move(from, 'ArrowDown')).toEqual({ version: 0, segment: 5 });
    expect(move(from, 'PageUp')).toEqual({ version: 0, segment: 0 });
    expect(move({ version: 0, segment: 9 }, 'ArrowDown')).toEqual({ version: 0, segment: 9 });
    expect(moveFar(from, 'End')).toEqual({ version: 0, segment: 9 });
    expect(moveFar(from, 'Home')).toEqual({ version: 0, segment: 0 });
  });
  it('goes to the counterpart on that side, past columns that leave it out', () => {
    expect(move(from, 'ArrowRight')).toEqual({ version: 2, segment: 6 });
    expect(move(from, 'ArrowLeft', { ...place, direction: 'rtl' })).toEqual({ version: 2, segment: 6 });
    expect(move(from, 'ArrowLeft')).toEqual(from);
  });
  it('goes to the outermost columns that have something', () => {
    expect(move(from, 'End')).toEqual({ version: 3, segment: 1 });
    expect(moveFar(from, 'ArrowRight')).toEqual({ version: 3, segment: 1 });
    expect(moveFar(from, 'ArrowLeft', { ...place, direction: 'rtl' })).toEqual({ version: 3, segment: 1 });
    expect(move({ version: 3, segment: 1 }, 'Home')).toEqual({ version: 0, segment: 4 });
  });
  it('goes from heading to heading, behind the last one to the end', () => {
    expect(moveFar(from, 'ArrowDown')).toEqual({ version: 0, segment: 5 });
    expect(moveFar(from, 'ArrowUp')).toEqual({ version: 0, segment: 0 });
    expect(moveFar({ version: 0, segment: 8 }, 'ArrowDown')).toEqual({ version: 0, segment: 9 });
  });
  it('leaves other keys alone', () => {
    expect(move(from, 'x')).toBeNull();
  });
});
