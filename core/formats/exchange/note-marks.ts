/** Numbers notes in reading order and cuts segments where notes begin and end, so that marks may overlap and nest. */
import type { Note } from '../../model/note';
import type { ReportData } from '../../model/report-data';
import type { Segment } from '../../model/text';
import type { Column, TableRow } from './columns';

export interface NumberedNote {
  /** From one. */
  number: number;
  note: Note;
  codes: string[];
}
/** A stretch of a segment's text with the same notes on all of it. */
export interface Piece {
  text: string;
  /** Numbers of the notes that cover it, ascending. */
  notes: number[];
  /** Numbers of the notes whose first or last piece in this segment it is. */
  starts: number[];
  ends: number[];
}
export interface NoteMarks {
  notes: NumberedNote[];
  /** Notes with a mark on one of these segments, by number. */
  notesOn(segments: readonly Segment[]): NumberedNote[];
  pieces(segment: Segment): Piece[];
}

interface Mark {
  number: number;
  start: number;
  end: number;
}

/** Notes on the chosen columns only. */
export function noteMarks(data: ReportData, columns: readonly Column[], rows: readonly TableRow[]): NoteMarks {
  const place = placesOf(columns, rows);
  const shown = new Set<string>(columns.map(({ version }) => version.info.id));
  const placed = data.notes
    .map((note) => ({
      note,
      at: Math.min(
        ...note.targets.map((t) => (shown.has(t.versionId) ? place(t.versionId, t.position.start) : Number.POSITIVE_INFINITY)),
      ),
    }))
    .filter(({ at }) => at < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.at - b.at || a.note.createdAtMs - b.note.createdAtMs || (a.note.id < b.note.id ? -1 : 1));
  const codeNames = new Map(data.codes.map((code) => [code.id, code.name]));
  const notes = placed.map(({ note }, i) => ({
    number: i + 1,
    note,
    codes: [...new Set(data.codings.filter((c) => c.noteId === note.id).map((c) => codeNames.get(c.codeId) ?? ''))].filter(
      Boolean,
    ),
  }));
  const marks = new Map<Segment, Mark[]>();
  const segments = new Map<string, readonly Segment[]>(columns.map(({ version }) => [version.info.id, version.segments]));
  for (const { number, note } of notes) {
    for (const { versionId, position } of note.targets) {
      const list = segments.get(versionId) ?? [];
      for (let i = firstEndingAfter(list, position.start); (list[i]?.start ?? Number.POSITIVE_INFINITY) < position.end; i += 1) {
        const segment = list[i] as Segment;
        marks.set(segment, [...(marks.get(segment) ?? []), { number, ...position }]);
      }
    }
  }
  return {
    notes,
    notesOn(list) {
      const numbers = new Set(list.flatMap((segment) => (marks.get(segment) ?? []).map(({ number }) => number)));
      return [...numbers].sort((a, b) => a - b).flatMap((number) => notes[number - 1] ?? []);
    },
    pieces(segment) {
      const here = (marks.get(segment) ?? [])
        .map((m) => ({
          number: m.number,
          start: Math.max(0, m.start - segment.start),
          end: Math.min(segment.text.length, m.end - segment.start),
        }))
        .filter((m) => m.start < m.end);
      return cut(segment.text, here);
    },
  };
}

/** Index of the first segment that ends after the offset. */
export function firstEndingAfter(segments: readonly Segment[], offset: number): number {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((segments[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function cut(text: string, marks: readonly Mark[]): Piece[] {
  const edges = [...new Set([0, text.length, ...marks.flatMap((m) => [m.start, m.end])])].sort((a, b) => a - b);
  const pieces: Piece[] = [];
  const numbers = (select: (m: Mark) => boolean): number[] =>
    [...new Set(marks.filter(select).map((m) => m.number))].sort((a, b) => a - b);
  for (let i = 0; i + 1 < edges.length; i += 1) {
    const [from, to] = [edges[i] ?? 0, edges[i + 1] ?? 0];
    pieces.push({
      text: text.slice(from, to),
      notes: numbers((m) => m.start <= from && m.end >= to),
      starts: numbers((m) => m.start === from),
      ends: numbers((m) => m.end === to),
    });
  }
  return pieces.length > 0 ? pieces : [{ text, notes: [], starts: [], ends: [] }];
}

/** Reading order of an offset: its row first, then its place in the version. Infinite where no row holds it. */
function placesOf(columns: readonly Column[], rows: readonly TableRow[]): (versionId: string, offset: number) => number {
  const scale = 2 ** 32;
  const starts = new Map<string, { start: number; row: number }[]>();
  for (const [c, column] of columns.entries()) {
    const list = rows.flatMap(({ cells }, row) => (cells[c] ?? []).map(({ start }) => ({ start, row })));
    starts.set(
      column.version.info.id,
      list.sort((a, b) => a.start - b.start),
    );
  }
  return (versionId, offset) => {
    const list = starts.get(versionId) ?? [];
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((list[middle]?.start ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const found = list[Math.max(0, low - 1)];
    return found ? found.row * scale + offset : Number.POSITIVE_INFINITY;
  };
}
