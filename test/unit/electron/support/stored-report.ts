/** A report put into a library straight away, without an aligner. */
import { newId, type ReportId, type RowId, type VersionId } from '../../../../core/model/ids';
import type { Row } from '../../../../core/model/report';
import { segmentDocument } from '../../../../core/segment/segment';
import type { Library } from '../../../../electron/library/library';

export interface StoredReport {
  reportId: ReportId;
  versionIds: VersionId[];
}

/** `texts[v]`: paragraphs of version v. Rows stand one to one as far as the shortest version goes, the rest alone. */
export function storeReport(library: Library, texts: readonly (readonly string[])[]): StoredReport {
  const reportId = newId<ReportId>();
  const versionIds = texts.map(() => newId<VersionId>());
  const longest = Math.max(...texts.map((t) => t.length));
  library.write(() => {
    library.reports.insert({ id: reportId, title: 'Stored', kind: 'translation', baseVersionId: versionIds[0]!, createdAtMs: 1 });
    texts.forEach((paragraphs, v) => {
      const { segments } = segmentDocument(
        paragraphs.map((text) => ({ kind: 'paragraph', text })),
        'en',
      );
      const info = { lang: 'en', title: '', outlet: '', date: '', fileName: `${v}.txt`, format: 'txt', encoding: null };
      const version = { ...info, id: versionIds[v]!, ordinal: v, related: true, segmentCount: segments.length };
      library.versions.insert(reportId, version, segments, new Uint8Array([v]));
    });
    const firstId = library.reports.takeRowIds(reportId, longest);
    const rows: Row[] = Array.from({ length: longest }, (_, i) => ({
      id: (firstId + i) as RowId,
      cells: texts.map((t) => (i < t.length ? [i] : [])),
      score: 0.9,
      status: 'automatic',
    }));
    library.rows.replaceAll(reportId, rows);
  });
  return { reportId, versionIds };
}
