/** A report that comes in by parts: others get their turn meanwhile, nobody sees half of it, and a half is taken away again. */
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId, type ReportId, type RowId, type VersionId } from '../../../../core/model/ids';
import type { Row } from '../../../../core/model/report';
import { segmentDocument } from '../../../../core/segment/segment';
import { type Library, openLibrary } from '../../../../electron/library/library';
import { type StoredReport, storeReport } from '../../../../electron/services/store-report';
import { newFolder, removeFolder } from '../support/host';

let folder: string;
let library: Library;
const open = () => openLibrary(path.join(folder, 'library.db'), { language: 'en' });
beforeEach(() => {
  folder = newFolder();
  library = open();
});
afterEach(() => {
  library.close();
  removeFolder(folder);
});

const paragraphs = 3000;
function report(): StoredReport & { stored: { rows: Row[] } } {
  const stored: { rows: Row[] } = { rows: [] };
  const versions = ['en', 'ar'].map((lang, ordinal) => {
    const { segments } = segmentDocument(
      Array.from({ length: paragraphs }, (_, i) => ({ kind: 'paragraph', text: `Paragraph ${i} of ${lang}. It goes on.` })),
      lang,
    );
    const id = newId<VersionId>();
    const about = { lang, title: '', outlet: '', date: '', fileName: 'a.txt', format: 'txt', encoding: null, related: true };
    return { record: { ...about, id, ordinal, segmentCount: segments.length }, segments, original: new Uint8Array([ordinal]) };
  });
  const rows = (takeIds: (count: number) => RowId): Row[] => {
    const first = takeIds(paragraphs);
    stored.rows = Array.from({ length: paragraphs }, (_, i) => {
      return { id: (first + i) as RowId, cells: [[i], [i]], score: 0.5, status: 'automatic' };
    });
    return stored.rows;
  };
  const baseVersionId = versions[0]!.record.id;
  return { id: newId<ReportId>(), title: 'Long', kind: 'translation', baseVersionId, versions, rows, stored };
}

describe('storeReport', () => {
  it('stores what it was given', async () => {
    const given = report();
    const said: number[] = [];
    await storeReport(library, given, (done) => said.push(done));
    expect(library.rows.all(given.id)).toEqual(given.stored.rows);
    for (const { record, segments, original } of given.versions) {
      expect(library.versions.segments(record.id)).toEqual(segments);
      expect(library.versions.original(record.id)).toEqual(Buffer.from(original));
      expect(library.versions.rowAt(record.id, segments[7]!.start)).toBe(given.stored.rows[7]!.id);
    }
    expect(said).toEqual([...said].sort((a, b) => a - b));
  });
  it('lets others write in between, and shows nothing before the end', async () => {
    const given = report();
    const storing = storeReport(library, given, () => undefined);
    let turns = 0;
    let ended = false;
    void storing.then(() => {
      ended = true;
    });
    while (!ended) {
      await new Promise((resolve) => setImmediate(resolve));
      if (ended) break;
      turns += 1;
      library.write(() => library.settings.update({ coder: `turn ${turns}` }));
      expect(library.reports.list()).toEqual([]);
      expect(library.reports.binned()).toEqual([]);
      expect(library.searchable.versions()).toEqual([]);
    }
    expect(turns).toBeGreaterThan(3);
    expect(library.reports.list().map((r) => r.id)).toEqual([given.id]);
    expect(library.settings.read().coder).toBe(`turn ${turns}`);
  });
  it('leaves nothing behind when it fails', async () => {
    const given = report();
    const broken = { ...given, versions: [...given.versions, { ...given.versions[1]!, original: new Uint8Array() }] };
    await expect(storeReport(library, broken, () => undefined)).rejects.toThrow('UNIQUE');
    expect(library.reports.state(given.id)).toBeNull();
    expect(library.versions.has(given.baseVersionId)).toBe(false);
  });
  it('leaves nothing behind when it is given up on the way, and another one that is being stored alone', async () => {
    const [given, other] = [report(), report()];
    let parts = 0;
    const whole = storeReport(library, other, () => undefined);
    const stopped = storeReport(library, given, () => {
      parts += 1;
      if (parts === 3) throw new Error('given up');
    });
    await expect(stopped).rejects.toThrow('given up');
    expect(parts).toBe(3);
    expect(library.reports.state(given.id)).toBeNull();
    for (const { record } of given.versions) {
      expect(library.versions.has(record.id)).toBe(false);
      expect(library.versions.segments(record.id)).toEqual([]);
    }
    expect(library.rows.count(given.id)).toBe(0);
    await whole;
    expect(library.rows.all(other.id)).toEqual(other.stored.rows);
    for (const { record, segments } of other.versions) expect(library.versions.segments(record.id)).toEqual(segments);
  });
  it('is taken away at the next start when it never came to its end', async () => {
    const given = report();
    const { versions, rows: _rows, stored: _stored, ...about } = given;
    library.writePart(() => {
      library.reports.begin({ ...about, createdAtMs: 1 });
      library.versions.insertWithoutText(given.id, versions[0]!.record, versions[0]!.original);
      library.versions.insertSegments(versions[0]!.record.id, versions[0]!.segments);
    });
    library.close();
    library = open();
    expect(library.reports.state(given.id)).toBeNull();
    expect(library.versions.has(given.baseVersionId)).toBe(false);
    expect(library.reports.purge(given.id)).toBe(0);
  });
});
