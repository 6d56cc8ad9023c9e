/** A version on its way into a report: where it comes from, what was read, and what the person has corrected. Pure functions. */
import type { NewVersion } from '../../../core/contract/schemas';
import type { ImportOutcome } from '../../../core/formats/worker-protocol';
import type { Failure } from '../../../core/model/result';

export type DraftSource = { kind: 'file'; bytes: Uint8Array } | { kind: 'pasted'; pasted: { html?: string; text?: string } };

/** What a person can correct; what was not touched follows the file when it is read again. */
export interface Details {
  lang: string;
  title: string;
  outlet: string;
  date: string;
}

export interface Draft {
  id: number;
  /** The file's name; empty for what was pasted. */
  fileName: string;
  /** Null until the bytes are there. */
  source: DraftSource | null;
  state: 'reading' | 'ready' | 'failed';
  failure: Failure | null;
  outcome: ImportOutcome | null;
  details: Details;
  touched: Partial<Details>;
  /** What the person says the encoding is. */
  encoding: string | null;
}

export const newDraft = (id: number, fileName: string): Draft => ({
  id,
  fileName,
  source: null,
  state: 'reading',
  failure: null,
  outcome: null,
  details: { lang: 'und', title: '', outlet: '', date: '' },
  touched: {},
  encoding: null,
});

const withoutExtension = (name: string) => name.replace(/\.[A-Za-z0-9]{1,10}$/, '');

/** The first heading, else the first words: better than nothing for a text without a title. */
function titleFrom(outcome: ImportOutcome): string {
  const segments = outcome.segmented.segments.filter((s) => !s.boilerplate);
  const heading = segments.find((s) => s.kind === 'heading') ?? segments[0];
  const text = heading?.text ?? '';
  return text.length <= 120 ? text : `${text.slice(0, 100).replace(/\s\S*$/, '')}…`;
}

export function taken(draft: Draft, outcome: ImportOutcome): Draft {
  const { document } = outcome;
  const details: Details = {
    lang: document.lang,
    title: (document.title ?? (titleFrom(outcome) || withoutExtension(draft.fileName))).slice(0, 500),
    outlet: (document.outlet ?? '').slice(0, 500),
    date: document.date ?? '',
    ...draft.touched,
  };
  return { ...draft, state: 'ready', failure: null, outcome, details };
}

export const failed = (draft: Draft, failure: Failure): Draft => ({ ...draft, state: 'failed', failure, outcome: null });

export const corrected = (draft: Draft, change: Partial<Details>): Draft => ({
  ...draft,
  details: { ...draft.details, ...change },
  touched: { ...draft.touched, ...change },
});

export interface Counts {
  paragraphs: number;
  boilerplate: number;
}
export function countsOf(outcome: ImportOutcome): Counts {
  const boilerplate = outcome.segmented.segments.filter((s) => s.boilerplate).length;
  return { paragraphs: outcome.segmented.segments.length - boilerplate, boilerplate };
}

/** The first paragraphs that are not boilerplate, cut short: enough to see whether the encoding is right. */
export function previewOf(outcome: ImportOutcome, paragraphs = 3): string[] {
  const own = outcome.segmented.segments.filter((s) => !s.boilerplate);
  return (own.length > 0 ? own : outcome.segmented.segments).slice(0, paragraphs).map((s) => s.text.slice(0, 300));
}

/** Kept with the version, so that a wrong guess can be repaired later. */
function originalBytes(source: DraftSource): Uint8Array {
  if (source.kind === 'file') return source.bytes;
  return new TextEncoder().encode(source.pasted.html ?? source.pasted.text ?? '');
}

/** The version as the host takes it; null while it is not ready. */
export function versionOf(draft: Draft): NewVersion | null {
  if (draft.state !== 'ready' || !draft.outcome || !draft.source) return null;
  const { document } = draft.outcome;
  return {
    fileName: draft.fileName.slice(0, 255),
    format: document.format,
    encoding: document.encoding,
    lang: draft.details.lang,
    title: draft.details.title.trim(),
    outlet: draft.details.outlet.trim(),
    date: draft.details.date.trim(),
    blocks: document.blocks,
    original: originalBytes(draft.source),
  };
}

/** A title for the report: that of a version in the interface language, else the first version's. */
export function suggestedTitle(drafts: readonly Draft[], language: string): string {
  const ready = drafts.filter((d) => d.state === 'ready' && d.details.title.trim());
  return (ready.find((d) => d.details.lang === language) ?? ready[0])?.details.title.trim() ?? '';
}
