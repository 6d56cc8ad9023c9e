import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsTogether } from '../../../../../core/formats/exchange/check-report-data';
import { withNewIds } from '../../../../../core/formats/exchange/new-ids';
import { arbitraryReport } from './arbitrary-report';

describe('a report under new ids', () => {
  it('holds together and shares no id with the old one but those of its codes', () => {
    fc.assert(
      fc.property(arbitraryReport(), (data) => {
        const copy = withNewIds(data);
        expect(holdsTogether(copy)).toBe(true);
        const old = [
          data.report.id,
          ...data.report.versions.map(({ id }) => id),
          ...data.notes.map(({ id }) => id),
          ...data.codings.map(({ id }) => id),
        ];
        const text = JSON.stringify({ ...copy, codes: [] });
        for (const id of old) expect(text).not.toContain(id);
        expect(copy.codes).toEqual(data.codes);
        expect(copy.rows).toEqual(data.rows);
      }),
      { numRuns: 50 },
    );
  });
});
