/** A button that opens a small sheet beside itself. Escape and a press outside close it; Escape gives the focus back to the button. */
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import '../styles/popover.css';

interface PopoverProps {
  open: boolean;
  onOpen(open: boolean): void;
  /** Names the button and the sheet. */
  label: string;
  className: string;
  /** What the button shows. */
  sign: ReactNode;
  /** Set by the button, for who wants to give it the focus. */
  button?: RefObject<HTMLButtonElement | null>;
  children: ReactNode;
}

export function Popover({ open, onOpen, label, className, sign, button, children }: PopoverProps) {
  const root = useRef<HTMLDivElement>(null);
  const own = useRef<HTMLButtonElement>(null);
  const opener = button ?? own;

  useEffect(() => {
    if (!open) return;
    const sheet = root.current?.querySelector<HTMLElement>('.popover');
    (sheet?.querySelector<HTMLElement>('button, input, select') ?? sheet)?.focus();
    const outside = (event: PointerEvent) => {
      if (!root.current?.contains(event.target as Node)) onOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [open, onOpen]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is for whatever has the focus inside
    <div
      className="popover-root"
      ref={root}
      onKeyDown={(e) => {
        if (e.key !== 'Escape' || !open) return;
        e.stopPropagation();
        onOpen(false);
        opener.current?.focus();
      }}
    >
      <button
        ref={opener}
        type="button"
        className={className}
        aria-label={label}
        title={label}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => onOpen(!open)}
      >
        {sign}
      </button>
      {open && (
        <div className="popover" role="dialog" aria-label={label} tabIndex={-1}>
          {children}
        </div>
      )}
    </div>
  );
}
