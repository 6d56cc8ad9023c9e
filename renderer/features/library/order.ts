/** Which reports are listed, and in which order. */

import { librarySorts } from '../../../core/contract/settings';
import { foldForSearch } from '../../../core/text/fold';
import type { ReportSummary } from './library-store';

export const sortKeys = librarySorts;
export type SortKey = (typeof sortKeys)[number];

/** Newest first for times, most first for notes, alphabetical (the interface language's way) for titles and among equals. */
export function ordered(
  reports: readonly ReportSummary[],
  key: SortKey,
  compareText: (a: string, b: string) => number,
): ReportSummary[] {
  const measure: Record<Exclude<SortKey, 'title'>, (report: ReportSummary) => number> = {
    opened: (report) => report.openedAtMs ?? report.createdAtMs,
    created: (report) => report.createdAtMs,
    notes: (report) => report.noteCount,
  };
  return [...reports].sort((a, b) => {
    const difference = key === 'title' ? 0 : measure[key](b) - measure[key](a);
    return difference || compareText(a.title, b.title);
  });
}

/** Every word of the query must stand in the title, a version's title or an outlet; folded as search folds. */
export function matching(reports: readonly ReportSummary[], query: string): ReportSummary[] {
  const words = foldForSearch(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...reports];
  return reports.filter((report) => {
    const text = foldForSearch([report.title, ...report.versions.flatMap((v) => [v.title, v.outlet])].join('\n'));
    return words.every((word) => text.includes(word));
  });
}
