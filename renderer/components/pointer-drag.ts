/**
 * A drag by pointer, from the first movement that is meant to its end. Escape, a lost pointer and a window that loses the focus
 * take it back. Always an extra: what a drag does has a key and a menu item, too.
 */

/** What happens while something is dragged; coordinates are those of the events. */
export interface Dragging {
  move(event: PointerEvent): void;
  /** The pointer was let go: the drag counts. */
  drop(event: PointerEvent): void;
  /** The drag is taken back. */
  cancel(): void;
}

/** CSS pixels that a press may slip without becoming a drag. */
const slip = 4;

/** To be called at `pointerdown` on the handle. `begin` is asked once the pointer has moved far enough; null: nothing to drag. */
export function followPointer(handle: HTMLElement, down: PointerEvent, begin: () => Dragging | null): void {
  if (down.button !== 0 || !down.isPrimary) return;
  const { pointerId } = down;
  handle.setPointerCapture(pointerId);
  const stops = new AbortController();
  const { signal } = stops;
  let dragging: Dragging | null = null;
  const finish = (end: (now: Dragging) => void) => {
    if (signal.aborted) return;
    stops.abort();
    if (!dragging) return;
    // The click that follows belongs to the drag.
    const swallow = (click: Event) => click.stopPropagation();
    window.addEventListener('click', swallow, { capture: true });
    setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0);
    end(dragging);
  };
  const cancel = () => finish((now) => now.cancel());
  handle.addEventListener(
    'pointermove',
    (event) => {
      if (event.pointerId !== pointerId) return;
      if (!dragging && Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) < slip) return;
      dragging ??= begin();
      if (dragging) dragging.move(event);
      else cancel();
    },
    { signal },
  );
  handle.addEventListener('pointerup', (event) => event.pointerId === pointerId && finish((now) => now.drop(event)), { signal });
  for (const name of ['pointercancel', 'lostpointercapture'] as const) handle.addEventListener(name, cancel, { signal });
  window.addEventListener('blur', cancel, { signal });
  window.addEventListener(
    'keydown',
    (event) => {
      if (!dragging) return;
      event.stopImmediatePropagation();
      event.preventDefault();
      if (event.key === 'Escape') cancel();
    },
    { capture: true, signal },
  );
}
