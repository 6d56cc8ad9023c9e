/** Toasts and the polite live region. Lives outside everything that a dialog makes inert. Mounted once, by App. */
import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { type Toast, useToasts } from '../state/toasts';
import { Button } from './Button';
import { IconButton } from './IconButton';

const plainMs = 6_000;
/** Long enough to find the button by keyboard. */
const actionMs = 20_000;

function ToastCard({ toast }: { toast: Toast }) {
  const { t } = useTranslation('common');
  const dismiss = useToasts((s) => s.dismiss);
  useEffect(() => {
    if (toast.tone === 'error') return;
    const timer = setTimeout(() => dismiss(toast.id), toast.action ? actionMs : plainMs);
    return () => clearTimeout(timer);
  }, [toast, dismiss]);
  return (
    <div className={`toast toast-${toast.tone}`} role={toast.tone === 'error' ? 'alert' : 'status'}>
      <span className="grow">{toast.message}</span>
      {toast.action && (
        <Button
          variant="quiet"
          onClick={() => {
            dismiss(toast.id);
            toast.action?.run();
          }}
        >
          {toast.action.label}
        </Button>
      )}
      <IconButton icon="close" label={t('close')} onClick={() => dismiss(toast.id)} />
    </div>
  );
}

export function Announcements() {
  const { t } = useTranslation('common');
  const toasts = useToasts((s) => s.toasts);
  const said = useToasts((s) => s.said);
  return createPortal(
    <>
      <section className="toasts" aria-label={t('messages')}>
        {toasts.map((toast) => (
          <ToastCard key={toast.id} toast={toast} />
        ))}
      </section>
      <div className="visually-hidden" role="status" aria-live="polite">
        {said}
      </div>
    </>,
    document.getElementById('announcements') ?? document.body,
  );
}
