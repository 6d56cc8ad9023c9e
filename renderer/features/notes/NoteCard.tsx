/** One note in the panel: where it stands, what it quotes, its words; edited in place. */
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { BidiText } from '../../components/BidiText';
import { IconButton } from '../../components/IconButton';
import { LanguageChip } from '../../components/LanguageChip';
import { keyOf } from '../../state/commands';
import { useNotes } from '../../state/notes';
import { useReport, versionOf } from '../../state/report';
import { rowSheet } from '../../state/row-sheet';
import { NoteEditor } from './NoteEditor';
import { deleteNote, goToNote } from './note-actions';
import type { Card } from './note-list';

/** A quote longer than this is cut in the card; the text itself is a click away. */
const quoteLength = 220;
const cut = (text: string) => (text.length > quoteLength ? `${text.slice(0, quoteLength).trimEnd()}…` : text);

export function NoteCard({ card, tabStop }: { card: Card; tabStop: boolean }) {
  const { t } = useTranslation('notes');
  const report = useReport((s) => s.report);
  const isActive = useNotes((s) => s.active === card.key);
  const isOpen = useNotes((s) => s.editing === card.key);
  const choose = useNotes((s) => s.choose);
  const versions = [...new Set(card.targets.map((target) => target.versionId))].flatMap((id) => versionOf(report, id) ?? []);
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
      tabIndex={tabStop ? 0 : -1}
      aria-current={isActive}
      onKeyDown={onKeyDown}
    >
      <div className="note-where">
        {versions.map((v) => (
          <LanguageChip key={v.id} lang={v.lang} />
        ))}
        <span className="grow">{t(`scopes.${card.scope}`)}</span>
        <button type="button" className="note-row" disabled={card.index === null} onClick={go}>
          {card.index === null ? t('rowUnknown') : t('row', { row: card.index + 1 })}
        </button>
      </div>
      {card.scope === 'selection' && card.quotes.length > 0 && (
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
        <button
          type="button"
          className="note-body"
          aria-label={t('editNote', { body: card.body })}
          onClick={() => choose(card.key, true)}
        >
          <BidiText as="span" text={card.body || t('empty')} />
        </button>
      )}
      <div className="note-tools">
        {!isOpen && <IconButton icon="pencil" label={t('edit')} onClick={() => choose(card.key, true)} />}
        <IconButton icon="trash" label={t('delete')} onClick={remove} />
      </div>
    </li>
  );
}

/** After a delete the focus goes to the card that takes the place, else back to the text. */
function focusNeighbour(key: string): void {
  const card = document.querySelector<HTMLElement>(`[data-note="${CSS.escape(key)}"]`);
  const next = (card?.nextElementSibling ?? card?.previousElementSibling) as HTMLElement | null;
  requestAnimationFrame(() => {
    const { cursor } = useReport.getState();
    if (next?.isConnected && next !== card) next.focus();
    else void rowSheet()?.focusCell(cursor?.index ?? 0, cursor?.version);
  });
}
