/** Codes in the reader: commands, marks in the text, the picker and the dialog of the codebook. */
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { isOverlayOpen } from '../../components/overlays';
import { i18n } from '../../i18n/i18n';
import { useCodes } from '../../state/codes';
import { type Command, useCommands } from '../../state/commands';
import { useReport } from '../../state/report';
import { onMarksDrawn } from '../../state/row-sheet';
import { announce } from '../../state/toasts';
import { CodePicker } from './CodePicker';
import { CodesDialog } from './CodesDialog';
import { CodesHere, codedHere } from './CodesHere';
import { CodeMarks } from './code-marks';
import { currentTarget, rowTarget } from './targets';
import '../../styles/codes.css';
import '../../styles/code-book.css';
import '../../styles/code-highlights.css';

const ready = () => !isOverlayOpen() && useReport.getState().status === 'open';
const hasPlace = () => ready() && useReport.getState().cursor !== null;
const { pick, openDialog, openHere } = useCodes.getState();

export const codeCommands: readonly Command[] = [
  {
    id: 'codes.apply',
    group: 'notes',
    label: 'codes:commands.apply',
    keys: ['K'],
    enabled: hasPlace,
    run: () => pick(currentTarget()),
  },
  {
    id: 'codes.apply-row',
    group: 'notes',
    label: 'codes:commands.applyRow',
    keys: ['Shift+K'],
    enabled: hasPlace,
    run: () => pick(rowTarget()),
  },
  {
    id: 'codes.here',
    group: 'notes',
    label: 'codes:commands.here',
    keys: ['Alt+Shift+K'],
    enabled: hasPlace,
    run: () => {
      if (codedHere().length > 0) openHere(true);
      else announce(i18n.t('codes:here.none'));
    },
  },
  {
    id: 'codes.book',
    group: 'notes',
    label: 'codes:commands.book',
    keys: ['Alt+K'],
    enabled: ready,
    run: () => openDialog('book'),
  },
  { id: 'codes.table', group: 'notes', label: 'codes:commands.table', keys: [], enabled: ready, run: () => openDialog('table') },
  {
    id: 'codes.coders',
    group: 'notes',
    label: 'codes:commands.coders',
    keys: [],
    enabled: ready,
    run: () => openDialog('coders'),
  },
];

/** Draws the marks again whenever the sheet or the codings changed. */
function useCodeMarks(): void {
  const { t, i18n } = useTranslation('codes');
  useEffect(() => {
    const words = {
      language: i18n.language,
      chip: (code: { name: string }, coder: string | null) =>
        coder === null ? t('chip', { name: code.name }) : t('chipOf', { name: code.name, coder }),
    };
    const marks = new CodeMarks();
    const draw = () => marks.draw(useCodes.getState().codes, useCodes.getState().codings, words);
    draw();
    const stops = [
      onMarksDrawn(draw),
      useCodes.subscribe((now, before) => {
        if (now.codes !== before.codes || now.codings !== before.codings) draw();
      }),
    ];
    return () => {
      for (const stop of stops) stop();
      marks.clear();
    };
  }, [t, i18n]);
}

/** A chip in the text takes the reader to its cell and lists the codes there. */
function useChipClicks(): void {
  useEffect(() => {
    const click = (event: MouseEvent) => {
      const chip = (event.target as Element).closest?.('.code-chips .code-chip');
      if (!chip) return;
      chip.closest<HTMLElement>('td, .flow-seg')?.focus({ preventScroll: true });
      openHere(true);
    };
    document.addEventListener('click', click);
    return () => document.removeEventListener('click', click);
  }, []);
}

export function CodesTools() {
  const reportId = useReport((s) => s.report?.id);
  const revision = useReport((s) => s.notesRevision);
  const dialog = useCodes((s) => s.dialog);
  const here = useCodes((s) => s.here);
  useEffect(() => useCommands.getState().register(codeCommands), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a higher revision means that codes changed in the host
  useEffect(() => {
    if (reportId) void useCodes.getState().load(reportId);
  }, [reportId, revision]);
  useEffect(() => () => useCodes.getState().clear(), []);
  useCodeMarks();
  useChipClicks();
  return (
    <>
      <CodePicker />
      {here && <CodesHere />}
      {dialog && <CodesDialog tab={dialog} />}
    </>
  );
}
