/** Search: what is asked and what comes back. Lines carry all that is shown; ids lead to the rest. */
import { z } from 'zod';
import { codeId, languageTag, maxVersions, noteId, reportId, rowId, span, versionId } from './schemas';

const direction = z.enum(['ltr', 'rtl']);

/** Order of the lines: as they stand in the texts, or by the words before (left) or after (right) the match. */
export const searchSorts = ['text', 'left', 'right'] as const;
export const searchPlaces = ['all', 'text', 'notes', 'codes'] as const;

export const searchLine = z.object({
  reportId,
  reportTitle: z.string(),
  versionId,
  /** Place of the version in its report, from zero. */
  ordinal: z.int().nonnegative(),
  /** Of the line's text; 'und' for notes. */
  lang: z.string(),
  direction,
  /** Outlet, title or file of the version. */
  versionName: z.string(),
  /** Set for a hit in a note; the place is then that of its first passage. */
  noteId: noteId.nullable(),
  /** Number of the paragraph in its version, from zero, and offsets within it, in UTF-16 units. */
  segment: z.int().nonnegative(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  /** Place of the row in which the paragraph stands, from zero; null when it stands in none. */
  row: z.int().nonnegative().nullable(),
  /** Offset of the paragraph in the version's text. */
  segmentStart: z.int().nonnegative(),
  pre: z.string(),
  match: z.string(),
  post: z.string(),
  /** Other parts of the query within pre + match + post. */
  others: z.array(span),
  /** What stands in the same row in each other version (for a note: what it quotes), shortened when long. */
  opposite: z.array(
    z.object({
      versionId,
      ordinal: z.int().nonnegative(),
      lang: z.string(),
      direction,
      versionName: z.string(),
      text: z.string(),
    }),
  ),
});
export type SearchLine = z.infer<typeof searchLine>;

/** A code whose name or description matches. */
export const foundCode = z.object({
  id: codeId,
  name: z.string(),
  description: z.string(),
  colour: z.string(),
  /** Names of the codes above it, the topmost first. */
  path: z.array(z.string()),
  /** Passages with it or with a code below it, within the other filters. */
  passages: z.int().nonnegative(),
  /** Where the query stands in them. */
  nameSpans: z.array(span),
  descriptionSpans: z.array(span),
});
export type FoundCode = z.infer<typeof foundCode>;

export const searchCalls = {
  /** One page of lines. A query without a word finds nothing, unless codes are given: then all passages that have one of them. */
  'search.run': {
    input: z.object({
      query: z.string().max(2000),
      /** Letters as written: nothing is folded but case. */
      literal: z.boolean(),
      langs: z.array(languageTag).max(100),
      versionIds: z.array(versionId).max(maxVersions),
      reportIds: z.array(reportId).max(1000),
      /** Only what has one of these codes, or a code below one of them. */
      codeIds: z.array(codeId).max(1000).default([]),
      in: z.enum(searchPlaces),
      sort: z.enum(searchSorts),
      /** The cursor of the page before; null for the first. */
      after: z.int().nonnegative().nullable(),
      /** Paragraphs a page; one with several matches gives several lines. */
      limit: z.int().min(1).max(500),
    }),
    output: z.object({
      lines: z.array(searchLine),
      /** In the order of the codebook; none on later pages. */
      codes: z.array(foundCode),
      /** Where to go on; null at the end. */
      next: z.int().nonnegative().nullable(),
      /** Paragraphs (coded passages where no word is asked for), notes and codes that match, counted no further than the limit; null on later pages. */
      count: z
        .object({
          paragraphs: z.int().nonnegative(),
          notes: z.int().nonnegative(),
          codes: z.int().nonnegative(),
          capped: z.boolean(),
        })
        .nullable(),
      /** Sorting by context looks at so many paragraphs at most; set when there are more. */
      sortedWithin: z.int().positive().nullable(),
      /** Paragraphs that are indexed so far, while not all are. */
      indexing: z.object({ done: z.int().nonnegative(), total: z.int().nonnegative() }).nullable(),
    }),
  },
  /** Codes that are in use anywhere, parents before children. */
  'search.codes': {
    input: z.object({}),
    output: z.object({ codes: z.array(z.object({ id: codeId, name: z.string(), depth: z.int().nonnegative() })) }),
  },
  /** Where a paragraph stands in its report now. Errors: report-not-found, version-not-found, row-not-found. */
  'search.place': {
    input: z.object({ reportId, versionId, segment: z.int().nonnegative() }),
    output: z.object({ rowId, index: z.int().nonnegative() }),
  },
} as const;
export type SearchInput = z.input<(typeof searchCalls)['search.run']['input']>;
export type SearchOutput = z.output<(typeof searchCalls)['search.run']['output']>;
