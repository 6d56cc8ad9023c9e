/** The report's title, and on request the field to change it. */
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BidiText } from '../../components/BidiText';
import { useReaderDialog } from './reader-dialog';
import { renameReport } from './report-actions';

export function TitleField({ title }: { title: string }) {
  const { t } = useTranslation('reader');
  const renaming = useReaderDialog((s) => s.renaming);
  const setRenaming = useReaderDialog((s) => s.setRenaming);
  const [text, setText] = useState(title);
  const field = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const ended = useRef(false);

  useEffect(() => {
    if (!renaming) return;
    ended.current = false;
    setText(title);
    field.current?.select();
  }, [renaming, title]);

  const end = async (keep: boolean, focus: boolean) => {
    if (ended.current) return;
    ended.current = true;
    if (keep && !(await renameReport(text))) {
      ended.current = false;
      return;
    }
    setRenaming(false);
    if (focus) requestAnimationFrame(() => button.current?.focus());
  };
  return (
    <h1 className="reader-title">
      {renaming ? (
        <input
          ref={field}
          className="input"
          dir="auto"
          aria-label={t('title')}
          value={text}
          maxLength={500}
          onChange={(e) => setText(e.target.value)}
          onBlur={() => void end(true, false)}
          onKeyDown={(e) => {
            if (e.key === 'Enter' && !e.nativeEvent.isComposing) void end(true, true);
            if (e.key === 'Escape') void end(false, true);
          }}
        />
      ) : (
        <button ref={button} type="button" title={t('rename')} onClick={() => setRenaming(true)}>
          <BidiText text={title} />
        </button>
      )}
    </h1>
  );
}
