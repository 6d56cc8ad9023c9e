/** Keys as the person's keyboard names them: 'Mod+Shift+Z' is Ctrl Shift Z, or ⌘ ⇧ Z on a Mac. */
import { useTranslation } from 'react-i18next';

const isMac = () => /mac/i.test(navigator.platform);
const macNames: Record<string, string> = { Mod: '⌘', Alt: '⌥', Shift: '⇧', Enter: '↩', Escape: 'esc', Delete: '⌫' };
const arrows: Record<string, string> = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' };

export function Kbd({ keys }: { keys: string }) {
  const { t } = useTranslation('common');
  const named: Record<string, string> = {
    Mod: t('keys.ctrl'),
    Alt: t('keys.alt'),
    Shift: t('keys.shift'),
    Enter: t('keys.enter'),
    Escape: t('keys.escape'),
    Delete: t('keys.delete'),
    Space: t('keys.space'),
    PageUp: t('keys.pageUp'),
    PageDown: t('keys.pageDown'),
    Home: t('keys.home'),
    End: t('keys.end'),
    Backspace: t('keys.backspace'),
    Tab: t('keys.tab'),
  };
  const say = (key: string) => arrows[key] ?? (isMac() ? macNames[key] : undefined) ?? named[key] ?? key;
  return (
    <kbd className="kbd" dir="ltr">
      {keys.split('+').map(say).join(' ')}
    </kbd>
  );
}
