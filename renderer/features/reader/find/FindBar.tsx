/** Find in this report: as it is typed, from match to match by Enter, back to the text by Escape. */
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { strongDirection } from '../../../../core/text/direction';
import { IconButton } from '../../../components/IconButton';
import { flushDrafts } from '../../../state/drafts';
import { useNavigation } from '../../../state/navigation';
import { useReport } from '../../../state/report';
import { rowSheet } from '../../../state/row-sheet';
import { useFind } from './find-store';

/** Folding a long report takes a moment: wait until the typing pauses. */
const pauseMs = 120;

function goToMatch(): void {
  const { matches, current } = useFind.getState();
  const match = matches[current];
  const index = match ? (useReport.getState().book?.indexOf(match.row) ?? -1) : -1;
  if (match && index >= 0) void rowSheet()?.showStretch(match, index);
}

export function FindBar() {
  const { t } = useTranslation('reader');
  const { open, shown, query, matches, current, done, look, step, close } = useFind();
  const field = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const match = matches[current];

  // biome-ignore lint/correctness/useExhaustiveDependencies: each time that it is asked for
  useEffect(() => {
    if (open) field.current?.select();
  }, [open, shown]);
  // Its number changes while those before it are still being found.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time that it is another match
  useEffect(goToMatch, [match]);
  useEffect(
    () => () => {
      if (timer.current) clearTimeout(timer.current);
      useFind.getState().close();
    },
    [],
  );
  if (!open) return null;
  const leave = () => {
    const index = match ? (useReport.getState().book?.indexOf(match.row) ?? -1) : -1;
    const { cursor } = useReport.getState();
    close();
    void rowSheet()?.focusCell(index >= 0 ? index : (cursor?.index ?? 0), match?.version ?? cursor?.version);
  };
  const searchAll = async () => {
    const reportId = useReport.getState().report?.id;
    if (reportId && (await flushDrafts())) useNavigation.getState().openSearch({ query, reportId });
  };
  const count =
    query.trim() === ''
      ? ''
      : !match
        ? t(done ? 'find.none' : 'find.looking')
        : t('find.count', { n: current + 1, count: matches.length });
  return (
    <search className="find-bar" data-region="find">
      <input
        ref={field}
        className="input"
        type="text"
        dir={strongDirection(query) ?? 'auto'}
        aria-label={t('find.label')}
        placeholder={t('find.label')}
        defaultValue={query}
        onChange={(e) => {
          const { value } = e.target;
          if (timer.current) clearTimeout(timer.current);
          timer.current = setTimeout(() => look(value), pauseMs);
        }}
        onKeyDown={(e) => {
          if (e.nativeEvent.isComposing) return;
          if (e.key === 'Escape') {
            e.stopPropagation();
            leave();
          } else if (e.key === 'Enter' || e.key === 'F3') {
            e.preventDefault();
            step(e.shiftKey ? -1 : 1);
          }
        }}
      />
      <output className="find-count">{count}</output>
      <IconButton icon="up" label={t('find.previous')} disabled={matches.length === 0} onClick={() => step(-1)} />
      <IconButton icon="down" label={t('find.next')} disabled={matches.length === 0} onClick={() => step(1)} />
      <button type="button" className="tool-button" onClick={() => void searchAll()}>
        {t('find.lines')}
      </button>
      <IconButton icon="close" label={t('find.close')} onClick={leave} />
    </search>
  );
}
