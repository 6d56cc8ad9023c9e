/** A report under new ids, for taking in a package beside the report that it was made from. Codes keep theirs: they are shared. */
import { type CodingId, type NoteId, newId, type ReportId, type VersionId } from '../../model/ids';
import type { NoteTarget } from '../../model/note';
import type { ReportData } from '../../model/report-data';

export function withNewIds(data: ReportData): ReportData {
  const reportId = newId<ReportId>();
  const versionIds = new Map(data.versions.map(({ info }) => [info.id, newId<VersionId>()]));
  const noteIds = new Map(data.notes.map(({ id }) => [id, newId<NoteId>()]));
  const versionId = (id: VersionId): VersionId => versionIds.get(id) ?? id;
  const noteId = (id: NoteId): NoteId => noteIds.get(id) ?? id;
  const target = (t: NoteTarget): NoteTarget => ({ ...t, versionId: versionId(t.versionId) });
  const versions = data.versions.map((version) => ({ ...version, info: { ...version.info, id: versionId(version.info.id) } }));
  return {
    ...data,
    report: {
      ...data.report,
      id: reportId,
      baseVersionId: versionId(data.report.baseVersionId),
      versions: versions.map(({ info }) => info),
    },
    versions,
    notes: data.notes.map((note) => ({ ...note, id: noteId(note.id), reportId, targets: note.targets.map(target) })),
    revisions: data.revisions.map((r) => ({ ...r, noteId: noteId(r.noteId), targets: r.targets.map(target) })),
    codings: data.codings.map((coding) => ({
      ...coding,
      id: newId<CodingId>(),
      target: target(coding.target),
      noteId: coding.noteId === null ? null : noteId(coding.noteId),
    })),
  };
}
