import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applyPatch } from '../../../../core/align/edits';
import type { RowId } from '../../../../core/model/ids';
import type { Row, RowPatch } from '../../../../core/model/report';
import { connect } from '../../../../electron/library/connection';
import { type Library, openLibrary } from '../../../../electron/library/library';
import { newFolder, removeFolder } from '../support/host';
import { storeReport } from '../support/stored-report';

let folder: string;
let library: Library;
beforeEach(() => {
  folder = newFolder();
  library = openLibrary(path.join(folder, 'library.db'), { language: 'en' });
});
afterEach(() => {
  library.close();
  removeFolder(folder);
});
const paragraphs = (n: number) => Array.from({ length: n }, (_, i) => `Paragraph number ${i}.`);

describe('rows', () => {
  it('keep their order and places through many edits in one spot', () => {
    const { reportId } = storeReport(library, [paragraphs(3), paragraphs(3)]);
    let rows = library.rows.all(reportId);
    // Far more halvings than a double has room for between two neighbours.
    for (let i = 0; i < 150; i += 1) {
      const id = library.reports.takeRowIds(reportId, 2);
      const insert: Row[] = [0, 1].map((k) => ({ ...rows[1]!, id: (id + k) as RowId }));
      const patch = { at: 1, remove: [rows[1]!], insert: i % 2 === 0 ? insert : insert.slice(1) };
      library.write(() => library.rows.applyPatch(reportId, patch));
      rows = applyPatch(rows, patch);
    }
    expect(library.rows.all(reportId)).toEqual(rows);
    expect(rows.map((r) => library.rows.placeOf(reportId, r.id))).toEqual(rows.map((_, i) => i));
    expect(library.rows.page(reportId, 10, 5)).toEqual(rows.slice(10, 15));
    expect(library.rows.count(reportId)).toBe(rows.length);
  });
  it('give the texts of confirmed rows of other translations, not of those in the bin', () => {
    const { reportId } = storeReport(library, [paragraphs(2), ['Alpha.', 'Beta.']]);
    const [first] = library.rows.all(reportId);
    const patch = { at: 0, remove: [first!], insert: [{ ...first!, status: 'confirmed' as const }] };
    library.write(() => library.rows.applyPatch(reportId, patch));
    const texts = () => library.rows.confirmedElsewhere('', 10).map(({ cells }) => cells.map(({ text }) => text).sort());
    expect(texts()).toEqual([first!.cells.map((cell, v) => (v === 0 ? paragraphs(2) : ['Alpha.', 'Beta.'])[cell[0]!]).sort()]);
    expect(library.rows.confirmedElsewhere(reportId, 10)).toEqual([]);
    expect(library.rows.confirmedElsewhere('', 0)).toEqual([]);
    library.write(() => library.reports.setDeleted(reportId, 1));
    expect(texts()).toEqual([]);
  });
  it('refuse a patch that does not fit, and change nothing', () => {
    const { reportId } = storeReport(library, [paragraphs(3)]);
    const rows = library.rows.all(reportId);
    for (const patch of [
      { at: 0, remove: [rows[1]!], insert: [] },
      { at: 2, remove: [rows[2]!, rows[0]!], insert: [] },
    ]) {
      expect(() => library.write(() => library.rows.applyPatch(reportId, patch))).toThrow();
    }
    expect(library.rows.all(reportId)).toEqual(rows);
  });
  it('take patches at both ends and of all rows', () => {
    const { reportId } = storeReport(library, [paragraphs(2)]);
    const [template] = library.rows.all(reportId);
    const fresh = (): Row => ({ ...template!, id: library.reports.takeRowIds(reportId, 1) });
    let rows = library.rows.all(reportId);
    const apply = (patch: RowPatch) => {
      library.write(() => library.rows.applyPatch(reportId, patch));
      rows = applyPatch(rows, patch);
      expect(library.rows.all(reportId)).toEqual(rows);
    };
    apply({ at: 0, remove: [], insert: [fresh()] });
    apply({ at: 3, remove: [], insert: [fresh()] });
    apply({ at: 0, remove: rows, insert: [] });
    apply({ at: 0, remove: [], insert: [fresh(), fresh()] });
  });
  it('say in which row a place of a text stands', () => {
    const { reportId, versionIds } = storeReport(library, [paragraphs(4), paragraphs(4)]);
    const rows = library.rows.all(reportId);
    const second = library.versions.segmentsNamed(versionIds[1]!, [2])[0]!;
    expect(library.versions.rowAt(versionIds[1]!, second.start + 3)).toBe(rows[2]!.id);
    expect(library.versions.rowAt(versionIds[1]!, second.end)).toBe(rows[2]!.id);
  });
  it('are paged and counted on an index that covers the work', () => {
    const { reportId } = storeReport(library, [paragraphs(3)]);
    library.close();
    const db = connect(path.join(folder, 'library.db'));
    const plan = (sql: string) =>
      (db.prepare(`explain query plan ${sql}`).all() as { detail: string }[]).map((line) => line.detail).join('; ');
    expect(plan(`select id from report_row where report_id = '${reportId}' order by order_key limit 200 offset 1000`)).toMatch(
      /USING COVERING INDEX report_row_order/,
    );
    expect(plan(`select count(*) from report_row where report_id = '${reportId}' and order_key < 5`)).toMatch(
      /USING COVERING INDEX report_row_order/,
    );
    db.close();
  });
});
