/**
 * The rows of the open report as the window holds them: sections of about 200 rows, each loaded or not, and the segments that
 * the loaded rows name. A report of 100,000 rows shows its first text while the rest still comes in, and a row patch touches
 * one section instead of one long array. Plain data with no rendering, so that it can be tested as it is.
 */
import type { RowId } from '../../core/model/ids';
import type { Row, RowPatch } from '../../core/model/report';
import type { Segment } from '../../core/model/text';

export const sectionSize = 200;

export interface Section {
  /** Stays the same through edits. */
  readonly key: number;
  /** Reading-order index of its first row. */
  start: number;
  size: number;
  /** Null: not loaded yet. */
  rows: Row[] | null;
}

export type BookChange =
  | { type: 'filled'; section: Section }
  | { type: 'spliced'; section: Section; at: number; removed: number; inserted: readonly Row[] }
  /** The same rows, whose paragraphs have other marks. */
  | { type: 'marked'; section: Section; at: number; rows: readonly Row[] }
  /** The section has to be loaded again. */
  | { type: 'dropped'; section: Section };

interface Place {
  section: Section;
  at: number;
}

export class RowBook {
  readonly sections: Section[] = [];
  readonly versionCount: number;
  /** By version ordinal and segment index; holes where nothing is loaded. */
  readonly #segments: Segment[][];
  readonly #starts: { index: number[]; sorted: boolean }[];
  /** By version ordinal and segment index. Lists, not maps: they take a tenth of the room. */
  readonly #rowOf: (RowId | undefined)[][];
  /** By row id: ids count up from 1 in each report. */
  readonly #sectionOf: (Section | undefined)[] = [];
  /** Counts up with every patch: an answer to a question asked before it doesn't fit any more. */
  revision = 0;

  constructor(rowCount: number, versionCount: number) {
    this.versionCount = versionCount;
    for (let start = 0; start < rowCount; start += sectionSize) {
      this.sections.push({ key: this.sections.length, start, size: Math.min(sectionSize, rowCount - start), rows: null });
    }
    this.#segments = Array.from({ length: versionCount }, () => []);
    this.#starts = Array.from({ length: versionCount }, () => ({ index: [], sorted: true }));
    this.#rowOf = Array.from({ length: versionCount }, () => []);
  }

  get rowCount(): number {
    const last = this.sections.at(-1);
    return last ? last.start + last.size : 0;
  }
  get isComplete(): boolean {
    return this.sections.every((s) => s.rows !== null);
  }

