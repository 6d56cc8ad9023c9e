/** The list of reports as the host has it, and what can be done to it. Re-read whenever the host says that reports changed. */
import { create } from 'zustand';
import type { CallOutput } from '../../../core/contract/calls';
import type { ReportId } from '../../../core/model/ids';
import type { Failure, Result } from '../../../core/model/result';
import { call } from '../../bridge/call';

export type ReportSummary = CallOutput<'reports.list'>['reports'][number];

interface Library {
  /** Null until the first answer. */
  reports: readonly ReportSummary[] | null;
  failure: Failure | null;
  load(): Promise<void>;
  rename(reportId: ReportId, title: string): Promise<Result<unknown>>;
  remove(reportId: ReportId): Promise<Result<unknown>>;
  restore(reportId: ReportId): Promise<Result<unknown>>;
}

export const useLibrary = create<Library>((set, get) => {
  /** Answers may overtake each other; only the last one asked for counts. */
  let asked = 0;
  const change = async (answer: Result<unknown>) => {
    if (answer.ok) await get().load();
    return answer;
  };
  return {
    reports: null,
    failure: null,
    async load() {
      asked += 1;
      const mine = asked;
      const answer = await call('reports.list', {});
      if (mine !== asked) return;
      set(answer.ok ? { reports: answer.value.reports, failure: null } : { failure: answer.error });
    },
    rename: async (reportId, title) => change(await call('report.rename', { reportId, title })),
    remove: async (reportId) => change(await call('report.delete', { reportId })),
    restore: async (reportId) => change(await call('report.restore', { reportId })),
  };
});
