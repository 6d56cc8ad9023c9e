/**
 * What an export or import took over and what it had to leave: shown in a dialog, word by word in the reader's language
 * (`transfer.<code>`), and printed by the command line.
 */

/** Everything that can be left behind or changed on the way. Each has a message `transfer.<code>` in the locales. */
export const transferCodes = [
  // export
  'notes-left-out',
  'codes-left-out',
  'rows-left-out',
  'crossing-left-out',
  'characters-replaced',
  'cell-cut',
  'original-missing',
  // import of texts and rows
  'markup-dropped',
  'unit-without-text',
  'language-unknown',
  'versions-over-limit',
  'own-data-damaged',
  'segment-twice',
  'segment-missing',
  'segment-out-of-range',
  'line-not-understood',
  'column-ignored',
  'sheet-ignored',
  'formula-ignored',
  // import of notes and codes
  'annotation-not-understood',
  'version-unknown',
  'quotation-not-found',
  'position-repaired',
  'code-unknown',
  'code-without-name',
  'note-without-target',
  // merging
  'note-conflict',
  'note-older',
  'code-differs',
] as const;
export type TransferCode = (typeof transferCodes)[number];

export const transferKinds = ['versions', 'segments', 'rows', 'notes', 'codes', 'codings', 'files'] as const;
export type TransferKind = (typeof transferKinds)[number];
export type TransferCounts = Record<TransferKind, number>;

export interface TransferLeft {
  code: TransferCode;
  count: number;
  /** At most five, each at most 120 UTF-16 units; foreign text, to be isolated when shown. */
  examples: string[];
}
export interface TransferReport {
  taken: TransferCounts;
  left: TransferLeft[];
}

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
