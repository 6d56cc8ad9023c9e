/** Reports, bin and collections as the host has them, and what can be done to them. Re-read when the host says that they changed. */
import { create } from 'zustand';
import type { CallOutput } from '../../../core/contract/calls';
import type { CollectionId, ReportId } from '../../../core/model/ids';
import type { Failure, Result } from '../../../core/model/result';
import { call } from '../../bridge/call';

export type ReportSummary = CallOutput<'reports.list'>['reports'][number];
export type BinnedReport = CallOutput<'report.listBin'>['reports'][number];
export type Collection = CallOutput<'collections.list'>['collections'][number];

interface Library {
  /** Null until the first answer. */
  reports: readonly ReportSummary[] | null;
  bin: readonly BinnedReport[];
  collections: readonly Collection[];
  failure: Failure | null;
  load(): Promise<void>;
  rename(reportId: ReportId, title: string): Promise<Result<unknown>>;
  remove(reportId: ReportId): Promise<Result<unknown>>;
  restore(reportId: ReportId): Promise<Result<unknown>>;
  purge(reportId: ReportId): Promise<Result<unknown>>;
  emptyBin(): Promise<Result<unknown>>;
  createCollection(name: string, reportIds: ReportId[]): Promise<Result<unknown>>;
  renameCollection(collectionId: CollectionId, name: string): Promise<Result<unknown>>;
  deleteCollection(collectionId: CollectionId): Promise<Result<unknown>>;
  putInCollection(collectionId: CollectionId, reportId: ReportId, member: boolean): Promise<Result<unknown>>;
}

export const useLibrary = create<Library>((set, get) => {
  /** Answers may overtake each other; only the last ones asked for count. */
  let asked = 0;
  const change = async (answer: Result<unknown>) => {
    if (answer.ok) await get().load();
    return answer;
  };
  return {
    reports: null,
    bin: [],
    collections: [],
    failure: null,
    async load() {
      asked += 1;
      const mine = asked;
      const [reports, bin, collections] = await Promise.all([
        call('reports.list', {}),
        call('report.listBin', {}),
        call('collections.list', {}),
      ]);
      if (mine !== asked) return;
      set(reports.ok ? { reports: reports.value.reports, failure: null } : { failure: reports.error });
      if (bin.ok) set({ bin: bin.value.reports });
      if (collections.ok) set({ collections: collections.value.collections });
    },
    rename: async (reportId, title) => change(await call('report.rename', { reportId, title })),
    remove: async (reportId) => change(await call('report.delete', { reportId })),
    restore: async (reportId) => change(await call('report.restore', { reportId })),
    purge: async (reportId) => change(await call('report.purge', { reportId })),
    emptyBin: async () => change(await call('report.emptyBin', {})),
    createCollection: async (name, reportIds) => change(await call('collections.create', { name, reportIds })),
    renameCollection: async (collectionId, name) => change(await call('collections.rename', { collectionId, name })),
    deleteCollection: async (collectionId) => change(await call('collections.delete', { collectionId })),
    putInCollection: async (collectionId, reportId, member) =>
      change(await call('collections.put', { collectionId, reportId, member })),
  };
});
