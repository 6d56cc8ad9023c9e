/**
 * The stack of open dialogs. Whatever lies below the topmost is inert: it takes no focus, no pointer, and screen readers skip it.
 * Messages (#announcements) are never inert.
 */
const stack: HTMLElement[] = [];

function setInert(): void {
  const top = stack.at(-1);
  for (const layer of [document.getElementById('root'), ...stack]) if (layer) layer.inert = top !== undefined && layer !== top;
}

/** Puts a layer on top; the returned function takes it away again. */
export function pushOverlay(layer: HTMLElement): () => void {
  stack.push(layer);
  setInert();
  return () => {
    const at = stack.lastIndexOf(layer);
    if (at >= 0) stack.splice(at, 1);
    setInert();
  };
}

/** Window-wide keys ask this first: with a dialog open they stay quiet. */
export const isOverlayOpen = (): boolean => stack.length > 0;
