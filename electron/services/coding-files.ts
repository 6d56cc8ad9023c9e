/** Notes, codes and codings out of files that the window has read, put beside what is there. */
import type { Library } from '../library/library';
import type { Handlers } from './handlers';
import { importCodes, importNotes, planImport } from './notes-import';
import { locator } from './passages';
import type { SendEvent } from './send-event';

export function codingFileHandlers(
  library: Library,
  send: SendEvent,
): Handlers<'codes.import' | 'codings.preview' | 'codings.import'> {
  return {
    'codes.import': ({ reportId, codes }) => {
      const answer = library.write(() => importCodes(library, reportId, codes));
      send('reports.changed', { reportId, reason: 'edit' });
      return answer;
    },
    'codings.preview': ({ reportId, coder: _, ...theirs }) => {
      const { report, conflicts } = planImport(library, reportId, theirs);
      return { report, conflicts: conflicts.length };
    },
    'codings.import': ({ reportId, coder, ...theirs }) => {
      library.reports.get(reportId);
      const { report, conflicts, setAside, coders, outcome, added, updated } = library.write(() =>
        importNotes(library, reportId, theirs, coder),
      );
      const locate = locator(library, reportId);
      const lost = [...added, ...updated].filter((id) => {
        const targets = locate(library.notes.get(id).targets);
        return targets.length === 0 || targets.some((target) => target.orphan);
      });
      send('reports.changed', { reportId, reason: 'edit' });
      return { report, conflicts, setAside, coders, orphans: lost.length, outcome };
    },
  };
}
