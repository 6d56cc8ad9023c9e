/**
 * A report in pieces, so that a long one travels between threads without holding up the one that reads it: a head, then texts,
 * rows, notes in any number of parts. Another head begins again.
 */

import type { ReportInfo, Row, VersionInfo } from '../../model/report';
import type { ReportData, VersionData } from '../../model/report-data';
import type { Segment } from '../../model/text';
import { segmentSeparator } from '../../segment/segment';
import type { ImportedNotes } from './importer';

export type ReportPart =
  /** `total`: segments and rows that are coming. */
  | { type: 'head'; report: Omit<ReportInfo, 'rowCount' | 'versions'>; versions: VersionInfo[]; total: number }
  /** In order; `version` is an index into the head's versions. */
  | { type: 'segments'; version: number; segments: Segment[] }
  | { type: 'original'; version: number; fileName: string; bytes: Uint8Array }
  | { type: 'rows'; rows: Row[] }
  /** In any number of parts. */
  | ({ type: 'notes' } & ImportedNotes);

/** Segments, rows or notes in one part: a few milliseconds of work for whoever takes it. */
export const partSize = 500;

/** A report that is at hand, in parts. Its texts are segments joined by the library's separator (blank-lines.ts). */
export function* partsOf({ report, versions, rows, notes, revisions, codes, codings }: ReportData): Generator<ReportPart> {
  const { rowCount: _, versions: infos, ...head } = report;
  const total = versions.reduce((sum, { segments }) => sum + segments.length, rows.length);
  yield { type: 'head', report: head, versions: infos, total };
  for (const [version, { segments, original }] of versions.entries()) {
    for (const part of slices(segments)) yield { type: 'segments', version, segments: part };
    if (original) yield { type: 'original', version, ...original };
  }
  for (const part of slices(rows)) yield { type: 'rows', rows: part };
  const none = { notes: [], revisions: [], codes: [], codings: [] };
  for (const part of slices(notes)) yield { type: 'notes', ...none, notes: part };
  for (const part of slices(revisions)) yield { type: 'notes', ...none, revisions: part };
  for (const part of slices(codes)) yield { type: 'notes', ...none, codes: part };
  for (const part of slices(codings)) yield { type: 'notes', ...none, codings: part };
}

function* slices<T>(list: readonly T[]): Generator<T[]> {
  for (let from = 0; from < list.length; from += partSize) yield list.slice(from, from + partSize);
}

export interface ReportAssembly {
  take(part: ReportPart): void;
  /** Segments and rows taken, of how many. */
  progress(): { done: number; total: number };
  /** Texts are segments joined by the library's separator. */
  report(): ReportData;
}

const noNotes = (): ImportedNotes => ({ notes: [], revisions: [], codes: [], codings: [] });

export function reportAssembly(): ReportAssembly {
  let head: Extract<ReportPart, { type: 'head' }> | null = null;
  let segments: Segment[][] = [];
  let originals: VersionData['original'][] = [];
  let rows: Row[] = [];
  let notes = noNotes();
  let done = 0;
  return {
    take(part) {
      if (part.type === 'head') {
        head = part;
        segments = part.versions.map(() => []);
        originals = [];
        rows = [];
        notes = noNotes();
        done = 0;
      } else if (part.type === 'segments') {
        const list = segments[part.version] ?? [];
        for (const segment of part.segments) list.push(segment);
        done += part.segments.length;
      } else if (part.type === 'rows') {
        for (const row of part.rows) rows.push(row);
        done += part.rows.length;
      } else if (part.type === 'original') {
        originals[part.version] = { fileName: part.fileName, bytes: part.bytes };
      } else {
        for (const note of part.notes) notes.notes.push(note);
        for (const revision of part.revisions) notes.revisions.push(revision);
        for (const code of part.codes) notes.codes.push(code);
        for (const coding of part.codings) notes.codings.push(coding);
      }
    },
    progress: () => ({ done, total: head?.total ?? 0 }),
    report() {
      if (!head) throw new Error('a report without its head');
      const versions = head.versions.map((info, v): VersionData => {
        const own = segments[v] ?? [];
        const original = originals[v];
        return {
          info,
          text: own.map(({ text }) => text).join(segmentSeparator),
          segments: own,
          ...(original ? { original } : {}),
        };
      });
      return { report: { ...head.report, rowCount: rows.length, versions: head.versions }, versions, rows, ...notes };
    },
  };
}
