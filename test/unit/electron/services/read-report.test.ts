/** Reading a report in parts: other work comes between them, and what comes out is one state of the report all the same. */
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { holdsTogether } from '../../../../core/formats/exchange/check-report-data';
import { type ReportPart, reportAssembly } from '../../../../core/formats/exchange/report-parts';
import { type NoteId, newId, type ReportId } from '../../../../core/model/ids';
import { type Library, openLibrary } from '../../../../electron/library/library';
import { gentleParts, readReportData } from '../../../../electron/services/read-report';
import { newFolder, removeFolder } from '../support/host';
import { storeReport } from '../support/stored-report';

const count = 5000;
const all = { originals: true, allCodes: false };
let folder: string;
let library: Library;
let reportId: ReportId;
beforeEach(() => {
  folder = newFolder();
  library = openLibrary(path.join(folder, 'library', 'library.db'), { language: 'en' });
  const text = (word: string) => Array.from({ length: count }, (_, i) => `${word} number ${i}.`);
  ({ reportId } = storeReport(library, [text('Boat'), text('Quay'), text('Pier')]));
});
afterEach(() => {
  library.close();
  removeFolder(folder);
});

function writeNote(): NoteId {
  const id = newId<NoteId>();
  const note = { id, reportId, scope: 'row', body: 'between', targets: [], createdAtMs: 1, updatedAtMs: 1, revision: 1 } as const;
  library.write(() => library.notes.insert({ ...note, targets: [] }, []));
  return id;
}

describe('a long report', () => {
  it('comes in parts that are small, with room between them', async () => {
    let turns = 0;
    let reading = true;
    const turn = () => {
      turns += 1;
      if (reading) setImmediate(turn);
    };
    setImmediate(turn);
    const assembly = reportAssembly();
    const sizes: number[] = [];
    for await (const part of gentleParts(library, reportId, all)) {
      assembly.take(part);
      if (part.type === 'segments') sizes.push(part.segments.length);
      if (part.type === 'rows') sizes.push(part.rows.length);
    }
    reading = false;
    expect(Math.max(...sizes)).toBeLessThanOrEqual(500);
    // One turn of the process after each part at the least.
    expect(turns).toBeGreaterThanOrEqual(sizes.length);
    expect(assembly.progress()).toEqual({ done: 4 * count, total: 4 * count });
    const data = assembly.report();
    expect(holdsTogether(data)).toBe(true);
    expect(data).toEqual(readReportData(library, reportId, all));
  });

  it('is read again when something is written meanwhile, and ends even if that never stops', async () => {
    for (const times of [1, Number.POSITIVE_INFINITY]) {
      const assembly = reportAssembly();
      const parts: ReportPart['type'][] = [];
      let written = 0;
      for await (const part of gentleParts(library, reportId, all)) {
        parts.push(part.type);
        assembly.take(part);
        if (part.type === 'rows' && written < times) {
          written += 1;
          writeNote();
        }
      }
      const heads = parts.filter((type) => type === 'head').length;
      expect(heads).toBe(times === 1 ? 2 : 4);
      expect(holdsTogether(assembly.report())).toBe(true);
      // Without writes between them the last reading holds what was there at its end.
      if (times === 1) expect(assembly.report()).toEqual(readReportData(library, reportId, all));
    }
  });

  it('tells of a report that goes while it is read', async () => {
    const read = async () => {
      for await (const part of gentleParts(library, reportId, all))
        if (part.type === 'rows') library.write(() => library.reports.setDeleted(reportId, 1));
    };
    await expect(read()).rejects.toMatchObject({ failure: { code: 'report-not-found' } });
  });
});
