/** Notes. Each call has committed when it answers: the window says "Saved" only then. */
import type { HistoryLabel } from '../../core/contract/schemas';
import { type NoteId, newId, type ReportId } from '../../core/model/ids';
import type { Note } from '../../core/model/note';
import { ExpectedError } from '../../core/model/result';
import type { Change } from '../library/history';
import type { Library } from '../library/library';
import type { NoteState, SavedState } from '../library/notes';
import { carryOut } from './changes';
import type { Handlers, ParsedInput } from './handlers';
import { locator, targetAt } from './passages';
import type { SendEvent } from './send-event';

type NoteCalls =
  | 'notes.list'
  | 'notes.create'
  | 'notes.update'
  | 'notes.delete'
  | 'notes.setPassages'
  | 'notes.revisions'
  | 'notes.restoreRevision'
  | 'notes.bin'
  | 'notes.restore'
  | 'notes.emptyBin';

export function noteHandlers(library: Library, send: SendEvent): Handlers<NoteCalls> {
  const { reports, notes, history } = library;
  const present = (id: NoteId) => {
    const note = notes.get(id);
    if (notes.state(id).deleted) throw new ExpectedError('note-not-found');
    reports.get(note.reportId);
    return note;
  };
  const located = (reportId: ReportId, list: readonly Note[]): Note[] => {
    const locate = locator(library, reportId);
    return list.map((note) => ({ ...note, targets: locate(note.targets) }));
  };
  const locatedOne = (note: Note): Note => located(note.reportId, [note])[0]!;
  const create = (input: ParsedInput<'notes.create'>) => {
    const { reportId, scope, body, session } = input;
    reports.get(reportId);
    const targets = input.targets.map((passage) => targetAt(library, reportId, passage));
    const note = notes.create({ id: newId<NoteId>(), reportId, scope, body, targets });
    const change = { type: 'note', noteId: note.id, before: { body, deleted: true }, after: { body, deleted: false } } as const;
    return { note, history: history.record(reportId, 'note-create', change, session ?? null) };
  };
  /** One new state of a note as one command. */
  const command = (note: Note, label: HistoryLabel, before: NoteState, after: NoteState) => {
    const change: Change = { type: 'note', noteId: note.id, before, after };
    const effect = carryOut(library, note.reportId, change, true);
    const outcome = { ...effect, history: history.record(note.reportId, label, change) };
    return { note: locatedOne(notes.get(note.id)), outcome };
  };
  const tell = <T extends { note: Note }>(answer: T): T => {
    send('reports.changed', { reportId: answer.note.reportId, reason: 'edit' });
    return answer;
  };
  return {
    'notes.list': ({ reportId }) => {
      reports.get(reportId);
      return { notes: located(reportId, notes.list(reportId)) };
    },
    'notes.create': (input) => tell(library.write(() => create(input))),
    'notes.update': ({ noteId, body, session }) =>
      library.write(() => {
        const old = present(noteId);
        if (old.body === body) return { note: locatedOne(old), history: history.state(old.reportId) };
        const note = locatedOne(notes.save(noteId, { body, deleted: false }));
        const change = {
          type: 'note',
          noteId,
          before: { body: old.body, deleted: false },
          after: { body, deleted: false },
        } as const;
        return { note, history: history.record(old.reportId, 'note-update', change, session) };
      }),
    'notes.delete': ({ noteId }) => {
      const answer = library.write(() => {
        const { body, reportId } = present(noteId);
        notes.save(noteId, { body, deleted: true });
        const change = { type: 'note', noteId, before: { body, deleted: false }, after: { body, deleted: true } } as const;
        return { reportId, history: history.record(reportId, 'note-delete', change) };
      });
      send('reports.changed', { reportId: answer.reportId, reason: 'edit' });
      return { history: answer.history };
    },
    'notes.setPassages': ({ noteId, kept, added }) =>
      tell(
        library.write(() => {
          const note = present(noteId);
          const { body, targets, scope } = note;
          const staying = [...new Set(kept)].map((place) => {
            const target = targets[place];
            if (!target) throw new ExpectedError('invalid-input');
            return target;
          });
          const next = [...staying, ...added.map((passage) => targetAt(library, note.reportId, passage))];
          const before: NoteState = { body, deleted: false, targets, scope };
          // Passages that a reader picked are no longer a whole cell or row.
          return command(note, 'note-passages', before, { body, deleted: false, targets: next, scope: 'selection' });
        }),
      ),
    'notes.revisions': ({ noteId }) => {
      const note = notes.get(noteId);
      const present = note.revision;
      const states = new Map<string, SavedState>();
      // A state that came back unchanged, as by undoing an import, is told once: as the one that it is now.
      for (const saved of notes.revisions(noteId)) {
        const key = JSON.stringify([saved.savedAtMs, saved.body, saved.deleted, saved.targets]);
        if (states.get(key)?.revision !== present) states.set(key, saved);
      }
      // What came from elsewhere has higher numbers than what was here before, and its own time.
      const order = ({ revision, savedAtMs }: SavedState) => (revision === present ? Number.POSITIVE_INFINITY : savedAtMs);
      const revisions = [...states.values()]
        .sort((a, b) => (order(a) === order(b) ? a.revision - b.revision : order(a) - order(b)))
        .map(({ revision, body, deleted, targets, savedAtMs }) => ({
          revision,
          body,
          deleted,
          savedAtMs,
          passages: (targets ?? note.targets).length,
        }));
      return { revisions };
    },
    'notes.restoreRevision': ({ noteId, revision }) =>
      tell(
        library.write(() => {
          const note = present(noteId);
          const saved = notes.revisions(noteId).find((r) => r.revision === revision);
          if (!saved) throw new ExpectedError('note-not-found');
          const targets = saved.targets ?? note.targets;
          const before = { body: note.body, deleted: false, targets: note.targets };
          return command(note, 'note-revision', before, { body: saved.body, deleted: false, targets });
        }),
      ),
    'notes.bin': ({ reportId }) => {
      reports.get(reportId);
      return { notes: located(reportId, notes.list(reportId, true)) };
    },
    'notes.restore': ({ noteId }) =>
      tell(
        library.write(() => {
          const note = notes.get(noteId);
          reports.get(note.reportId);
          if (!notes.state(noteId).deleted) throw new ExpectedError('note-not-found');
          const { body } = note;
          return command(note, 'note-restore', { body, deleted: true }, { body, deleted: false });
        }),
      ),
    'notes.emptyBin': ({ reportId }) =>
      library.write(() => {
        reports.get(reportId);
        return { count: notes.emptyBin(reportId) };
      }),
  };
}
