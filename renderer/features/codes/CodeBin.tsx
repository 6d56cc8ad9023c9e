/** Codes that were deleted: they come back with their passages, or go for good. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Code } from '../../../core/model/code';
import { call } from '../../bridge/call';
import { BidiText } from '../../components/BidiText';
import { Button } from '../../components/Button';
import { CodeSign } from '../../components/CodeSign';
import { Dialog } from '../../components/Dialog';
import { keepFocus } from '../../components/keep-focus';
import { editCode, useCodes } from '../../state/codes';
import { sayFailure } from '../../state/report-failure';

export function CodeBin() {
  const { t } = useTranslation(['codes', 'common']);
  const codes = useCodes((s) => s.codes);
  const [binned, setBinned] = useState<readonly Code[]>([]);
  const [asking, setAsking] = useState(false);
  const [emptied, setEmptied] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the bin changes with the codes and when it is emptied
  useEffect(() => {
    void call('codes.bin', {}).then((answer) => answer.ok && setBinned(answer.value.codes));
  }, [codes, emptied]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a shorter list may have taken the focused line away
  useEffect(
    () =>
      keepFocus(document.querySelector<HTMLElement>('.code-book'), '.bin li button', '[role="treeitem"][tabindex="0"]', 'input'),
    [binned],
  );
  if (binned.length === 0) return null;
  const empty = async () => {
    setAsking(false);
    const answer = await call('codes.emptyBin', {});
    if (!answer.ok) sayFailure(answer.error);
    setEmptied((n) => n + 1);
  };
  return (
    <details className="bin">
      <summary>{t('bin.title', { count: binned.length })}</summary>
      <ul>
        {binned.map((code) => (
          <li key={code.id}>
            <CodeSign colour={code.colour} />
            <BidiText as="span" className="grow" text={code.name} />
            <Button variant="quiet" onClick={() => void editCode({ type: 'restore', codeId: code.id })}>
              {t('bin.restore')}
            </Button>
          </li>
        ))}
      </ul>
      <Button variant="danger" onClick={() => setAsking(true)}>
        {t('bin.empty')}
      </Button>
      {asking && (
        <Dialog
          title={t('bin.askTitle')}
          size="small"
          role="alertdialog"
          describedBy="bin-codes-ask"
          onClose={() => setAsking(false)}
          footer={
            <>
              <Button onClick={() => setAsking(false)}>{t('common:cancel')}</Button>
              <Button variant="danger" onClick={() => void empty()}>
                {t('bin.emptyYes')}
              </Button>
            </>
          }
        >
          <p id="bin-codes-ask">{t('bin.ask', { count: binned.length })}</p>
        </Dialog>
      )}
    </details>
  );
}
