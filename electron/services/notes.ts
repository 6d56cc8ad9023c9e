/** Notes. Each call has committed when it answers: the window says "Saved" only then. */
import { contextLength, describe } from '../../core/annotate/selectors';
import { type NoteId, newId, type ReportId, type VersionId } from '../../core/model/ids';
import type { NoteTarget } from '../../core/model/note';
import { ExpectedError } from '../../core/model/result';
import { segmentSeparator } from '../../core/segment/segment';
import type { Library } from '../library/library';
import type { Handlers, ParsedInput } from './handlers';
import type { SendEvent } from './send-event';

type NoteCalls = 'notes.list' | 'notes.create' | 'notes.update' | 'notes.delete';

/** The selectors of a place, made from no more of the text than they need. Throws invalid-input for a place outside it. */
function targetAt({ versions }: Library, reportId: ReportId, versionId: VersionId, start: number, end: number): NoteTarget {
  versions.get(reportId, versionId);
  // One unit more than the context, in case it begins within a surrogate pair.
  const around = versions.segmentsWithin(versionId, Math.max(0, start - contextLength - 1), end + contextLength + 1);
  const from = around[0]?.start ?? 0;
  const text = around.map((segment) => segment.text).join(segmentSeparator);
  if (start >= end || end - from > text.length) throw new ExpectedError('invalid-input');
  return { versionId, quote: describe(text, start - from, end - from).quote, position: { start, end } };
}

export function noteHandlers(library: Library, send: SendEvent): Handlers<NoteCalls> {
  const { reports, notes, history } = library;
  const present = (id: NoteId) => {
    const note = notes.get(id);
    if (notes.state(id).deleted) throw new ExpectedError('note-not-found');
    reports.get(note.reportId);
    return note;
  };
  const create = (input: ParsedInput<'notes.create'>) => {
    const { reportId, scope, body, session } = input;
    reports.get(reportId);
    const targets = input.targets.map((t) => targetAt(library, reportId, t.versionId, t.start, t.end));
    const note = notes.create({ id: newId<NoteId>(), reportId, scope, body, targets });
    const change = { type: 'note', noteId: note.id, before: { body, deleted: true }, after: { body, deleted: false } } as const;
    return { note, history: history.record(reportId, 'note-create', change, session ?? null) };
  };
  return {
    'notes.list': ({ reportId }) => {
      reports.get(reportId);
      return { notes: notes.list(reportId) };
    },
    'notes.create': (input) => {
      const answer = library.write(() => create(input));
      send('reports.changed', { reportId: input.reportId });
      return answer;
    },
    'notes.update': ({ noteId, body, session }) =>
      library.write(() => {
        const old = present(noteId);
        if (old.body === body) return { note: old, history: history.state(old.reportId) };
        const note = notes.save(noteId, { body, deleted: false });
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
      send('reports.changed', { reportId: answer.reportId });
      return { history: answer.history };
    },
  };
}
