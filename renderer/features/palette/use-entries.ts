/** Gathers what the palette offers: the commands in their groups, the reports as the host has them, the row of a typed number. */
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../core/contract/calls';
import { call } from '../../bridge/call';
import type { Command } from '../../state/commands';
import { useNavigation } from '../../state/navigation';
import { usePalette } from '../../state/palette';
import { useReport } from '../../state/report';
import { rowSheet } from '../../state/row-sheet';
import { useSettings } from '../../state/settings';
import { type Entry, numberIn } from './entries';

type Reports = CallOutput<'reports.list'>['reports'];
const groups: readonly Command['group'][] = ['rows', 'notes', 'columns', 'view', 'move', 'report'];

function useReports(): Reports {
  const [reports, setReports] = useState<Reports>([]);
  useEffect(() => {
    let gone = false;
    void call('reports.list', {}).then((answer) => {
      if (answer.ok && !gone) setReports(answer.value.reports);
    });
    return () => {
      gone = true;
    };
  }, []);
  return reports;
}

export function useEntries(commands: readonly Command[], query: string): { commands: Entry[]; reports: Entry[]; rows: Entry[] } {
  const { t } = useTranslation(['palette', 'reader']);
  const reports = useReports();
  const recent = useSettings((s) => s.settings.recentCommands);
  const route = useNavigation((s) => s.route);
  const rowCount = useReport((s) => s.report?.rowCount ?? 0);

  const listed = useMemo(() => {
    const place = (group: Command['group']) => (groups.includes(group) ? groups.indexOf(group) : groups.length);
    const entry = (command: Command, section: string): Entry => ({
      id: command.id,
      section,
      label: t(command.label as 'palette:title'),
      keys: command.keys.slice(0, 1),
      run: () => usePalette.getState().run(command),
    });
    const recents = recent.flatMap((id) => commands.find((c) => c.id === id) ?? []);
    const rest = commands.filter((c) => !recents.includes(c)).sort((a, b) => place(a.group) - place(b.group));
    return [
      ...recents.map((c) => entry(c, t('palette:recent'))),
      ...rest.map((c) => entry(c, t(`reader:commands.groups.${c.group}`))),
    ];
  }, [commands, recent, t]);

  const openReport = route.name === 'reader' ? route.reportId : null;
  const offered = useMemo(
    () =>
      reports
        .filter((report) => report.id !== openReport)
        .map((report) => ({
          id: report.id,
          section: t('palette:reports'),
          label: report.title,
          more: report.versions.map((v) => `${v.outlet} ${v.title}`).join(' '),
          run: () => useNavigation.getState().openReport(report.id),
        })),
    [reports, openReport, t],
  );

  const row = openReport === null ? null : numberIn(query);
  const rows =
    row === null || row < 1 || row > rowCount
      ? []
      : [
          {
            id: 'row',
            section: t('reader:commands.groups.move'),
            label: t('palette:row', { row }),
            run: () => void rowSheet()?.focusCell(row - 1),
          },
        ];
  return { commands: listed, reports: offered, rows };
}
