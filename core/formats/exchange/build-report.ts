/** Puts a report together from what a file holds: texts, offsets, rows in which every segment stands exactly once. */
import { type NoteId, newId, type ReportId, type RowId, type VersionId } from '../../model/ids';
import { directionOf } from '../../model/languages';
import type { Note, NoteTarget } from '../../model/note';
import type { AlignmentKind, RowStatus, VersionInfo } from '../../model/report';
import type { ReportData, VersionData } from '../../model/report-data';
import type { Segment, SegmentKind } from '../../model/text';
import { segmentSeparator } from '../../segment/segment';
import { splitSentences } from '../../segment/sentences';

export interface DraftSegment {
  text: string;
  kind: SegmentKind;
  level?: number;
  boilerplate: boolean;
  /** Where the segment stood in its text, if the file says so. */
  start?: number;
}
export interface DraftVersion {
  lang: string;
  segments: DraftSegment[];
  /** What the file knows beyond that. */
  info?: Partial<VersionInfo>;
}
export interface DraftRow {
  /** Wanted, if it is free. */
  id?: number;
  cells: number[][];
  score: number | null;
  status: RowStatus;
  /** Bodies of notes on the whole row. */
  notes?: string[];
}
export interface DraftReport {
  id?: ReportId;
  title: string;
  kind: AlignmentKind;
  baseVersionId?: VersionId;
  versions: DraftVersion[];
  rows: DraftRow[];
  fileName: string;
  format: string;
}

/** A text with this much more than its segments is not rebuilt from their offsets. */
const maxGap = 10_000;

function versionOf(draft: DraftVersion, ordinal: number, report: DraftReport): VersionData {
  let text = '';
  let end = 0;
  const placed = draft.segments.every((segment) => {
    const fits = segment.start !== undefined && segment.start >= end && segment.start - end <= maxGap;
    end = (segment.start ?? 0) + segment.text.length;
    return fits;
  });
  const segments: Segment[] = draft.segments.map((segment, index) => {
    if (placed) {
      const gap = (segment.start ?? 0) - text.length;
      text += gap === segmentSeparator.length ? segmentSeparator : '\n'.repeat(gap);
    } else if (index > 0) text += segmentSeparator;
    const start = text.length;
    text += segment.text;
    return {
      index,
      kind: segment.kind,
      ...(segment.level === undefined ? {} : { level: segment.level }),
      boilerplate: segment.boilerplate,
      start,
      end: text.length,
      text: segment.text,
      sentences: splitSentences(segment.text, draft.lang),
    };
  });
  const info: VersionInfo = {
    id: newId<VersionId>(),
    lang: draft.lang,
    direction: directionOf(draft.lang),
    title: '',
    outlet: '',
    date: '',
    fileName: report.fileName,
    format: report.format,
    encoding: null,
    related: true,
    ...draft.info,
    ordinal,
    segmentCount: segments.length,
  };
  return { info, text, segments };
}

/** Rows' cells must name each segment of each version exactly once: the readers see to it. */
export function buildReport(draft: DraftReport): ReportData {
  const versions = draft.versions.map((version, ordinal) => versionOf(version, ordinal, draft));
  const used = new Set<number>();
  let next = 0;
  const rows = draft.rows.map(({ id, cells, score, status }) => {
    let rowId = id !== undefined && Number.isSafeInteger(id) && !used.has(id) ? id : next;
    while (used.has(rowId)) rowId += 1;
    used.add(rowId);
    next = Math.max(next, rowId + 1);
    const filled = cells.filter((cell) => cell.length > 0).length;
    return { id: rowId as RowId, cells, score: filled > 1 ? score : null, status };
  });
  const base = versions.find(({ info }) => info.id === draft.baseVersionId) ?? versions[0];
  const reportId = draft.id ?? newId<ReportId>();
  const notes: Note[] = draft.rows.flatMap((row) =>
    (row.notes ?? []).map((body) => ({
      id: newId<NoteId>(),
      reportId,
      scope: 'row' as const,
      body,
      targets: row.cells.flatMap((cell, v) => cell.flatMap((index) => targetOfSegment(versions[v], index))),
      createdAtMs: 0,
      updatedAtMs: 0,
      revision: 1,
    })),
  );
  return {
    report: {
      id: reportId,
      title: draft.title,
      kind: draft.kind,
      baseVersionId: base?.info.id ?? newId<VersionId>(),
      rowCount: rows.length,
      versions: versions.map(({ info }) => info),
    },
    versions,
    rows,
    notes,
    revisions: [],
    codes: [],
    codings: [],
  };
}

function targetOfSegment(version: VersionData | undefined, index: number): NoteTarget[] {
  const segment = version?.segments[index];
  return version && segment && segment.start < segment.end ? [targetOf(version, segment.start, segment.end)] : [];
}

const contextLength = 32;
const isLow = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xdc00;

/** Selectors of a stretch of text; context never begins or ends within a surrogate pair. */
export function targetOf({ info, text }: Pick<VersionData, 'info' | 'text'>, start: number, end: number): NoteTarget {
  let from = Math.max(0, start - contextLength);
  if (isLow(text, from)) from += 1;
  let to = Math.min(text.length, end + contextLength);
  if (isLow(text, to)) to -= 1;
  return {
    versionId: info.id,
    quote: {
      exact: text.slice(start, end),
      prefix: text.slice(Math.min(from, start), start),
      suffix: text.slice(end, Math.max(end, to)),
    },
    position: { start, end },
  };
}

/** `EN-us` as `en-US`; `und` for what is no language tag. */
export function languageTag(value: string | null | undefined): string {
  const [primary = '', ...rest] = (value ?? '').trim().replaceAll('_', '-').split('-');
  const tag = [
    primary.toLowerCase(),
    ...rest.map((part) =>
      part.length === 2 ? part.toUpperCase() : part.length === 4 ? part[0]?.toUpperCase() + part.slice(1).toLowerCase() : part,
    ),
  ].join('-');
  return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag) && tag.length <= 35 ? tag : 'und';
}
