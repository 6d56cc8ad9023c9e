/** The library cannot be used: says so and shows nothing else. Nothing here can make it worse. */
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../core/model/result';
import { BidiText } from '../../components/BidiText';
import { Icon } from '../../components/Icon';
import { useFailureText } from '../../i18n/use-failure-text';

export function StartProblem({ failure, folder }: { failure: Failure; folder: string | null }) {
  const { t } = useTranslation('settings');
  const say = useFailureText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <main className="start-problem">
      <Icon name="warning" size={40} />
      <h1 tabIndex={-1} ref={heading}>
        {t('startProblem.title')}
      </h1>
      <p>{say(failure)}</p>
      {folder && (
        <p className="start-problem-folder">
          {t('startProblem.folder')} <BidiText as="code" dir="ltr" text={folder} />
        </p>
      )}
    </main>
  );
}
