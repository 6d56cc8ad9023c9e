/**
 * The lines as a grid: version, words before, match, words after. A line runs in its text's own direction. Arrows go from line to
 * line; the line that one is on opens up below (LineDetail.tsx).
 */
import { type AriaAttributes, Fragment, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SearchLine } from '../../../core/contract/search';
import { BidiText } from '../../components/BidiText';
import { Button } from '../../components/Button';
import { Icon } from '../../components/Icon';
import { LanguageChip } from '../../components/LanguageChip';
import { useFormat } from '../../i18n/use-format';
import { LineDetail } from './LineDetail';
import { openLine } from './line-actions';
import { onOneLine, postOf, preOf } from './line-parts';
import { useSearch } from './search-store';

/** A table's elements can't turn their columns round line by line, so that roles say what the parts are. */
const role = (name: string, aria: AriaAttributes = {}) => ({ role: name, ...aria });
/** Lines a page key goes. */
const pageStep = 12;

export function Lines() {
  const { t } = useTranslation('search');
  const { lines, active, next, count, sort, reportId, more, choose } = useSearch();
  const [noting, setNoting] = useState(false);
  const grid = useRef<HTMLDivElement>(null);
  const lineAt = (i: number) => grid.current?.querySelector<HTMLElement>(`.kwic[data-line="${i}"]`);
  const above = () => [...document.querySelectorAll<HTMLElement>('.search-box input, .found-code-open')].at(-1);
  const goTo = (i: number) => {
    setNoting(false);
    choose(i);
    lineAt(i)?.focus();
    if (i >= lines.length - pageStep) void more();
  };

  // Back from the text: the line that was opened has the focus again.
  useEffect(() => {
    const back = useSearch.getState().active;
    const line = back < 0 ? null : grid.current?.querySelector<HTMLElement>(`.kwic[data-line="${back}"]`);
    if (line && !document.activeElement?.closest('.search-bar')) {
      line.focus({ preventScroll: true });
      line.scrollIntoView({ block: 'center' });
    }
  }, []);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.target instanceof HTMLTextAreaElement || event.altKey || event.ctrlKey || event.metaKey) return;
    const line = lines[active];
    const onLine = (event.target as HTMLElement).classList.contains('kwic');
    const to: Record<string, number> = {
      ArrowDown: Math.min(lines.length - 1, active + 1),
      ArrowUp: active - 1,
      PageDown: Math.min(lines.length - 1, active + pageStep),
      PageUp: Math.max(0, active - pageStep),
      Home: 0,
      End: lines.length - 1,
    };
    const target = to[event.key];
    if (target !== undefined) {
      event.preventDefault();
      if (target < 0) above()?.focus();
      else goTo(target);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      document.querySelector<HTMLElement>('.search-box input')?.focus();
    } else if (event.key === 'Enter' && onLine && line) {
      event.preventDefault();
      void openLine(line);
    } else if (event.code === 'KeyN' && !event.shiftKey && line && line.noteId === null) {
      event.preventDefault();
      setNoting(true);
    }
  };
  const grouped = sort === 'text' && reportId === null;
  const total = count && !count.capped && next === null ? lines.length + 1 : -1;
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a grid, see role */}
      <div
        ref={grid}
        {...role('grid', { 'aria-label': t('lines'), 'aria-rowcount': total, 'aria-colcount': 4 })}
        className="kwic-grid"
        onKeyDown={onKeyDown}
      >
        <div {...role('row', { 'aria-rowindex': 1 })} className="visually-hidden">
          <span {...role('columnheader')}>{t('table.version')}</span>
          <span {...role('columnheader')}>{t('table.before')}</span>
          <span {...role('columnheader')}>{t('table.match')}</span>
          <span {...role('columnheader')}>{t('table.after')}</span>
        </div>
        {lines.map((line, i) => {
          const before = lines[i - 1];
          const head = grouped && (before?.reportId !== line.reportId || (before.noteId === null) !== (line.noteId === null));
          const open = i === active;
          return (
            <Fragment key={`${line.noteId ?? line.versionId} ${line.segment} ${line.start}`}>
              {head && (
                <div {...role('row')} className="kwic-report">
                  <div {...role('gridcell', { 'aria-colspan': 4 })}>
                    <BidiText text={line.reportTitle} />
                    {line.noteId !== null && <span className="kwic-kind">{t('inNotes')}</span>}
                  </div>
                </div>
              )}
              <Line line={line} index={i} open={open} tabStop={open || (active < 0 && i === 0)} onFocus={() => choose(i)} />
              {open && (
                <LineDetail
                  line={line}
                  titled={!grouped}
                  noting={noting}
                  onNoting={setNoting}
                  onDone={() => lineAt(i)?.focus()}
                />
              )}
            </Fragment>
          );
        })}
      </div>
      {next !== null && (
        <div className="kwic-more">
          <Button onClick={() => void more()}>{t('more')}</Button>
        </div>
      )}
    </>
  );
}

interface LineProps {
  line: SearchLine;
  index: number;
  open: boolean;
  tabStop: boolean;
  onFocus(): void;
}

function Line({ line, index, open, tabStop, onFocus }: LineProps) {
  const { t } = useTranslation('search');
  const format = useFormat();
  const lang = line.lang === 'und' ? undefined : line.lang;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a row of a grid, see role
    <div
      {...role('row', { 'aria-rowindex': index + 2, 'aria-selected': open })}
      className="kwic"
      data-line={index}
      tabIndex={tabStop ? 0 : -1}
      onFocus={(e) => e.target === e.currentTarget && !open && onFocus()}
      onDoubleClick={() => void openLine(line)}
    >
      <div {...role('gridcell')} className="kwic-where">
        {line.noteId ? <Icon name="note" size={15} /> : <LanguageChip lang={line.lang} />}
        <BidiText text={line.versionName} className="kwic-name" />
        {line.row !== null && (
          <span className="kwic-row" title={t('row', { n: line.row + 1 })}>
            <span className="visually-hidden">{t('row', { n: line.row + 1 })}</span>
            <span aria-hidden="true">{format.number(line.row + 1)}</span>
          </span>
        )}
      </div>
      <div {...role('presentation')} className="kwic-line" dir={line.direction} lang={lang}>
        <div {...role('gridcell')} className="kwic-pre">
          <span>{preOf(line)}</span>
        </div>
        <div {...role('gridcell')} className="kwic-match">
          <mark>{onOneLine(line.match)}</mark>
        </div>
        <div {...role('gridcell')} className="kwic-post">
          <span>{postOf(line)}</span>
        </div>
      </div>
    </div>
  );
}
