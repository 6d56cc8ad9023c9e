/** What the file has and the reader had deleted: it stays so until it is wanted back. */
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../core/contract/calls';
import type { ReportId } from '../../../core/model/ids';
import { success } from '../../../core/model/result';
import { call } from '../../bridge/call';
import { Button } from '../../components/Button';
import { keepFocus } from '../../components/keep-focus';
import { useReport } from '../../state/report';
import { sayFailure } from '../../state/report-failure';

export type Aside = CallOutput<'codings.import'>['setAside'];

/** True once it is done. */
async function bringBack(reportId: ReportId, aside: Aside): Promise<boolean> {
  const answer = await call('codes.bringBack', { reportId, ...aside });
  if (!answer.ok) {
    sayFailure(answer.error);
    return false;
  }
  // The open report mends itself; one that is not open has nothing to mend.
  if (useReport.getState().report?.id === reportId) await useReport.getState().change(async () => success(answer.value.outcome));
  return true;
}

export function SetAside({ reportId, aside }: { reportId: ReportId; aside: Aside }) {
  const { t } = useTranslation('exchange');
  const [back, setBack] = useState(false);
  const section = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the button has gone with the focus
  useEffect(() => keepFocus(section.current, 'button'), [back]);
  const count = aside.notes.length + aside.codings.length + aside.codes.length;
  if (count === 0) return null;
  return (
    <section className="set-aside" ref={section}>
      <h3>{t('notes.aside')}</h3>
      <p role="status">{back ? t('notes.asideBack') : t('notes.asideHint', { count })}</p>
      {!back && <Button onClick={() => void bringBack(reportId, aside).then(setBack)}>{t('notes.asideBring')}</Button>}
    </section>
  );
}
