/** All notes, codes and codings of a report as plain data: what exports write and what imports are merged with. */
import { orderCodes } from '../../core/formats/exchange/code-tree';
import type { ImportedNotes } from '../../core/formats/exchange/importer';
import type { Gone, GoneHere } from '../../core/formats/exchange/merge-notes';
import { joinStates, keyOf, presentState } from '../../core/formats/exchange/note-states';
import type { Code, Coding } from '../../core/model/code';
import type { CodeId, ReportId } from '../../core/model/ids';
import type { Note } from '../../core/model/note';
import type { NoteRevision } from '../../core/model/report-data';
import type { CodeState, CodingWithState, StoredCoding } from '../library/codes';
import type { Library } from '../library/library';
import type { SavedState } from '../library/notes';

/** Whether it is deleted, and why, is the library's own business. */
export const codeOf = ({ deleted: _, withdrawn: __, ...code }: CodeState): Code => code;

/** Own codings are stored without a name, so that the reader may change theirs. */
export const codingOf = (
  { id, codeId, target, noteId, coder, createdAtMs }: StoredCoding | CodingWithState,
  ownName: string,
): Coding => ({ id, codeId, target, noteId, coder: coder || ownName, createdAtMs });

/** The states from which a note came to be what it is, oldest first, without its present one. */
function statesBefore(library: Library, note: Note): NoteRevision[] {
  const line: SavedState[] = [];
  for (const saved of library.notes.revisions(note.id)) {
    // What an import brought and undo took back was never this note's.
    if (saved.backTo === null) line.push(saved);
    else while ((line.at(-1)?.revision ?? 0) > saved.backTo) line.pop();
  }
  const states = line
    // Going to the bin and coming back are states of this library, not of the note.
    .filter(({ deleted, revision }) => !deleted && revision !== note.revision)
    .map(({ revision, body, targets, savedAtMs }) => ({
      noteId: note.id,
      revision,
      body,
      targets: targets ?? note.targets,
      savedAtMs,
    }));
  const present = keyOf(presentState(note));
  return joinStates(states).filter((state) => keyOf(state) !== present);
}

/** What is shown of the report's notes and codings, with the codes that the codings use and their ancestors. */
export function reportNotes(library: Library, reportId: ReportId): ImportedNotes {
  const ownName = library.settings.read().coder;
  const notes = library.notes.list(reportId);
  const codes = new Map(library.codes.list().map((code) => [code.id, codeOf(code)]));
  const codings = library.codes.codings(reportId).map((coding) => codingOf(coding, ownName));
  const used = new Set<CodeId>();
  for (const { codeId } of codings)
    for (let code = codes.get(codeId); code && !used.has(code.id); code = code.parentId ? codes.get(code.parentId) : undefined)
      used.add(code.id);
  return {
    notes,
    revisions: notes.flatMap((note) => statesBefore(library, note)),
    codes: orderCodes([...codes.values()].filter((code) => used.has(code.id))),
    codings,
  };
}

const why = ({ withdrawn }: { withdrawn?: boolean }): Gone => (withdrawn ? 'withdrawn' : 'deleted');

/** All that the library has of a report's notes and codings, all codes, and which of these are not shown. */
export function everyNote(library: Library, reportId: ReportId): { mine: ImportedNotes; gone: GoneHere } {
  const ownName = library.settings.read().coder;
  const binned = library.notes.list(reportId, true);
  const notes = [...library.notes.list(reportId), ...binned];
  const codings = library.codes.everyCoding(reportId);
  const binnedCodes = library.codes.list(true);
  return {
    mine: {
      notes,
      revisions: notes.flatMap((note) => statesBefore(library, note)),
      codes: [...library.codes.list(), ...binnedCodes].map(codeOf),
      codings: codings.map((coding) => codingOf(coding, ownName)),
    },
    gone: {
      notes: new Map(binned.map(({ id }) => [id, why(library.notes.state(id))])),
      codings: new Map(codings.filter(({ deleted }) => deleted).map((coding) => [coding.id, why(coding)])),
      codes: new Map(binnedCodes.map((code) => [code.id, why(code)])),
    },
  };
}
