/** A report on its way in from the window, in parts: one at a time, for one window imports one file after the other. */
import { type ReportAssembly, type ReportPart, reportAssembly } from '../../core/formats/exchange/report-parts';
import type { TransferId } from '../../core/model/ids';
import type { ReportData } from '../../core/model/report-data';
import { ExpectedError } from '../../core/model/result';

export interface IncomingReport {
  /** A head begins, whatever was there before. Throws exchange-damaged for what belongs to no head, or is more than its head said. */
  take(transfer: TransferId, part: ReportPart): void;
  /** Lets go of it, if it is still there. */
  drop(transfer: TransferId): void;
  /** The whole report, which is let go. Throws exchange-damaged where parts are missing. */
  end(transfer: TransferId): ReportData;
}

export function incomingReport(): IncomingReport {
  let current: { transfer: TransferId; assembly: ReportAssembly } | null = null;
  const assemblyOf = (transfer: TransferId): ReportAssembly => {
    if (current?.transfer !== transfer) throw new ExpectedError('exchange-damaged');
    return current.assembly;
  };
  const drop = (transfer: TransferId) => {
    if (current?.transfer === transfer) current = null;
  };
  return {
    take(transfer, part) {
      if (part.type === 'head') current = { transfer, assembly: reportAssembly() };
      const assembly = assemblyOf(transfer);
      assembly.take(part);
      const { done, total } = assembly.progress();
      if (done <= total) return;
      drop(transfer);
      throw new ExpectedError('exchange-damaged');
    },
    drop,
    end(transfer) {
      const assembly = assemblyOf(transfer);
      const { done, total } = assembly.progress();
      drop(transfer);
      if (done !== total) throw new ExpectedError('exchange-damaged');
      return assembly.report();
    },
  };
}
