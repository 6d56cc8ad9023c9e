/** A file that is a whole report: what is in it, what is not taken over; then into the library, or its notes into the report there. */
import { useEffect, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../core/contract/calls';
import type { ExchangeImport } from '../../../core/formats/exchange/importer';
import { notesForReport } from '../../../core/formats/exchange/notes-for-report';
import { sampleRows } from '../../../core/formats/exchange/sample-rows';
import type { ReportId } from '../../../core/model/ids';
import type { ReportData } from '../../../core/model/report-data';
import type { Failure, Result } from '../../../core/model/result';
import { call } from '../../bridge/call';
import type { RunningJob } from '../../bridge/jobs';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { ErrorMessage } from '../../components/ErrorMessage';
import { TextField } from '../../components/TextField';
import { type ExchangeSource, useExchange } from '../../state/exchange';
import { useNavigation } from '../../state/navigation';
import { showToast } from '../../state/toasts';
import { ColumnLanguages } from './ColumnLanguages';
import { LongWork } from './LongWork';
import { NotesResult } from './NotesResult';
import { reportToStore } from './report-preview';
import { SampleTable } from './SampleTable';
import { storeReport } from './send-report';
import { TransferSummary } from './TransferSummary';
import { useSource } from './use-source';

type Known = CallOutput<'exchange.find'>['known'];
type Merged = CallOutput<'codings.import'>;

/** Where the report of a package stands already; undefined while that is being asked. */
function useKnown(read: ExchangeImport | null): Known | undefined {
  const [known, setKnown] = useState<Known | undefined>(undefined);
  const content = read?.content;
  const id = content?.kind === 'report' && content.ownIds ? content.data.report.id : null;
  useEffect(() => {
    if (!read) return;
    if (id === null) return setKnown(null);
    void call('exchange.find', { reportId: id }).then((answer) => setKnown(answer.ok ? answer.value.known : null));
  }, [read, id]);
  return known;
}

/** The notes of a package into the report that it was made from. */
async function mergeInto(data: ReportData): Promise<Result<Merged>> {
  const { id: reportId } = data.report;
  const target = await call('exchange.target', { reportId });
  if (!target.ok) return target;
  const theirs = notesForReport(target.value.texts, { kind: 'report', data, ownIds: true });
  return theirs.ok ? call('codings.import', { reportId, ...theirs.value }) : theirs;
}

export function ImportDialog({ source }: { source: ExchangeSource }) {
  const { t } = useTranslation(['exchange', 'common']);
  const { close, closeAll } = useExchange.getState();
  const waiting = useExchange((s) => s.waiting.length);
  const dealt = useExchange((s) => s.dealt);
  const { bytes, read, failure: readFailure, progress, readAs } = useSource(source);
  const known = useKnown(read);
  const [title, setTitle] = useState<string | null>(null);
  const [merging, setMerging] = useState(true);
  const [running, setRunning] = useState(false);
  /** A report on its way into the library, and how far it is. */
  const job = useRef<RunningJob | null>(null);
  const [stored, setStored] = useState(0);
  const [said, setSaid] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [merged, setMerged] = useState<Merged | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const skipButton = useRef<HTMLButtonElement>(null);
  const stopButton = useRef<HTMLButtonElement>(null);

  const content = read?.content;
  const data = content?.kind === 'report' ? content.data : null;
  const ownIds = content?.kind === 'report' && content.ownIds;
  const ready = data !== null && known !== undefined;
  const merge = known === 'library' && merging;
  const wrongKind: Failure | null = content && content.kind !== 'report' ? { code: 'exchange-other' } : null;
  const problem = failure ?? readFailure ?? wrongKind;

  useEffect(() => () => job.current?.cancel(), []);

  const stuck = problem !== null && waiting > 0;
  useEffect(() => {
    if (ready) button.current?.focus();
    else if (stuck) skipButton.current?.focus();
  }, [ready, stuck]);

  /** On to the next file; after the last one the report opens. */
  const leave = (reportId: ReportId) => {
    close();
    if (useExchange.getState().dialog === null) useNavigation.getState().openReport(reportId);
  };
  const store = async (report: ReportData, file: Uint8Array) => {
    const named = reportToStore(report, { ownIds, title, fileName: source.name, bytes: file });
    setStored(0);
    job.current = storeReport(named, known !== null, setStored);
    requestAnimationFrame(() => stopButton.current?.focus());
    const outcome = await job.current.outcome;
    job.current = null;
    if (outcome.type === 'stored') {
      setRunning(false);
      showToast({ message: t('import.done', { title: named.report.title }) });
      return leave(outcome.reportId);
    }
    // The button that takes the focus must be there first.
    flushSync(() => {
      setRunning(false);
      if (outcome.type === 'failed' && outcome.error.code === 'cancelled') setSaid(t('import.stopped'));
      else setFailure(outcome.type === 'failed' ? outcome.error : { code: 'internal' });
    });
    button.current?.focus();
  };
  /** What is being stored is given up first; the dialog stays, and says so. */
  const stopOrClose = () => {
    if (job.current) job.current.cancel();
    // Notes that are being merged are there in a moment.
    else if (!running) closeAll();
  };
  const run = async () => {
    if (!data || !bytes) return;
    setFailure(null);
    setSaid('');
    setRunning(true);
    if (!merge) return store(data, bytes);
    const answer = await mergeInto(data);
    setRunning(false);
    if (answer.ok) setMerged(answer.value);
    else setFailure(answer.error);
  };

  if (merged && data)
    return (
      <NotesResult
        name={source.name}
        reportId={data.report.id}
        report={merged.report}
        conflicts={merged.conflicts}
        setAside={merged.setAside}
        onClose={() => leave(data.report.id)}
      />
    );
  return (
    <Dialog
      title={t('import.title', { name: source.name })}
      size="large"
      onClose={stopOrClose}
      footer={
        <div className="exchange-foot">
          {progress !== null ? (
            <LongWork label={t('import.reading')} done={progress} />
          ) : running && !merge ? (
            <LongWork label={t('import.storing')} done={stored} />
          ) : (
            <p role="status" className="grow">
              {running
                ? t('import.storing')
                : said || (waiting + dealt > 0 ? t('import.place', { number: dealt + 1, total: waiting + dealt + 1 }) : '')}
            </p>
          )}
          {waiting > 0 && (
            <Button ref={skipButton} disabled={running} onClick={close}>
              {t('import.skip')}
            </Button>
          )}
          <Button ref={stopButton} onClick={stopOrClose}>
            {t(waiting > 0 && !running ? 'import.cancelAll' : 'common:cancel')}
          </Button>
          <Button ref={button} variant="primary" disabled={!ready || running} onClick={() => void run()}>
            {t(merge ? 'import.runMerge' : 'import.run')}
          </Button>
        </div>
      }
    >
      <div className="import" inert={running}>
        {problem && <ErrorMessage failure={problem} />}
        {data && ready && (
          <>
            {known === 'library' && <MergeChoice merging={merging} onChange={setMerging} />}
            {known === 'bin' && <p className="quiet">{t('import.inBin')}</p>}
            {!ownIds && (
              <TextField label={t('import.reportTitle')} value={title ?? data.report.title} maxLength={500} onChange={setTitle} />
            )}
            {(read?.format === 'csv' || read?.format === 'xlsx') && (
              <ColumnLanguages languages={data.versions.map(({ info }) => info.lang)} onChange={readAs} />
            )}
            <SampleTable
              caption={t('import.sample')}
              columns={data.versions.map(({ info }) => ({ id: info.id, lang: info.lang, name: info.outlet || info.title }))}
              rows={sampleRows(
                data,
                data.versions.map((_, v) => v),
                5,
              )}
            />
            {read && (
              <TransferSummary
                report={read.report}
                takenTitle={t('import.found')}
                leftTitle={t('import.left')}
                nothingLeft={t('import.leftNothing')}
              />
            )}
          </>
        )}
      </div>
    </Dialog>
  );
}

function MergeChoice({ merging, onChange }: { merging: boolean; onChange(merging: boolean): void }) {
  const { t } = useTranslation('exchange');
  const name = useId();
  const choice = (value: boolean, key: 'merge' | 'copy') => (
    <label className="format">
      <input type="radio" name={name} checked={merging === value} onChange={() => onChange(value)} />
      <span>
        <span className="format-name">{t(`import.${key}`)}</span>
        <span className="format-about">{t(`import.${key}Hint`)}</span>
      </span>
    </label>
  );
  return (
    <fieldset className="merge-choice">
      <legend>{t('import.known')}</legend>
      {choice(true, 'merge')}
      {choice(false, 'copy')}
    </fieldset>
  );
}
