/** How the file begins, its size, and what goes along. */
import { useTranslation } from 'react-i18next';
import type { ExportFormat } from '../../../core/model/exchange';
import type { VersionId } from '../../../core/model/ids';
import { directionOf } from '../../../core/model/languages';
import { withBidiMarks } from '../../components/BidiText';
import { useFormat } from '../../i18n/use-format';
import { SampleTable } from './SampleTable';
import { TransferSummary } from './TransferSummary';
import type { Preview } from './use-preview';
import type { ReportVersions } from './VersionChoice';

interface ExportPreviewProps {
  looking: boolean;
  /** How far it is, 0..1, where that is known. */
  part: number | null;
  preview: Preview | null;
  columns: ReportVersions;
  /** The order of the columns where it is not the report's. */
  order: readonly VersionId[] | null;
  format: ExportFormat;
}

export function ExportPreview({ looking, part, preview, columns, order, format }: ExportPreviewProps) {
  const { t } = useTranslation('exchange');
  const words = useFormat();
  const ordered = order ? order.flatMap((id) => columns.find((v) => v.id === id) ?? []) : columns;
  const size = preview ? words.bytes(preview.files.reduce((sum, file) => sum + file.sizeBytes, 0)) : '';
  // Prose finds its direction line by line; marked-up text is read by machines and runs from left to right.
  const prose = format === 'txt' || format === 'md';
  return (
    <div className="export-preview" aria-busy={looking}>
      <h3 className="export-preview-head">
        <span className="grow">{t(preview?.excerpt == null ? 'export.sample' : 'export.begins')}</span>
        {looking ? (
          <span className="quiet">
            {t('export.looking')} {part !== null && words.percent(part)}
          </span>
        ) : (
          preview && <span className="quiet">{t('export.files', { count: preview.files.length, size })}</span>
        )}
      </h3>
      {preview && preview.excerpt !== null && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
        // biome-ignore lint/a11y/useSemanticElements: a section of its own would crowd the landmarks
        <div className="export-excerpt" role="group" aria-label={t('export.begins')} tabIndex={0}>
          <pre className={prose ? 'excerpt-prose' : 'excerpt-code'} dir={prose ? 'auto' : 'ltr'}>
            {withBidiMarks(preview.excerpt)}
          </pre>
        </div>
      )}
      {preview && preview.excerpt === null && (
        <SampleTable
          caption={t('export.sample')}
          columns={ordered.map((v) => ({ id: v.id, lang: v.lang, name: v.outlet || v.title }))}
          rows={preview.sample}
          // As the file will have it: the first column stands where its text begins.
          dir={directionOf(ordered[0]?.lang ?? 'und')}
        />
      )}
      {preview && (
        <TransferSummary
          report={preview.report}
          takenTitle={t('export.holds')}
          leftTitle={t('export.leaves')}
          nothingLeft={t('export.leavesNothing')}
        />
      )}
    </div>
  );
}
