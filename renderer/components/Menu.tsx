/**
 * A button that opens a menu, after the ARIA Authoring Practices (menu button): arrows move, Home and End jump, a letter goes to
 * the next item that begins with it, Escape and Tab close; focus returns to the button.
 */
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { Icon, type IconName } from './Icon';
import { Kbd } from './Kbd';

export interface MenuItem {
  id: string;
  label: string;
  icon?: IconName;
  /** A key such as 'Mod+Z', shown at the end. */
  keys?: string;
  disabled?: boolean;
  danger?: boolean;
  /** Makes a checkable item. */
  checked?: boolean;
  /** A hairline above. */
  separated?: boolean;
  run(): void;
}

interface MenuProps {
  label: string;
  items: readonly MenuItem[];
  icon?: IconName;
  /** Shown instead of an icon; the label stays the accessible name. */
  text?: string;
  /** Which edge of the button the menu keeps to. */
  align?: 'start' | 'end';
  className?: string;
}

export function Menu({ label, items, icon = 'more', text, align = 'end', className = 'icon-button' }: MenuProps) {
  const [open, setOpen] = useState(false);
  const menuId = useId();
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const entries = () => [...(list.current?.querySelectorAll<HTMLElement>('[role^="menuitem"]:not(:disabled)') ?? [])];

  useEffect(() => {
    if (!open) return;
    list.current?.querySelector<HTMLElement>('[role^="menuitem"]:not(:disabled)')?.focus();
    const outside = (event: PointerEvent) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [open]);

  const close = () => {
    setOpen(false);
    button.current?.focus();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (!open) {
      if (event.key === 'ArrowDown' && event.target === button.current) {
        event.preventDefault();
        setOpen(true);
      }
      return;
    }
    // What a menu does with a key is not for the dialog or the screen around it.
    event.stopPropagation();
    const all = entries();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const go = (to: HTMLElement | undefined) => {
      event.preventDefault();
      to?.focus();
    };
    if (event.key === 'Escape') {
      event.preventDefault();
      close();
    } else if (event.key === 'Tab') close();
    else if (event.key === 'ArrowDown') go(all[(at + 1) % all.length]);
    else if (event.key === 'ArrowUp') go(all.at(at - 1));
    else if (event.key === 'Home') go(all[0]);
    else if (event.key === 'End') go(all.at(-1));
    else if (event.key.length === 1 && event.key !== ' ') {
      const begins = (e: HTMLElement) => e.textContent?.trim().toLocaleLowerCase().startsWith(event.key.toLocaleLowerCase());
      go([...all.slice(at + 1), ...all.slice(0, at + 1)].find(begins));
    }
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the menu's items
    <div className="menu-root" ref={root} onKeyDown={onKeyDown}>
      <button
        type="button"
        ref={button}
        className={className}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? menuId : undefined}
        onClick={() => setOpen(!open)}
      >
        {text ? <span aria-hidden="true">{text}</span> : <Icon name={icon} />}
      </button>
      {open && (
        <div className={`menu menu-${align}`} role="menu" id={menuId} aria-label={label} ref={list}>
          {items.map((item) => (
            // biome-ignore lint/a11y/useAriaPropsSupportedByRole: only a menuitemcheckbox is given a state
            <button
              key={item.id}
              type="button"
              role={item.checked === undefined ? 'menuitem' : 'menuitemcheckbox'}
              aria-checked={item.checked}
              tabIndex={-1}
              disabled={item.disabled ?? false}
              className={`menu-item${item.danger ? ' menu-danger' : ''}${item.separated ? ' menu-separated' : ''}`}
              onClick={() => {
                close();
                item.run();
              }}
            >
              <span className="menu-sign">
                {item.checked ? <Icon name="check" size={16} /> : item.icon ? <Icon name={item.icon} size={16} /> : null}
              </span>
              <span className="grow">{item.label}</span>
              {item.keys && <Kbd keys={item.keys} />}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
