import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImportedNotes } from '../../../../../core/formats/exchange/importer';
import { type Gone, type GoneHere, mergeNotes, type NotesMerge } from '../../../../../core/formats/exchange/merge-notes';
import { type CodingId, newId } from '../../../../../core/model/ids';
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
    expect(merge.added.notes).toEqual([first!.id]);
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
    expect([merge.added.notes, merge.updated, merge.conflicts]).toEqual([[], [], []]);
    expect(merge.report.left.map(({ code }) => code)).toEqual(['note-older']);
  });

  it('keeps both where both went on, the later one as the note, however many times, and says so', () => {
    for (const [mine, theirs, whose] of [
      [['mine'], ['theirs', 'theirs again'], 'theirs'],
      [['mine', 'mine again'], ['theirs'], 'ours'],
    ] as const) {
      const merge = mergeNotes(saved(mine), saved(theirs));
      const last = { ours: mine.at(-1), theirs: theirs.at(-1) };
      const [conflict] = merge.conflicts;
      expect(bodies(merge).sort()).toEqual([last.ours, last.theirs].sort());
      expect(conflict![whose]).toBe(first!.id);
      const byId = new Map(merge.notes.map(({ id, body }) => [id, body]));
      expect([byId.get(conflict!.ours), byId.get(conflict!.theirs)]).toEqual([last.ours, last.theirs]);
      expect(merge.report.left.map(({ code }) => code)).toEqual(['note-conflict']);
      const again = mergeNotes(notesOf(merge), saved(theirs));
      expect([again.added.notes, again.updated, again.conflicts]).toEqual([[], [], []]);
    }
  });

  it('comes to the same notes on both laptops, whoever takes the other’s first', () => {
    const [mine, theirs] = [saved(['mine']), saved(['theirs', 'theirs again'])];
    const here = mergeNotes(mine, theirs);
    const stateless = ({ notes }: ImportedNotes) => notes.map(({ id, body }) => `${id} ${body}`).sort();
    expect(stateless(notesOf(mergeNotes(theirs, mine)))).toEqual(stateless(notesOf(here)));
    expect(stateless(notesOf(mergeNotes(theirs, notesOf(here))))).toEqual(stateless(notesOf(here)));
  });

  it('keeps both where the newer side has no history to show', () => {
    const merge = mergeNotes(saved([]), { ...saved(['second']), revisions: [] });
    expect(bodies(merge).sort()).toEqual(['first', 'second']);
  });

  it('takes what the other side wrote where this side came back to what both had', () => {
    const merge = mergeNotes(saved(['changed', 'first']), saved(['theirs']));
    expect(bodies(merge)).toEqual(['theirs']);
    expect(merge.conflicts).toEqual([]);
    expect(bodies(mergeNotes(saved(['theirs']), saved(['changed', 'first'])))).toEqual(['theirs']);
  });

  it('keeps the way by which the other side came to the same words', () => {
    const merge = mergeNotes(saved(['mine', 'same']), saved(['theirs', 'same']));
    expect([merge.added.notes, merge.updated, merge.remembered]).toEqual([[], [], [first!.id]]);
    expect(new Set(merge.revisions.map(({ body }) => body))).toEqual(new Set(['first', 'mine', 'theirs']));
    expect(mergeNotes(notesOf(merge), saved(['theirs', 'same'])).remembered).toEqual([]);
  });

  it('takes a changed target for a change', () => {
    const moved = { ...saved([]).notes[0]!, targets: first!.targets.slice(0, 1) };
    expect(mergeNotes(saved([]), { ...none, notes: [moved] }).conflicts).toHaveLength(1);
  });

  it('brings codings of two coders together; they stay with their note', () => {
    const data = sampleReport();
    const theirs = { ...saved(['theirs']), codes: data.codes, codings: data.codings };
    const merge = mergeNotes({ ...saved(['mine']), codes: [{ ...data.codes[0]!, name: 'Money' }], codings: [] }, theirs);
    expect(merge.codings.map(({ noteId }) => noteId)).toEqual([first!.id]);
    expect(merge.codes.map(({ name }) => name)).toEqual(['Money', 'Cost']);
    expect(merge.report.left.map(({ code }) => code).sort()).toEqual(['code-differs', 'note-conflict']);
  });

  describe('what is not shown here', () => {
    const data = sampleReport();
    const theirs = { ...saved([]), codes: data.codes, codings: data.codings };
    const gone = (why: Gone): GoneHere => ({
      notes: new Map([[first!.id, why]]),
      codings: new Map([[data.codings[0]!.id, why]]),
      codes: new Map(data.codes.map(({ id }) => [id, why])),
    });
    const ids = { notes: [first!.id], codings: [data.codings[0]!.id], codes: data.codes.map(({ id }) => id) };

    it('comes again where the import that brought it was undone', () => {
      const merge = mergeNotes(theirs, theirs, gone('withdrawn'));
      expect(merge.back).toEqual(ids);
      expect(merge.report.left).toEqual([]);
      expect(merge.report.taken).toMatchObject({ notes: 1, codings: 1, codes: data.codes.length });
    });
    it('stays away where the reader deleted it, and is offered', () => {
      const merge = mergeNotes(theirs, theirs, gone('deleted'));
      expect(merge.setAside).toEqual(ids);
      expect([merge.back.notes, merge.added.notes, merge.updated]).toEqual([[], [], []]);
      expect(merge.report.left.map(({ code, count }) => [code, count])).toEqual([
        ['note-binned', 1],
        ['coding-removed', 1],
        ['code-binned', data.codes.length],
      ]);
    });
    it('comes back with what the other side wrote since', () => {
      const merge = mergeNotes(theirs, saved(['went on']), gone('deleted'));
      expect(merge.updated).toEqual([first!.id]);
      expect(bodies(merge)).toEqual(['went on']);
    });
    it('a code comes out of the bin where the other side gave it to a passage that is new here', () => {
      const anew = { ...theirs, codings: [{ ...data.codings[0]!, id: newId<CodingId>() }] };
      const merge = mergeNotes(theirs, anew, gone('deleted'));
      expect(merge.back.codes).toEqual([data.codings[0]!.codeId]);
      expect(merge.added.codings).toHaveLength(1);
    });
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
        expect([again.added.notes, again.updated, again.conflicts, again.remembered]).toEqual([[], [], [], []]);
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
