/**
 * Search over all reports, notes and codes. The index says which paragraphs match, in the order of the texts, a page at a time;
 * lines are made from the paragraphs themselves. Nothing is ranked, so a common word costs what a rare one costs.
 */
import type { SearchLine, SearchOutput } from '../../core/contract/search';
import type { NoteId } from '../../core/model/ids';
import type { Note } from '../../core/model/note';
import { ExpectedError } from '../../core/model/result';
import { ftsExpression } from '../../core/search/fts-query';
import { sortByContext } from '../../core/search/kwic';
import { parseQuery, type SearchQuery } from '../../core/search/query';
import type { Library } from '../library/library';
import type { HitFilter } from '../library/search/index-file';
import type { Handlers, ParsedInput } from './handlers';
import { findCodes } from './search-codes';
import type { SearchIndexing } from './search-indexing';
import { type Line, type Lines, makeLines } from './search-lines';

const countLimit = 10_000;
/** Paragraphs that sorting by context looks at. */
const sortWindow = 500;
const noteLimit = 200;
/** Paragraphs with a code that a search looks at. */
const codedLimit = 100_000;
/** How long a search waits for the index to come level. */
const patienceMs = 250;

type Asked = ParsedInput<'search.run'>;
/** Where lines come from. Going on is by a cursor: pass that of the last one as `after`; null begins. */
interface Source {
  take(after: number | null, limit: number): { cursor: number; lines(): Line[] }[];
  count(): number;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const nothing = { paragraphs: 0, notes: 0, codes: 0, capped: false } as const;
const empty: SearchOutput = { lines: [], codes: [], next: null, count: null, sortedWithin: null, indexing: null };

export function searchHandlers(
  library: Library,
  indexing: SearchIndexing,
): Handlers<'search.run' | 'search.place' | 'search.codes'> {
  const { reports, versions, rows, notes, searchable } = library;
  /** The last search that was sorted by context, so that its further pages are not sorted again. */
  let sorted: { key: string; lines: Line[] } | null = null;

  /** Paragraphs that match, as the index says. */
  function matching(asked: Asked, query: SearchQuery, expression: string, lines: Lines): Source {
    const { langs, reportIds, versionIds, codeIds } = asked;
    const coded = codeIds.length > 0 ? { segments: searchable.codedSegments(codeIds, codedLimit) } : {};
    const filter: HitFilter = { langs, reportIds, versionIds, ...coded };
    return {
      take: (after, limit) =>
        (indexing.read((index) => index.search(expression, filter, after ?? -1, limit)) ?? []).map((hit) => ({
          cursor: hit.cursor,
          lines: () => lines.ofHit(hit, query, asked.literal),
        })),
      count: () => indexing.read((index) => index.count(expression, filter, countLimit + 1)) ?? 0,
    };
  }
  /** Passages that have a code: asked for where there is no word to look for. */
  const coded = (asked: Asked, lines: Lines): Source => ({
    take: (after, limit) => {
      const from = after ?? 0;
      const found = searchable.passages(asked.codeIds, asked, from, limit);
      return found.map((passage, i) => ({ cursor: from + i + 1, lines: () => lines.ofPassage(passage) }));
    },
    count: () => searchable.passageCount(asked.codeIds, asked),
  });

  function page(asked: Asked, source: Source, lines: Lines): Pick<SearchOutput, 'lines' | 'next' | 'sortedWithin'> {
    if (asked.sort === 'text') {
      const found = source.take(asked.after, asked.limit + 1);
      const shown = found.slice(0, asked.limit);
      const next = found.length > shown.length ? shown.at(-1)!.cursor : null;
      return { lines: lines.inRows(shown.flatMap((hit) => hit.lines())), next, sortedWithin: null };
    }
    const from = asked.after ?? 0;
    const { after: _after, limit: _limit, ...rest } = asked;
    const key = JSON.stringify(rest);
    let more = false;
    if (from === 0 || sorted?.key !== key) {
      const found = source.take(null, sortWindow + 1);
      more = found.length > sortWindow;
      const all = found.slice(0, sortWindow).flatMap((hit) => hit.lines());
      sorted = { key, lines: sortByContext(all, asked.sort) };
    }
    const shown = sorted.lines.slice(from, from + asked.limit);
    const next = from + shown.length < sorted.lines.length ? from + shown.length : null;
    return { lines: lines.inRows(shown), next, sortedWithin: more ? sortWindow : null };
  }

  function notesFor(asked: Asked, query: SearchQuery, expression: string, lines: Lines): SearchLine[] {
    const ids: NoteId[] = indexing.read((index) => index.searchNotes(expression, asked.reportIds, noteLimit)) ?? [];
    const withCode = asked.codeIds.length > 0 ? searchable.codedNotes(asked.codeIds) : null;
    const fits = (note: Note): boolean => {
      if (withCode && !withCode.has(note.id)) return false;
      const { versions: all } = lines.reportOf(note.reportId);
      return note.targets.some(({ versionId }) => {
        const version = all.find((v) => v.id === versionId);
        const inLanguage = !asked.langs.length || asked.langs.some((l) => version?.lang.split('-')[0] === l.split('-')[0]);
        return version !== undefined && inLanguage && (!asked.versionIds.length || asked.versionIds.includes(versionId));
      });
    };
    const found = ids.flatMap((id) => {
      const { deleted } = notes.state(id);
      const note = deleted ? null : notes.get(id);
      return note && fits(note) ? lines.ofNote(note, query, asked.literal) : [];
    });
    return lines.inRows(found);
  }

  function run(asked: Asked): SearchOutput {
    const query = parseQuery(asked.query);
    const lines = makeLines(library);
    const first = asked.after === null;
    if (!query) {
      if (asked.codeIds.length === 0 || asked.query.trim() !== '') return { ...empty, count: nothing };
      const source = coded(asked, lines);
      const count = first ? { ...nothing, paragraphs: source.count() } : null;
      return { ...empty, ...page(asked, source, lines), count };
    }
    const { literal, in: place } = asked;
    const expression = ftsExpression(query, literal ? 'literal' : 'folded', { literal });
    const wants = (what: Asked['in']): boolean => place === 'all' || place === what;
    // One code is asked for already: others are no answer.
    const codes = first && wants('codes') && asked.codeIds.length === 0 ? findCodes(searchable, query, literal, asked) : [];
    const found = first && wants('notes') ? notesFor(asked, query, expression, lines) : [];
    const source = matching(asked, query, expression, lines);
    const texts = wants('text') ? page(asked, source, lines) : empty;
    let count: SearchOutput['count'] = null;
    if (first) {
      const paragraphs = wants('text') ? source.count() : 0;
      const capped = paragraphs > countLimit;
      count = { paragraphs: Math.min(paragraphs, countLimit), notes: found.length, codes: codes.length, capped };
    }
    return { ...texts, lines: [...found, ...texts.lines], codes, count, indexing: indexing.progress };
  }

  return {
    async 'search.run'(asked) {
      // A few notes or a small report are worth waiting for: the outcome is then whole.
      if (indexing.isBehind) await Promise.race([indexing.level(), pause(patienceMs)]);
      return run(asked);
    },
    'search.codes': () => ({
      codes: searchable.hasCodings() ? searchable.codes().map(({ id, name, depth }) => ({ id, name, depth })) : [],
    }),
    'search.place'({ reportId, versionId, segment }) {
      reports.get(reportId);
      versions.get(reportId, versionId);
      const rowId = searchable.segment(versionId, segment)?.rowId;
      if (rowId == null) throw new ExpectedError('row-not-found');
      return { rowId, index: rows.placeOf(reportId, rowId) };
    },
  };
}
