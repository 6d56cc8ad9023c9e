/** Work that can wait until the window has nothing better to do. */

interface Rest {
  /** Milliseconds that are left of the pause. */
  timeRemaining(): number;
}

/** Runs in the next pause, or after `timeoutMs` at the latest. Answers how to call it off. */
export function whenIdle(run: (rest: Rest) => void, timeoutMs?: number): () => void {
  if (typeof requestIdleCallback === 'function') {
    const id = requestIdleCallback(run, timeoutMs === undefined ? undefined : { timeout: timeoutMs });
    return () => cancelIdleCallback(id);
  }
  const id = setTimeout(() => run({ timeRemaining: () => 0 }), 16);
  return () => clearTimeout(id);
}
