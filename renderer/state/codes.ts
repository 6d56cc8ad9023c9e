/** The codebook and the codings of the open report, as the host keeps them. Changes go through the report's queue, so that undo knows them. */
import { create } from 'zustand';
import type { ChangeOutcome } from '../../core/contract/calls';
import type { CodeEdit, CodingView } from '../../core/contract/codes';
import type { Code } from '../../core/model/code';
import type { CodeId, CodingId, NoteId, ReportId } from '../../core/model/ids';
import { type Failure, type Result, success } from '../../core/model/result';
import { call } from '../bridge/call';
import { useReport } from './report';
import { wentThrough } from './report-failure';
import type { Passage } from './row-sheet';

export type { CodingView } from '../../core/contract/codes';
export type CodesTab = 'book' | 'table' | 'coders';

/** What a code is about to be put on. */
export interface CodeTarget {
  kind: 'selection' | 'cell' | 'row' | 'note';
  passages: readonly Passage[];
  noteId: NoteId | null;
}

interface CodesState {
  /** Parents before children. */
  codes: readonly Code[];
  codings: readonly CodingView[];
  /** Passages in all reports. */
  uses: ReadonlyMap<CodeId, number>;
  failure: Failure | null;
  /** What the picker is open for. */
  picking: CodeTarget | null;
  dialog: CodesTab | null;
  /** The code that the codebook opens at. */
  chosen: CodeId | null;
  /** Whether the codes of the cell where the reader is are listed. */
  here: boolean;

  load(reportId: ReportId): Promise<void>;
  clear(): void;
  pick(target: CodeTarget | null): void;
  openDialog(tab: CodesTab | null, chosen?: CodeId): void;
  openHere(open: boolean): void;
}

export const useCodes = create<CodesState>((set) => ({
  codes: [],
  codings: [],
  uses: new Map(),
  failure: null,
  picking: null,
  dialog: null,
  chosen: null,
  here: false,

  async load(reportId) {
    const answer = await call('codes.list', { reportId });
    if (useReport.getState().report?.id !== reportId) return;
    if (!answer.ok) return set({ failure: answer.error });
    const { codes, codings, uses } = answer.value;
    set({ codes, codings, uses: new Map(uses.map((u) => [u.codeId, u.count])), failure: null });
  },
  clear: () => set({ codes: [], codings: [], uses: new Map(), failure: null, picking: null, dialog: null, here: false }),
  pick: (picking) => set({ picking }),
  openDialog: (dialog, chosen) => set({ dialog, chosen: chosen ?? null }),
  openHere: (here) => set({ here }),
}));

/** Sends one change and waits until the window shows it. Null when it failed; the failure has been said. */
async function change<T extends { outcome: ChangeOutcome }>(make: (reportId: ReportId) => Promise<Result<T>>): Promise<T | null> {
  let value: T | null = null;
  const outcome = await useReport.getState().change(() => {
    const id = useReport.getState().report?.id;
    if (!id) return null;
    return make(id).then((answer) => {
      if (!answer.ok) return answer;
      value = answer.value;
      return success(answer.value.outcome);
    });
  });
  return wentThrough(outcome) ? value : null;
}

export const editCode = (edit: CodeEdit) => change((reportId) => call('codes.edit', { reportId, edit }));
export const applyCode = (codeId: CodeId, { passages, noteId }: CodeTarget) =>
  change((reportId) => call('codes.apply', { reportId, codeId, passages: [...passages], ...(noteId ? { noteId } : {}) }));
export const removeCodings = (codingIds: readonly CodingId[]) =>
  change((reportId) => call('codes.remove', { reportId, codingIds: [...codingIds] }));

const sameAs = (passage: Passage, { target: { versionId, position } }: CodingView): boolean =>
  versionId === passage.versionId && position.start === passage.start && position.end === passage.end;

/** This reader's codings of a code on exactly these passages. */
export const ownCodings = (codings: readonly CodingView[], codeId: CodeId, passages: readonly Passage[]): CodingView[] =>
  codings.filter((c) => c.own && c.codeId === codeId && passages.some((passage) => sameAs(passage, c)));
