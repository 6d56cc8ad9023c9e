/** A report into a file: format, versions, notes; what it would look like, what it holds and what it leaves; then where to. */
import { type RefObject, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { ExportRequest } from '../../../core/contract/exchange';
import type { ExportFormat } from '../../../core/model/exchange';
import type { ReportId, VersionId } from '../../../core/model/ids';
import type { Failure } from '../../../core/model/result';
import { call } from '../../bridge/call';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { ErrorMessage } from '../../components/ErrorMessage';
import { useFormat } from '../../i18n/use-format';
import { flushDrafts } from '../../state/drafts';
import { useExchange } from '../../state/exchange';
import { ExportPreview } from './ExportPreview';
import { choicesFor, formatGroups } from './formats';
import { LongWork } from './LongWork';
import { partDone, useExportProgress } from './use-export-progress';
import { usePreview } from './use-preview';
import { ColumnChoice, PairChoice, type ReportVersions } from './VersionChoice';

interface Exported {
  id: ReportId;
  title: string;
  versions: ReportVersions;
}

/** The format last chosen comes first the next time. */
let lastFormat: ExportFormat = 'html';

export function ExportDialog({ reportId }: { reportId: ReportId }) {
  const { t } = useTranslation('exchange');
  const close = useExchange((s) => s.close);
  const [report, setReport] = useState<Exported | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    void call('reports.list', {}).then((answer) => {
      const found = answer.ok ? answer.value.reports.find((r) => r.id === reportId) : undefined;
      if (found) setReport(found);
      else setFailure(answer.ok ? { code: 'report-not-found' } : answer.error);
    });
  }, [reportId]);
  if (report) return <ExportForm report={report} onClose={close} />;
  return (
    <Dialog title={t('export.titleShort')} size="large" onClose={close}>
      {failure && <ErrorMessage failure={failure} />}
    </Dialog>
  );
}

interface FormatListProps {
  chosen: ExportFormat;
  /** The chosen one's button. */
  first: RefObject<HTMLInputElement | null>;
  onChange(format: ExportFormat): void;
}

function FormatList({ chosen, first, onChange }: FormatListProps) {
  const { t } = useTranslation('exchange');
  return (
    <div className="format-list" role="radiogroup" aria-label={t('export.format')}>
      {formatGroups.map((group) => (
        <div key={group.id} className="format-group">
          <h3>{t(`export.groups.${group.id}`)}</h3>
          {group.formats.map((format) => (
            <label key={format} className={format === chosen ? 'format format-chosen' : 'format'}>
              <input
                ref={format === chosen ? first : null}
                type="radio"
                name="export-format"
                value={format}
                checked={format === chosen}
                onChange={() => onChange(format)}
              />
              <span>
                <span className="format-name">{t(`export.formats.${format}.name`)}</span>
                <span className="format-about">{t(`export.formats.${format}.about`)}</span>
              </span>
            </label>
          ))}
        </div>
      ))}
    </div>
  );
}

function ExportForm({ report, onClose }: { report: Exported; onClose(): void }) {
  const { t } = useTranslation(['exchange', 'common']);
  const words = useFormat();
  const [format, setFormat] = useState<ExportFormat>(lastFormat);
  const [columns, setColumns] = useState<VersionId[]>(report.versions.map((v) => v.id));
  const [pair, setPair] = useState<[VersionId, VersionId] | null>(() => {
    const [first, second] = report.versions;
    return first && second ? [first.id, second.id] : null;
  });
  const [notes, setNotes] = useState(true);
  const [running, setRunning] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [said, setSaid] = useState('');
  const saveButton = useRef<HTMLButtonElement>(null);
  const stopButton = useRef<HTMLButtonElement>(null);
  const chosenFormat = useRef<HTMLInputElement>(null);
  const choices = choicesFor(format);

  const wanted = choices.versions === 'two' ? pair : choices.versions === 'any' ? columns : null;
  const request: ExportRequest = {
    reportId: report.id,
    format,
    notes: choices.notes === 'no' || notes,
    ...(wanted ? { versionIds: [...wanted] } : {}),
  };
  const { looking, preview, failure: previewFailure } = usePreview(request, running);
  const progress = useExportProgress(report.id, format, running ? 'file' : looking ? 'preview' : null);
  // As long as nothing is known: XLIFF is the one format of several files, one a pair.
  const several = preview ? preview.files.length > 1 : format === 'xliff' && (wanted?.length ?? 0) > 2;

  const choose = (next: ExportFormat) => {
    lastFormat = next;
    setFormat(next);
    setFailure(null);
    setSaid('');
  };
  const run = async () => {
    setFailure(null);
    setSaid('');
    setRunning(true);
    requestAnimationFrame(() => stopButton.current?.focus());
    await flushDrafts();
    const answer = await call('export.run', request);
    // The button that takes the focus must be there first.
    flushSync(() => {
      setRunning(false);
      if (!answer.ok) {
        if (answer.error.code === 'cancelled') setSaid(t('export.stopped'));
        else setFailure(answer.error);
      } else if (answer.value.saved.length === 1) setSaid(t('export.saved', { name: answer.value.saved[0] }));
      else if (answer.value.saved.length > 1)
        setSaid(t('export.savedMany', { count: answer.value.saved.length, names: words.list(answer.value.saved) }));
    });
    saveButton.current?.focus();
  };
  const leave = () => {
    if (running) void call('export.cancel', { what: 'file' });
    onClose();
  };

  return (
    <Dialog
      title={t('export.title', { title: report.title })}
      size="large"
      onClose={leave}
      initialFocus={chosenFormat}
      footer={
        <div className="exchange-foot">
          {running ? (
            <>
              <LongWork
                label={
                  progress
                    ? t(`export.phases.${progress.phase}`, {
                        done: progress.done,
                        total: progress.total,
                      })
                    : t('export.making')
                }
                done={progress ? partDone(progress) : 0}
              />
              <Button ref={stopButton} onClick={() => void call('export.cancel', { what: 'file' })}>
                {t('common:cancel')}
              </Button>
            </>
          ) : (
            <>
              <p role="status" className="grow">
                {said}
              </p>
              <Button ref={saveButton} variant="primary" disabled={previewFailure !== null} onClick={() => void run()}>
                {t(several ? 'export.runFolder' : 'export.run')}
              </Button>
            </>
          )}
        </div>
      }
    >
      <div className="export" inert={running}>
        <FormatList chosen={format} first={chosenFormat} onChange={choose} />
        <div className="export-side">
          {failure && <ErrorMessage failure={failure} />}
          {choices.versions === 'any' && <ColumnChoice versions={report.versions} chosen={columns} onChange={setColumns} />}
          {choices.versions === 'two' && pair && <PairChoice versions={report.versions} pair={pair} onChange={setPair} />}
          {choices.versions === 'all' && <p className="quiet">{t('export.allVersions')}</p>}
          {choices.versions === 'none' && <p className="quiet">{t('export.noTexts')}</p>}
          {choices.notes !== 'no' && (
            <label className="check">
              <input type="checkbox" checked={notes} onChange={() => setNotes(!notes)} />
              <span>{t(`export.${choices.notes}`)}</span>
            </label>
          )}
          {previewFailure && <ErrorMessage failure={previewFailure} />}
          <ExportPreview
            looking={looking}
            part={looking && progress ? partDone(progress) : null}
            preview={preview}
            columns={report.versions.filter((v) => !wanted || wanted.includes(v.id))}
            order={wanted}
            format={format}
          />
        </div>
      </div>
    </Dialog>
  );
}
