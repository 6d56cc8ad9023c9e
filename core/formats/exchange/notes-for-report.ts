/** Notes, codes and codings out of a file, for a report that is there: those of annotations, and those of a whole package. */
import type { VersionId } from '../../model/ids';
import type { NoteTarget } from '../../model/note';
import type { ReportData, ReportTexts } from '../../model/report-data';
import { failure, type Result, success } from '../../model/result';
import type { ExchangeContent, ImportedNotes } from './importer';

/**
 * A package's notes on the report's own versions: those of the same id, else those with the very same text, because a report that
 * was taken in as a copy has other ids. Error: other-report when the report has none of them.
 */
function onVersionsOf(target: ReportTexts, data: ReportData): Result<ImportedNotes> {
  const ids = new Set(target.versions.map(({ info }) => info.id));
  const here = new Map<VersionId, VersionId>();
  for (const { info, text } of data.versions) {
    const same = ids.has(info.id) ? info.id : target.versions.find((version) => version.text === text)?.info.id;
    if (same) here.set(info.id, same);
  }
  if (here.size === 0) return failure('other-report');
  const moved = (to: NoteTarget): NoteTarget => ({ ...to, versionId: here.get(to.versionId) ?? to.versionId });
  const { notes, revisions, codes, codings } = data;
  return success({
    notes: notes.map((note) => ({ ...note, reportId: target.report.id, targets: note.targets.map(moved) })),
    revisions: revisions.map((revision) => ({ ...revision, targets: revision.targets.map(moved) })),
    codes,
    codings: codings.map((coding) => ({ ...coding, target: moved(coding.target) })),
  });
}

/** Errors: other-report; exchange-other for a file that holds no notes. */
export function notesForReport(target: ReportTexts, content: ExchangeContent): Result<ImportedNotes> {
  if (content.kind === 'report') return content.ownIds ? onVersionsOf(target, content.data) : failure('exchange-other');
  if (content.kind !== 'notes') return failure('exchange-other');
  const { notes, revisions, codes, codings } = content;
  return success({ notes, revisions, codes, codings });
}
