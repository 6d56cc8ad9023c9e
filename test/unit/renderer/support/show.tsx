/** Puts a piece of the window on a page like the real one, in a given interface language. */
import { cleanup, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach } from 'vitest';
import type { UiLanguage } from '../../../../core/model/languages';
import { Announcements } from '../../../../renderer/components/Announcements';
import { changeLanguage, i18n, startI18n } from '../../../../renderer/i18n/i18n';
import { useToasts } from '../../../../renderer/state/toasts';

afterEach(() => {
  cleanup();
  useToasts.setState({ toasts: [], said: '' });
});

export async function setLanguage(language: UiLanguage): Promise<void> {
  if (i18n.isInitialized) await changeLanguage(language);
  else await startI18n(language);
}

export async function show(what: ReactNode, language: UiLanguage = 'en') {
  await setLanguage(language);
  for (const id of ['root', 'overlays', 'announcements']) {
    document.getElementById(id)?.remove();
    const element = document.createElement('div');
    element.id = id;
    document.body.append(element);
  }
  return render(
    <>
      {what}
      <Announcements />
    </>,
    { container: document.getElementById('root')! },
  );
}
