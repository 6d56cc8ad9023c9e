/**
 * Modal dialogs and sheets after the ARIA Authoring Practices: focus goes in, stays in, and returns to where it was; Escape closes.
 * `sheet` fills the window, for work that needs room.
 */
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useId, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { IconButton } from './IconButton';
import { pushOverlay } from './overlays';

interface DialogProps {
  title: string;
  onClose(): void;
  children: ReactNode;
  /** Buttons; in reading order, the main one last. */
  footer?: ReactNode;
  /** `palette`: near the top, without a head of its own; a press beside it closes it, too. */
  size?: 'small' | 'medium' | 'large' | 'sheet' | 'palette';
  /** What gets the focus; else the first control of the body. */
  initialFocus?: RefObject<HTMLElement | null>;
  /** For questions that interrupt. */
  role?: 'dialog' | 'alertdialog';
  /** The body is for reading: Tab reaches it, so that keys scroll it. The focus begins at the button that closes. */
  reading?: boolean;
  /** Id of the text that explains an alertdialog. */
  describedBy?: string;
}

const focusable = 'button, [href], input, select, textarea, summary, [tabindex]';

/** Tab stops once in a group of radio buttons: at the chosen one. */
function isPassedOver(element: HTMLElement, root: Element): boolean {
  if (!(element instanceof HTMLInputElement) || element.type !== 'radio' || element.checked || !element.name) return false;
  const chosen = root.querySelectorAll<HTMLInputElement>('input[type="radio"]:checked');
  return [...chosen].some((radio) => radio.name === element.name);
}

const focusableIn = (element: Element): HTMLElement[] =>
  [...element.querySelectorAll<HTMLElement>(focusable)].filter(
    (e) => e.tabIndex >= 0 && !e.matches(':disabled') && !e.closest('[hidden], [inert]') && !isPassedOver(e, element),
  );

/** Dialogs that close together do so from below: what one would give the focus back to may still lie under the others. */
let waitingForFocus: HTMLElement | null = null;

/** Gives the focus back; where what had it is gone, to the first control of the topmost dialog or else of the screen. */
function giveBack(before: HTMLElement | null): void {
  const known = [before, waitingForFocus].find((e) => e?.isConnected && e !== document.body);
  waitingForFocus = known?.closest('[inert]') ? known : null;
  const top = [...document.querySelectorAll<HTMLElement>('#overlays [role$="dialog"]')].find((e) => !e.closest('[inert]'));
  const home = top ?? document.querySelector<HTMLElement>('#root main, #root');
  (known ?? (home && focusableIn(home)[0]) ?? home)?.focus();
}

export function Dialog({
  title,
  onClose,
  children,
  footer,
  size = 'medium',
  initialFocus,
  role = 'dialog',
  reading = false,
  describedBy,
}: DialogProps) {
  const { t } = useTranslation('common');
  const titleId = useId();
  const layer = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const wanted = useRef(initialFocus);
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });

  useEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    const element = layer.current;
    if (!element) return;
    const pop = pushOverlay(element);
    const all = focusableIn(element);
    // A text to be read has a tab stop, but no control that a ring could be about.
    const inBody = all.find((e) => e !== body.current && body.current?.contains(e));
    const first = wanted.current?.current ?? inBody ?? all.filter((e) => e !== body.current).at(-1);
    first?.focus();
    // A control that went away with its work leaves the focus nowhere for a moment; Escape closes the topmost dialog then, too.
    const onEscape = (event: globalThis.KeyboardEvent) => {
      if (event.key === 'Escape' && event.target === document.body && !event.defaultPrevented && !element.inert) close.current();
    };
    document.addEventListener('keydown', onEscape);
    return () => {
      document.removeEventListener('keydown', onEscape);
      pop();
      giveBack(before);
    };
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) {
      event.stopPropagation();
      onClose();
    }
    if (event.key !== 'Tab' || !layer.current) return;
    const all = focusableIn(layer.current);
    const edge = event.shiftKey ? all[0] : all.at(-1);
    if (edge && (document.activeElement === edge || !layer.current.contains(document.activeElement))) {
      event.preventDefault();
      (event.shiftKey ? all.at(-1) : all[0])?.focus();
    }
  };

  return createPortal(
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the whole dialog are caught at its layer
    <div
      className={`layer layer-${size}`}
      ref={layer}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        if (size === 'palette' && event.target === layer.current) onClose();
      }}
    >
      {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles that this can have support it */}
      <div
        className={`dialog dialog-${size}`}
        role={role}
        aria-modal="true"
        {...(size === 'palette' ? { 'aria-label': title } : { 'aria-labelledby': titleId })}
        {...(describedBy ? { 'aria-describedby': describedBy } : {})}
      >
        {size !== 'palette' && (
          <div className="dialog-head">
            <h2 id={titleId}>{title}</h2>
            <IconButton icon="close" label={t('close')} onClick={onClose} />
          </div>
        )}
        <div
          className="dialog-body"
          ref={body}
          {...(reading ? { tabIndex: 0, role: 'document', 'aria-labelledby': titleId } : {})}
        >
          {children}
        </div>
        {footer && <div className="dialog-foot">{footer}</div>}
      </div>
    </div>,
    document.getElementById('overlays') ?? document.body,
  );
}
