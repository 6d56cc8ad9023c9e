/** Where the reader is and how the alignment stands; what to check next, with its key; whether all is saved. */
import { useTranslation } from 'react-i18next';
import { BidiText } from '../../components/BidiText';
import { Icon } from '../../components/Icon';
import { Kbd } from '../../components/Kbd';
import { useFormat } from '../../i18n/use-format';
import { runCommand } from '../../state/commands';
import { savedState, useDrafts } from '../../state/drafts';
import { useLitSentence } from '../../state/lit-sentence';
import { useReport } from '../../state/report';
import { rangeOf, useRowRange } from '../../state/row-range';
import { goBack } from './report-actions';

function Saved() {
  const { t } = useTranslation('reader');
  const state = useDrafts((s) => savedState(s.states));
  return (
    <span className={`saved saved-${state}`} role="status">
      {state !== 'saving' && <Icon name={state === 'saved' ? 'check' : 'warning'} size={14} />}
      {t(`saved.${state}`)}
    </span>
  );
}

function BackToPlace() {
  const { t } = useTranslation('reader');
  const returnTo = useReport((s) => s.returnTo);
  const book = useReport((s) => s.book);
  const index = returnTo && book ? book.indexOf(returnTo.rowId) : -1;
  if (index < 0) return null;
  return (
    <button type="button" className="status-button" onClick={goBack}>
      {t('status.back', { row: index + 1 })} <Kbd keys="Backspace" />
    </button>
  );
}

/** Why the lit sentences answer each other; said once to screen readers, too. */
function Evidence() {
  const { t } = useTranslation('reader');
  const evidence = useLitSentence((s) => s.evidence);
  const isShown = useLitSentence((s) => s.showsEvidence && s.lit !== null);
  if (!isShown) return null;
  return (
    <span className="evidence" role="status">
      {evidence.length === 0 ? t('evidence.none') : t('evidence.label')}
      {evidence.slice(0, 6).map((e) => (
        <span key={`${e.from} ${e.to} ${e.toLang}`} className="evidence-pair" title={t(`evidence.types.${e.type}`)}>
          <BidiText text={e.from} lang={e.fromLang} /> <span aria-hidden="true">≈</span> <BidiText text={e.to} lang={e.toLang} />
        </span>
      ))}
    </span>
  );
}

/** Selected rows, and the cell that is picked up. */
function InHand() {
  const { t } = useTranslation('alignment');
  const anchor = useRowRange((s) => s.anchor);
  const head = useRowRange((s) => s.head);
  const picked = useRowRange((s) => s.picked);
  const book = useReport((s) => s.book);
  useReport((s) => s.bookRevision);
  const range = rangeOf({ anchor, head });
  const from = picked && book ? book.indexOf(picked.rowId) : -1;
  return (
    <span className="in-hand" role="status">
      {range && t('range.count', { count: range.last - range.first + 1 })}
      {from >= 0 && t('picked', { row: from + 1 })}
    </span>
  );
}

export function StatusLine() {
  const { t } = useTranslation('reader');
  const format = useFormat();
  const report = useReport((s) => s.report);
  const counts = useReport((s) => s.counts);
  const index = useReport((s) => s.cursor?.index ?? null);
  const columns = useReport((s) => s.columns);
  if (!report) return <footer className="status" />;
  const visible = columns.filter((c) => !c.hidden).flatMap((c) => report.versions[c.version] ?? []);
  return (
    <footer className="status" data-region="status">
      <span>
        {index === null
          ? t('status.rows', { count: report.rowCount })
          : t('status.row', { row: index + 1, rows: report.rowCount })}
      </span>
      <InHand />
      <BackToPlace />
      <span>{t('status.confirmed', { count: counts.confirmed })}</span>
      {counts.toCheck > 0 ? (
        <button type="button" className="status-button to-check" onClick={() => runCommand('rows.next-check')}>
          {t('status.toCheck', { count: counts.toCheck })} <Kbd keys="J" />
        </button>
      ) : (
        <span>{t('status.toCheck', { count: 0 })}</span>
      )}
      <span>{t('status.omissions', { count: counts.omissions })}</span>
      <Evidence />
      <span className="grow" />
      <span className="paragraphs">
        {visible.map((v) => (
          <span key={v.id} title={t('status.paragraphs', { count: v.segmentCount })}>
            <bdi>{v.lang.split('-')[0]?.toUpperCase()}</bdi> {format.number(v.segmentCount)} <span aria-hidden="true">¶</span>
          </span>
        ))}
      </span>
      <Saved />
    </footer>
  );
}
