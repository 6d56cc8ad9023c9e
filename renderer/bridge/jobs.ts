/**
 * Long work in the host: starts a job and follows it to its end. The host may send the first events before the answer that names
 * the job has arrived, so events are kept by job until the id is known.
 */
import type { EventPayload } from '../../core/contract/events';
import type { JobId } from '../../core/model/ids';
import type { Failure, Result } from '../../core/model/result';
import { call, listen } from './call';

export type JobProgress = EventPayload<'job.progress'>;
export type JobOutcome = EventPayload<'job.done'>['outcome'];

export interface RunningJob {
  /** Ends when the job has ended; a failure to start is a `failed` outcome, too. */
  outcome: Promise<JobOutcome>;
  /** Asks the host to stop; the outcome is then `failed` with `cancelled`. Works before the id is known, too. */
  cancel(): void;
}

export function runJob(
  start: () => Promise<Result<{ jobId: JobId }>>,
  onProgress: (progress: JobProgress) => void = () => undefined,
): RunningJob {
  let id: JobId | null = null;
  let cancelled = false;
  const early = new Map<JobId, JobOutcome>();
  let finish: (outcome: JobOutcome) => void = () => undefined;
  const outcome = new Promise<JobOutcome>((resolve) => {
    finish = resolve;
  });
  const failed = (error: Failure): JobOutcome =>
    error.params
      ? { type: 'failed', error: { code: error.code, params: error.params } }
      : { type: 'failed', error: { code: error.code } };
  const askToStop = () => {
    if (id) void call('jobs.cancel', { jobId: id });
  };

  const stops = [
    listen('job.progress', (progress) => {
      if (progress.jobId === id) onProgress(progress);
    }),
    listen('job.done', (done) => {
      if (id === null) early.set(done.jobId, done.outcome);
      else if (done.jobId === id) finish(done.outcome);
    }),
  ];
  void outcome.then(() => {
    for (const stop of stops) stop();
  });
  void start().then((started) => {
    if (!started.ok) return finish(failed(started.error));
    id = started.value.jobId;
    const done = early.get(id);
    if (done) finish(done);
    else if (cancelled) askToStop();
  });
  return {
    outcome,
    cancel() {
      cancelled = true;
      askToStop();
    },
  };
}
