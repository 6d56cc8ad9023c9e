/**
 * Search over all reports and notes. The index says which paragraphs match, in the order of the texts, a page at a time; lines
 * are made from the paragraphs themselves. Nothing is ranked, so a common word costs what a rare one costs.
 */
import type { SearchLine, SearchOutput } from '../../core/contract/search';
import type { NoteId, ReportId } from '../../core/model/ids';
import type { Note } from '../../core/model/note';
import type { VersionInfo } from '../../core/model/report';
import { ExpectedError } from '../../core/model/result';
import { ftsExpression } from '../../core/search/fts-query';
import { kwicLines, sortByContext } from '../../core/search/kwic';
import { parseQuery, type SearchQuery } from '../../core/search/query';
import { strongDirection } from '../../core/text/direction';
import type { Library } from '../library/library';
import type { Hit, HitFilter } from '../library/search/index-file';
import type { Handlers, ParsedInput } from './handlers';
import type { SearchIndexing } from './search-indexing';

/** UTF-16 units of context on each side. */
const context = 120;
const linesPerParagraph = 50;
const countLimit = 10_000;
/** Paragraphs that sorting by context looks at. */
const sortWindow = 500;
const noteLimit = 200;
/** Paragraphs with a code that a search looks at. */
const codedLimit = 100_000;
const oppositeLength = 600;
/** How long a search waits for the index to come level. */
const patienceMs = 250;

type Line = Omit<SearchLine, 'opposite'>;
type Asked = ParsedInput<'search.run'>;

const shortened = (text: string): string => (text.length > oppositeLength ? `${text.slice(0, oppositeLength).trimEnd()}…` : text);
const nameOf = (version: VersionInfo): string => version.outlet || version.title || version.fileName;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const empty: SearchOutput = { lines: [], next: null, count: null, sortedWithin: null, indexing: null };

