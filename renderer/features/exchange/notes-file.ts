/** A file for the report that is open: read in a worker, looked at, then taken in as one step to undo. */
import type { CallOutput, ChangeOutcome } from '../../../core/contract/calls';
import type { ExchangeImportFormat, ImportedNotes, LinkedRow } from '../../../core/formats/exchange/importer';
import { notesForReport } from '../../../core/formats/exchange/notes-for-report';
import type { Code } from '../../../core/model/code';
import type { TransferReport } from '../../../core/model/exchange';
import type { FileToken, ReportId } from '../../../core/model/ids';
import type { ReportTexts } from '../../../core/model/report-data';
import { failure, type Result, success } from '../../../core/model/result';
import { call } from '../../bridge/call';
import { useReport } from '../../state/report';
import type { ReadOptions } from './exchange-job';
import { readExchange } from './read-exchange';

export const notesKinds = ['notes', 'codebook', 'rows'] as const;
export type NotesKind = (typeof notesKinds)[number];

/** What a file has for the report; nothing of it is stored yet. */
export type NotesFile = { name: string; texts: ReportTexts; found: TransferReport } & (
  | { kind: 'notes'; theirs: ImportedNotes; plan: CallOutput<'codings.preview'> }
  | { kind: 'codebook'; codes: Code[] }
  | { kind: 'rows'; rows: LinkedRow[] }
);
export interface NotesOutcome extends Pick<CallOutput<'codings.import'>, 'conflicts' | 'setAside'> {
  outcome: ChangeOutcome;
  report: TransferReport;
}

/** Bead lines begin with a bracket. */
const guessed = (bytes: Uint8Array): 'ladder' | 'beads' =>
  new TextDecoder().decode(bytes.subarray(0, 200)).trimStart().startsWith('[') ? 'beads' : 'ladder';

function formatOf(kind: NotesKind, name: string, bytes: Uint8Array): ExchangeImportFormat | null {
  if (kind === 'codebook') return 'qdc';
  if (kind === 'rows') return /\.ladder$/i.test(name) ? 'ladder' : /\.beads$/i.test(name) ? 'beads' : guessed(bytes);
  return null;
}

/** Errors: those of files.read and importExchange; other-report; exchange-other where the file holds something else. */
export async function readNotesFile(
  kind: NotesKind,
  reportId: ReportId,
  { token, name }: { token: FileToken; name: string },
  options: ReadOptions,
): Promise<Result<NotesFile>> {
  const file = await call('files.read', { token });
  if (!file.ok) return file;
  const target = await call('exchange.target', { reportId });
  if (!target.ok) return target;
  const { texts } = target.value;
  const { bytes } = file.value;
  const format = formatOf(kind, name, bytes);
  const read = await readExchange({ bytes, fileName: name, report: texts, ...(format ? { format } : {}) }, options);
  if (!read.ok) return read;
  const { content, report: found } = read.value;
  if (kind === 'codebook')
    return content.kind === 'codes'
      ? success({ name, texts, found, kind, codes: content.codes })
      : failure('exchange-other', { name });
  if (kind === 'rows')
    return content.kind === 'links'
      ? success({ name, texts, found, kind, rows: content.rows })
      : failure('exchange-other', { name });
  const theirs = notesForReport(texts, content);
  if (!theirs.ok) return theirs;
  const plan = await call('codings.preview', { reportId, ...theirs.value });
  return plan.ok ? success({ name, texts, found, kind, theirs: theirs.value, plan: plan.value }) : plan;
}

const nothingAside = { conflicts: [], setAside: { notes: [], codings: [], codes: [] } };
const joined = (found: TransferReport, merged: TransferReport): TransferReport => ({
  taken: merged.taken,
  left: [...found.left, ...merged.left],
});

/** What comes in and what doesn't, as far as is known before. */
export function expectedOf(file: NotesFile): TransferReport {
  return file.kind === 'notes' ? joined(file.found, file.plan.report) : file.found;
}

/** Asks the host; the open report mends itself from the outcome. `coder`: whose the notes are where the file names nobody. */
export async function takeNotesFile(reportId: ReportId, file: NotesFile, coder: string): Promise<Result<NotesOutcome>> {
  let taken: Result<NotesOutcome> = failure('internal');
  const ask = async (): Promise<Result<NotesOutcome>> => {
    if (file.kind === 'rows') {
      const answer = await call('exchange.importRows', { reportId, rows: file.rows });
      return answer.ok ? success({ ...nothingAside, ...answer.value, report: file.found }) : answer;
    }
    if (file.kind === 'codebook') {
      const answer = await call('codes.import', { reportId, codes: file.codes });
      return answer.ok ? success({ ...nothingAside, ...answer.value, report: joined(file.found, answer.value.report) }) : answer;
    }
    const answer = await call('codings.import', { reportId, ...file.theirs, ...(coder ? { coder } : {}) });
    return answer.ok ? success({ ...answer.value, report: joined(file.found, answer.value.report) }) : answer;
  };
  await useReport.getState().change(async () => {
    taken = await ask();
    return taken.ok ? success(taken.value.outcome) : taken;
  });
  return taken;
}
