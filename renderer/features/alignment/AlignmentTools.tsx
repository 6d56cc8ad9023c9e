/** Row editing: its commands, the menu of a row, the choice of a split point, aligning again. */
import { useEffect } from 'react';
import { isOverlayOpen } from '../../components/overlays';
import { type Command, useCommands } from '../../state/commands';
import { useReport } from '../../state/report';
import { selectedRange, useRowRange } from '../../state/row-range';
import { useAlignmentDialog } from './alignment-dialog';
import { offerCellDrag } from './cell-drag';
import { RangeProgress } from './RangeProgress';
import { RealignDialog } from './RealignDialog';
import { RowMenu } from './RowMenu';
import { confirmRange, markRange, mergeRange, pickUp, putDown, realignRange, shiftRange, unlink } from './range-commands';
import {
  canMergeNext,
  canMove,
  confirmAndGoOn,
  mergeNext,
  moveDown,
  moveUp,
  splitAllBefore,
  splitBefore,
  splitPoints,
  targetOf,
  toggleBoilerplate,
  toggleConfirmed,
} from './row-edits';
import { SplitChoice } from './SplitChoice';
import { splitVersion } from './split-cuts';
import '../../styles/cell-drag.css';

const ready = () => !isOverlayOpen() && useReport.getState().status === 'open';

/** One point: splits at once. Several: asks which, beside the cell. */
function split(): void {
  const target = targetOf();
  const { cursor } = useReport.getState();
  const points = target ? splitPoints(target) : [];
  if (points.length === 1) void splitBefore(points[0]!);
  else if (points.length > 1 && cursor) useAlignmentDialog.getState().split(cursor);
}

/** The same in all versions that have several paragraphs. */
function splitAll(): void {
  const target = targetOf();
  const version = target && splitVersion(target.row, target.version);
  if (!target || version === null) return;
  const points = target.row.cells[version]?.slice(1) ?? [];
  if (points.length === 1) void splitAllBefore(version, points[0]!);
  else useAlignmentDialog.getState().split({ index: useReport.getState().cursor?.index ?? 0, version }, true);
}
const hasRange = () => selectedRange() !== null;
/** For the selected rows when there are any, else for the current one. */
const either = (ofRange: () => Promise<unknown>, ofRow: () => Promise<unknown>) => () => void (hasRange() ? ofRange() : ofRow());

const command = (id: string, keys: readonly string[], run: () => void, enabled: () => boolean): Command => ({
  id: `rows.${id}`,
  group: 'rows',
  label: `alignment:commands.${id}`,
  keys,
  enabled: () => ready() && enabled(),
  run,
});

export const alignmentCommands: readonly Command[] = [
  command('confirm', ['C'], either(confirmRange, toggleConfirmed), () => targetOf() !== null),
  command(
    'confirm-next',
    ['Space'],
    () => void confirmAndGoOn(),
    () => targetOf() !== null,
  ),
  command('merge', ['M'], either(mergeRange, mergeNext), () => hasRange() || canMergeNext(useReport.getState())),
  command('split', ['S'], split, () => {
    const target = targetOf();
    return target !== null && splitPoints(target).length > 0;
  }),
  command(
    'up',
    ['Alt+ArrowUp'],
    either(() => shiftRange('shift-up'), moveUp),
    () => hasRange() || canMove(targetOf()),
  ),
  command(
    'down',
    ['Alt+ArrowDown'],
    either(() => shiftRange('shift-down'), moveDown),
    () => hasRange() || canMove(targetOf()),
  ),
  command('boilerplate', ['B'], either(markRange, toggleBoilerplate), () => hasRange() || canMove(targetOf())),
  command('split-row', ['Shift+S'], splitAll, () => {
    const target = targetOf();
    return target !== null && splitVersion(target.row, target.version) !== null;
  }),
  command(
    'unlink',
    ['L'],
    () => void unlink(),
    () => {
      const target = targetOf();
      return canMove(target) && target!.row.cells.some((c, v) => v !== target!.version && c.length > 0);
    },
  ),
  command('pick-up', ['X'], pickUp, () => canMove(targetOf())),
  command(
    'put-down',
    ['P'],
    () => void putDown(),
    () => useRowRange.getState().picked !== null && targetOf()?.row.id !== useRowRange.getState().picked?.rowId,
  ),
  command('realign-rows', ['R'], () => void realignRange(), hasRange),
  command(
    'clear-range',
    ['Escape'],
    () => {
      useRowRange.getState().clear();
      useRowRange.getState().pick(null);
    },
    () => hasRange() || useRowRange.getState().picked !== null,
  ),
  command(
    'realign',
    [],
    () => useAlignmentDialog.getState().realign(true),
    () => true,
  ),
];

export function AlignmentTools() {
  useEffect(() => useCommands.getState().register(alignmentCommands), []);
  useEffect(offerCellDrag, []);
  return (
    <>
      <RowMenu />
      <SplitChoice />
      <RealignDialog />
      <RangeProgress />
    </>
  );
}
