/** Reports, bin and collections as the host has them, and what can be done to them. Re-read when the host says that they changed. */
import { create } from 'zustand';
import type { CallOutput } from '../../../core/contract/calls';
import type { CollectionId, ReportId } from '../../../core/model/ids';
import type { Failure, Result } from '../../../core/model/result';
import { call } from '../../bridge/call';
import { useToasts } from '../../state/toasts';

export type ReportSummary = CallOutput<'reports.list'>['reports'][number];
export type BinnedReport = CallOutput<'report.listBin'>['reports'][number];
export type Collection = CallOutput<'collections.list'>['collections'][number];

interface Library {
  /** Null until the first answer. */
  reports: readonly ReportSummary[] | null;
  bin: readonly BinnedReport[];
  collections: readonly Collection[];
  failure: Failure | null;
  /** What the list is narrowed to: stays while a report is open. */
  query: string;
  collectionId: CollectionId | null;
  /** Messages that offer to take a report out of the bin again. */
  offers: ReadonlyMap<ReportId, number>;
  narrow(to: Partial<Pick<Library, 'query' | 'collectionId'>>): void;
  /** Remembers a message, to take it back when the report is gone for good. */
  offered(reportId: ReportId, toast: number): void;
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
  /** Nothing is offered that would fail. */
  const withdraw = (ids: readonly ReportId[]) => {
    const offers = new Map(get().offers);
    for (const id of ids) {
      const toast = offers.get(id);
      if (toast !== undefined) useToasts.getState().dismiss(toast);
      offers.delete(id);
    }
    set({ offers });
  };
  return {
    reports: null,
    bin: [],
    collections: [],
    failure: null,
    query: '',
    collectionId: null,
    offers: new Map(),
    narrow: (to) => set(to),
    offered: (reportId, toast) => set((s) => ({ offers: new Map(s.offers).set(reportId, toast) })),
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
    async purge(reportId) {
      const answer = await call('report.purge', { reportId });
      if (answer.ok) withdraw([reportId]);
      return change(answer);
    },
    async emptyBin() {
      const answer = await call('report.emptyBin', {});
      if (answer.ok) withdraw([...get().offers.keys()]);
      return change(answer);
    },
    createCollection: async (name, reportIds) => change(await call('collections.create', { name, reportIds })),
    renameCollection: async (collectionId, name) => change(await call('collections.rename', { collectionId, name })),
    deleteCollection: async (collectionId) => change(await call('collections.delete', { collectionId })),
    putInCollection: async (collectionId, reportId, member) =>
      change(await call('collections.put', { collectionId, reportId, member })),
  };
});
