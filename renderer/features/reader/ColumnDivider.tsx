/**
 * The border between two columns: dragged, or moved by the arrow keys, it gives room from one to the other; Enter and a double
 * click make both equal. A separator that takes the focus, after the ARIA practices guide (window splitter).
 */
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '../../../core/model/languages';
import { followPointer } from '../../components/pointer-drag';
import { useFormat } from '../../i18n/use-format';
import { type Column, shareLimits, shareRoom, stepTowards } from '../../state/columns';
import { useReport } from '../../state/report';

/** A column is never dragged narrower than this, where the two have room for it; CSS pixels. */
const narrowestPx = 130;
/** Shares that an arrow key moves the border by; with Shift the larger one. */
const steps = { plain: 0.02, shift: 0.1 };
/** In longer reports the texts are set anew once, when the border is let go, instead of in every frame. */
const rowsSetLive = 2000;

interface ColumnDividerProps {
  first: Column;
  second: Column;
  /** What the two columns are called. */
  names: readonly [string, string];
  className?: string;
}

const headWidth = (from: Element, version: number): number =>
  from.closest('[data-region="sheet"]')?.querySelector(`.column-head[data-v="${version}"]`)?.getBoundingClientRect().width ?? 0;

export function ColumnDivider({ first, second, names, className = '' }: ColumnDividerProps) {
  const { t } = useTranslation('reader');
  const format = useFormat();
  const handle = useRef<HTMLDivElement>(null);
  const pair = useRef({ first, second });
  pair.current = { first, second };
  const direction = directionOf(format.language);
  const share = first.width / (first.width + second.width);
  const limits = shareLimits(first, second);
  const percent = (value: number) => Math.round(value * 100);

  useEffect(() => {
    const element = handle.current;
    if (!element) return;
    const { getState } = useReport;
    const give = (to: number) => {
      const { columns, setColumns } = getState();
      setColumns(shareRoom(columns, pair.current.first.version, pair.current.second.version, to));
    };
    const shareNow = () => pair.current.first.width / (pair.current.first.width + pair.current.second.width);
    const dragFrom = (startX: number) => {
      const before = getState().columns;
      const [a, b] = [headWidth(element, pair.current.first.version), headWidth(element, pair.current.second.version)];
      const room = a + b;
      if (room === 0) return null;
      const least = Math.min(narrowestPx, room / 4);
      const isLive = (getState().report?.rowCount ?? 0) <= rowsSetLive;
      let wanted = shareNow();
      let asked = 0;
      const end = () => {
        cancelAnimationFrame(asked);
        element.classList.remove('dragged');
        element.style.removeProperty('--moved');
        element.style.removeProperty('--guide');
      };
      element.classList.add('dragged');
      const sheet = element.closest('[data-region="sheet"]');
      element.style.setProperty('--guide', `${sheet?.clientHeight ?? 0}px`);
      return {
        move(event: PointerEvent) {
          const moved = (event.clientX - startX) * stepTowards('right', direction);
          const width = Math.max(least, Math.min(room - least, a + moved));
          wanted = width / room;
          if (!isLive) element.style.setProperty('--moved', `${(width - a) * stepTowards('right', direction)}px`);
          else {
            cancelAnimationFrame(asked);
            asked = requestAnimationFrame(() => give(wanted));
          }
        },
        drop() {
          end();
          give(wanted);
        },
        cancel() {
          end();
          getState().setColumns(before);
        },
      };
    };
    const down = (event: PointerEvent) => {
      event.preventDefault();
      element.focus({ preventScroll: true });
      followPointer(element, event, () => dragFrom(event.clientX));
    };
    // The page's own listener, not React's: the sheet around it takes arrows for its cells.
    const key = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const by = event.shiftKey ? steps.shift : steps.plain;
      const { min, max } = shareLimits(pair.current.first, pair.current.second);
      const to: Record<string, number> = {
        ArrowLeft: shareNow() + by * stepTowards('left', direction),
        ArrowRight: shareNow() + by * stepTowards('right', direction),
        Home: min,
        End: max,
        Enter: 0.5,
      };
      const wanted = to[event.key];
      if (wanted === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      give(wanted);
    };
    const equal = () => give(0.5);
    element.addEventListener('pointerdown', down);
    element.addEventListener('keydown', key);
    element.addEventListener('dblclick', equal);
    return () => {
      element.removeEventListener('pointerdown', down);
      element.removeEventListener('keydown', key);
      element.removeEventListener('dblclick', equal);
    };
  }, [direction]);

  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that takes the focus; a rule doesn't
    <div
      ref={handle}
      className={`column-divider ${className}`}
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t('column.divider', { first: names[0], second: names[1] })}
      aria-valuenow={percent(share)}
      aria-valuemin={percent(limits.min)}
      aria-valuemax={percent(limits.max)}
      aria-valuetext={format.percent(share)}
      lang={format.language}
      title={t('column.dividerHint')}
    />
  );
}
