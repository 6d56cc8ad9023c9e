/** Lines from what a search has found: a paragraph's matches, a note's first match, a passage that has a code; with where they stand. */
import type { SearchLine } from '../../core/contract/search';
import type { ReportId, RowId } from '../../core/model/ids';
import type { Note } from '../../core/model/note';
import type { VersionInfo } from '../../core/model/report';
import { kwicLine, kwicLines } from '../../core/search/kwic';
import type { SearchQuery } from '../../core/search/query';
import { strongDirection } from '../../core/text/direction';
import type { Library } from '../library/library';
import type { Hit } from '../library/search/index-file';
import type { CodedPassage } from '../library/search/searchable';

/** UTF-16 units of context on each side. */
const context = 120;
const linesPerParagraph = 50;
const oppositeLength = 600;

/** A line before it is known in which row it stands. A note's line has what it quotes in place of what stands opposite. */
export type Line = Omit<SearchLine, 'row' | 'opposite'> & { quotes?: SearchLine['opposite'] };

const shortened = (text: string): string => (text.length > oppositeLength ? `${text.slice(0, oppositeLength).trimEnd()}…` : text);
const nameOf = (version: VersionInfo): string => version.outlet || version.title || version.fileName;

/** Makes the lines of one search, which asks for the same reports again and again. */
export function makeLines({ versions, searchable }: Library) {
  const known = new Map<ReportId, { title: string; versions: VersionInfo[] }>();
  /** A report that went to the bin since the index was brought level has no versions. */
  function reportOf(id: ReportId) {
    const kept = known.get(id);
    if (kept) return kept;
    const title = searchable.title(id);
    const found = { title: title ?? '', versions: title === null ? [] : versions.list(id) };
    known.set(id, found);
    return found;
  }
  const place = (reportId: ReportId, version: VersionInfo) => ({
    reportId,
    reportTitle: reportOf(reportId).title,
    versionId: version.id,
    ordinal: version.ordinal,
    lang: version.lang,
    direction: version.direction,
    versionName: nameOf(version),
    noteId: null,
  });

  function ofHit(hit: Hit, query: SearchQuery, literal: boolean): Line[] {
    const segment = searchable.segment(hit.versionId, hit.segment);
    const version = reportOf(hit.reportId).versions.find((v) => v.id === hit.versionId);
    if (!segment || !version) return [];
    const found = kwicLines(segment.text, query, { literal, context, limit: linesPerParagraph });
    const where = { ...place(hit.reportId, version), segment: hit.segment, segmentStart: segment.start };
    return found.map((line) => ({ ...line, ...where }));
  }

  /** Of a passage over several paragraphs the part in the first. */
  function ofPassage({ reportId, versionId, start, end }: CodedPassage): Line[] {
    const segment = searchable.segmentAt(versionId, start);
    const version = reportOf(reportId).versions.find((v) => v.id === versionId);
    if (!segment || !version) return [];
    const from = start - segment.start;
    const to = Math.min(segment.text.length, end - segment.start);
    if (from >= to) return [];
    const where = { ...place(reportId, version), segment: segment.number, segmentStart: segment.start };
    return [{ ...kwicLine(segment.text, [from, to], context), ...where }];
  }

  function ofNote(note: Note, query: SearchQuery, literal: boolean): Line[] {
    const { title, versions: all } = reportOf(note.reportId);
    const target = note.targets[0];
    const version = all.find((v) => v.id === target?.versionId);
    const found = kwicLines(note.body, query, { literal, context, limit: 1 })[0];
    if (!target || !version || !found) return [];
    const first = versions.segmentsWithin(version.id, target.position.start, target.position.end)[0];
    if (!first) return [];
    return [
      {
        ...found,
        ...place(note.reportId, version),
        reportTitle: title,
        lang: 'und',
        direction: strongDirection(note.body) ?? 'ltr',
        noteId: note.id,
        segment: first.index,
        start: Math.max(0, target.position.start - first.start),
        end: Math.max(0, Math.min(first.end, target.position.end) - first.start),
        segmentStart: first.start,
        quotes: note.targets.slice(0, 8).flatMap(({ versionId, quote }) => {
          const quoted = all.find((v) => v.id === versionId);
          return quoted ? [oppositeIn(quoted, quote.exact)] : [];
        }),
      },
    ];
  }

  const oppositeIn = (version: VersionInfo, text: string): SearchLine['opposite'][number] => {
    const { id, ordinal, lang, direction } = version;
    return { versionId: id, ordinal, lang, direction, versionName: nameOf(version), text: shortened(text) };
  };
  function oppositeOf(line: Line, rowId: RowId): SearchLine['opposite'] {
    const cells = searchable.cells(line.reportId, rowId);
    return reportOf(line.reportId).versions.flatMap((version) => {
      if (version.id === line.versionId) return [];
      const numbers = (cells[version.ordinal] ?? []).slice(0, 20);
      const text = numbers.map((n) => searchable.segment(version.id, n)?.text ?? '').join('\n');
      return text ? [oppositeIn(version, text)] : [];
    });
  }
  /** Adds the rows in which the lines stand now, and what stands opposite there. */
  function inRows(lines: readonly Line[]): SearchLine[] {
    const rowIds = lines.map((line) => searchable.segment(line.versionId, line.segment)?.rowId ?? null);
    const places = new Map<ReportId, Map<RowId, number>>();
    for (const { reportId } of lines) {
      if (places.has(reportId)) continue;
      const wanted = rowIds.flatMap((id, i) => (id !== null && lines[i]!.reportId === reportId ? [id] : []));
      places.set(reportId, searchable.placesOf(reportId, [...new Set(wanted)]));
    }
    return lines.map(({ quotes, ...line }, i) => {
      const rowId = rowIds[i] ?? null;
      const row = rowId === null ? null : (places.get(line.reportId)?.get(rowId) ?? null);
      return { ...line, row, opposite: quotes ?? (rowId === null ? [] : oppositeOf(line, rowId)) };
    });
  }
  return { reportOf, ofHit, ofPassage, ofNote, inRows };
}
export type Lines = ReturnType<typeof makeLines>;
