/** A menu at a point of the page, after the ARIA practices guide: arrows, Home, End, first letters, Escape. Focus returns. */
import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';

interface FloatingMenuProps {
  label: string;
  /** Page coordinates; the menu keeps within the window. */
  x: number;
  y: number;
  onClose(): void;
  children: ReactNode;
  className?: string;
}

export function FloatingMenu({ label, x, y, onClose, children, className = '' }: FloatingMenuProps) {
  const list = useRef<HTMLDivElement>(null);
  const before = useRef<Element | null>(null);
  const closing = useRef(onClose);
  closing.current = onClose;
  const [place, setPlace] = useState({ x, y });

  useLayoutEffect(() => {
    const box = list.current?.getBoundingClientRect();
    if (!box) return;
    const rtl = document.documentElement.dir === 'rtl';
    const left = rtl ? x - box.width : x;
    setPlace({
      x: Math.max(8, Math.min(left, window.innerWidth - box.width - 8)),
      y: Math.max(8, Math.min(y, window.innerHeight - box.height - 8)),
    });
  }, [x, y]);
  useEffect(() => {
    before.current = document.activeElement;
    list.current?.querySelector<HTMLElement>('[role="menuitem"]:not(:disabled)')?.focus();
    const outside = (event: Event) => {
      if (!list.current?.contains(event.target as Node)) closing.current();
    };
    document.addEventListener('pointerdown', outside);
    window.addEventListener('blur', outside);
    return () => {
      document.removeEventListener('pointerdown', outside);
      window.removeEventListener('blur', outside);
      const left = document.activeElement;
      if ((left === null || left === document.body) && before.current instanceof HTMLElement)
        before.current.focus({ preventScroll: true });
    };
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    const all = [...(list.current?.querySelectorAll<HTMLElement>('[role="menuitem"]:not(:disabled)') ?? [])];
    const at = all.indexOf(document.activeElement as HTMLElement);
    const go = (to: HTMLElement | undefined) => {
      event.preventDefault();
      to?.focus();
    };
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      onClose();
    } else if (event.key === 'ArrowDown') go(all[(at + 1) % all.length]);
    else if (event.key === 'ArrowUp') go(all.at(at - 1));
    else if (event.key === 'Home') go(all[0]);
    else if (event.key === 'End') go(all.at(-1));
    else if (/^[1-9]$/.test(event.key) && className.includes('numbered')) all[Number(event.key) - 1]?.click();
    else if (event.key.length === 1 && event.key !== ' ') {
      const begins = (e: HTMLElement) => e.textContent.trim().toLocaleLowerCase().startsWith(event.key.toLocaleLowerCase());
      go([...all.slice(at + 1), ...all.slice(0, at + 1)].find(begins));
    }
  };
  return createPortal(
    <div
      ref={list}
      className={`menu floating-menu ${className}`}
      role="menu"
      aria-label={label}
      tabIndex={-1}
      // physical: a place on the screen, the pointer's or the cell's
      style={{ left: `${place.x}px`, top: `${place.y}px` }}
      onKeyDown={onKeyDown}
    >
      {children}
    </div>,
    // In a landmark of the page, like what it is the menu of.
    document.querySelector('main') ?? document.body,
  );
}
