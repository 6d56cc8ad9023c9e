/** Marks of notes: what is drawn step by step is what would be drawn at once, and what didn't change stays untouched. */
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RowId, VersionId } from '../../../../../../core/model/ids';
import type { Row, VersionInfo } from '../../../../../../core/model/report';
import { type MarkedNote, NoteMarks } from '../../../../../../renderer/features/reader/sheet/note-marks';
import { SheetView } from '../../../../../../renderer/features/reader/sheet/sheet-view';
import { RowBook } from '../../../../../../renderer/state/row-book';
import { words } from './sheet-words';

const versions = [
  { id: 'a', ordinal: 0, lang: 'en', direction: 'ltr' },
  { id: 'b', ordinal: 1, lang: 'ar', direction: 'rtl' },
] as unknown as VersionInfo[];
const rowCount = 8;
const label = (count: number) => `${count} notes`;

function makeSheet() {
  const segments = Array.from({ length: rowCount }, (_, index) => ({
    index,
    kind: 'paragraph' as const,
    boilerplate: false,
    start: index * 20,
    end: index * 20 + 15,
    text: `fifteen letters`,
    sentences: [],
  }));
  const rows: Row[] = segments.map((_, i) => ({ id: (i + 1) as RowId, cells: [[i], [i]], score: 0.9, status: 'automatic' }));
  const book = new RowBook(rowCount, 2);
  book.fill(0, rows, [segments, segments]);
  const scroller = document.body.appendChild(document.createElement('div'));
  const view = new SheetView(scroller.appendChild(document.createElement('table')), scroller, () => undefined);
  view.draw({ book, versions, order: [0, 1], words, isCrossing: () => false });
  return { book, view, rows, text: { book, versions, label } };
}
const note = (key: string, start: number, end: number, more: Partial<MarkedNote> = {}): MarkedNote => ({
  key,
  scope: 'selection',
  targets: [{ versionId: 'a' as VersionId, start, end }],
  ...more,
});

/** What the registry holds: by highlight, where each range stands. */
function shades(view: SheetView): Record<string, string[]> {
  const rowOf = (range: AbstractRange) => view.placeOf(range.startContainer);
  return Object.fromEntries(
    [...CSS.highlights].map(([name, highlight]) => [
      name,
      [...highlight]
        .map(
          (r) =>
            `${rowOf(r)?.index}/${rowOf(r)?.version}:${r.startOffset}-${r.endOffset}${r.startContainer.isConnected ? '' : ' lost'}`,
        )
        .sort(),
    ]),
  );
}
const pins = () =>
  [...document.querySelectorAll<HTMLElement>('.pin')].map((pin) => [
    pin.closest<HTMLElement>('tr')?.dataset.row,
    pin.closest<HTMLElement>('td')?.dataset.v ?? 'row',
    pin.dataset.notes,
    pin.title,
    pin.className,
  ]);

// The page of the tests has no custom highlights: the browser's are a set of ranges and a map of names, as these are.
const saved = { css: globalThis.CSS, highlight: globalThis.Highlight };
beforeAll(() => {
  Object.assign(globalThis, {
    CSS: { ...saved.css, highlights: new Map() },
    Highlight: class extends Set<AbstractRange> {
      constructor(...ranges: AbstractRange[]) {
        super(ranges);
      }
    },
  });
});
afterAll(() => {
  Object.assign(globalThis, { CSS: saved.css, Highlight: saved.highlight });
});

let sheet: ReturnType<typeof makeSheet>;
let marks: NoteMarks;
beforeEach(() => {
  sheet = makeSheet();
  marks = new NoteMarks(sheet.view);
});
afterEach(() => {
  marks.clear();
  document.body.replaceChildren();
});

