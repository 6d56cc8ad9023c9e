/** The notes beside the text, in the order of the rows. */
import { type KeyboardEvent, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Code } from '../../../core/model/code';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { ErrorMessage } from '../../components/ErrorMessage';
import { IconButton } from '../../components/IconButton';
import { Kbd } from '../../components/Kbd';
import { Menu } from '../../components/Menu';
import { useFormat } from '../../i18n/use-format';
import { useCodes } from '../../state/codes';
import { useNotes } from '../../state/notes';
import { useReport } from '../../state/report';
import { rowSheet } from '../../state/row-sheet';
import { cardElement } from '../../state/show-note';
import { CardList } from './CardList';
import { FilterBar } from './FilterBar';
import { notesNamedIn } from './markdown';
import { NoteCard } from './NoteCard';
import { goToLost } from './note-changes';
import { backlinksOf, codesGiven, filterCards, isFiltering, noFilter } from './note-filter';
import { cardsOf } from './note-list';
import { useNotesPanel } from './panel-store';
import '../../styles/reader-notes.css';

const noCodes: readonly Code[] = [];

function moveBetweenCards(event: KeyboardEvent<HTMLElement>, keys: readonly string[]): void {
  const field = event.target instanceof Element && event.target.matches('textarea, input, select, [role="menuitem"]');
  if (event.key === 'Escape' && !field) {
    event.preventDefault();
    const { cursor } = useReport.getState();
    void rowSheet()?.focusCell(cursor?.index ?? 0, cursor?.version);
  }
  if (field || !['ArrowUp', 'ArrowDown', 'Home', 'End'].includes(event.key)) return;
  const last = keys.length - 1;
  const at = keys.indexOf(document.activeElement?.closest<HTMLElement>('[data-note]')?.dataset.note ?? '');
  const to = { ArrowUp: Math.max(0, at - 1), ArrowDown: Math.min(last, at + 1), Home: 0, End: last };
  const key = keys[to[event.key as keyof typeof to]];
  event.preventDefault();
  if (key) useNotesPanel.getState().focusCard(key);
}

export function NotesPanel() {
  const { t } = useTranslation('notes');
  const format = useFormat();
  const { notes, draft, keys, failure } = useNotes();
  const book = useReport((s) => s.book);
  const bookRevision = useReport((s) => s.bookRevision);
  const versions = useReport((s) => s.report?.versions);
  const active = useNotes((s) => s.active);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the book changes in place; its revision says when
  const cards = useMemo(
    () => cardsOf(notes, draft, keys, book, versions ?? []),
    [notes, draft, keys, book, bookRevision, versions],
  );
  const codes = useCodes((s) => s.codes);
  const codings = useCodes((s) => s.codings);
  const given = useMemo(() => codesGiven(codes, codings), [codes, codings]);
  const stored = useMemo(() => new Map(notes.map((note) => [note.id, note])), [notes]);
  const { filter, filterOpen, setFilter, openFilter, openDialog } = useNotesPanel();
  const shown = useMemo(() => filterCards(cards, filter, codings), [cards, filter, codings]);
  const backlinks = useMemo(() => backlinksOf(notes, notesNamedIn), [notes]);
  const lost = cards.filter((c) => c.id !== null && (c.orphans.length > 0 || c.targets.length === 0));
  const stop = shown.find((c) => c.key === active)?.key ?? shown[0]?.key;

  useEffect(() => {
    if (active) cardElement(active)?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  return (
    <aside
      className="panel"
      aria-label={t('title')}
      data-region="notes"
      onKeyDown={(event) =>
        moveBetweenCards(
          event,
          shown.map((card) => card.key),
        )
      }
    >
      <div className="panel-head">
        <h2>
          {t('title')}{' '}
          {notes.length > 0 && (
            <span className="panel-count">
              {isFiltering(filter) ? t('filter.shown', { count: shown.length, all: cards.length }) : format.number(notes.length)}
            </span>
          )}
        </h2>
        <span className="grow" />
        <IconButton
          icon="search"
          label={t('filter.open')}
          aria-expanded={filterOpen}
          data-filter-toggle=""
          onClick={() => openFilter(!filterOpen)}
        />
        <Menu
          label={t('more')}
          items={[
            { id: 'bin', label: t('bin.open'), icon: 'trash', run: () => openDialog({ name: 'bin' }) },
            { id: 'codes', label: t('codes'), run: () => useCodes.getState().openDialog('book') },
          ]}
        />
        <IconButton icon="close" label={t('close')} onClick={() => useReport.getState().setNotesOpen(false)} />
      </div>
      {filterOpen && <FilterBar />}
      {lost.length > 0 && (
        <button type="button" className="note-lost" title={t('commands.lost')} onClick={goToLost}>
          {t('passages.orphans', { count: lost.length })}
        </button>
      )}
      {failure && <ErrorMessage failure={failure} />}
      {cards.length === 0 ? (
        <EmptyState title={t('none.title')}>
          <p>{t('none.how')}</p>
          <p className="panel-keys">
            <Kbd keys="N" /> {t('none.cell')}
            <Kbd keys="Shift+N" /> {t('none.row')}
          </p>
        </EmptyState>
      ) : shown.length === 0 ? (
        <EmptyState title={t('filter.nothing')}>
          <Button onClick={() => setFilter(noFilter)}>{t('filter.clear')}</Button>
        </EmptyState>
      ) : (
        <CardList cards={shown} active={active}>
          {(card, place) => (
            <NoteCard
              key={card.key}
              card={card}
              place={place}
              of={shown.length}
              stored={(card.id && stored.get(card.id)) ?? null}
              tabStop={card.key === stop}
              given={(card.id && given.get(card.id)) || noCodes}
              backlinks={((card.id && backlinks.get(card.id)) || []).flatMap((id) => stored.get(id) ?? [])}
            />
          )}
        </CardList>
      )}
    </aside>
  );
}
