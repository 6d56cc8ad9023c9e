/** All keys there are on this screen, from the register of commands: grouped, and found by name or key. */
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { foldForSearch } from '../../../core/text/fold';
import { Dialog } from '../../components/Dialog';
import { Kbd } from '../../components/Kbd';
import { TextField } from '../../components/TextField';
import { type Command, useCommands } from '../../state/commands';
import { useNavigation } from '../../state/navigation';

const first: readonly Command['group'][] = ['report', 'move', 'rows', 'notes', 'columns', 'view'];

export function KeysDialog() {
  const { t } = useTranslation(['settings', 'reader']);
  const close = useNavigation((s) => s.closeDialog);
  const commands = useCommands((s) => s.commands);
  const [query, setQuery] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const wanted = foldForSearch(query).split(/\s+/).filter(Boolean);
  const label = (command: Command) => t(command.label as 'settings:title');
  const fits = (command: Command) => {
    const text = foldForSearch(`${label(command)} ${command.keys.join(' ').replaceAll('+', ' ').replaceAll('Mod', 'Ctrl')}`);
    return wanted.every((word) => text.includes(word));
  };
  // Of two with one id the later counts, as for the keys themselves.
  const byId = new Map(commands.map((command) => [command.id, command]));
  const listed = [...byId.values()].filter((c) => c.keys.length > 0 && fits(c));
  const groups = [...new Set([...first, ...listed.map((c) => c.group)])].filter((g) => listed.some((c) => c.group === g));
  return (
    <Dialog title={t('settings:keys.title')} onClose={close} reading initialFocus={field}>
      <div className="keys">
        <TextField
          label={t('settings:keys.search')}
          hideLabel
          placeholder={t('settings:keys.search')}
          type="search"
          value={query}
          onChange={setQuery}
          inputRef={field}
        />
        <p role="status" className={listed.length > 0 ? 'visually-hidden' : undefined}>
          {listed.length === 0 && t('settings:keys.none')}
        </p>
        {groups.map((group) => (
          <section key={group}>
            <h3>{t(`reader:commands.groups.${group}`)}</h3>
            <dl>
              {listed
                .filter((c) => c.group === group)
                .map((command) => (
                  <div key={command.id}>
                    <dt>{label(command)}</dt>
                    <dd>
                      {command.keys.slice(0, 2).map((keys) => (
                        <Kbd key={keys} keys={keys} />
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
