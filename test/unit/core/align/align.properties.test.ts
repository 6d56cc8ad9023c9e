import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align } from '../../../../core/align/align';
import type { AlignedRow, FixedRow } from '../../../../core/align/types';
import { aKind, aVersion, expectPartition } from './any-versions';
import { villageLexicon } from './tiny-lexicon';
import { version } from './versions';

const someVersions = fc.array(aVersion, { minLength: 1, maxLength: 4 });

const rowKeys = (rows: readonly AlignedRow[], order: readonly number[]) =>
  rows.map((row) => `${JSON.stringify(order.map((v) => row.cells[v]))} ${row.score?.toFixed(6)}`).sort();

describe('align, for any versions', () => {
  it('puts every segment in exactly one row, in order within the cell', () => {
    fc.assert(
      fc.property(someVersions, aKind, (versions, kind) => {
        expectPartition(versions, align(versions, villageLexicon, { kind }).rows);
      }),
      { numRuns: 40 },
    );
  });

  it('scores rows between 0 and 1, and only rows of several versions', () => {
    fc.assert(
      fc.property(someVersions, aKind, (versions, kind) => {
        for (const row of align(versions, villageLexicon, { kind }).rows) {
          const filled = row.cells.filter((cell) => cell.length > 0).length;
          if (filled <= 1) expect(row.score).toBeNull();
          else {
            expect(row.score).toBeGreaterThanOrEqual(0);
            expect(row.score).toBeLessThanOrEqual(1);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it('gives the same rows and verdicts for every order of the versions', () => {
    fc.assert(
      fc.property(
        someVersions.filter((versions) => new Set(versions.map((v) => JSON.stringify(v))).size === versions.length),
        aKind,
        fc.infiniteStream(fc.nat(1000)),
        (versions, kind, stream) => {
          const keys = versions.map((_, v) => [stream.next().value ?? 0, v] as const);
          const order = keys.sort((x, y) => x[0] - y[0] || x[1] - y[1]).map(([, v]) => v);
          const straight = align(versions, villageLexicon, { kind });
          const mixed = align(
            order.map((v) => versions[v] ?? version('en')),
            villageLexicon,
            { kind },
          );
          expect(mixed.kind).toBe(straight.kind);
          expect(mixed.related).toEqual(order.map((v) => straight.related[v]));
          expect(
            rowKeys(
              mixed.rows,
              mixed.related.map((_, p) => p),
            ),
          ).toEqual(rowKeys(straight.rows, order));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('keeps fixed rows as they are', () => {
    fc.assert(
      fc.property(fc.array(aVersion, { minLength: 2, maxLength: 3 }), aKind, fc.nat(3), (versions, kind, seed) => {
        const fixed: FixedRow[] = [{ cells: versions.map((v) => (v.segments.length > seed ? [seed] : [])) }];
        const { rows } = align(versions, villageLexicon, { kind, fixed });
        expectPartition(versions, rows);
        expect(rows.find((row) => row.fixed === 0)?.cells).toEqual(fixed[0]?.cells);
      }),
      { numRuns: 30 },
    );
  });
});
