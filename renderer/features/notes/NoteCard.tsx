/** One note in the panel: where it stands, what it quotes, its words; edited in place. */
import { type KeyboardEvent, memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Code } from '../../../core/model/code';
import type { Note } from '../../../core/model/note';
import { BidiText } from '../../components/BidiText';
import { CodeSign } from '../../components/CodeSign';
import { IconButton } from '../../components/IconButton';
import { LanguageChip } from '../../components/LanguageChip';
import { Menu } from '../../components/Menu';
import { keyOf } from '../../state/commands';
import { useNotes } from '../../state/notes';
import { useReport, versionOf } from '../../state/report';
import { rowSheet } from '../../state/row-sheet';
import { cardElement } from '../../state/show-note';
import { firstWords } from './markdown';
import { NoteEditor } from './NoteEditor';
import { NotePassages } from './NotePassages';
import { NoteText } from './NoteText';
import { deleteNote, goToNote, showNote } from './note-actions';
import type { Card } from './note-list';
import { useNotesPanel } from './panel-store';

/** A quote longer than this is cut in the card; the text itself is a click away. */
const quoteLength = 220;
const cut = (text: string) => (text.length > quoteLength ? `${text.slice(0, quoteLength).trimEnd()}…` : text);

interface NoteCardProps {
  card: Card;
  /** From zero, among as many. */
  place: number;
  of: number;
  /** Null while it is a draft. */
  stored: Note | null;
  tabStop: boolean;
  /** Codes that were given in it. */
  given: readonly Code[];
  /** Notes that name this one. */
  backlinks: readonly Note[];
}

/** A report may have a thousand notes: only those that changed are drawn again. Cards are made anew with every change. */
const sameProps = (a: NoteCardProps, b: NoteCardProps): boolean =>
  a.stored === b.stored &&
  a.place === b.place &&
  a.of === b.of &&
  a.tabStop === b.tabStop &&
  a.given === b.given &&
  a.backlinks.length === b.backlinks.length &&
  a.backlinks.every((note, i) => note === b.backlinks[i]) &&
  JSON.stringify(a.card) === JSON.stringify(b.card);

export const NoteCard = memo(function NoteCard({ card, place, of, stored, tabStop, given, backlinks }: NoteCardProps) {
  const { t } = useTranslation('notes');
  const report = useReport((s) => s.report);
  const isActive = useNotes((s) => s.active === card.key);
  const isOpen = useNotes((s) => s.editing === card.key);
  const choose = useNotes((s) => s.choose);
  const versions = [...new Set(card.targets.map((target) => target.versionId))].flatMap((id) => versionOf(report, id) ?? []);
  const listsPassages = isActive && stored !== null && (stored.targets.length > 1 || card.orphans.length > 0);
  const go = () => {
    choose(card.key);
    void goToNote(card.index, card.version);
  };
  const remove = () => {
    if (card.id) void deleteNote(card.id);
    else useNotes.getState().dropDraft();
    focusNeighbour(card.key);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget) return;
    const keys: Record<string, () => void> = {
      Enter: go,
      F2: () => choose(card.key, true),
      E: () => choose(card.key, true),
      Delete: remove,
    };
    const run = keys[keyOf(event)];
    if (!run) return;
    event.preventDefault();
    event.stopPropagation();
    run();
  };
  return (
    <li
      className={isActive ? 'note on' : 'note'}
      data-note={card.key}
      aria-posinset={place + 1}
      aria-setsize={of}
      tabIndex={tabStop ? 0 : -1}
      aria-current={isActive}
      onKeyDown={onKeyDown}
    >
      <div className="note-where">
        {versions.map((v) => (
          <LanguageChip key={v.id} lang={v.lang} />
        ))}
        <span className="grow">
          {t(`scopes.${card.scope}`)}
          {card.author !== null && (
            <>
              {' · '}
              <span className="note-by">{t('by', { name: card.author })}</span>
            </>
          )}
        </span>
        {card.targets.length > 0 && (
          <button type="button" className="note-row" disabled={card.index === null} onClick={go}>
            {card.index === null ? t('rowUnknown') : t('row', { row: card.index + 1 })}
          </button>
        )}
      </div>
      {card.scope === 'selection' && card.quotes.length > 0 && !listsPassages && (
        <button type="button" className="note-quotes" tabIndex={-1} title={t('goTo')} disabled={card.index === null} onClick={go}>
          {card.quotes.map((quote) => {
            const version = versionOf(report, quote.versionId);
            const key = `${quote.versionId} ${quote.text}`;
            return (
              <BidiText
                key={key}
                as="span"
                className="quote"
                text={cut(quote.text)}
                lang={version?.lang}
                dir={version?.direction}
              />
            );
          })}
        </button>
      )}
      {isOpen ? (
        <NoteEditor
          card={card}
          onDone={() => {
            choose(card.key);
            const { cursor } = useReport.getState();
            if (cursor) void rowSheet()?.focusCell(cursor.index, cursor.version);
          }}
        />
      ) : (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the pencil and the keys E and F2 do the same
        // biome-ignore lint/a11y/noStaticElementInteractions: as above
        <div className="note-body" onClick={() => choose(card.key, true)}>
          <NoteText body={card.body || t('empty')} onNote={showNote} />
        </div>
      )}
      {given.length > 0 && (
        <div className="note-codes">
          {given.map((code) => (
            <span key={code.id} className="code-chip still">
              <CodeSign colour={code.colour} />
              <bdi>{code.name}</bdi>
            </span>
          ))}
        </div>
      )}
      {isActive && <NotePassages note={stored} />}
      {isActive && backlinks.length > 0 && (
        <div className="note-backlinks">
          {t('link.namedIn')}{' '}
          {backlinks.map((note) => (
            <button key={note.id} type="button" className="note-link inside" onClick={() => showNote(note.id)}>
              <bdi>{firstWords(note.body) || t('empty')}</bdi>
            </button>
          ))}
        </div>
      )}
      <div className="note-tools">
        {!isOpen && <IconButton icon="pencil" label={t('edit')} onClick={() => choose(card.key, true)} />}
        <IconButton icon="trash" label={t('delete')} onClick={remove} />
        {card.id !== null && (
          <Menu
            label={t('more')}
            items={[
              {
                id: 'history',
                label: t('history.open'),
                run: () => {
                  choose(card.key);
                  if (card.id) useNotesPanel.getState().openDialog({ name: 'history', noteId: card.id });
                },
              },
            ]}
          />
        )}
      </div>
    </li>
  );
}, sameProps);

/** After a delete the focus goes to the card that takes the place, else back to the text. */
function focusNeighbour(key: string): void {
  const card = cardElement(key);
  const next = (card?.nextElementSibling ?? card?.previousElementSibling) as HTMLElement | null;
  requestAnimationFrame(() => {
    const { cursor } = useReport.getState();
    if (next?.isConnected && next !== card) next.focus();
    else void rowSheet()?.focusCell(cursor?.index ?? 0, cursor?.version);
  });
}
