import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImportedNotes } from '../../../../../core/formats/exchange/importer';
import { mergeNotes, type NotesMerge } from '../../../../../core/formats/exchange/merge-notes';
import type { Note } from '../../../../../core/model/note';
import type { NoteRevision } from '../../../../../core/model/report-data';
import { arbitraryReport } from './arbitrary-report';
import { sampleReport } from './sample-report';

const none: ImportedNotes = { notes: [], revisions: [], codes: [], codings: [] };
const notesOf = ({ notes, revisions, codes, codings }: ImportedNotes | NotesMerge): ImportedNotes => ({
  notes,
  revisions,
  codes,
  codings,
});

/** A note at its first revision, and what it becomes when bodies are saved over it. */
const [first] = sampleReport().notes.map((note): Note => ({ ...note, revision: 1, body: 'first' }));
function saved(bodies: readonly string[]): ImportedNotes {
  let note = first!;
  const revisions: NoteRevision[] = [];
  for (const body of bodies) {
    revisions.push({
      noteId: note.id,
      revision: note.revision,
      body: note.body,
      targets: note.targets,
      savedAtMs: note.updatedAtMs,
    });
    note = { ...note, body, revision: note.revision + 1, updatedAtMs: note.updatedAtMs + 1000 };
  }
  return { ...none, notes: [note], revisions };
}
const bodies = (merge: NotesMerge): string[] => merge.notes.map(({ body }) => body);

describe('notes from two laptops', () => {
  it('takes what is new', () => {
    const merge = mergeNotes(none, saved(['second']));
    expect(merge.added).toEqual([first!.id]);
    expect(merge.report.taken.notes).toBe(1);
    expect(merge.revisions.map(({ body }) => body)).toEqual(['first']);
  });

  it('moves on where only the other side went on, and keeps what stood here in the history', () => {
    const merge = mergeNotes(saved([]), saved(['second', 'third']));
    expect(merge.updated).toEqual([first!.id]);
    expect(bodies(merge)).toEqual(['third']);
    expect(merge.revisions.map(({ body }) => body)).toEqual(['first', 'second']);
    expect(merge.conflicts).toEqual([]);
  });

  it('stays where only this side went on, and says so', () => {
    const merge = mergeNotes(saved(['second']), saved([]));
    expect(bodies(merge)).toEqual(['second']);
    expect([merge.added, merge.updated, merge.conflicts]).toEqual([[], [], []]);
    expect(merge.report.left.map(({ code }) => code)).toEqual(['note-older']);
  });

  it('keeps both where both went on, however many times, and says so', () => {
    for (const [mine, theirs] of [
      [['mine'], ['theirs']],
      [['mine'], ['theirs', 'theirs again']],
      [['mine', 'mine again'], ['theirs']],
    ] as const) {
      const merge = mergeNotes(saved(mine), saved(theirs));
      expect(bodies(merge)).toEqual([mine.at(-1), theirs.at(-1)]);
      expect(merge.notes[0]!.id).toBe(first!.id);
      expect(merge.conflicts).toEqual([{ id: first!.id, copyId: merge.notes[1]!.id }]);
      expect(merge.report.left.map(({ code }) => code)).toEqual(['note-conflict']);
      expect(mergeNotes(notesOf(merge), saved(theirs)).added).toEqual([]);
    }
  });

  it('keeps both where the newer side has no history to show', () => {
    const merge = mergeNotes(saved([]), { ...saved(['second']), revisions: [] });
    expect(bodies(merge)).toEqual(['first', 'second']);
  });

  it('takes a changed target for a change', () => {
    const moved = { ...saved([]).notes[0]!, targets: first!.targets.slice(0, 1) };
    expect(mergeNotes(saved([]), { ...none, notes: [moved] }).conflicts).toHaveLength(1);
  });

  it('brings codings of two coders together and follows a note that moved', () => {
    const data = sampleReport();
    const theirs = { ...saved(['theirs']), codes: data.codes, codings: data.codings };
    const merge = mergeNotes({ ...saved(['mine']), codes: [{ ...data.codes[0]!, name: 'Money' }], codings: [] }, theirs);
    expect(merge.codings.map(({ noteId }) => noteId)).toEqual([merge.conflicts[0]!.copyId]);
    expect(merge.codes.map(({ name }) => name)).toEqual(['Money', 'Cost']);
    expect(merge.report.left.map(({ code }) => code)).toEqual(['note-conflict', 'code-differs']);
  });

  it('never drops a body, and merging twice is merging once', () => {
    const line = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 });
    const history = fc.array(line, { maxLength: 3 });
    fc.assert(
      fc.property(history, history, (a, b) => {
        const [mine, theirs] = [saved(a), saved(b)];
        const merge = mergeNotes(mine, theirs);
        const kept = new Set([...merge.notes, ...merge.revisions].map(({ body }) => body));
        for (const { body } of [...mine.notes, ...theirs.notes]) expect(kept).toContain(body);
        const again = mergeNotes(notesOf(merge), theirs);
        expect([again.added, again.updated, again.conflicts]).toEqual([[], [], []]);
        expect(again.notes).toEqual(merge.notes);
      }),
    );
  });

  it('changes nothing when a report meets itself', () => {
    fc.assert(
      fc.property(arbitraryReport(), (data) => {
        const merge = mergeNotes(data, data);
        expect(notesOf(merge)).toEqual({
          notes: data.notes,
          revisions: data.revisions,
          codes: data.codes,
          codings: data.codings,
        });
        expect(merge.report.left).toEqual([]);
      }),
    );
  });
});
