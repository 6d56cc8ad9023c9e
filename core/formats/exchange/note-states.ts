/**
 * States of a note on two laptops, and which of them goes on from which. A state is known again by its words, its passages and the
 * time at which it was saved; numbers of revisions count in one library only.
 */
import type { NoteId } from '../../model/ids';
import type { Note } from '../../model/note';
import type { NoteRevision } from '../../model/report-data';

/** A note on one side: what it is, and the states that it came from. */
export interface Line {
  now: NoteRevision;
  /** Keys of `now` and of all states before it. */
  keys: ReadonlySet<string>;
  before: readonly NoteRevision[];
}

/** What makes two states of a note the same to a reader. */
export const contentOf = ({ body, targets }: Pick<NoteRevision, 'body' | 'targets'>): string =>
  JSON.stringify([body, targets.map(({ versionId, quote, position }) => [versionId, quote.exact, position.start, position.end])]);

export const keyOf = (state: NoteRevision): string => `${state.savedAtMs} ${contentOf(state)}`;

export const presentState = ({ id, revision, body, targets, updatedAtMs }: Note): NoteRevision => ({
  noteId: id,
  revision,
  body,
  targets,
  savedAtMs: updatedAtMs,
});

export function lineOf(note: Note, before: readonly NoteRevision[]): Line {
  const now = presentState(note);
  return { now, before, keys: new Set([now, ...before].map(keyOf)) };
}

/** Negative when `a` is the earlier state. The same on both laptops, also where two states have one time. */
export const byTime = (a: NoteRevision, b: NoteRevision): number =>
  a.savedAtMs - b.savedAtMs || (contentOf(a) < contentOf(b) ? -1 : contentOf(a) > contentOf(b) ? 1 : 0);

/** The last state that both had. */
function baseOf(mine: Line, theirs: Line): NoteRevision | undefined {
  return [mine.now, ...mine.before]
    .filter((state) => theirs.keys.has(keyOf(state)))
    .sort(byTime)
    .at(-1);
}

export type Verdict = 'same' | 'theirs' | 'ours' | 'conflict';

/** Which side goes on from the other; conflict where both went on from what they last had together, or had nothing together. */
export function compareLines(mine: Line, theirs: Line): Verdict {
  if (contentOf(mine.now) === contentOf(theirs.now)) return 'same';
  const [known, knows] = [theirs.keys.has(keyOf(mine.now)), mine.keys.has(keyOf(theirs.now))];
  if (known && knows) return byTime(theirs.now, mine.now) > 0 ? 'theirs' : 'ours';
  if (known) return 'theirs';
  if (knows) return 'ours';
  const base = baseOf(mine, theirs);
  if (base && contentOf(base) === contentOf(mine.now)) return 'theirs';
  if (base && contentOf(base) === contentOf(theirs.now)) return 'ours';
  return 'conflict';
}

/** States of all lines, each once, oldest first. */
export function joinStates(...lists: readonly (readonly NoteRevision[])[]): NoteRevision[] {
  const states = new Map<string, NoteRevision>();
  for (const state of lists.flat()) if (!states.has(keyOf(state))) states.set(keyOf(state), state);
  return [...states.values()].sort((a, b) => byTime(a, b) || a.revision - b.revision);
}

export function byNote(revisions: readonly NoteRevision[]): Map<NoteId, NoteRevision[]> {
  const map = new Map<NoteId, NoteRevision[]>();
  for (const revision of revisions) {
    const list = map.get(revision.noteId);
    if (list) list.push(revision);
    else map.set(revision.noteId, [revision]);
  }
  return map;
}
