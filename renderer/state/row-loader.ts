/**
 * Brings the rows of the open report into the book: the first page at once, the others in idle time, and out of turn where the
 * reader goes. Answers that a row edit has overtaken are asked for again.
 */
import type { ReportId } from '../../core/model/ids';
import type { Failure } from '../../core/model/result';
import type { Segment } from '../../core/model/text';
import { call } from '../bridge/call';
import { type BookChange, type RowBook, type Section, sectionSize } from './row-book';
import { whenIdle } from './when-idle';

/** Rows a call in idle time: what the window draws in one piece. */
const idleRows = 600;
/** Calls in idle time that are under way at once: the host reads the next rows while the window draws these. */
const most = 2;

/** Longest that the next rows wait for a pause, in milliseconds. */
const patienceMs = 300;

export interface RowLoader {
  /** Ends when the row's section is there (or can't be had). */
  want(index: number): Promise<void>;
  /** Loads all that is missing, section by section. */
  loadRest(): void;
  stop(): void;
}

export function createRowLoader(
  reportId: ReportId,
  book: RowBook,
  on: { change: (changes: BookChange[]) => void; failure: (failure: Failure) => void },
): RowLoader {
  let stopped = false;
  let resting = 0;
  const running = new Map<number, Promise<void>>();

  async function read(section: Section, limit: number): Promise<void> {
    // Ends after three tries: a reader can't edit faster than pages come in.
    for (let attempt = 0; attempt < 3 && !stopped && !section.rows; attempt++) {
      const { revision } = book;
      const answer = await call('report.rows', { reportId, offset: section.start, limit: Math.max(1, limit) });
      if (stopped || section.rows) return;
      if (!answer.ok) return on.failure(answer.error);
      if (book.revision !== revision) continue;
      // The schema says `level?: number | undefined` where the model says `level?: number`.
      const segments = answer.value.segments as Segment[][];
      const changes = book.fill(answer.value.offset, answer.value.rows, segments);
      if (changes.length > 0) on.change(changes);
      if (!section.rows) return on.failure({ code: 'internal' });
    }
  }
  function load(section: Section, limit: number): Promise<void> {
    if (section.rows) return Promise.resolve();
    const under = running.get(section.key);
    if (under) return under;
    const covered = waitingFrom(section, limit);
    const run = read(section, limit).finally(() => {
      for (const { key } of covered) running.delete(key);
    });
    for (const { key } of covered) running.set(key, run);
    return run;
  }
  /** The section and those after it that nobody loads yet, as many as fit into one call. */
  function waitingFrom(section: Section, limit: number): Section[] {
    const found: Section[] = [section];
    let rows = section.size;
    for (let i = book.sections.indexOf(section) + 1; i < book.sections.length; i++) {
      const next = book.sections[i]!;
      rows += next.size;
      if (next.rows || running.has(next.key) || rows > limit) break;
      found.push(next);
    }
    return found;
  }
  function loadRest(): void {
    while (resting < most && !stopped) {
      resting += 1;
      whenIdle(loadNext, patienceMs);
    }
  }
  function loadNext(): void {
    const section = book.sections.find((s) => !s.rows && s.size > 0 && !running.has(s.key));
    if (stopped || !section) {
      resting -= 1;
      return;
    }
    const rows = waitingFrom(section, idleRows).reduce((sum, s) => sum + s.size, 0);
    void load(section, rows).finally(() => {
      resting -= 1;
      // A section that could not be had is asked for again when the reader goes there.
      if (section.rows) loadRest();
    });
  }
  return {
    async want(index) {
      const section = book.sectionAt(index);
      if (section) await load(section, Math.max(section.size, Math.min(sectionSize, book.rowCount - section.start)));
    },
    loadRest,
    stop() {
      stopped = true;
    },
  };
}