describe('marks of notes', () => {
  it('shade what is quoted, deeper where notes overlap, and pin each cell and row', () => {
    const onRow = note('row', 40, 55, { scope: 'row' });
    const cell = note('cell', 60, 75, { scope: 'cell', targets: [{ versionId: 'b' as VersionId, start: 60, end: 75 }] });
    marks.draw([note('one', 2, 9), note('two', 5, 12), onRow, cell], 'two', sheet.text, true);
    expect(shades(sheet.view)).toEqual({ 'note-1': ['0/0:2-9'], 'note-2': [], 'note-3': [], 'note-on': ['0/0:5-12'] });
    expect(pins()).toEqual([
      ['1', '0', 'one two', '2 notes', 'pin on'],
      ['3', 'row', 'row', '1 notes', 'pin'],
      ['4', '1', 'cell', '1 notes', 'pin'],
    ]);
  });
  it('go over paragraphs, and come to those that are loaded later', () => {
    const { book, view, text } = sheet;
    const late = new RowBook(rowCount, 2);
    view.draw({ book: late, versions, order: [0, 1], words, isCrossing: () => false });
    const list = [note('long', 10, 50)];
    marks.draw(list, null, { ...text, book: late }, true);
    expect(shades(view)['note-1']).toEqual([]);
    expect(pins()).toEqual([]);
    view.draw({ book, versions, order: [0, 1], words, isCrossing: () => false });
    marks.draw(list, null, text, true);
    expect(shades(view)['note-1']).toEqual(['0/0:10-15', '1/0:0-15', '2/0:0-10']);
    expect(pins()).toEqual([['1', '0', 'long', '1 notes', 'pin']]);
  });
  it('choosing another note touches the two alone', () => {
    const list = [note('one', 2, 9), note('two', 22, 29), note('three', 42, 49)];
    marks.draw(list, 'one', sheet.text, true);
    const kept = [...CSS.highlights.get('note-1')!];
    const asked: string[] = [];
    const { segment, pinHolder } = sheet.view;
    sheet.view.segment = (...place) => {
      asked.push(`segment ${place}`);
      return segment.call(sheet.view, ...place);
    };
    sheet.view.pinHolder = (...place) => {
      asked.push(`pin ${place}`);
      return pinHolder.call(sheet.view, ...place);
    };
    marks.draw(list, 'two', sheet.text, false);
    expect(asked).toEqual(['pin 1,0', 'pin 2,0']);
    expect(shades(sheet.view)).toMatchObject({ 'note-1': ['0/0:2-9', '2/0:2-9'], 'note-on': ['1/0:2-9'] });
    expect([...CSS.highlights.get('note-1')!]).toContain(kept.find((r) => sheet.view.placeOf(r.startContainer)?.index === 2));
    expect(pins().map((pin) => pin.at(-1))).toEqual(['pin', 'pin on', 'pin']);
  });
  it('a note in other words stays as it is drawn', () => {
    marks.draw([note('one', 2, 9), note('two', 22, 29)], null, sheet.text, true);
    const before = [...CSS.highlights.get('note-1')!];
    marks.draw([note('one', 2, 9), note('two', 22, 29)], null, sheet.text, false);
    expect([...CSS.highlights.get('note-1')!]).toEqual(before);
    marks.draw([note('one', 2, 9), note('two', 22, 29)], 'two', sheet.text, false);
    expect(shades(sheet.view)).toMatchObject({ 'note-1': ['0/0:2-9'], 'note-on': ['1/0:2-9'] });
  });
  it('nothing is left behind', () => {
    marks.draw([note('one', 2, 9)], 'one', sheet.text, true);
    marks.clear();
    expect([...CSS.highlights.keys()]).toEqual([]);
    expect(pins()).toEqual([]);
  });
  it('step by step they come to what is drawn at once', () => {
    const place = fc.record({
      key: fc.constantFrom('k1', 'k2', 'k3', 'k4', 'k5'),
      scope: fc.constantFrom('selection' as const, 'cell' as const, 'row' as const),
      targets: fc.array(
        fc
          .tuple(fc.constantFrom('a', 'b'), fc.integer({ min: 0, max: 140 }), fc.integer({ min: 1, max: 40 }))
          .map(([id, start, length]) => ({ versionId: id as VersionId, start, end: start + length })),
        { maxLength: 3 },
      ),
    });
    const step = fc.record({
      notes: fc
        .uniqueArray(place, { selector: ({ key }) => key, maxLength: 5 })
        .map((list) => list.sort((a, b) => (a.key < b.key ? -1 : 1))),
      active: fc.constantFrom(null, 'k1', 'k2', 'k3'),
      /** Row that is drawn anew meanwhile, as an edit draws it. */
      edited: fc.option(fc.integer({ min: 0, max: rowCount - 1 })),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), (steps) => {
        document.body.replaceChildren();
        const { book, view, text } = makeSheet();
        const own = new NoteMarks(view);
        for (const { notes, active, edited } of steps) {
          const row = edited === null ? null : book.rowAt(edited);
          if (row && edited !== null)
            view.take(book.apply({ at: edited, remove: [row], insert: [{ ...row, status: 'confirmed' }] }));
          own.draw(notes, active, text, row !== null);
        }
        const seen = [shades(view), pins()];
        own.clear();
        const last = steps.at(-1)!;
        const fresh = new NoteMarks(view);
        fresh.draw(last.notes, last.active, text, true);
        const expected = [shades(view), pins()];
        fresh.clear();
        expect(seen).toEqual(expected);
      }),
      { numRuns: 150 },
    );
  });
});
