/**
 * What is searched for and what was found. Stays while the reader looks at a line in its text, so that coming back finds the
 * results as they were. An answer that a newer question has overtaken is dropped.
 */
import { create } from 'zustand';
import type { FoundCode, SearchInput, SearchLine, SearchOutput } from '../../../core/contract/search';
import type { CodeId, ReportId, VersionId } from '../../../core/model/ids';
import type { Failure } from '../../../core/model/result';
import { call } from '../../bridge/call';
import type { SearchPreset } from '../../state/navigation';
import { useSettings } from '../../state/settings';

/** Paragraphs a page. */
const pageSize = 50;
/** Typing goes on while the pause is shorter. */
const pauseMs = 130;
/** While not all is indexed, the first page is asked for again after so long. */
const againMs = 1500;
const recentKept = 12;

export interface Question {
  query: string;
  literal: boolean;
  langs: readonly string[];
  reportId: ReportId | null;
  versionId: VersionId | null;
  codeId: CodeId | null;
  in: SearchInput['in'];
  sort: SearchInput['sort'];
}
interface SearchState extends Question {
  status: 'idle' | 'looking' | 'done' | 'failed';
  failure: Failure | null;
  lines: readonly SearchLine[];
  codes: readonly FoundCode[];
  next: number | null;
  count: SearchOutput['count'];
  sortedWithin: number | null;
  indexing: SearchOutput['indexing'];
  /** The line that is opened up; −1 for none. */
  active: number;
  ask(changes: Partial<Question>): void;
  /** Begins where the reader comes from. */
  begin(preset: SearchPreset): void;
  more(): Promise<void>;
  choose(active: number): void;
  /** The query was of use: it is offered again. */
  remember(): void;
  /** Asks again while the index is being made; returns what stops it. */
  follow(): () => void;
}

export const inputOf = (q: Question, after: number | null, limit: number): SearchInput => ({
  query: q.query.slice(0, 2000),
  literal: q.literal,
  langs: [...q.langs],
  reportIds: q.reportId ? [q.reportId] : [],
  versionIds: q.versionId ? [q.versionId] : [],
  codeIds: q.codeId ? [q.codeId] : [],
  in: q.in,
  sort: q.sort,
  after,
  limit,
});

const nothing = { lines: [], codes: [], next: null, count: null, sortedWithin: null, active: -1, failure: null } as const;
let asked = 0;
let timer: ReturnType<typeof setTimeout> | null = null;

export const useSearch = create<SearchState>((set, get) => {
  async function run(): Promise<void> {
    asked += 1;
    const mine = asked;
    const answer = await call('search.run', inputOf(get(), null, pageSize));
    if (mine !== asked) return;
    if (!answer.ok) {
      set({ ...nothing, status: 'failed', failure: answer.error });
      return;
    }
    const { lines, codes, next, count, sortedWithin, indexing } = answer.value;
    const active = Math.min(get().active, lines.length - 1);
    set({ status: 'done', failure: null, lines, codes, next, count, sortedWithin, indexing, active });
  }
  function runSoon(pause: number): void {
    if (timer) clearTimeout(timer);
    timer = setTimeout(() => void run(), pause);
  }
  return {
    query: '',
    literal: false,
    langs: [],
    reportId: null,
    versionId: null,
    codeId: null,
    in: 'all',
    sort: 'text',
    status: 'idle',
    indexing: null,
    ...nothing,

    ask(changes) {
      set({ ...changes, active: -1 });
      // Without a word there is something to show where a code is chosen: all that has it.
      if (get().query.trim() === '' && get().codeId === null) {
        asked += 1;
        if (timer) clearTimeout(timer);
        set({ ...nothing, status: 'idle' });
        return;
      }
      set({ status: 'looking' });
      runSoon(changes.query === undefined ? 0 : pauseMs);
    },
    begin({ query, reportId }) {
      const changes: Partial<Question> = reportId === get().reportId ? {} : { reportId, versionId: null, langs: [] };
      get().ask(query ? { ...changes, query } : changes);
    },
    async more() {
      const { next, lines, status } = get();
      if (next === null || status !== 'done') return;
      const mine = asked;
      set({ next: null });
      const answer = await call('search.run', inputOf(get(), next, pageSize));
      if (mine !== asked) return;
      if (answer.ok) set({ lines: [...lines, ...answer.value.lines], next: answer.value.next });
      else set({ next, failure: answer.error });
    },
    choose: (active) => set({ active }),
    remember() {
      const query = get().query.trim().slice(0, 200);
      const { settings, update } = useSettings.getState();
      if (query === '' || settings.recentSearches[0] === query) return;
      void update({ recentSearches: [query, ...settings.recentSearches.filter((q) => q !== query)].slice(0, recentKept) });
    },
    follow() {
      const again = setInterval(() => {
        const { indexing, status, active, lines } = get();
        if (indexing && status === 'done' && active < 0 && lines.length <= pageSize) void run();
      }, againMs);
      return () => clearInterval(again);
    },
  };
});
