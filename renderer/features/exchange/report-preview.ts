/** A report that was read but not stored yet: its first rows, and the form in which the host takes it. Pure functions. */
import type { ReportData } from '../../../core/model/report-data';
import { stripBidiControls } from '../../../core/text/direction';

const shownRows = 5;
const shownLength = 220;

/** Null: the version has nothing in that row. */
export function sampleRows({ rows, versions }: ReportData): (string | null)[][] {
  // Texts often begin with lines that each version has alone.
  const telling = rows.findIndex(({ cells }) => cells.filter((cell) => cell.length > 0).length > 1);
  const from = Math.max(0, telling);
  return rows.slice(from, from + shownRows).map(({ cells }) =>
    versions.map(({ segments }, v) => {
      const texts = (cells[v] ?? []).map((index) => segments[index]?.text ?? '');
      return texts.length === 0 ? null : texts.join('\n').slice(0, shownLength);
    }),
  );
}

interface StoreChoices {
  ownIds: boolean;
  /** What the person calls it; null: as the file does. */
  title: string | null;
  fileName: string;
  bytes: Uint8Array;
}

/** Files of other programs are kept with the first version, so that what was read wrongly can be read again. */
export function reportToStore(data: ReportData, { ownIds, title, fileName, bytes }: StoreChoices): ReportData {
  if (ownIds) return data;
  const name = title?.trim() || data.report.title || stripBidiControls(fileName);
  return {
    ...data,
    report: { ...data.report, title: name.slice(0, 500) },
    versions: data.versions.map((version, v) =>
      v === 0 ? { ...version, original: { fileName: stripBidiControls(fileName).slice(-255), bytes } } : version,
    ),
  };
}
