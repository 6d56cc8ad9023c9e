/** The bin: deleted reports, to put back or to delete for good. Nothing is deleted for good without being asked about by name. */
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result } from '../../../core/model/result';
import { BidiText } from '../../components/BidiText';
import { Button } from '../../components/Button';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { Dialog } from '../../components/Dialog';
import { LanguageChip } from '../../components/LanguageChip';
import { useFailureText } from '../../i18n/use-failure-text';
import { useFormat } from '../../i18n/use-format';
import { announce, showToast } from '../../state/toasts';
import { type BinnedReport, useLibrary } from './library-store';

export function BinDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation(['library', 'common']);
  const format = useFormat();
  const say = useFailureText();
  const { bin, restore, purge, emptyBin } = useLibrary();
  const [asking, setAsking] = useState<BinnedReport | 'all' | null>(null);
  const list = useRef<HTMLUListElement>(null);

  const finish = async (work: Promise<Result<unknown>>, done: string, at: number) => {
    const answer = await work;
    if (!answer.ok) return void showToast({ message: say(answer.error), tone: 'error' });
    announce(done);
    // Its line is gone: the focus goes to the next one.
    requestAnimationFrame(() => {
      const buttons = list.current?.querySelectorAll<HTMLElement>('.bin-restore') ?? [];
      const next =
        buttons[Math.min(at, buttons.length - 1)] ?? document.querySelector<HTMLElement>('#overlays .dialog-head button');
      next?.focus();
    });
  };
  const confirmed = (what: BinnedReport | 'all') => {
    setAsking(null);
    if (what === 'all') void finish(emptyBin(), t('bin.goneAll'), 0);
    else void finish(purge(what.id), t('bin.gone', { title: what.title }), bin.indexOf(what));
  };

  return (
    <Dialog
      title={t('bin.title')}
      onClose={onClose}
      footer={
        bin.length > 0 && (
          <Button variant="danger" icon="trash" onClick={() => setAsking('all')}>
            {t('bin.emptyAll')}
          </Button>
        )
      }
    >
      {bin.length === 0 && <p className="bin-empty">{t('bin.empty')}</p>}
      <ul className="bin" ref={list}>
        {bin.map((report, at) => (
          <li key={report.id}>
            <div className="grow">
              <BidiText as="p" text={report.title} className="bin-title" />
              <p className="bin-facts">
                <span>{t('bin.deleted', { when: format.ago(report.deletedAtMs) })}</span>
                {report.noteCount > 0 && <span>{t('notes', { count: report.noteCount })}</span>}
                <span className="chips">
                  {report.versions.map((version) => (
                    <LanguageChip key={version.id} lang={version.lang} />
                  ))}
                </span>
              </p>
            </div>
            <Button
              className="bin-restore"
              aria-label={t('bin.restoreNamed', { title: report.title })}
              onClick={() => void finish(restore(report.id), t('restored', { title: report.title }), at)}
            >
              {t('bin.restore')}
            </Button>
            <Button variant="danger" aria-label={t('bin.purgeNamed', { title: report.title })} onClick={() => setAsking(report)}>
              {t('bin.purge')}
            </Button>
          </li>
        ))}
      </ul>
      {asking && (
        <ConfirmDialog
          title={asking === 'all' ? t('bin.askAll', { count: bin.length }) : t('bin.ask', { title: asking.title })}
          text={asking === 'all' ? t('bin.askAllText') : t('bin.askText')}
          action={t('bin.purge')}
          onConfirm={() => confirmed(asking)}
          onCancel={() => setAsking(null)}
        />
      )}
    </Dialog>
  );
}
