import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align } from '../../../../core/align/align';
import type { FixedRow } from '../../../../core/align/types';
import { aKind, aVersion, expectPartition } from './any-versions';
import { villageLexicon } from './tiny-lexicon';

const two = { minLength: 2, maxLength: 7 };

describe('a version added to two up to seven', { timeout: 30_000 }, () => {
  it('leaves every row that a reader confirmed untouched, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.array(aVersion, two),
        aVersion,
        aKind,
        fc.array(fc.boolean(), { minLength: 50, maxLength: 50 }),
        (before, added, kind, picks) => {
          const confirmed = align(before, villageLexicon, { kind }).rows.filter((_, r) => picks[r % picks.length]);
          // In every third row the reader has seen to the new version, too: nothing of it belongs here.
          const fixed: FixedRow[] = confirmed.map((row, r) => ({ cells: [...row.cells, r % 3 === 0 ? [] : null] }));
          const versions = [...before, added];
          const { rows } = align(versions, villageLexicon, { kind, fixed });
          expectPartition(versions, rows);
          confirmed.forEach((row, r) => {
            const after = rows.filter((other) => other.fixed === r);
            expect(after).toHaveLength(1);
            expect(after[0]?.cells.slice(0, before.length)).toEqual(row.cells);
            if (r % 3 === 0) expect(after[0]?.cells[before.length]).toEqual([]);
          });
        },
      ),
      { numRuns: 20 },
    );
  });

  it('leaves rows of edited cells untouched, too: any segments, in any order, across versions', () => {
    fc.assert(
      fc.property(
        fc.array(aVersion, two),
        aVersion,
        aKind,
        fc.array(fc.array(fc.nat(7), { maxLength: 7 }), { maxLength: 4 }),
        (before, added, kind, drawn) => {
          // Row r takes from version v what was drawn, as long as no other row has it.
          const taken = before.map(() => new Set<number>());
          const edited = drawn.map((segments) =>
            before.map((version, v) => {
              const segment = segments[v] ?? -1;
              if (segment < 0 || segment >= version.segments.length || taken[v]?.has(segment)) return [];
              taken[v]?.add(segment);
              return [segment];
            }),
          );
          const fixed: FixedRow[] = edited.map((cells) => ({ cells: [...cells, null] }));
          const versions = [...before, added];
          const { rows } = align(versions, villageLexicon, { kind, fixed });
          expectPartition(versions, rows);
          edited.forEach((cells, r) => {
            expect(rows.find((row) => row.fixed === r)?.cells.slice(0, before.length)).toEqual(cells);
          });
        },
      ),
      { numRuns: 20 },
    );
  });

  it('gives the same rows for every place at which it is put in', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(aVersion, { minLength: 3, maxLength: 5, selector: (version) => JSON.stringify(version) }),
        aKind,
        fc.nat(4),
        (versions, kind, place) => {
          const at = place % versions.length;
          const order = [...versions.keys()].filter((v) => v !== at);
          order.push(at);
          const keys = (rows: readonly { cells: number[][] }[], of: readonly number[]) =>
            rows.map((row) => JSON.stringify(of.map((v) => row.cells[v]))).sort();
          const straight = align(versions, villageLexicon, { kind });
          const moved = align(
            order.flatMap((v) => versions[v] ?? []),
            villageLexicon,
            { kind },
          );
          expect(keys(moved.rows, [...order.keys()])).toEqual(keys(straight.rows, order));
        },
      ),
      { numRuns: 15 },
    );
  });
});
