/** Exports of a report: what they would give, and the files themselves. Where files go is the main process's business. */
import type { ExportRequest } from '../../core/contract/exchange';
import { type ExportFormat, type ExportPurpose, textFormats } from '../../core/model/exchange';
import type { Library } from '../library/library';
import type { ReportExporter } from '../workers/exporter';
import type { ExportWork, MadeExport } from '../workers/make-export';
import { exportLabels } from './export-labels';
import type { Handlers } from './handlers';
import { gentleParts, ordinalsOf } from './read-report';
import type { SendEvent } from './send-event';

type ExportCalls = 'export.preview' | 'export.make' | 'export.cancel';

const excerptLength = 1600;
/** The beginning of a text; a character that the cut has halved shows as nothing. */
function excerptOf(format: ExportFormat, bytes: Uint8Array | undefined): string | null {
  if (!bytes || !textFormats.has(format)) return null;
  const text = new TextDecoder('utf-8').decode(bytes.subarray(0, excerptLength * 4), { stream: true });
  return text.slice(0, excerptLength).replace(/[\uD800-\uDBFF]$/, '');
}

/** At most so often, in milliseconds. */
const tellEveryMs = 100;

export function exportHandlers(
  library: Library,
  exporter: ReportExporter,
  appVersion: string,
  send: SendEvent,
): Handlers<ExportCalls> {
  const make = async (purpose: ExportPurpose, { reportId, format, versionIds, notes }: ExportRequest): Promise<MadeExport> => {
    let toldMs = 0;
    const work: ExportWork = {
      purpose,
      format,
      options: {
        ...(versionIds ? { versions: ordinalsOf(library, reportId, versionIds) } : {}),
        notes,
        appVersion,
        nowMs: library.now(),
        labels: exportLabels(library.settings.read().language),
      },
    };
    const parts = gentleParts(library, reportId, { originals: format === 'triptych', allCodes: format === 'qdc' });
    return exporter.run(work, parts, (phase, done, total) => {
      const nowMs = performance.now();
      if (nowMs - toldMs < tellEveryMs) return;
      toldMs = nowMs;
      send('export.progress', { reportId, format, purpose, phase, done, total });
    });
  };
  return {
    'export.preview': async (request) => {
      const { files, report, sample } = await make('preview', request);
      return {
        files: files.map(({ name, bytes }) => ({ name, sizeBytes: bytes.byteLength })),
        report,
        excerpt: excerptOf(request.format, files[0]?.bytes),
        sample,
      };
    },
    'export.make': async (request) => {
      const { files, report } = await make('file', request);
      return { files, report };
    },
    'export.cancel': async ({ what }) => {
      await exporter.cancel(what);
      return {};
    },
  };
}
