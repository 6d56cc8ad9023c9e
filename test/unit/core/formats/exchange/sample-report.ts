/** A small report of our own words in three languages: a crossing, an omission, a cell of two segments, notes, codes. */
import { buildReport, targetOf } from '../../../../../core/formats/exchange/build-report';
import type { CodeId, CodingId, NoteId, ReportId, VersionId } from '../../../../../core/model/ids';
import type { ReportData } from '../../../../../core/model/report-data';
import type { SegmentKind } from '../../../../../core/model/text';

const segment = (kind: SegmentKind, text: string, level?: number) => ({
  kind,
  text,
  boilerplate: false,
  ...(level ? { level } : {}),
});
export const ids = {
  report: 'a1a1a1a1-0000-4000-8000-000000000001' as ReportId,
  versions: ['b1', 'b2', 'b3'].map((b) => `${b}b1b1b1-0000-4000-8000-000000000001` as VersionId),
  notes: ['c1', 'c2'].map((c) => `${c}c1c1c1-0000-4000-8000-000000000001` as NoteId),
  codes: ['d1', 'd2'].map((d) => `${d}d1d1d1-0000-4000-8000-000000000001` as CodeId),
  coding: 'e1e1e1e1-0000-4000-8000-000000000001' as CodingId,
};

export function sampleReport(): ReportData {
  const data = buildReport({
    id: ids.report,
    title: 'The harbour bridge',
    kind: 'translation',
    baseVersionId: ids.versions[0]!,
    versions: [
      {
        lang: 'en',
        info: {
          id: ids.versions[0]!,
          title: 'The harbour bridge',
          outlet: 'Harbour Post',
          date: '2026-03-01',
          fileName: 'en.txt',
          format: 'txt',
        },
        segments: [
          segment('heading', 'The harbour bridge opens', 1),
          segment('paragraph', 'The bridge cost 12 million 😀 euros.'),
          segment('paragraph', 'It was built in two years.'),
          segment('quotation', '“We waited long,” said the mayor.'),
          { ...segment('list-item', 'Share <this> & subscribe'), boilerplate: true },
        ],
      },
      {
        lang: 'fr',
        info: { id: ids.versions[1]!, title: 'Le pont du port', outlet: 'Le Quai', date: '', fileName: 'fr.txt', format: 'txt' },
        segments: [
          segment('heading', 'Le pont du port ouvre', 1),
          segment('paragraph', 'Le maire a dit : « Nous avons attendu. »'),
          segment('paragraph', 'Le pont, bâti en deux ans, a coûté 12 millions d’euros.'),
        ],
      },
      {
        lang: 'ar',
        info: { id: ids.versions[2]!, title: 'جسر الميناء', outlet: '', date: '', fileName: 'ar.txt', format: 'txt' },
        segments: [
          segment('heading', 'افتتاح جسر الميناء', 1),
          segment('paragraph', 'كلف الجسر ١٢ مليون يورو.'),
          segment('paragraph', 'بُني الجسر في عامين.'),
          segment('paragraph', 'قال رئيس البلدية: انتظرنا طويلاً.'),
        ],
      },
    ],
    rows: [
      { id: 1, cells: [[0], [0], [0]], score: 0.98, status: 'confirmed' },
      { id: 2, cells: [[1, 2], [2], [1, 2]], score: 0.9, status: 'automatic' },
      { id: 5, cells: [[3], [1], [3]], score: 0.71, status: 'edited' },
      { id: 6, cells: [[4], [], []], score: null, status: 'automatic' },
    ],
    fileName: '',
    format: 'txt',
  });
  const passage = (v: number, text: string) => {
    const version = data.versions[v]!;
    const start = version.text.indexOf(text);
    if (start < 0) throw new Error(text);
    return targetOf(version, start, start + text.length);
  };
  data.notes.push(
    {
      id: ids.notes[0]!,
      reportId: ids.report,
      scope: 'selection',
      body: 'The price is the *same* in all three.',
      targets: [passage(0, '12 million 😀 euros'), passage(1, '12 millions'), passage(2, '١٢ مليون')],
      createdAtMs: Date.UTC(2026, 2, 2),
      updatedAtMs: Date.UTC(2026, 2, 3),
      revision: 2,
    },
    {
      id: ids.notes[1]!,
      reportId: ids.report,
      scope: 'selection',
      body: 'ملاحظة: يتداخل مع الأولى <script>',
      targets: [passage(0, 'million 😀 euros.')],
      createdAtMs: Date.UTC(2026, 2, 4),
      updatedAtMs: Date.UTC(2026, 2, 4),
      revision: 1,
    },
  );
  data.revisions.push({
    noteId: ids.notes[0]!,
    revision: 1,
    body: 'The price is the same.',
    targets: data.notes[0]!.targets,
    savedAtMs: Date.UTC(2026, 2, 2),
  });
  data.codes.push(
    { id: ids.codes[0]!, parentId: null, name: 'Economy', description: 'Money & prices', colour: '#cc3300', order: 0 },
    { id: ids.codes[1]!, parentId: ids.codes[0]!, name: 'Cost', description: '', colour: '#0033cc', order: 0 },
  );
  data.codings.push({
    id: ids.coding,
    codeId: ids.codes[1]!,
    target: passage(0, 'euros'),
    noteId: ids.notes[0]!,
    coder: 'Amal',
    createdAtMs: Date.UTC(2026, 2, 5),
  });
  return data;
}
