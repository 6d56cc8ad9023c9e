/** A report that was read but not stored yet: the form in which the host takes it. */
import type { ReportData } from '../../../core/model/report-data';
import { stripBidiControls } from '../../../core/text/direction';

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
