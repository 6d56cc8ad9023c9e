import { describe, expect, it } from 'vitest';
import { align } from '../../../../core/align/align';
import { villageLexicon } from './tiny-lexicon';
import { arabic, english, french, version } from './versions';

const texts = (source: readonly string[], ...which: number[]) => which.map((k) => source[k] ?? '');

describe('conflicts of three translations', () => {
  const versions = [
    version('en', ...texts(english, 0, 1, 2)),
    version('fr', ...texts(french, 0, 1, 2)),
    version('ar', ...texts(arabic, 0, 1, 2)),
  ];

  it('are none where all three agree', () => {
    expect(align(versions, villageLexicon, { kind: 'translation' }).conflicts).toEqual([]);
  });

  it('are reported where a fixed row holds apart what a third version holds together', () => {
    // The reader put the bridge of one version beside the hospital of the other; the third has the bridge like the first two.
    const fixed = [{ cells: [[0], [1], null] }];
    const { rows, conflicts } = align(versions, villageLexicon, { kind: 'translation', fixed });
    expect(rows.find((row) => row.fixed === 0)?.cells.slice(0, 2)).toEqual([[0], [1]]);
    expect(conflicts.length).toBeGreaterThan(0);
    for (const { segments } of conflicts) {
      expect(new Set(segments.map(([v]) => v)).size).toBe(3);
      const held = rows.filter((row) => segments.some(([v, s]) => row.cells[v]?.includes(s)));
      expect(held.length).toBeGreaterThan(1);
    }
  });

  it('do not depend on the order of the versions', () => {
    const fixed = (order: readonly number[]) => [{ cells: order.map((v) => [[0], [1], null][v] ?? null) }];
    const places = (order: readonly number[]) =>
      align(
        order.flatMap((v) => versions[v] ?? []),
        villageLexicon,
        { kind: 'translation', fixed: fixed(order) },
      )
        .conflicts.map(({ segments }) => JSON.stringify(segments.map(([v, s]) => [order[v], s]).sort()))
        .sort();
    expect(places([2, 0, 1])).toEqual(places([0, 1, 2]));
  });
});
