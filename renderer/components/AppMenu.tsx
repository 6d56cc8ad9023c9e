/** The app's own menu, the same on every screen. */
import { useTranslation } from 'react-i18next';
import { runCommand } from '../state/commands';
import { useNavigation } from '../state/navigation';
import { usePalette } from '../state/palette';
import { Menu } from './Menu';

export function AppMenu() {
  const { t } = useTranslation('menu');
  const { newReport, openDialog } = useNavigation.getState();
  return (
    <Menu
      label={t('title')}
      icon="menu"
      items={[
        { id: 'new-report', label: t('newReport'), icon: 'plus', keys: 'Mod+N', run: () => newReport() },
        { id: 'search', label: t('search'), icon: 'search', keys: 'Mod+Shift+F', run: () => runCommand('app.search') },
        { id: 'palette', label: t('palette'), icon: 'search', keys: 'Mod+K', run: () => usePalette.getState().show() },
        { id: 'settings', label: t('settings'), icon: 'settings', keys: 'Mod+,', run: () => openDialog('settings') },
        { id: 'keys', label: t('keys'), keys: '?', run: () => openDialog('keys') },
        { id: 'about', label: t('about'), icon: 'info', separated: true, run: () => openDialog('about') },
      ]}
    />
  );
}
