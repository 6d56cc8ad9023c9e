/** How far the export or preview under way is: rows and paragraphs read, then rows written. */
import { useEffect, useState } from 'react';
import type { EventPayload } from '../../../core/contract/events';
import type { ExportFormat, ExportPurpose } from '../../../core/model/exchange';
import type { ReportId } from '../../../core/model/ids';
import { listen } from '../../bridge/call';

export type ExportProgress = Pick<EventPayload<'export.progress'>, 'phase' | 'done' | 'total'>;

/** Writing takes the greater part of the time. */
const readingShare = 0.3;

export function partDone({ phase, done, total }: ExportProgress): number {
  const part = total === 0 ? 0 : Math.min(1, done / total);
  return phase === 'read' ? part * readingShare : readingShare + part * (1 - readingShare);
}

/** Null while nothing has been said since this began to be made; `purpose` is null where nothing is. */
export function useExportProgress(
  reportId: ReportId,
  format: ExportFormat,
  purpose: ExportPurpose | null,
): ExportProgress | null {
  const [progress, setProgress] = useState<ExportProgress | null>(null);
  useEffect(() => {
    setProgress(null);
    if (purpose === null) return;
    return listen('export.progress', (told) => {
      if (told.reportId === reportId && told.format === format && told.purpose === purpose) setProgress(told);
    });
  }, [reportId, format, purpose]);
  return progress;
}
