/** Files with notes, codes or a codebook, read by the importers of core/formats/exchange and put beside what is there. */
import { importExchange } from '../../core/formats/exchange/import-exchange';
import type { ImportedNotes } from '../../core/formats/exchange/importer';
import type { ReportId, VersionId } from '../../core/model/ids';
import type { NoteTarget } from '../../core/model/note';
import type { ReportData } from '../../core/model/report-data';
import { ExpectedError } from '../../core/model/result';
import type { Library } from '../library/library';
import type { Handlers, ParsedInput } from './handlers';
import { importCodes, importNotes } from './notes-import';
import { locator, textOf } from './passages';
import { readReportData } from './report-data';
import type { SendEvent } from './send-event';

/**
 * A package's notes, on the versions of this report: those of the same id, else those with the very same text (a report taken
 * in as a copy has other ids). Throws other-report when it has none of them.
 */
function onOurVersions(library: Library, reportId: ReportId, data: ReportData): ImportedNotes {
  const infos = library.versions.list(reportId);
  const ids = new Set(infos.map(({ id }) => id));
  const texts = infos.map(({ id }) => ({ id, text: textOf(library, id) }));
  const ours = new Map<VersionId, VersionId>();
  for (const { info, text } of data.versions) {
    const same = ids.has(info.id) ? info.id : texts.find((version) => version.text === text)?.id;
    if (same) ours.set(info.id, same);
  }
  if (ours.size === 0) throw new ExpectedError('other-report');
  const moved = (target: NoteTarget): NoteTarget => ({ ...target, versionId: ours.get(target.versionId) ?? target.versionId });
  const { notes, revisions, codes, codings } = data;
  return {
    notes: notes.map((note) => ({ ...note, targets: note.targets.map(moved) })),
    revisions: revisions.map((revision) => ({ ...revision, targets: revision.targets.map(moved) })),
    codes,
    codings: codings.map((coding) => ({ ...coding, target: moved(coding.target) })),
  };
}

export function codingFileHandlers(library: Library, send: SendEvent): Handlers<'codes.import' | 'codings.import'> {
  function readNotes({ reportId, name, bytes }: ParsedInput<'codings.import'>): ImportedNotes {
    const report = readReportData(library, reportId, { originals: false, allCodes: true });
    const read = importExchange(bytes, name, { report });
    if (!read.ok) throw new ExpectedError(read.error.code, read.error.params);
    const { content } = read.value;
    if (content.kind === 'report') return onOurVersions(library, reportId, content.data);
    if (content.kind === 'notes') return content;
    throw new ExpectedError('file-format-unknown');
  }
  return {
    'codes.import': ({ reportId, name, bytes }) => {
      const read = importExchange(bytes, name, { format: 'qdc' });
      if (!read.ok) throw new ExpectedError(read.error.code, read.error.params);
      const { content } = read.value;
      if (content.kind !== 'codes') throw new ExpectedError('file-format-unknown');
      const answer = library.write(() => importCodes(library, reportId, content.codes));
      send('reports.changed', { reportId });
      return answer;
    },
    'codings.import': (input) => {
      const { reportId, coder } = input;
      library.reports.get(reportId);
      const theirs = readNotes(input);
      const { report, conflicts, coders, outcome, added, updated } = library.write(() =>
        importNotes(library, reportId, theirs, coder),
      );
      const locate = locator(library, reportId);
      const lost = [...added, ...updated].filter((id) => {
        const targets = locate(library.notes.get(id).targets);
        return targets.length === 0 || targets.some((target) => target.orphan);
      });
      send('reports.changed', { reportId });
      return { report, conflicts, coders, orphans: lost.length, outcome };
    },
  };
}