export function searchHandlers(
  library: Library,
  indexing: SearchIndexing,
): Handlers<'search.run' | 'search.place' | 'search.codes'> {
  const { reports, versions, rows, notes, searchable } = library;
  /** The last search that was sorted by context, so that its further pages are not sorted again. */
  let sorted: { key: string; lines: Line[] } | null = null;

  const filterOf = ({ langs, reportIds, versionIds, codeIds }: Asked): HitFilter => ({
    langs,
    reportIds,
    versionIds,
    ...(codeIds.length > 0 ? { segments: searchable.codedSegments(codeIds, codedLimit) } : {}),
  });
  /** What one search asks again and again. */
  function makeReader() {
    const known = new Map<ReportId, { title: string; versions: VersionInfo[] }>();
    /** A report that went to the bin since the index was brought level has no versions. */
    const reportOf = (id: ReportId) => {
      const kept = known.get(id);
      if (kept) return kept;
      const title = searchable.title(id);
      const found = { title: title ?? '', versions: title === null ? [] : versions.list(id) };
      known.set(id, found);
      return found;
    };
    const oppositeOf = (line: Line): SearchLine['opposite'] => {
      const { versions: all } = reportOf(line.reportId);
      const rowId = searchable.segment(line.versionId, line.segment)?.rowId;
      if (rowId == null) return [];
      const cells = searchable.cells(line.reportId, rowId);
      return all.flatMap((version) => {
        if (version.id === line.versionId) return [];
        const numbers = (cells[version.ordinal] ?? []).slice(0, 20);
        const text = numbers.map((n) => searchable.segment(version.id, n)?.text ?? '').join('\n');
        if (!text) return [];
        const { id, ordinal, lang, direction } = version;
        return [{ versionId: id, ordinal, lang, direction, versionName: nameOf(version), text: shortened(text) }];
      });
    };
    return { reportOf, oppositeOf };
  }
  type Reader = ReturnType<typeof makeReader>;

  function linesOf(hit: Hit, query: SearchQuery, literal: boolean, { reportOf }: Reader): Line[] {
    const segment = searchable.segment(hit.versionId, hit.segment);
    if (!segment) return [];
    const report = reportOf(hit.reportId);
    const version = report.versions.find((v) => v.id === hit.versionId);
    if (!version) return [];
    const found = kwicLines(segment.text, query, { literal, context, limit: linesPerParagraph });
    return found.map((line) => ({
      ...line,
      reportId: hit.reportId,
      reportTitle: report.title,
      versionId: version.id,
      ordinal: version.ordinal,
      lang: version.lang,
      direction: version.direction,
      versionName: nameOf(version),
      noteId: null,
      segment: hit.segment,
      segmentStart: segment.start,
    }));
  }

  function noteLine(note: Note, query: SearchQuery, literal: boolean, { reportOf }: Reader): SearchLine[] {
    const report = reportOf(note.reportId);
    const target = note.targets[0];
    const version = report.versions.find((v) => v.id === target?.versionId);
    const found = kwicLines(note.body, query, { literal, context, limit: 1 })[0];
    if (!target || !version || !found) return [];
    const first = versions.segmentsWithin(version.id, target.position.start, target.position.end)[0];
    if (!first) return [];
    return [
      {
        ...found,
        reportId: note.reportId,
        reportTitle: report.title,
        versionId: version.id,
        ordinal: version.ordinal,
        lang: 'und',
        direction: strongDirection(note.body) ?? 'ltr',
        versionName: nameOf(version),
        noteId: note.id,
        segment: first.index,
        start: Math.max(0, target.position.start - first.start),
        end: Math.max(0, Math.min(first.end, target.position.end) - first.start),
        segmentStart: first.start,
        opposite: note.targets.slice(0, 8).flatMap(({ versionId, quote }) => {
          const quoted = report.versions.find((v) => v.id === versionId);
          if (!quoted) return [];
          const { ordinal, lang, direction } = quoted;
          return [{ versionId, ordinal, lang, direction, versionName: nameOf(quoted), text: shortened(quote.exact) }];
        }),
      },
    ];
  }

  function notesFor(asked: Asked, query: SearchQuery, expression: string, reader: Reader): SearchLine[] {
    const ids: NoteId[] = indexing.read((index) => index.searchNotes(expression, asked.reportIds, noteLimit)) ?? [];
    const coded = asked.codeIds.length > 0 ? searchable.codedNotes(asked.codeIds) : null;
    const fits = (note: Note): boolean => {
      if (coded && !coded.has(note.id)) return false;
      const { versions: all } = reader.reportOf(note.reportId);
      return note.targets.some(({ versionId }) => {
        const version = all.find((v) => v.id === versionId);
        const inLanguage = !asked.langs.length || asked.langs.some((l) => version?.lang.split('-')[0] === l.split('-')[0]);
        return version !== undefined && inLanguage && (!asked.versionIds.length || asked.versionIds.includes(versionId));
      });
    };
    return ids.flatMap((id) => {
      const { deleted } = notes.state(id);
      const note = deleted ? null : notes.get(id);
      return note && fits(note) ? noteLine(note, query, asked.literal, reader) : [];
    });
  }

  function textPage(
    asked: Asked,
    query: SearchQuery,
    expression: string,
    reader: Reader,
  ): Omit<SearchOutput, 'count' | 'indexing'> {
    const filter = filterOf(asked);
    const search = (after: number, limit: number): Hit[] =>
      indexing.read((index) => index.search(expression, filter, after, limit)) ?? [];
    const withOpposite = (lines: readonly Line[]): SearchLine[] =>
      lines.map((line) => ({ ...line, opposite: reader.oppositeOf(line) }));
    if (asked.sort === 'text') {
      const hits = search(asked.after ?? -1, asked.limit + 1);
      const page = hits.slice(0, asked.limit);
      const lines = withOpposite(page.flatMap((hit) => linesOf(hit, query, asked.literal, reader)));
      return { lines, next: hits.length > page.length ? page.at(-1)!.cursor : null, sortedWithin: null };
    }
    const from = asked.after ?? 0;
    const { after: _after, limit: _limit, ...rest } = asked;
    const key = JSON.stringify(rest);
    let more = false;
    if (from === 0 || sorted?.key !== key) {
      const hits = search(-1, sortWindow + 1);
      more = hits.length > sortWindow;
      const lines = hits.slice(0, sortWindow).flatMap((hit) => linesOf(hit, query, asked.literal, reader));
      sorted = { key, lines: sortByContext(lines, asked.sort) };
    }
    const page = sorted.lines.slice(from, from + asked.limit);
    const next = from + page.length < sorted.lines.length ? from + page.length : null;
    return { lines: withOpposite(page), next, sortedWithin: more ? sortWindow : null };
  }

  function run(asked: Asked): SearchOutput {
    const query = parseQuery(asked.query);
    if (!query) return { ...empty, count: { paragraphs: 0, notes: 0, capped: false } };
    const expression = ftsExpression(query, asked.literal ? 'literal' : 'folded', { literal: asked.literal });
    const reader = makeReader();
    const found = asked.in !== 'text' && asked.after === null ? notesFor(asked, query, expression, reader) : [];
    const texts = asked.in === 'notes' ? empty : textPage(asked, query, expression, reader);
    let count: SearchOutput['count'] = null;
    if (asked.after === null) {
      const counted = () => indexing.read((index) => index.count(expression, filterOf(asked), countLimit + 1)) ?? 0;
      const paragraphs = asked.in === 'notes' ? 0 : counted();
      count = { paragraphs: Math.min(paragraphs, countLimit), notes: found.length, capped: paragraphs > countLimit };
    }
    return { ...texts, lines: [...found, ...texts.lines], count, indexing: indexing.progress };
  }

  return {
    async 'search.run'(asked) {
      // A few notes or a small report are worth waiting for: the outcome is then whole.
      if (indexing.isBehind) await Promise.race([indexing.level(), pause(patienceMs)]);
      return run(asked);
    },
    'search.codes': () => ({ codes: searchable.codes() }),
    'search.place'({ reportId, versionId, segment }) {
      reports.get(reportId);
      versions.get(reportId, versionId);
      const rowId = searchable.segment(versionId, segment)?.rowId;
      if (rowId == null) throw new ExpectedError('row-not-found');
      return { rowId, index: rows.placeOf(reportId, rowId) };
    },
  };
}
