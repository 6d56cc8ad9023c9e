/** The codebook, the table of codes and versions, and two coders: three views of one sheet. */
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../components/Dialog';
import { ErrorMessage } from '../../components/ErrorMessage';
import { type CodesTab, useCodes } from '../../state/codes';
import { useReport } from '../../state/report';
import { CodeBook } from './CodeBook';
import { Coders } from './Coders';
import { CodeTable } from './CodeTable';

const tabs: readonly CodesTab[] = ['book', 'table', 'coders'];
const views = { book: CodeBook, table: CodeTable, coders: Coders };

export function CodesDialog({ tab }: { tab: CodesTab }) {
  const { t } = useTranslation('codes');
  const openDialog = useCodes((s) => s.openDialog);
  const failure = useCodes((s) => s.failure);
  const id = useId();
  const current = useRef<HTMLButtonElement>(null);
  const View = views[tab];
  const close = () => openDialog(null);

  // Undo is wanted here as much as in the text; the page's own keys rest under a dialog.
  useEffect(() => {
    const keys = (event: globalThis.KeyboardEvent) => {
      const field = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
      if (field || event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      event.stopPropagation();
      void (event.shiftKey ? useReport.getState().redo() : useReport.getState().undo());
    };
    window.addEventListener('keydown', keys, true);
    return () => window.removeEventListener('keydown', keys, true);
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    const forward = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const backward = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
    const at = tabs.indexOf(tab);
    const to = { [forward]: (at + 1) % 3, [backward]: (at + 2) % 3, Home: 0, End: 2 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    openDialog(tabs[to]!);
    requestAnimationFrame(() => current.current?.focus());
  };
  return (
    <Dialog title={t('title')} size="sheet" onClose={close} initialFocus={current}>
      <div className="codes">
        <div className="codes-tabs" role="tablist" aria-label={t('title')} onKeyDown={onKeyDown} tabIndex={-1}>
          {tabs.map((name) => (
            <button
              key={name}
              type="button"
              role="tab"
              id={`${id}-${name}`}
              ref={name === tab ? current : undefined}
              aria-selected={name === tab}
              aria-controls={`${id}-view`}
              tabIndex={name === tab ? 0 : -1}
              onClick={() => openDialog(name)}
            >
              {t(`tabs.${name}`)}
            </button>
          ))}
        </div>
        {failure && <ErrorMessage failure={failure} />}
        <div className="codes-view" role="tabpanel" id={`${id}-view`} aria-labelledby={`${id}-${tab}`}>
          <View />
        </div>
      </div>
    </Dialog>
  );
}
