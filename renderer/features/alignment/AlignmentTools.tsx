/** Row editing: its commands, the menu of a row, the choice of a split point, aligning again. */
import { useEffect } from 'react';
import { isOverlayOpen } from '../../components/overlays';
import { type Command, useCommands } from '../../state/commands';
import { useReport } from '../../state/report';
import { useAlignmentDialog } from './alignment-dialog';
import { RealignDialog } from './RealignDialog';
import { RowMenu } from './RowMenu';
import {
  canMergeNext,
  canMove,
  confirmAndGoOn,
  mergeNext,
  moveDown,
  moveUp,
  splitBefore,
  splitPoints,
  targetOf,
  toggleBoilerplate,
  toggleConfirmed,
} from './row-edits';
import { SplitChoice } from './SplitChoice';

const ready = () => !isOverlayOpen() && useReport.getState().status === 'open';

/** One point: splits at once. Several: asks which, beside the cell. */
function split(): void {
  const target = targetOf();
  const { cursor } = useReport.getState();
  const points = target ? splitPoints(target) : [];
  if (points.length === 1) void splitBefore(points[0]!);
  else if (points.length > 1 && cursor) useAlignmentDialog.getState().split(cursor);
}

const command = (id: string, keys: readonly string[], run: () => void, enabled: () => boolean): Command => ({
  id: `rows.${id}`,
  group: 'rows',
  label: `alignment:commands.${id}`,
  keys,
  enabled: () => ready() && enabled(),
  run,
});

export const alignmentCommands: readonly Command[] = [
  command(
    'confirm',
    ['C'],
    () => void toggleConfirmed(),
    () => targetOf() !== null,
  ),
  command(
    'confirm-next',
    ['Space'],
    () => void confirmAndGoOn(),
    () => targetOf() !== null,
  ),
  command(
    'merge',
    ['M'],
    () => void mergeNext(),
    () => canMergeNext(useReport.getState()),
  ),
  command('split', ['S'], split, () => {
    const target = targetOf();
    return target !== null && splitPoints(target).length > 0;
  }),
  command(
    'up',
    ['Alt+ArrowUp'],
    () => void moveUp(),
    () => canMove(targetOf()),
  ),
  command(
    'down',
    ['Alt+ArrowDown'],
    () => void moveDown(),
    () => canMove(targetOf()),
  ),
  command(
    'boilerplate',
    ['B'],
    () => void toggleBoilerplate(),
    () => canMove(targetOf()),
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
  return (
    <>
      <RowMenu />
      <SplitChoice />
      <RealignDialog />
    </>
  );
}
