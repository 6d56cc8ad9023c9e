/** The menu of a row: the commands for it, with their keys. */
import { useTranslation } from 'react-i18next';
import { Kbd } from '../../components/Kbd';
import { type Command, useCommands } from '../../state/commands';
import { useRowMenu } from '../../state/row-menu';
import { FloatingMenu } from './FloatingMenu';

/** In the order of the menu; null is a hairline. */
const entries: readonly (string | null)[] = [
  'notes.write',
  'notes.write-row',
  'notes.here',
  'codes.apply',
  'codes.here',
  null,
  'rows.confirm',
  'rows.merge',
  'rows.split',
  'rows.split-row',
  'rows.up',
  'rows.down',
  'rows.boilerplate',
  'rows.unlink',
  'rows.pick-up',
  'rows.put-down',
  'rows.realign-rows',
  null,
  'rows.next-check',
];

export function RowMenu() {
  const { t } = useTranslation(['alignment', 'reader', 'notes']);
  const open = useRowMenu((s) => s.open);
  const close = useRowMenu((s) => s.close);
  const commands = useCommands((s) => s.commands);
  if (!open) return null;
  const item = (command: Command, separated: boolean) => (
    <button
      key={command.id}
      type="button"
      role="menuitem"
      tabIndex={-1}
      disabled={command.enabled?.() === false}
      className={separated ? 'menu-item menu-separated' : 'menu-item'}
      onClick={() => {
        close();
        // After the focus has gone back to its cell.
        requestAnimationFrame(() => command.run());
      }}
    >
      <span className="grow">{t(command.label as 'alignment:commands.merge')}</span>
      {command.keys[0] && <Kbd keys={command.keys[0]} />}
    </button>
  );
  return (
    <FloatingMenu
      key={`${open.x} ${open.y}`}
      label={t('alignment:menu', { row: open.place.index + 1 })}
      x={open.x}
      y={open.y}
      onClose={close}
    >
      {entries.flatMap((id, i) => {
        const command = id === null ? undefined : commands.find((c) => c.id === id);
        return command ? [item(command, entries[i - 1] === null)] : [];
      })}
    </FloatingMenu>
  );
}
