/**
 * Everything that can be done here, by name; reports by title. A combobox with a list of options after the ARIA Authoring
 * Practices: the field keeps the focus, arrows choose, Enter runs.
 */
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../core/contract/calls';
import { strongDirection } from '../../../core/text/direction';
import { call } from '../../bridge/call';
import { BidiText } from '../../components/BidiText';
import { Dialog } from '../../components/Dialog';
import { Icon } from '../../components/Icon';
import { Kbd } from '../../components/Kbd';
import type { Command } from '../../state/commands';
import { useNavigation } from '../../state/navigation';
import { usePalette } from '../../state/palette';
import { useReport } from '../../state/report';
import { rowSheet } from '../../state/row-sheet';
import { useSettings } from '../../state/settings';
import { type Entry, inSections, matching, numberIn } from './entries';

type Reports = CallOutput<'reports.list'>['reports'];

function useEntries(commands: readonly Command[]): Entry[] {
  const { t } = useTranslation(['palette', 'reader']);
  const { t: label } = useTranslation();
  const recent = useSettings((s) => s.settings.recentCommands);
  const [reports, setReports] = useState<Reports>([]);
  useEffect(() => {
    void call('reports.list', {}).then((answer) => {
      if (answer.ok) setReports(answer.value.reports);
    });
  }, []);
  return useMemo(() => {
    const { close, run } = usePalette.getState();
    const entryOf = (command: Command, section: string): Entry => ({
      id: command.id,
      section,
      label: label(command.label as 'close'),
      keys: command.keys,
      run: () => {
        close();
        // After the dialog has given the focus back.
        requestAnimationFrame(() => run(command));
      },
    });
    const used = recent.flatMap((id) => commands.find((c) => c.id === id) ?? []);
    return [
      ...used.map((c) => entryOf(c, t('palette:recent'))),
      ...commands.filter((c) => !used.includes(c)).map((c) => entryOf(c, t(`reader:commands.groups.${c.group}`))),
      ...reports.map((report) => ({
        id: report.id,
        section: t('palette:reports'),
        label: report.title,
        more: report.versions.map((v) => v.outlet).join(' '),
        run: () => {
          close();
          useNavigation.getState().openReport(report.id);
        },
      })),
    ];
  }, [commands, recent, reports, t, label]);
}

/** The row whose number was typed, where a report is open and has so many. */
function useRowEntry(query: string): Entry[] {
  const { t } = useTranslation(['palette', 'reader']);
  const rowCount = useReport((s) => (s.status === 'open' ? (s.report?.rowCount ?? 0) : 0));
  const row = numberIn(query);
  if (row === null || row < 1 || row > rowCount) return [];
  return [
    {
      id: 'row',
      section: t('reader:commands.groups.move'),
      label: t('palette:row', { row }),
      run: () => {
        usePalette.getState().close();
        requestAnimationFrame(() => void rowSheet()?.focusCell(row - 1));
      },
    },
  ];
}

export function CommandPalette({ commands }: { commands: readonly Command[] }) {
  const { t } = useTranslation('palette');
  const close = usePalette((s) => s.close);
  const [query, setQuery] = useState('');
  /** Place of the chosen entry. Before anything is typed or an arrow pressed none is: Enter alone runs nothing by surprise. */
  const [at, setAt] = useState(-1);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const entries = useEntries(commands);
  const row = useRowEntry(query);
  const sections = inSections([...row, ...matching(entries, query)]);
  const shown = sections.flatMap((section) => section.entries);
  const chosen = at < 0 ? undefined : shown[Math.min(at, shown.length - 1)];

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is chosen is looked up in the page
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || shown.length === 0) return;
    const now = Math.min(at, shown.length - 1);
    const to: Record<string, number> = {
      ArrowDown: (now + 1) % shown.length,
      ArrowUp: now <= 0 ? shown.length - 1 : now - 1,
      PageDown: Math.min(shown.length - 1, now + 8),
      PageUp: Math.max(0, now - 8),
    };
    const next = to[event.key];
    if (next === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    if (next === undefined) chosen?.run();
    else setAt(next);
  };

  return (
    <Dialog title={t('title')} onClose={close} size="palette" initialFocus={field}>
      <div className="palette-field">
        <Icon name="search" />
        <input
          ref={field}
          className="palette-input"
          type="text"
          role="combobox"
          aria-expanded={shown.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={chosen ? `${id}-${chosen.id}` : undefined}
          aria-autocomplete="list"
          aria-label={t('placeholder')}
          placeholder={t('placeholder')}
          dir={strongDirection(query) ?? undefined}
          value={query}
          onChange={(e) => {
            setQuery(e.target.value);
            setAt(e.target.value.trim() === '' ? -1 : 0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      {shown.length === 0 && <p className="palette-none">{t('none')}</p>}
      <div className="palette-list" id={`${id}-list`} role="listbox" aria-label={t('title')} ref={list}>
        {sections.map(({ section, entries: own }) => (
          // biome-ignore lint/a11y/useSemanticElements: options of a listbox are grouped by role
          <div key={section} role="group" aria-label={section}>
            <div className="palette-section" aria-hidden="true">
              {section}
            </div>
            {own.map((entry) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and the keys
              <div
                key={entry.id}
                id={`${id}-${entry.id}`}
                className="palette-option"
                role="option"
                tabIndex={-1}
                aria-selected={entry === chosen}
                // A list that appears under a resting pointer is no choice.
                onPointerMove={(e) => {
                  if (e.movementX !== 0 || e.movementY !== 0) setAt(shown.indexOf(entry));
                }}
                onClick={entry.run}
              >
                <span className="grow">
                  <BidiText text={entry.label} />
                </span>
                {entry.keys?.[0] && <Kbd keys={entry.keys[0]} />}
              </div>
            ))}
          </div>
        ))}
      </div>
      <div className="visually-hidden" role="status">
        {query.trim() !== '' && shown.length > 0 ? t('found', { count: shown.length }) : ''}
      </div>
    </Dialog>
  );
}
