/**
 * From ready drafts to a stored report: one job for a new report; for an existing one a job a version, one after the other, for
 * each must be aligned with what the one before has become. The drafts stay as they are until all is stored.
 */
import type { CallInput } from '../../../core/contract/calls';
import type { NewVersion } from '../../../core/contract/schemas';
import type { ReportId } from '../../../core/model/ids';
import type { AlignmentKind } from '../../../core/model/report';
import type { Failure } from '../../../core/model/result';
import { call } from '../../bridge/call';
import { type JobProgress, type RunningJob, runJob } from '../../bridge/jobs';

export type SubmitOutcome =
  | { type: 'stored'; reportId: ReportId }
  /** Indices into what was handed in. `storedBefore`: versions of this batch that are already in the report. */
  | { type: 'unrelated'; versions: number[]; storedBefore: number }
  | { type: 'failed'; error: Failure; storedBefore: number };

export interface Submission {
  outcome: Promise<SubmitOutcome>;
  cancel(): void;
}

export interface Progress {
  phase: JobProgress['phase'];
  /** 0..1 over the whole submission. */
  done: number;
}

export function createReport(
  input: { title: string; kind: 'auto' | AlignmentKind; versions: NewVersion[]; acceptUnrelated: boolean },
  onProgress: (progress: Progress) => void,
): Submission {
  const job = runJob(() => call('report.create', input), onProgress);
  return {
    cancel: job.cancel,
    outcome: job.outcome.then((o): SubmitOutcome => (o.type === 'stored' ? o : { ...o, storedBefore: 0 })),
  };
}

export function reviseVersion(input: CallInput<'version.revise'>, onProgress: (progress: Progress) => void): Submission {
  const job = runJob(() => call('version.revise', input), onProgress);
  return {
    cancel: job.cancel,
    outcome: job.outcome.then((o): SubmitOutcome => (o.type === 'stored' ? o : { ...o, storedBefore: 0 })),
  };
}

export function addVersions(
  reportId: ReportId,
  versions: readonly NewVersion[],
  acceptUnrelated: boolean,
  onProgress: (progress: Progress) => void,
): Submission {
  let current: RunningJob | null = null;
  let cancelled = false;
  const run = async (): Promise<SubmitOutcome> => {
    for (const [at, version] of versions.entries()) {
      if (cancelled) return { type: 'failed', error: { code: 'cancelled' }, storedBefore: at };
      current = runJob(
        () => call('report.addVersion', { reportId, version, acceptUnrelated }),
        ({ phase, done }) => onProgress({ phase, done: (at + done) / versions.length }),
      );
      const outcome = await current.outcome;
      if (outcome.type === 'unrelated') return { type: 'unrelated', versions: [at], storedBefore: at };
      if (outcome.type === 'failed') return { ...outcome, storedBefore: at };
    }
    return { type: 'stored', reportId };
  };
  return {
    outcome: run(),
    cancel() {
      cancelled = true;
      current?.cancel();
    },
  };
}
