/** Below the line that one is on: where it stands, what stands opposite in each other version, the way there, a note on it. */
import { type AriaAttributes, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SearchLine } from '../../../core/contract/search';
import type { Failure } from '../../../core/model/result';
import { BidiText } from '../../components/BidiText';
import { Button } from '../../components/Button';
import { ErrorMessage } from '../../components/ErrorMessage';
import { Kbd } from '../../components/Kbd';
import { LanguageChip } from '../../components/LanguageChip';
import { openDraft } from '../../state/drafts';
import { showToast } from '../../state/toasts';
import { noteOnLine, openLine } from './line-actions';

/** See Lines.tsx. */
const role = (name: string, aria: AriaAttributes = {}) => ({ role: name, ...aria });

interface LineDetailProps {
  line: SearchLine;
  /** Names the report, where no heading over the lines does. */
  titled: boolean;
  noting: boolean;
  onNoting(open: boolean): void;
  /** Takes the focus back to the line. */
  onDone(): void;
}

export function LineDetail({ line, titled, noting, onNoting, onDone }: LineDetailProps) {
  const { t } = useTranslation('search');
  const isNote = line.noteId !== null;
  return (
    <div {...role('row')} className="kwic-detail">
      <div {...role('gridcell', { 'aria-colspan': 4 })}>
        <p className="kwic-place">
          {titled && <BidiText text={line.reportTitle} />}
          {line.row !== null && <span>{t('row', { n: line.row + 1 })}</span>}
          <span>{t(isNote ? 'noteOn' : 'paragraph', { n: line.segment + 1 })}</span>
        </p>
        {line.opposite.length === 0 ? (
          <p className="kwic-alone">{t('alone')}</p>
        ) : (
          <ul className="opposite" aria-label={t(isNote ? 'quoted' : 'opposite')}>
            {line.opposite.map((o) => (
              <li key={`${o.versionId} ${o.text}`}>
                <span className="opposite-where">
                  <LanguageChip lang={o.lang} />
                  <BidiText text={o.versionName} className="kwic-name" />
                </span>
                <BidiText as="p" className="opposite-text" text={o.text} lang={o.lang} dir={o.direction} />
              </li>
            ))}
          </ul>
        )}
        {noting ? (
          <NoteField line={line} onClose={() => onNoting(false)} onDone={onDone} />
        ) : (
          <div className="kwic-actions">
            <Button onClick={() => void openLine(line)}>
              {t('open')} <Kbd keys="Enter" />
            </Button>
            {!isNote && (
              <Button onClick={() => onNoting(true)}>
                {t('note')} <Kbd keys="N" />
              </Button>
            )}
          </div>
        )}
      </div>
    </div>
  );
}

function NoteField({ line, onClose, onDone }: { line: SearchLine; onClose(): void; onDone(): void }) {
  const { t } = useTranslation(['search', 'common']);
  const field = useRef<HTMLTextAreaElement>(null);
  const words = useRef('');
  const [session] = useState(() => crypto.randomUUID());
  const [failure, setFailure] = useState<Failure | null>(null);
  const save = useRef(async () => true);
  save.current = async () => {
    const body = words.current.trim();
    if (body === '') return true;
    const failed = await noteOnLine(line, body, session);
    setFailure(failed);
    if (failed) return false;
    words.current = '';
    showToast({ message: t('noted') });
    return true;
  };
  useEffect(() => {
    field.current?.focus();
    // Leaving the line, the screen or the app stores what was typed.
    const close = openDraft('search-note', () => save.current());
    return () => {
      close();
      void save.current();
    };
  }, []);
  const store = async () => {
    if (!(await save.current())) return;
    onClose();
    onDone();
  };
  return (
    <div className="kwic-note">
      <textarea
        ref={field}
        className="input"
        rows={3}
        dir="auto"
        maxLength={200_000}
        aria-label={t('noteLabel')}
        placeholder={t('noteLabel')}
        onChange={(e) => {
          words.current = e.target.value;
        }}
        onKeyDown={(e) => {
          if (e.nativeEvent.isComposing) return;
          if (e.key === 'Escape') {
            e.stopPropagation();
            // Words are not thrown away by a key that is pressed by habit.
            if (e.currentTarget.value.trim() !== '') return void store();
            onClose();
            onDone();
          } else if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) {
            e.preventDefault();
            void store();
          }
        }}
      />
      {failure && <ErrorMessage failure={failure} />}
      <div className="kwic-actions">
        <Button variant="primary" onClick={() => void store()}>
          {t('saveNote')} <Kbd keys="Mod+Enter" />
        </Button>
        <Button
          onClick={() => {
            words.current = '';
            onClose();
            onDone();
          }}
        >
          {t('common:cancel')}
        </Button>
      </div>
    </div>
  );
}
