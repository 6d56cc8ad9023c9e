/** A table that may be wider than the window: its box is scrolled by keys, so it takes the focus. */
import type { ReactNode } from 'react';

export function ScrollTable({ caption, children }: { caption: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without focus, keys could not scroll it
    <section className="code-table-scroll" tabIndex={0} aria-label={caption}>
      <table className="code-table">
        <caption>{caption}</caption>
        {children}
      </table>
    </section>
  );
}
