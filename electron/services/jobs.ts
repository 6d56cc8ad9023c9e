/** Long work: a job answers with its id at once, tells its progress, can be cancelled, and ends with one job.done event. */
import type { z } from 'zod';
import type { jobOutcome } from '../../core/contract/events';
import { type JobId, newId } from '../../core/model/ids';
import { ExpectedError, type Failure } from '../../core/model/result';
import type { AlignControl } from '../workers/aligner';
import { isSet } from '../workers/aligner';
import { logToStderr } from './handlers';
import type { SendEvent } from './send-event';

export type JobOutcome = z.infer<typeof jobOutcome>;

export interface Job extends AlignControl {
  id: JobId;
  /** Throws `cancelled` when the reader has given the job up: call it between steps. */
  checkpoint(): void;
}

export interface Jobs {
  /** The job starts when the caller's own call has been answered, so that its id is known before its events come. */
  start(work: (job: Job) => Promise<JobOutcome>): JobId;
  /** Throws job-not-found. A job that has stored its result already ends as stored. */
  cancel(id: JobId): void;
  /** Cancels all and waits for them. */
  close(): Promise<void>;
}

const progressEveryMs = 80;

export function makeJobs(send: SendEvent, failureOf: (error: unknown) => Failure | null): Jobs {
  const running = new Map<JobId, { flag: SharedArrayBuffer; ended: Promise<void> }>();
  const set = (flag: SharedArrayBuffer) => void Atomics.store(new Int32Array(flag), 0, 1);

  return {
    start(work) {
      const id = newId<JobId>();
      const flag = new SharedArrayBuffer(4);
      let phaseSaid = '';
      let saidMs = 0;
      const job: Job = {
        id,
        cancel: flag,
        checkpoint: () => {
          if (isSet(flag)) throw new ExpectedError('cancelled');
        },
        progress: (phase, done) => {
          const nowMs = performance.now();
          if (phase === phaseSaid && nowMs - saidMs < progressEveryMs) return;
          phaseSaid = phase;
          saidMs = nowMs;
          send('job.progress', { jobId: id, phase, done: Math.min(1, Math.max(0, done)) });
        },
      };
      const run = async () => {
        await new Promise((resolve) => setImmediate(resolve));
        let outcome: JobOutcome;
        try {
          job.checkpoint();
          outcome = await work(job);
        } catch (error) {
          const expected = isSet(flag) ? { code: 'cancelled' as const } : failureOf(error);
          if (!expected) logToStderr('job', error);
          outcome = { type: 'failed', error: expected ?? { code: 'internal' } };
        }
        running.delete(id);
        send('job.done', { jobId: id, outcome });
      };
      running.set(id, { flag, ended: run() });
      return id;
    },
    cancel(id) {
      const job = running.get(id);
      if (!job) throw new ExpectedError('job-not-found');
      set(job.flag);
    },
    async close() {
      const all = [...running.values()];
      for (const { flag } of all) set(flag);
      await Promise.all(all.map((job) => job.ended));
    },
  };
}
