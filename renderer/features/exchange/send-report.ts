/**
 * A report that was read, to the host and into the library: in parts with room between them, so that notes are saved meanwhile however
 * long it is. Given up at any time, nothing of it stays.
 */
import { joinedByBlankLines } from '../../../core/formats/exchange/blank-lines';
import { partsOf } from '../../../core/formats/exchange/report-parts';
import { newId, type TransferId } from '../../../core/model/ids';
import type { ReportData } from '../../../core/model/report-data';
import { failure, type Result } from '../../../core/model/result';
import { call } from '../../bridge/call';
import { type JobOutcome, type RunningJob, runJob } from '../../bridge/jobs';

/** How much of the whole the way to the host is; storing is the rest. */
const shareOfSending = 0.3;

/** Null: all of it is there. */
async function send(
  transfer: TransferId,
  data: ReportData,
  isGivenUp: () => boolean,
  onProgress: (done: number) => void,
): Promise<Result<never> | null> {
  let total = 1;
  let sent = 0;
  for (const part of partsOf(joinedByBlankLines(data))) {
    if (isGivenUp()) return failure('cancelled');
    const answer = await call('exchange.sendPart', { transfer, part });
    if (!answer.ok) return answer;
    if (part.type === 'head') total = Math.max(1, part.total);
    if (part.type === 'segments') sent += part.segments.length;
    if (part.type === 'rows') sent += part.rows.length;
    onProgress(sent / total);
  }
  return isGivenUp() ? failure('cancelled') : null;
}

/** `copy`: under new ids. `onProgress`: 0..1. */
export function storeReport(data: ReportData, copy: boolean, onProgress: (done: number) => void): RunningJob {
  const transfer = newId<TransferId>();
  let givenUp = false;
  let job: RunningJob | null = null;
  const run = async (): Promise<JobOutcome> => {
    const stopped = await send(
      transfer,
      data,
      () => givenUp,
      (done) => onProgress(done * shareOfSending),
    );
    if (stopped && !stopped.ok) {
      await call('exchange.drop', { transfer });
      const { code, params } = stopped.error;
      return { type: 'failed', error: params ? { code, params } : { code } };
    }
    job = runJob(
      () => call('exchange.importReport', { transfer, copy }),
      ({ done }) => onProgress(shareOfSending + done * (1 - shareOfSending)),
    );
    return job.outcome;
  };
  return {
    outcome: run(),
    cancel() {
      givenUp = true;
      job?.cancel();
    },
  };
}
