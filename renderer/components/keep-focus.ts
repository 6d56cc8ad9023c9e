/**
 * What had the focus may be gone after a change: a restored line, a deleted code. The focus then goes to the first of these that
 * is there, so that keys go on working. Does nothing while something has the focus.
 */
export function keepFocus(root: HTMLElement | null, ...selectors: readonly string[]): void {
  const active = document.activeElement;
  if (active && active !== document.body) return;
  const found = selectors.map((selector) => root?.querySelector<HTMLElement>(selector)).find(Boolean);
  (found ?? root?.closest('[role$="dialog"]')?.querySelector<HTMLElement>('button'))?.focus();
}
