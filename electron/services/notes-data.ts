/** All notes, codes and codings of a report as plain data: what exports write and what imports are merged with. */
import { orderCodes } from '../../core/formats/exchange/code-tree';
import type { ImportedNotes } from '../../core/formats/exchange/importer';
import type { Coding } from '../../core/model/code';
import type { CodeId, ReportId } from '../../core/model/ids';
import type { Note } from '../../core/model/note';
import type { CodeState, StoredCoding } from '../library/codes';
import type { Library } from '../library/library';

/** `deleted` is the library's own business. */
export const codeOf = ({ deleted: _, ...code }: CodeState) => code;

/** Own codings are stored without a name, so that the reader may change theirs. */
export const codingOf = ({ reportId: _, ...coding }: StoredCoding, ownName: string): Coding => ({
  ...coding,
  coder: coding.coder || ownName,
});

function revisionsOf(library: Library, list: readonly Note[]): ImportedNotes['revisions'] {
  return list.flatMap((note) =>
    library.notes
      .revisions(note.id)
      // Going to the bin and coming back are states of this library, not of the note.
      .filter(({ deleted, revision }) => !deleted && revision !== note.revision)
      .map(({ revision, body, targets, savedAtMs }) => ({
        noteId: note.id,
        revision,
        body,
        targets: targets ?? note.targets,
        savedAtMs,
      })),
  );
}

/** The codes that the codings use, with their ancestors. `binned`: also what is in the bin. */
export function reportNotes(library: Library, reportId: ReportId, binned = false): ImportedNotes {
  const ownName = library.settings.read().coder;
  const notes = [...library.notes.list(reportId), ...(binned ? library.notes.list(reportId, true) : [])];
  const codes = new Map(library.codes.list().map((code) => [code.id, codeOf(code)]));
  const codings = library.codes.codings(reportId).map((coding) => codingOf(coding, ownName));
  const used = new Set<CodeId>();
  for (const { codeId } of codings)
    for (let code = codes.get(codeId); code && !used.has(code.id); code = code.parentId ? codes.get(code.parentId) : undefined)
      used.add(code.id);
  return {
    notes,
    revisions: revisionsOf(library, notes),
    codes: orderCodes([...codes.values()].filter((code) => used.has(code.id))),
    codings,
  };
}
