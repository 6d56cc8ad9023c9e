/** Row edits at the cursor. Each asks for the row when its turn comes, so that quick keys follow each other rightly. */
import type { RowEdit } from '../../../core/contract/schemas';
import type { Row } from '../../../core/model/report';
import { rowState } from '../../../core/model/row-state';
import { call } from '../../bridge/call';
import { i18n } from '../../i18n/i18n';
import { goToRow } from '../../state/next-row';
import { useReport } from '../../state/report';
import { wentThrough } from '../../state/report-failure';
import { selectedRange } from '../../state/row-range';
import { announce, showToast } from '../../state/toasts';
import { confirmRange } from './range-commands';
import { splitCuts } from './split-cuts';

type State = ReturnType<typeof useReport.getState>;
export interface Target {
  row: Row;
  version: number;
}

export function targetOf(state: Pick<State, 'book' | 'cursor'> = useReport.getState()): Target | null {
  const { book, cursor } = state;
  const row = cursor && book?.rowAt(cursor.index);
  return row ? { row, version: cursor.version } : null;
}

async function edit(make: (target: Target) => RowEdit | null): Promise<boolean> {
  let done: RowEdit['type'] | null = null;
  const outcome = await useReport.getState().editRow((state) => {
    const target = targetOf(state);
    const made = target && make(target);
    done = made?.type ?? null;
    return made;
  });
  if (done && wentThrough(outcome)) announce(i18n.t(`alignment:done.${done as RowEdit['type']}`));
  return outcome?.ok ?? false;
}

export const mergeNext = (): Promise<boolean> => edit(({ row }) => ({ type: 'merge-next', rowId: row.id }));
export const moveUp = (): Promise<boolean> => edit(({ row, version }) => ({ type: 'move-up', rowId: row.id, version }));
export const moveDown = (): Promise<boolean> => edit(({ row, version }) => ({ type: 'move-down', rowId: row.id, version }));
export const splitBefore = (segment: number): Promise<boolean> =>
  edit(({ row, version }) => ({ type: 'split', rowId: row.id, version, segment }));
/** Splits the row in all versions that have several paragraphs in it: this one before the segment, the others at about there. */
export const splitAllBefore = (version: number, segment: number): Promise<boolean> =>
  edit(({ row }) => {
    const { book } = useReport.getState();
    return book && { type: 'split-row', rowId: row.id, cuts: splitCuts(book, row, version, segment) };
  });

/** Confirms, or takes a confirmation back. */
export const toggleConfirmed = (): Promise<boolean> =>
  edit(({ row }) => ({ type: 'confirm', rowId: row.id, confirmed: rowState(row) !== 'confirmed' }));

/** Confirms the row if it isn't yet, then goes to the next row that isn't: one key for each row that is right. */
export async function confirmAndGoOn(): Promise<void> {
  const target = targetOf();
  if (selectedRange()) {
    if (!(await confirmRange(true))) return;
  } else if (target && target.row.status !== 'confirmed' && !(await toggleConfirmed())) return;
  if (!(await goToRow((row) => row.status !== 'confirmed', 1))) showToast({ message: i18n.t('alignment:allConfirmed') });
}

/** Marks what the cell has as boilerplate, or takes the mark back. */
export async function toggleBoilerplate(): Promise<void> {
  const target = targetOf();
  const { report, book, change } = useReport.getState();
  const version = target && report?.versions[target.version];
  if (!target || !version || !report) return;
  const segments = book?.segmentsOf(target.row, target.version) ?? [];
  const boilerplate = !segments[0]?.boilerplate;
  for (const segment of segments) {
    const input = { reportId: report.id, versionId: version.id, segment: segment.index, boilerplate };
    if (!wentThrough(await change(() => call('version.setBoilerplate', input)))) return;
  }
}

/**
 * Segments before which the cell can be split: all but the first; the first as well where other cells keep the row from being
 * empty, for then the cell's whole content goes to a row of its own.
 */
export function splitPoints({ row, version }: Target): number[] {
  const cell = row.cells[version] ?? [];
  const others = row.cells.some((c, v) => v !== version && c.length > 0);
  return others ? [...cell] : cell.slice(1);
}

export const canMergeNext = ({ book, cursor }: Pick<State, 'book' | 'cursor'>): boolean =>
  book !== null && cursor !== null && cursor.index < book.rowCount - 1;
export const canMove = (target: Target | null): boolean => (target?.row.cells[target.version]?.length ?? 0) > 0;
