/**
 * What an export or import took over and what it had to leave: shown in a dialog, word by word in the reader's language
 * (`transfer.<code>`), and printed by the command line.
 */
import type { TransferCode, TransferCounts, TransferKind, TransferLeft, TransferReport } from '../../model/exchange';

export type { TransferReport } from '../../model/exchange';

const maxExamples = 5;
const maxExampleLength = 120;

/** Collects while a transfer runs. */
export class TransferLog {
  private readonly taken: TransferCounts = { versions: 0, segments: 0, rows: 0, notes: 0, codes: 0, codings: 0, files: 0 };
  private readonly left = new Map<TransferCode, TransferLeft>();

  take(kind: TransferKind, count = 1): void {
    this.taken[kind] += count;
  }

  leave(code: TransferCode, example = '', count = 1): void {
    if (count === 0) return;
    const entry = this.left.get(code) ?? { code, count: 0, examples: [] };
    entry.count += count;
    const short = example.slice(0, maxExampleLength).replace(/\p{Surrogate}/gu, '');
    if (short && entry.examples.length < maxExamples && !entry.examples.includes(short)) entry.examples.push(short);
    this.left.set(code, entry);
  }

  report(): TransferReport {
    return { taken: { ...this.taken }, left: [...this.left.values()] };
  }
}
