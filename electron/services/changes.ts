/**
 * Carries a recorded change out, in either direction, and says what the window has to mend. Doing a thing for the first time,
 * undo and redo all pass here.
 */

import { invertPatch } from '../../core/align/edits';
import type { ChangeOutcome } from '../../core/contract/calls';
import type { ReportId } from '../../core/model/ids';
import type { AlignmentState, BaseState, Change, RevisionState } from '../library/history';
import type { Library } from '../library/library';
import { setCodingStates } from './coding-states';

export type Effect = Omit<ChangeOutcome, 'history'>;

export const invertChange = (change: Change): Change => {
  if (change.type === 'rows') return { type: 'rows', patch: invertPatch(change.patch) };
  if (change.type === 'row-list') return { type: 'row-list', patches: change.patches.map(invertPatch).reverse() };
  return { ...change, before: change.after, after: change.before } as Change;
};

const nothing: Effect = { patches: [], reload: false, notesChanged: false, focusRow: null };

/** `forward`: false when the change is an inverted one, that is, when it is being undone. */
export function carryOut(library: Library, reportId: ReportId, change: Change, forward: boolean): Effect {
  const { reports, versions, rows, notes } = library;
  const rowOf = (versionId: Parameters<typeof versions.rowAt>[0], offset: number): number | null => {
    const id = versions.rowAt(versionId, offset);
    return id === null ? null : rows.placeOf(reportId, id);
  };
  switch (change.type) {
    case 'rows':
      rows.applyPatch(reportId, change.patch);
      return { ...nothing, patches: [change.patch], focusRow: change.patch.at };
    case 'row-list': {
      for (const patch of change.patches) rows.applyPatch(reportId, patch);
      const first = Math.min(...change.patches.map((p) => p.at));
      return { ...nothing, patches: change.patches, focusRow: first };
    }
    case 'note': {
      // Emptying the bin is for good: a step that was about such a note has nothing left to do.
      if (!notes.has(change.noteId)) return { ...nothing, notesChanged: true };
      const target = notes.save(change.noteId, change.after).targets[0];
      return { ...nothing, notesChanged: true, focusRow: target ? rowOf(target.versionId, target.position.start) : null };
    }
    case 'codes':
      setCodingStates(library, change.before, change.after);
      return { ...nothing, notesChanged: true };
    case 'base':
      setBase(library, reportId, change.after);
      return { ...nothing, reload: true };
    case 'boilerplate': {
      versions.setBoilerplate(change.versionId, change.segment, change.after);
      const segment = versions.segmentsNamed(change.versionId, [change.segment])[0];
      return {
        ...nothing,
        boilerplate: [{ versionId: change.versionId, segment: change.segment, boilerplate: change.after }],
        focusRow: segment ? rowOf(change.versionId, segment.start) : null,
      };
    }
    case 'boilerplate-list':
      for (const mark of change.after) versions.setBoilerplate(mark.versionId, mark.segment, mark.boilerplate);
      return { ...nothing, boilerplate: change.after };
    case 'title':
      reports.setTitle(reportId, change.after);
      return nothing;
    case 'version':
      versions.setDetails(change.versionId, change.after);
      return nothing;
    case 'alignment':
      if (change.added) versions.setRemoved(change.added, !forward);
      setAlignment(library, reportId, change.after);
      return { ...nothing, reload: true };
    case 'revision':
      setRevision(library, reportId, change.before, change.after);
      return { ...nothing, reload: true, notesChanged: true };
  }
}

/** The old text leaves its place before the new one takes it. */
function setRevision(library: Library, reportId: ReportId, from: RevisionState, to: RevisionState): void {
  const { reports, versions, notes, revisions } = library;
  versions.setRemoved(from.version, true);
  versions.setRemoved(to.version, false);
  reports.setBase(reportId, to.base);
  setAlignment(library, reportId, to.alignment);
  for (const { id, targets } of to.notes) if (notes.has(id)) notes.save(id, { ...notes.state(id), targets });
  for (const { id, target } of to.codings) revisions.setCodingTarget(id, target);
  const { view } = reports.get(reportId);
  if (!view) return;
  const columns = view.columns.map((c) => (c.versionId === from.version ? { ...c, versionId: to.version } : c));
  const frozen = (view.frozen ?? []).map((id) => (id === from.version ? to.version : id));
  reports.setView(reportId, { ...view, columns, frozen });
}

function setBase({ reports, rows }: Library, reportId: ReportId, state: BaseState): void {
  reports.setBase(reportId, state.base);
  rows.setOrder(reportId, state.order);
}

function setAlignment({ reports, versions, rows }: Library, reportId: ReportId, state: AlignmentState): void {
  reports.setKind(reportId, state.kind);
  rows.replaceAll(reportId, state.rows);
  versions.list(reportId).forEach((version, v) => {
    const related = state.related[v];
    if (related !== undefined) versions.setRelated(version.id, related);
  });
}
