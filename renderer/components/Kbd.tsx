/** Keys as the person's keyboard names them: 'Mod+Shift+Z' is Ctrl Shift Z, or ⌘ ⇧ Z on a Mac. */
import { useTranslation } from 'react-i18next';

const isMac = () => /mac/i.test(navigator.platform);
const macNames: Record<string, string> = { Mod: '⌘', Alt: '⌥', Shift: '⇧', Enter: '↩', Escape: 'esc', Delete: '⌫' };
const arrows: Record<string, string> = { Up: '↑', Down: '↓', Left: '←', Right: '→' };

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
  };
  const say = (key: string) => arrows[key.replace('Arrow', '')] ?? (isMac() ? macNames[key] : undefined) ?? named[key] ?? key;
  return (
    <kbd className="kbd" dir="ltr">
      {keys.split('+').map(say).join(' ')}
    </kbd>
  );
}
