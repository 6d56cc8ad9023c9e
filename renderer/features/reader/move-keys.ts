/** The keys that the sheet of rows and the flow handle themselves, for the overview of keys: those of the mode that is on screen. */
import type { ReportViewState } from '../../../core/contract/schemas';
import type { Command } from '../../state/commands';

type Keys = readonly (readonly [label: string, keys: readonly string[]])[];

const inBoth: Keys = [
  ['page', ['PageUp', 'PageDown']],
  ['ends', ['Home', 'End']],
  ['heading', ['Mod+ArrowUp', 'Mod+ArrowDown']],
];
const keysOf: Record<ReportViewState['mode'], Keys> = {
  rows: [
    ['row', ['ArrowUp', 'ArrowDown']],
    ['column', ['ArrowLeft', 'ArrowRight']],
    ...inBoth,
    ['top', ['Mod+Home', 'Mod+End']],
    ['select-rows', ['Shift+ArrowUp', 'Shift+ArrowDown']],
    ['select', ['Shift+ArrowLeft', 'Shift+ArrowRight']],
    ['crossing', ['Enter']],
  ],
  flow: [
    ['paragraph', ['ArrowUp', 'ArrowDown']],
    ['counterpart', ['ArrowLeft', 'ArrowRight']],
    ...inBoth,
    ['text-ends', ['Mod+Home', 'Mod+End']],
    ['select-sentences', ['Shift+ArrowUp', 'Shift+ArrowDown']],
    ['select', ['Shift+ArrowLeft', 'Shift+ArrowRight']],
    ['elsewhere', ['Enter']],
  ],
};

/** Never run: whatever has the focus takes these keys before the register is asked. */
export const moveKeys = (mode: ReportViewState['mode']): Command[] =>
  keysOf[mode].map(([label, keys]) => ({
    id: `move.${label}`,
    group: 'move',
    label: `reader:commands.${label}`,
    keys,
    enabled: () => false,
    hidden: true,
    run: () => undefined,
  }));
