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
  | ({ type: 'notes' } & ImportedNotes);

export interface ReportAssembly {
  take(part: ReportPart): void;
  /** Segments and rows taken, of how many. */
  progress(): { done: number; total: number };
  /** Texts are segments joined by the library's separator. */
  report(): ReportData;
}

export function reportAssembly(): ReportAssembly {
  let head: Extract<ReportPart, { type: 'head' }> | null = null;
  let segments: Segment[][] = [];
  let originals: VersionData['original'][] = [];
  let rows: Row[] = [];
  let notes: ImportedNotes = { notes: [], revisions: [], codes: [], codings: [] };
  let done = 0;
  return {
    take(part) {
      if (part.type === 'head') {
        head = part;
        segments = part.versions.map(() => []);
        originals = [];
        rows = [];
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
        const { type: _, ...rest } = part;
        notes = rest;
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
