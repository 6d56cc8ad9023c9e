/** What new revisions changed and could not keep: rows to look at, notes and codings whose words are gone. Each leads to its place. */
import { type ReactNode, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../core/contract/calls';
import type { ReportId, RowId } from '../../../core/model/ids';
import type { Failure } from '../../../core/model/result';
import { call } from '../../bridge/call';
import { BidiText } from '../../components/BidiText';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { ErrorMessage } from '../../components/ErrorMessage';
import { Select } from '../../components/Select';
import { useFormat } from '../../i18n/use-format';
import { useNavigation } from '../../state/navigation';
import { findRow, useReport, versionOf } from '../../state/report';
import { rowSheet } from '../../state/row-sheet';
import { showCard } from '../../state/show-note';

type Revision = CallOutput<'revisions.list'>['revisions'][number];

function useRevisions(reportId: ReportId): { revisions: readonly Revision[] | null; failure: Failure | null } {
  const [found, setFound] = useState<readonly Revision[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    void call('revisions.list', { reportId }).then((answer) => {
      if (answer.ok) setFound(answer.value.revisions);
      else setFailure(answer.error);
    });
  }, [reportId]);
  return { revisions: found, failure };
}

async function goToRow(rowId: RowId, version: number): Promise<void> {
  const index = await findRow(rowId);
  if (index >= 0) await rowSheet()?.focusCell(index, version);
}

function Losses({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <section className="losses">
      <h3>{title}</h3>
      {hint && <p className="losses-hint">{hint}</p>}
      <ul>{children}</ul>
    </section>
  );
}

function RevisionView({ revision, onGo }: { revision: Revision; onGo(go: () => void): void }) {
  const { t } = useTranslation('transfer');
  const version = useReport((s) => versionOf(s.report, revision.versionId));
  const { counts, rows, notes, codings } = revision.outcome;
  const lang = version?.lang;
  return (
    <>
      <p className="losses-counts">
        {(['same', 'changed', 'added', 'gone'] as const).map((kind) => (
          <span key={kind}>{t(`revision.${kind}`, { count: counts[kind] })}</span>
        ))}
      </p>
      <p>{t('revision.kept')}</p>
      {notes.length + codings.length + rows.length === 0 && <p>{t('revision.all')}</p>}
      {notes.length > 0 && (
        <Losses title={t('revision.notesTitle', { count: notes.length })} hint={t('revision.notesHint')}>
          {notes.map((note) => (
            <li key={note.noteId}>
              <div className="grow">
                <BidiText as="p" text={note.body || t('revision.emptyNote')} />
                {note.quotes.map((quote) => (
                  <BidiText as="blockquote" key={quote} text={quote} lang={lang} />
                ))}
              </div>
              <Button variant="quiet" onClick={() => onGo(() => showCard(note.noteId))}>
                {t('revision.goNote')}
              </Button>
            </li>
          ))}
        </Losses>
      )}
      {codings.length > 0 && (
        <Losses title={t('revision.codingsTitle', { count: codings.length })}>
          {codings.map((coding) => (
            <li key={coding.codingId}>
              <BidiText as="blockquote" text={coding.quote} lang={lang} />
            </li>
          ))}
        </Losses>
      )}
      {rows.length > 0 && (
        <Losses title={t('revision.rowsTitle', { count: rows.length })}>
          {rows.map((row) => (
            <li key={`${row.reason} ${row.rowId} ${row.text}`}>
              <div className="grow">
                <span className="losses-reason">{t(`revision.reasons.${row.reason}`)}</span>
                <BidiText as="blockquote" text={row.text} lang={lang} />
              </div>
              {row.rowId !== null && version && (
                <Button variant="quiet" onClick={() => onGo(() => void goToRow(row.rowId!, version.ordinal))}>
                  {t('revision.goRow')}
                </Button>
              )}
            </li>
          ))}
        </Losses>
      )}
    </>
  );
}

export function RevisionsDialog({ reportId }: { reportId: ReportId }) {
  const { t } = useTranslation(['transfer', 'common']);
  const format = useFormat();
  const close = useNavigation((s) => s.closeRevisions);
  const report = useReport((s) => s.report);
  const { revisions, failure } = useRevisions(reportId);
  const [at, setAt] = useState(0);
  const chosen = revisions?.[at];
  const name = (revision: Revision) => {
    const version = versionOf(report, revision.versionId);
    const what = version?.outlet || version?.title || format.languageName(version?.lang ?? 'und');
    return `${what} · ${format.ago(revision.madeAtMs)}`;
  };
  const go = (where: () => void) => {
    flushSync(close);
    where();
  };
  return (
    <Dialog
      title={t('revision.title')}
      onClose={close}
      reading
      footer={
        <Button variant="primary" onClick={close}>
          {t('common:close')}
        </Button>
      }
    >
      <div className="revisions" aria-busy={!revisions && !failure}>
        {failure && <ErrorMessage failure={failure} />}
        {revisions && revisions.length === 0 && <p>{t('revision.none')}</p>}
        {revisions && revisions.length > 1 && (
          <Select
            label={t('revision.which')}
            value={String(at)}
            options={revisions.map((r, i) => ({ value: String(i), label: name(r) }))}
            onChange={(value) => setAt(Number(value))}
          />
        )}
        {chosen && <RevisionView key={chosen.versionId} revision={chosen} onGo={go} />}
      </div>
    </Dialog>
  );
}
