/** A library with one long report, made of invented sentences: what the reader's benchmark opens. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { type NoteId, newId, type ReportId, type RowId, type VersionId } from '../../../core/model/ids';
import type { Row } from '../../../core/model/report';
import { openLibrary } from '../../../electron/library/library';

const sentences: Record<string, string[]> = {
  en: [
    'The harbour office counted the boats again.',
    'Nobody had slept since the storm, said the ferryman.',
    'Bread came over at noon, forty loaves in a basket.',
    'She wrote the number down twice.',
  ],
  fr: [
    'La capitainerie a recompté les bateaux.',
    'Personne n’avait dormi depuis la tempête, dit le passeur.',
    'Le pain arriva à midi, quarante miches dans un panier.',
    'Elle nota deux fois le chiffre.',
  ],
  ar: [
    'أعادت سلطة الميناء عدّ القوارب.',
    'قال صاحب العبّارة إن أحداً لم ينم منذ العاصفة.',
    'وصل الخبز عند الظهر، أربعون رغيفاً في سلة.',
    'كتبت الرقم مرتين.',
  ],
};

/** Text of paragraph i: two to four sentences, so that heights differ as in a book. */
export const paragraph = (lang: string, i: number): string => {
  const pool = sentences[lang]!;
  return `${Array.from({ length: 2 + (i % 3) }, (_, k) => pool[(i + k) % pool.length]).join(' ')} (${i + 1})`;
};

/** Makes userData/library/library.db with a report of `rowCount` rows in three languages. */
export function makeBook(userData: string, rowCount: number, title: string): ReportId {
  const folder = path.join(userData, 'library');
  mkdirSync(folder, { recursive: true });
  const library = openLibrary(path.join(folder, 'library.db'), { language: 'en' });
  const langs = Object.keys(sentences);
  const reportId = newId<ReportId>();
  const ids = langs.map(() => newId<VersionId>());
  library.write(() => {
    library.reports.insert({ id: reportId, title, kind: 'translation', baseVersionId: ids[0]!, createdAtMs: Date.now() });
    langs.forEach((lang, v) => {
      let at = 0;
      const segments = Array.from({ length: rowCount }, (_, i) => {
        const text = paragraph(lang, i);
        const start = at;
        at += text.length + 2;
        return {
          index: i,
          kind: 'paragraph' as const,
          boilerplate: false,
          start,
          end: start + text.length,
          text,
          sentences: [[0, text.length] as const],
        };
      });
      const info = { lang, title: '', outlet: '', date: '', fileName: `${lang}.txt`, format: 'txt', encoding: null };
      library.versions.insert(
        reportId,
        { ...info, id: ids[v]!, ordinal: v, related: true, segmentCount: rowCount },
        segments,
        new Uint8Array(1),
      );
    });
    const first = library.reports.takeRowIds(reportId, rowCount);
    const rows: Row[] = Array.from({ length: rowCount }, (_, i) => ({
      id: (first + i) as RowId,
      cells: langs.map(() => [i]),
      score: 0.9,
      status: 'automatic',
    }));
    library.rows.replaceAll(reportId, rows);
  });
  library.close();
  return reportId;
}

/** Writes `count` notes on stretches of text evenly through the report, and one on row `index`; only while the app is closed. */
export function addNotes(userData: string, reportId: ReportId, count: number, index: number): void {
  const library = openLibrary(path.join(userData, 'library', 'library.db'), { language: 'en' });
  const versions = library.versions.list(reportId);
  const rowCount = library.rows.count(reportId);
  const rows = [...Array.from({ length: count - 1 }, (_, i) => Math.floor((i * rowCount) / count)), index];
  library.write(() => {
    rows.forEach((row, i) => {
      const version = versions[i % versions.length]!;
      const segment = library.versions.segmentsNamed(version.id, [row])[0]!;
      const exact = segment.text.slice(4, 24);
      const position = { start: segment.start + 4, end: segment.start + 24 };
      const quote = { exact, prefix: segment.text.slice(0, 4), suffix: segment.text.slice(24, 40) };
      const targets = [{ versionId: version.id, quote, position }];
      library.notes.create({ id: newId<NoteId>(), reportId, scope: 'selection', body: `Note ${i + 1}`, targets });
    });
  });
  library.close();
}
