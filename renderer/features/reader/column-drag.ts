/** Putting a column elsewhere by dragging its head: a line shows where it would stand. The menu of the head does the same by key. */
import { type Dragging, followPointer } from '../../components/pointer-drag';
import { placeColumn, visibleVersions } from '../../state/columns';
import { useReport } from '../../state/report';

interface Head {
  version: number;
  box: DOMRect;
}

/**
 * The column before which one is put that is let go at `x`: the first in reading order whose middle lies further on; null behind
 * all of them.
 */
export function columnAt(heads: readonly Head[], x: number): number | null {
  const [first, second] = heads;
  const isLeftToRight = !first || !second || first.box.left < second.box.left;
  const found = heads.find(({ box }) => {
    const middle = (box.left + box.right) / 2;
    return isLeftToRight ? x < middle : x > middle;
  });
  return found?.version ?? null;
}

/** Where the line stands: at the edge of the column that would follow, or at the end of the last one. */
function edgeOf(heads: readonly Head[], before: number | null): number {
  const isLeftToRight = heads.length < 2 || heads[0]!.box.left < heads[1]!.box.left;
  const box = heads.find((h) => h.version === before)?.box;
  if (box) return isLeftToRight ? box.left : box.right;
  const last = heads.at(-1)!.box;
  return isLeftToRight ? last.right : last.left;
}

function begin(head: HTMLElement, version: number): Dragging | null {
  const sheet = head.closest<HTMLElement>('[data-region="sheet"]');
  const heads = visibleVersions(useReport.getState().columns).flatMap((v): Head[] => {
    const element = sheet?.querySelector(`.column-head[data-v="${v}"]`);
    return element ? [{ version: v, box: element.getBoundingClientRect() }] : [];
  });
  if (!sheet || heads.length < 2) return null;
  const line = document.createElement('div');
  line.className = 'column-drop';
  line.setAttribute('aria-hidden', 'true');
  head.dataset.dragged = '';
  const frame = sheet.getBoundingClientRect();
  let before: number | null = version;
  const end = () => {
    line.remove();
    delete head.dataset.dragged;
  };
  return {
    move({ clientX }) {
      before = columnAt(heads, clientX);
      line.hidden = placeColumn(useReport.getState().columns, version, before) === useReport.getState().columns;
      // physical: places on the screen
      const x = Math.max(frame.left, Math.min(frame.right, edgeOf(heads, before)));
      Object.assign(line.style, { left: `${x}px`, top: `${frame.top}px`, height: `${frame.height}px` });
      if (!line.isConnected) document.body.append(line);
    },
    drop() {
      end();
      const { columns, setColumns } = useReport.getState();
      setColumns(placeColumn(columns, version, before));
    },
    cancel: end,
  };
}

/** To be called at `pointerdown` on what a head says; its buttons and the border beside it are no handles. */
export function dragColumn(words: HTMLElement, down: PointerEvent, version: number): void {
  const head = words.closest<HTMLElement>('.column-head');
  if (!head || (down.target as Element).closest('button, .menu')) return;
  down.preventDefault();
  followPointer(words, down, () => begin(head, version));
}
