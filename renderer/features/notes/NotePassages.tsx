/** The passages of a chosen note: each can be taken out, a lost one put on the selection, further ones added. */
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Note, NoteTarget } from '../../../core/model/note';
import { BidiText } from '../../components/BidiText';
import { Button } from '../../components/Button';
import { IconButton } from '../../components/IconButton';
import { Kbd } from '../../components/Kbd';
import { LanguageChip } from '../../components/LanguageChip';
import { useReport, versionOf } from '../../state/report';
import { rowSheet } from '../../state/row-sheet';
import { addPassage, attachPassage, removePassage } from './note-changes';
import { placeOf } from './note-list';

const longest = 90;
/** The selection in the text is what these buttons are about: pressing them must not take it away. */
const keepSelection = (event: MouseEvent) => event.preventDefault();

export function NotePassages({ note }: { note: Note | null }) {
  const { t } = useTranslation('notes');
  const report = useReport((s) => s.report);
  const goTo = ({ versionId, position }: NoteTarget) => {
    const place = placeOf(useReport.getState().book, report?.versions ?? [], [{ versionId, ...position }]);
    if (place) void rowSheet()?.focusCell(place.index, place.version);
  };
  return (
    <div className="note-passages">
      {note && ((note.scope === 'selection' && note.targets.length > 1) || note.targets.some((target) => target.orphan)) && (
        <ul>
          {note.targets.map((target, place) => {
            const version = versionOf(report, target.versionId);
            const { exact } = target.quote;
            const text = exact.length > longest ? `${exact.slice(0, longest)}…` : exact;
            const key = `${target.versionId} ${target.position.start} ${target.position.end} ${place}`;
            return (
              <li key={key} className={target.orphan ? 'orphan' : undefined}>
                {version && <LanguageChip lang={version.lang} />}
                <span className="grow">
                  {target.orphan && <strong>{t('passages.orphan')} </strong>}
                  {target.orphan ? (
                    <BidiText text={text} lang={version?.lang} dir={version?.direction} />
                  ) : (
                    <button type="button" className="note-passage" title={t('goTo')} onClick={() => goTo(target)}>
                      <BidiText as="span" text={text} lang={version?.lang} dir={version?.direction} />
                    </button>
                  )}
                </span>
                {target.orphan && (
                  <Button variant="quiet" onMouseDown={keepSelection} onClick={() => void attachPassage(note, place)}>
                    {t('passages.attach')} <Kbd keys="Alt+Shift+A" />
                  </Button>
                )}
                {note.targets.length > 1 && (
                  <IconButton
                    icon="close"
                    label={t('passages.remove', { text })}
                    onClick={() => void removePassage(note, place)}
                  />
                )}
              </li>
            );
          })}
        </ul>
      )}
      {note && note.targets.length === 0 && <p className="orphan">{t('passages.none')}</p>}
      <Button variant="quiet" icon="plus" onMouseDown={keepSelection} onClick={() => void addPassage()}>
        {t('passages.add')}
      </Button>
    </div>
  );
}
