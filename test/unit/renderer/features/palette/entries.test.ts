import { describe, expect, it } from 'vitest';
import { type Entry, inSections, matching, numberIn } from '../../../../../renderer/features/palette/entries';

const entry = (label: string, section = 'Rows', more = ''): Entry => ({ id: label, section, label, more, run: () => undefined });
const labels = (entries: readonly Entry[]) => entries.map((e) => e.label);

describe('matching', () => {
  it('puts what begins with the query first, then whole words that begin with it, then the rest', () => {
    const entries = [entry('Show the overview'), entry('Next row'), entry('Row up'), entry('Throw away')];
    expect(labels(matching(entries, 'row'))).toEqual(['Row up', 'Next row', 'Throw away']);
  });

  it('takes words in any order and leaves out what lacks one', () => {
    const entries = [entry('Merge with the next row'), entry('Merge cells')];
    expect(labels(matching(entries, 'row merge'))).toEqual(['Merge with the next row']);
  });

  it('folds accents, case and Arabic letter forms', () => {
    expect(labels(matching([entry('Écrire une note')], 'ecrire'))).toEqual(['Écrire une note']);
    expect(labels(matching([entry('الإعدادات'), entry('إِعادة')], 'اعاده'))).toEqual(['إِعادة']);
  });

  it('finds a report by its outlets, too', () => {
    expect(labels(matching([entry('A storm', 'Reports', 'Al-Mina Gazette')], 'gazette'))).toEqual(['A storm']);
  });

  it('keeps the order it was given for an empty query', () => {
    expect(labels(matching([entry('b'), entry('a')], ' '))).toEqual(['b', 'a']);
  });
});

it('gathers sections without losing the order in which they appear', () => {
  const sections = inSections([entry('a', 'X'), entry('b', 'Y'), entry('c', 'X')]);
  expect(sections.map((s) => [s.section, labels(s.entries)])).toEqual([
    ['X', ['a', 'c']],
    ['Y', ['b']],
  ]);
});

it('reads row numbers in any digits, and nothing else as a number', () => {
  expect([numberIn('12'), numberIn(' ٣٤ '), numberIn('۵'), numberIn('1.5'), numberIn('row 3'), numberIn('')]).toEqual([
    12,
    34,
    5,
    null,
    null,
    null,
  ]);
});
