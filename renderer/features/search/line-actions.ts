/** What can be done with a line: go to its place in the text, write a note on it; with all lines: take them out as a table. */
import type { SearchLine } from '../../../core/contract/search';
import { writeCsv } from '../../../core/formats/exchange/csv';
import { guardFormula } from '../../../core/formats/exchange/formula-guard';
import type { Failure, Result } from '../../../core/model/result';
import { stripBidiControls } from '../../../core/text/direction';
import { call } from '../../bridge/call';
import { useNavigation } from '../../state/navigation';
import { sayFailure } from '../../state/report-failure';
import { inputOf, type Question, useSearch } from './search-store';

/** Lines of a table at most: more is no table that anybody reads. */
export const exportLimit = 20_000;
const exportPage = 500;

export async function openLine(line: SearchLine): Promise<void> {
  const { reportId, versionId, segment, start, end } = line;
  const place = await call('search.place', { reportId, versionId, segment });
  if (!place.ok) return sayFailure(place.error);
  useSearch.getState().remember();
  useNavigation.getState().openFound({ reportId, versionId, segment, start, end, ...place.value });
}

/** Null when it is stored. */
export async function noteOnLine(line: SearchLine, body: string, session: string): Promise<Failure | null> {
  const { reportId, versionId, segmentStart, start, end } = line;
  const targets = [{ versionId, start: segmentStart + start, end: segmentStart + end }];
  const answer = await call('notes.create', { reportId, scope: 'selection', body, targets, session });
  if (answer.ok) useSearch.getState().remember();
  return answer.ok ? null : answer.error;
}

/** Column heads in the interface language. */
export interface TableWords {
  report: string;
  version: string;
  language: string;
  row: string;
  paragraph: string;
  before: string;
  match: string;
  after: string;
  /** What stands opposite in a language. */
  opposite(lang: string): string;
}

/** The lines as a table, one column for each language that stands opposite anywhere. */
export function tableOf(lines: readonly SearchLine[], words: TableWords): string[][] {
  const langs = [...new Set(lines.flatMap((line) => line.opposite.map((o) => o.lang)))];
  const { report, version, language, row, paragraph, before, match, after, opposite } = words;
  const head = [report, version, language, row, paragraph, before, match, after, ...langs.map(opposite)];
  const rows = lines.map((line) => [
    line.reportTitle,
    line.versionName,
    line.lang,
    line.row === null ? '' : String(line.row + 1),
    String(line.segment + 1),
    line.pre,
    line.match,
    line.post,
    ...langs.map((lang) =>
      line.opposite
        .filter((o) => o.lang === lang)
        .map((o) => o.text)
        .join('\n'),
    ),
  ]);
  return [head.map(stripBidiControls), ...rows].map((fields) => fields.map(guardFormula));
}

/** All lines of a question, up to the limit, as the bytes of a CSV file. */
export async function linesAsCsv(question: Question, words: TableWords): Promise<Result<{ bytes: Uint8Array; count: number }>> {
  const lines: SearchLine[] = [];
  let after: number | null = null;
  do {
    const page: Awaited<ReturnType<typeof ask>> = await ask(question, after);
    if (!page.ok) return page;
    lines.push(...page.value.lines);
    after = page.value.next;
  } while (after !== null && lines.length < exportLimit);
  const csv = writeCsv(tableOf(lines.slice(0, exportLimit), words));
  return { ok: true, value: { bytes: new TextEncoder().encode(csv), count: Math.min(lines.length, exportLimit) } };
}
const ask = (question: Question, after: number | null) => call('search.run', inputOf(question, after, exportPage));