  sectionAt(index: number): Section | null {
    let low = 0;
    let high = this.sections.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.sections[middle]!.start <= index) low = middle;
      else high = middle - 1;
    }
    // An emptied section has the same start as the one after it; the search ends on the last of them.
    const found = this.sections[low];
    return found && index >= found.start && index < found.start + found.size ? found : null;
  }
  rowAt(index: number): Row | null {
    const section = this.sectionAt(index);
    return section?.rows?.[index - section.start] ?? null;
  }
  segment(version: number, index: number): Segment | null {
    return this.#segments[version]?.[index] ?? null;
  }
  segmentsOf(row: Row, version: number): Segment[] {
    return (row.cells[version] ?? []).flatMap((index) => this.segment(version, index) ?? []);
  }
  /** The row that holds a segment, if it is loaded. */
  rowOf(version: number, segment: number): RowId | null {
    return this.#rowOf[version]?.[segment] ?? null;
  }
  /** Reading-order index of a row, or −1 when it isn't loaded. */
  indexOf(id: RowId): number {
    const section = this.#sectionOf[id];
    const at = section?.rows?.findIndex((r) => r.id === id) ?? -1;
    return section && at >= 0 ? section.start + at : -1;
  }
  *loadedRows(): Generator<{ index: number; row: Row }> {
    for (const section of this.sections) {
      for (const [at, row] of (section.rows ?? []).entries()) yield { index: section.start + at, row };
    }
  }

  /** Segments of a version that overlap [start, end) of its text, in order, as far as they are loaded. */
  segmentsBetween(version: number, start: number, end: number): Segment[] {
    const known = this.#starts[version];
    const segments = this.#segments[version];
    if (!known || !segments) return [];
    if (!known.sorted) {
      known.index.sort((a, b) => a - b);
      known.sorted = true;
    }
    let low = 0;
    let high = known.index.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (segments[known.index[middle]!]!.end <= start) low = middle + 1;
      else high = middle;
    }
    const found: Segment[] = [];
    for (let i = low; i < known.index.length; i++) {
      const segment = segments[known.index[i]!]!;
      if (segment.start >= end) break;
      found.push(segment);
    }
    return found;
  }

  /** Takes in a page of rows that the host read; fills the sections that it covers whole and that wait for it. */
  fill(offset: number, rows: readonly Row[], segments: readonly (readonly Segment[])[]): BookChange[] {
    segments.forEach((list, version) => {
      for (const segment of list) this.putSegment(version, segment);
    });
    const changes: BookChange[] = [];
    for (const section of this.sections) {
      if (section.rows || section.size === 0) continue;
      if (section.start < offset || section.start + section.size > offset + rows.length) continue;
      section.rows = rows.slice(section.start - offset, section.start - offset + section.size);
      for (const row of section.rows) this.#index(row, section);
      changes.push({ type: 'filled', section });
    }
    return changes;
  }
  putSegment(version: number, segment: Segment): void {
    const list = this.#segments[version];
    const known = this.#starts[version];
    if (!list || !known) return;
    if (!list[segment.index]) {
      if (known.sorted && (known.index.at(-1) ?? -1) > segment.index) known.sorted = false;
      known.index.push(segment.index);
    }
    list[segment.index] = segment;
  }

  /** Marks paragraphs as beside the text, or takes the mark back. What isn't loaded comes with its mark. */
  mark(paragraphs: readonly { version: number; segment: number; boilerplate: boolean }[]): BookChange[] {
    this.revision += 1;
    const places = new Set<number>();
    for (const { version, segment, boilerplate } of paragraphs) {
      const known = this.segment(version, segment);
      const row = this.rowOf(version, segment);
      if (known) this.putSegment(version, { ...known, boilerplate });
      if (row !== null) places.add(this.indexOf(row));
    }
    const changes: BookChange[] = [];
    let last = -2;
    for (const index of [...places].filter((i) => i >= 0).sort((a, b) => a - b)) {
      const section = this.sectionAt(index)!;
      const before = changes.at(-1);
      const row = this.rowAt(index)!;
      if (before?.type === 'marked' && before.section === section && index === last + 1)
        changes[changes.length - 1] = { ...before, rows: [...before.rows, row] };
      else changes.push({ type: 'marked', section, at: index - section.start, rows: [row] });
      last = index;
    }
    return changes;
  }

  /** True where the rows that a patch removes stand where it says, as far as they are loaded. */
  fits(patch: RowPatch): boolean {
    return patch.remove.every(({ id }, i) => (this.rowAt(patch.at + i)?.id ?? id) === id);
  }
  /** Applies a row patch: rows [at, at + remove.length) become `insert`. */
  apply(patch: RowPatch): BookChange[] {
    this.revision += 1;
    const changes: BookChange[] = [];
    const home = this.#placeFor(patch.at);
    let left = patch.remove.length;
    let at = patch.at;
    // From the section of the first removed row on; what is removed in later sections stands at their beginning.
    for (const section of this.sections.slice(home ? this.sections.indexOf(home.section) : 0)) {
      if (left === 0) break;
      const local = at - section.start;
      if (local < 0 || local >= section.size) continue;
      const removed = Math.min(left, section.size - local);
      for (const row of section.rows?.splice(local, removed) ?? []) this.#forget(row);
      section.size -= removed;
      if (section.rows) changes.push({ type: 'spliced', section, at: local, removed, inserted: [] });
      left -= removed;
      at += removed;
    }
    if (home && patch.insert.length > 0) changes.push(...this.#insert(home, patch.insert));
    this.#renumber();
    return changes;
  }

  #insert({ section, at }: Place, rows: readonly Row[]): BookChange[] {
    section.size += rows.length;
    if (!section.rows) return [];
    section.rows.splice(at, 0, ...rows);
    for (const row of rows) this.#index(row, section);
    const known = rows.every((row) => row.cells.every((cell, v) => cell.every((s) => this.segment(v, s))));
    if (known) return [{ type: 'spliced', section, at, removed: 0, inserted: rows }];
    for (const row of section.rows) this.#forget(row);
    section.rows = null;
    return [{ type: 'dropped', section }];
  }
  #placeFor(index: number): Place | null {
    const section = this.sectionAt(index);
    if (section) return { section, at: index - section.start };
    // Behind the last row, or a report whose rows are all gone.
    const last = this.sections.at(-1);
    if (last) return { section: last, at: last.size };
    const first: Section = { key: 0, start: 0, size: 0, rows: [] };
    this.sections.push(first);
    return { section: first, at: 0 };
  }
  #index(row: Row, section: Section): void {
    this.#sectionOf[row.id] = section;
    row.cells.forEach((cell, version) => {
      const rows = this.#rowOf[version];
      for (const segment of cell) if (rows) rows[segment] = row.id;
    });
  }
  #forget(row: Row): void {
    this.#sectionOf[row.id] = undefined;
    row.cells.forEach((cell, version) => {
      const rows = this.#rowOf[version];
      for (const segment of cell) if (rows?.[segment] === row.id) rows[segment] = undefined;
    });
  }
  #renumber(): void {
    let start = 0;
    for (const section of this.sections) {
      section.start = start;
      start += section.size;
    }
  }
}
