/** All keys there are on this screen, from the register of commands. */
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../components/Dialog';
import { Kbd } from '../../components/Kbd';
import { type Command, useCommands } from '../../state/commands';
import { useNavigation } from '../../state/navigation';

const groups: readonly Command['group'][] = ['report', 'move', 'rows', 'notes', 'columns', 'view'];

export function KeysDialog() {
  const { t } = useTranslation(['settings', 'reader']);
  const close = useNavigation((s) => s.closeDialog);
  const commands = useCommands((s) => s.commands);
  return (
    <Dialog title={t('settings:keys.title')} onClose={close} reading>
      <div className="keys">
        {groups.map((group) => {
          const own = commands.filter((c) => c.group === group && c.keys.length > 0);
          if (own.length === 0) return null;
          return (
            <section key={group}>
              <h3>{t(`reader:commands.groups.${group}`)}</h3>
              <dl>
                {own.map((command) => (
                  <div key={command.id}>
                    <dt>{t(command.label as 'settings:title')}</dt>
                    <dd>
                      {command.keys.slice(0, 2).map((keys) => (
                        <Kbd key={keys} keys={keys} />
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          );
        })}
      </div>
    </Dialog>
  );
}
