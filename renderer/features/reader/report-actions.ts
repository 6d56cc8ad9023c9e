/** Changes to the report as a whole: base version, title, version details, undo and redo. Failures are said. */
import type { CallInput } from '../../../core/contract/calls';
import type { VersionId } from '../../../core/model/ids';
import { call } from '../../bridge/call';
import { i18n } from '../../i18n/i18n';
import { useReport } from '../../state/report';
import { wentThrough } from '../../state/report-failure';
import { rowSheet } from '../../state/row-sheet';
import { announce } from '../../state/toasts';

const reportId = () => useReport.getState().report?.id ?? null;

export async function setBase(versionId: VersionId): Promise<boolean> {
  const id = reportId();
  return wentThrough(await useReport.getState().change(() => id && call('report.setBase', { reportId: id, versionId })));
}

export async function renameReport(title: string): Promise<boolean> {
  const id = reportId();
  const clean = title.trim();
  if (!id || clean === '' || clean === useReport.getState().report?.title) return true;
  return wentThrough(await useReport.getState().change(() => call('report.rename', { reportId: id, title: clean })));
}

export type VersionDetails = Omit<CallInput<'version.update'>, 'reportId' | 'versionId'>;

export async function updateVersion(versionId: VersionId, details: VersionDetails): Promise<boolean> {
  const id = reportId();
  return wentThrough(
    await useReport.getState().change(() => id && call('version.update', { reportId: id, versionId, ...details })),
  );
}

async function step(which: 'undo' | 'redo'): Promise<void> {
  const { history, undo, redo } = useReport.getState();
  const label = history[which];
  const outcome = await (which === 'undo' ? undo() : redo());
  if (!wentThrough(outcome) || !outcome?.ok) return;
  if (label) announce(i18n.t(`history:${which}One`, { step: i18n.t(`history:${label}`) }));
  const { cursor } = useReport.getState();
  if (outcome.value.focusRow !== null && cursor) await rowSheet()?.focusCell(cursor.index, cursor.version);
}
export const undo = (): Promise<void> => step('undo');
export const redo = (): Promise<void> => step('redo');

/** Goes back to where the last jump came from. */
export function goBack(): void {
  const { returnTo, book, setReturn } = useReport.getState();
  const index = returnTo && book ? book.indexOf(returnTo.rowId) : -1;
  setReturn(null);
  if (returnTo && index >= 0) void rowSheet()?.focusCell(index, returnTo.version);
}
