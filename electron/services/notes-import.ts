/** Notes, codes and codings from another laptop or another coder, put beside those that are there; one step to undo. */

import type { ChangeOutcome } from '../../core/contract/schemas';
import type { ImportedNotes } from '../../core/formats/exchange/importer';
import { mergeNotes, type NotesMerge } from '../../core/formats/exchange/merge-notes';
import { TransferLog } from '../../core/formats/exchange/transfer-report';
import type { Code } from '../../core/model/code';
import type { TransferReport } from '../../core/model/exchange';
import type { NoteId, ReportId, VersionId } from '../../core/model/ids';
import type { NoteTarget } from '../../core/model/note';
import type { NoteRevision } from '../../core/model/report-data';
import type { CodingStates } from '../library/history';
import type { Library } from '../library/library';
import { reportNotes } from './notes-data';

export interface NotesImport extends Pick<NotesMerge, 'added' | 'updated' | 'conflicts' | 'report'> {
  /** Who coded what came in. */
  coders: string[];
  outcome: ChangeOutcome;
}

/** Targets in versions that this library doesn't have can't be stored; what is left of such notes are their words. */
function onlyKnown(theirs: ImportedNotes, known: ReadonlySet<VersionId>, log: TransferLog): ImportedNotes {
  const stands = (target: NoteTarget): boolean => {
    if (!known.has(target.versionId)) log.leave('version-unknown', target.quote.exact);
    return known.has(target.versionId);
  };
  return {
    ...theirs,
    notes: theirs.notes.map((note) => ({ ...note, targets: note.targets.filter(stands) })),
    revisions: theirs.revisions.map((r) => ({ ...r, targets: r.targets.filter((t) => known.has(t.versionId)) })),
    codings: theirs.codings.filter(({ target }) => stands(target)),
  };
}

/** Codes that the library lacks, as new ones. One that lies in the bin comes out of it: somebody uses it. */
function takeCodes(library: Library, codes: readonly Code[]): Pick<CodingStates, 'codes'>['codes'][] {
  const here = new Map([...library.codes.list(), ...library.codes.list(true)].map((code) => [code.id, code]));
  const before: CodingStates['codes'] = [];
  const after: CodingStates['codes'] = [];
  for (const code of codes) {
    const own = here.get(code.id);
    if (own && !own.deleted) continue;
    before.push({ ...(own ?? code), deleted: true });
    after.push({ ...(own ?? code), deleted: false });
  }
  for (const code of after) library.codes.put(code);
  return [before, after];
}

/** To be called within library.write. `coder`: whose these are where the file doesn't say; without it, this reader's own. */
export function importNotes(library: Library, reportId: ReportId, theirs: ImportedNotes, coder?: string): NotesImport {
  const { notes, codes, history } = library;
  library.reports.get(reportId);
  const ownName = library.settings.read().coder;
  const log = new TransferLog();
  const known = new Set(library.versions.list(reportId).map((version) => version.id));
  const merged = mergeNotes(reportNotes(library, reportId, true), onlyKnown(theirs, known, log));
  const revisions = new Map<NoteId, NoteRevision[]>();
  for (const revision of merged.revisions) revisions.set(revision.noteId, [...(revisions.get(revision.noteId) ?? []), revision]);
  const byId = new Map(merged.notes.map((note) => [note.id, note]));

  const [codesBefore, codesAfter] = takeCodes(library, merged.codes) as [CodingStates['codes'], CodingStates['codes']];
  const before: CodingStates = { codes: codesBefore, codings: [], notes: [] };
  const after: CodingStates = { codes: codesAfter, codings: [], notes: [] };

  for (const id of merged.added) {
    const note = byId.get(id)!;
    // The id may be taken in another report, where this file had been taken in before under a copy's name.
    if (notes.has(id)) continue;
    const author = note.author ?? coder ?? '';
    notes.insert({ ...note, reportId, author: author === ownName ? '' : author }, revisions.get(id) ?? []);
    before.notes.push({ id, state: { body: note.body, deleted: true } });
    after.notes.push({ id, state: { body: note.body, deleted: false } });
  }
  for (const id of merged.updated) {
    const old = notes.get(id);
    const note = byId.get(id)!;
    before.notes.push({ id, state: { ...notes.state(id), targets: old.targets } });
    notes.adopt(note, revisions.get(id) ?? []);
    after.notes.push({ id, state: { body: note.body, deleted: false, targets: note.targets } });
  }
  const coders = new Set<string>();
  for (const coding of merged.codings) {
    const stored = codes.coding(coding.id);
    if (stored && !stored.deleted) continue;
    coders.add(coding.coder);
    if (stored) codes.setCoding({ id: coding.id, codeId: coding.codeId, deleted: false });
    else {
      const noteId = coding.noteId !== null && notes.has(coding.noteId) ? coding.noteId : null;
      codes.insertCoding({ ...coding, reportId, noteId, coder: coding.coder === ownName ? '' : coding.coder });
    }
    before.codings.push({ id: coding.id, codeId: coding.codeId, deleted: true });
    after.codings.push({ id: coding.id, codeId: coding.codeId, deleted: false });
  }

  const changed = after.codes.length + after.codings.length + after.notes.length > 0;
  const state = changed ? history.record(reportId, 'notes-import', { type: 'codes', before, after }) : history.state(reportId);
  return {
    added: merged.added,
    updated: merged.updated,
    conflicts: merged.conflicts,
    report: { taken: merged.report.taken, left: [...log.report().left, ...merged.report.left] },
    coders: [...coders],
    outcome: { patches: [], reload: false, notesChanged: changed, focusRow: null, history: state },
  };
}

/** Adds the codes of a codebook that are not there yet; one step of the report to undo. To be called within library.write. */
export function importCodes(
  library: Library,
  reportId: ReportId,
  theirs: readonly Code[],
): { report: TransferReport; outcome: ChangeOutcome } {
  const { history } = library;
  library.reports.get(reportId);
  const log = new TransferLog();
  const here = new Map(library.codes.list().map((code) => [code.id, code]));
  for (const code of theirs) {
    const own = here.get(code.id);
    if (own && (own.name !== code.name || own.parentId !== code.parentId)) log.leave('code-differs', code.name);
  }
  const [codesBefore, codesAfter] = takeCodes(library, theirs) as [CodingStates['codes'], CodingStates['codes']];
  log.take('codes', codesAfter.length);
  const changed = codesAfter.length > 0;
  const before: CodingStates = { codes: codesBefore, codings: [], notes: [] };
  const after: CodingStates = { codes: codesAfter, codings: [], notes: [] };
  const state = changed ? history.record(reportId, 'codes-import', { type: 'codes', before, after }) : history.state(reportId);
  return {
    report: log.report(),
    outcome: { patches: [], reload: false, notesChanged: changed, focusRow: null, history: state },
  };
}
