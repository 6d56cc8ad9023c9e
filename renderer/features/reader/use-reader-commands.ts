/** The reader's own commands and keys; those of notes and rows are registered by their features. */
import { useEffect, useRef } from 'react';
import type { Row } from '../../../core/model/report';
import { hasOmission, isUneven, rowState } from '../../../core/model/row-state';
import { listen } from '../../bridge/call';
import { isOverlayOpen } from '../../components/overlays';
import { i18n } from '../../i18n/i18n';
import { type Command, runCommand, useCommands } from '../../state/commands';
import { useLitSentence } from '../../state/lit-sentence';
import { goToRow } from '../../state/next-row';
import { useReport } from '../../state/report';
import { rowSheet } from '../../state/row-sheet';
import { showToast } from '../../state/toasts';
import { useFind } from './find/find-store';
import { moveKeys } from './move-keys';
import { printReport, savePdf } from './printing';
import { useReaderDialog } from './reader-dialog';
import { goBack, redo, undo } from './report-actions';

const ready = () => !isOverlayOpen() && useReport.getState().status === 'open';

async function go(
  fits: (row: Row) => boolean,
  step: 1 | -1,
  none: 'none.toCheck' | 'none.omission' | 'none.uneven',
): Promise<void> {
  if (!(await goToRow(fits, step))) showToast({ message: i18n.t(`reader:${none}`) });
}
const wantsCheck = (row: Row) => rowState(row) === 'check';

/** Takes the focus to the next part of the screen: bar, sheet, panel, status line. */
export function goToRegion(step: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')];
  const at = regions.findIndex((r) => r.contains(document.activeElement));
  for (let i = 1; i <= regions.length; i++) {
    const region = regions[(at + step * i + regions.length * 2) % regions.length];
    if (region?.dataset.region === 'sheet') {
      const { cursor } = useReport.getState();
      void rowSheet()?.focusCell(cursor?.index ?? 0, cursor?.version);
      return;
    }
    const first = region?.querySelector<HTMLElement>(
      '[tabindex="0"], button:not(:disabled, [tabindex="-1"]), textarea, input, [href]',
    );
    if (first) {
      first.focus();
      return;
    }
  }
}

/** Shows the evidence for the lit sentence; without one, for the first of the current cell. */
function showEvidence(): void {
  const { lit, toggleEvidence } = useLitSentence.getState();
  toggleEvidence();
  const { report, cursor } = useReport.getState();
  const direction = cursor && report?.versions[cursor.version]?.direction;
  if (!lit) rowSheet()?.stepSentence(direction === 'rtl' ? 'left' : 'right');
}

/** Holds the column where the reader is, or lets it follow again. */
function freezeCurrent(): void {
  const { cursor, report, toggleFrozen } = useReport.getState();
  const version = cursor && report?.versions[cursor.version];
  if (version) toggleFrozen(version.id);
}

/** What there is in flow alone. */
const flowCommands: readonly Command[] = [
  {
    id: 'columns.freeze',
    group: 'columns',
    label: 'reader:commands.freeze',
    keys: ['Shift+F'],
    enabled: ready,
    run: freezeCurrent,
  },
];

function readerCommands(close: () => void): Command[] {
  const command = (
    id: string,
    group: Command['group'],
    keys: readonly string[],
    run: () => void,
    more: Partial<Command> = {},
  ): Command => ({ id, group, keys, run, enabled: ready, label: `reader:commands.${id.split('.')[1]}`, ...more });
  const { getState } = useReport;
  return [
    command('move.back', 'move', ['Backspace'], goBack, { enabled: () => ready() && getState().returnTo !== null }),
    command('move.region', 'move', ['F6'], () => goToRegion(1), { inFields: true, hidden: true }),
    command('move.region-back', 'move', ['Shift+F6'], () => goToRegion(-1), { inFields: true, hidden: true }),
    command('rows.next-check', 'rows', ['J', 'U'], () => void go(wantsCheck, 1, 'none.toCheck')),
    command('rows.previous-check', 'rows', ['Shift+J', 'Shift+U'], () => void go(wantsCheck, -1, 'none.toCheck')),
    command('rows.next-omission', 'rows', ['O'], () => void go(hasOmission, 1, 'none.omission')),
    command('rows.previous-omission', 'rows', ['Shift+O'], () => void go(hasOmission, -1, 'none.omission')),
    command('rows.next-uneven', 'rows', ['V'], () => void go(isUneven, 1, 'none.uneven')),
    command('rows.previous-uneven', 'rows', ['Shift+V'], () => void go(isUneven, -1, 'none.uneven')),
    command('view.sentence-right', 'view', ['Alt+ArrowRight'], () => rowSheet()?.stepSentence('right'), { hidden: true }),
    command('view.sentence-left', 'view', ['Alt+ArrowLeft'], () => rowSheet()?.stepSentence('left'), { hidden: true }),
    command('view.evidence', 'view', ['E'], showEvidence),
    command('view.find', 'view', ['Mod+F'], () => useFind.getState().show(), { inFields: true }),
    command('view.find-next', 'view', ['F3'], () => useFind.getState().step(1), {
      enabled: () => ready() && useFind.getState().open,
    }),
    command('view.mode', 'view', ['F'], () => getState().setMode(getState().mode === 'rows' ? 'flow' : 'rows')),
    command('view.notes', 'view', ['Mod+B'], () => getState().setNotesOpen(!getState().notesOpen), { inFields: true }),
    command('report.undo', 'report', ['Mod+Z'], () => void undo(), {
      enabled: () => ready() && getState().history.undo !== null,
    }),
    command('report.redo', 'report', ['Mod+Shift+Z', 'Mod+Y'], () => void redo(), {
      enabled: () => ready() && getState().history.redo !== null,
    }),
    command('report.rename', 'report', ['F2'], () => useReaderDialog.getState().setRenaming(true)),
    command('report.print', 'report', ['Mod+P'], () => void printReport(), { inFields: true }),
    command('report.save-pdf', 'report', ['Mod+Shift+P'], () => void savePdf(), { inFields: true }),
    command('report.close', 'report', ['Mod+L'], close, { inFields: true }),
  ];
}

/** Undo in a text field is the field's own. */
function undoFromMenu(which: 'undo' | 'redo'): void {
  const field = document.activeElement;
  if (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) document.execCommand(which);
  else runCommand(`report.${which}`);
}

export function useReaderCommands(close: () => void): void {
  const latest = useRef(close);
  latest.current = close;
  const mode = useReport((s) => s.mode);
  useEffect(() => useCommands.getState().register([...moveKeys(mode), ...(mode === 'flow' ? flowCommands : [])]), [mode]);
  useEffect(() => {
    const stops = [
      useCommands.getState().register(readerCommands(() => latest.current())),
      listen('menu.command', ({ command }) => {
        if (command === 'undo' || command === 'redo') undoFromMenu(command);
        else if (command === 'note') runCommand('notes.write');
        else if (command === 'find') runCommand('view.find');
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
}
