/** What the library's confirmed rows teach to one run of the aligner, whatever asks for it. */
import type { ConfirmedRow } from '../../core/align/learned-words';
import type { AlignVersion } from '../../core/align/types';
import type { ReportId } from '../../core/model/ids';
import type { Library } from '../library/library';

/** Confirmed rows that teach words to one run: less than half a second of the worker's time. */
const mostTaught = 2000;

/** Of the library's confirmed rows the cells in the languages of `texts`; the report's own rows teach as fixed ones. */
export function taughtRows(library: Library, reportId: ReportId | '', texts: readonly AlignVersion[]): ConfirmedRow[] {
  const langs = new Set(texts.map(({ lang }) => lang));
  if (langs.size < 2) return [];
  return library.rows
    .confirmedElsewhere(reportId, mostTaught)
    .map(({ cells }) => ({ cells: cells.filter(({ lang }) => langs.has(lang.split('-')[0] ?? lang)) }))
    .filter(({ cells }) => cells.length > 1);
}
