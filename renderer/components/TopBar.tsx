/** The bar over every screen: way back, title, the screen's own tools, and the app's menu. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AppMenu } from './AppMenu';
import { IconButton } from './IconButton';

interface TopBarProps {
  /** The screen's h1. */
  title: ReactNode;
  /** Shows the way back to the library. */
  onBack?: () => void;
  children?: ReactNode;
}

export function TopBar({ title, onBack, children }: TopBarProps) {
  const { t } = useTranslation('common');
  return (
    <header className="top-bar">
      {onBack && <IconButton icon="back" label={t('backToLibrary')} onClick={onBack} />}
      <h1>{title}</h1>
      {children ?? <span className="grow" />}
      <AppMenu />
    </header>
  );
}
