/**
 * Pairwise groups as aligners write them: bead lines (`[0] : [0, 1]`, as Gargantua, vecalign and others do, zero-based, with
 * a score where there is one) and hunalign's ladder (rungs `source target score`, from which the groups between two rungs
 * follow). A ladder can't cross: of crossing groups the longest run in order stays, the others become omissions.
 */

import type { ReportData } from '../../model/report-data';
import { failure, type Result, success } from '../../model/result';
import { columnsOf, tableRows } from './columns';
import type { Exporter } from './exporter';
import type { ExchangeContent, ExchangeImporter, LinkedRow } from './importer';
import { monotoneSubset } from './monotone';
import type { TransferLog } from './transfer-report';

function pairRows(data: ReportData, versions: readonly number[]): { rows: LinkedRow[]; sizes: [number, number] } {
  const columns = columnsOf(data, versions);
  const rows = tableRows(data, columns).map(({ row, cells }): LinkedRow => {
    const indices = (c: number): number[] => (cells[c] ?? []).map(({ index }) => index).sort((a, b) => a - b);
    return { cells: [indices(0), indices(1)], score: row.score };
  });
  return { rows, sizes: [columns[0]?.version.segments.length ?? 0, columns[1]?.version.segments.length ?? 0] };
}

function leaveRest(data: ReportData, log: TransferLog): void {
  log.leave('notes-left-out', '', data.notes.length);
  log.leave('codes-left-out', '', data.codings.length);
}

export const beadsExporter: Exporter = {
  id: 'beads',
  extension: 'beads',
  mediaType: 'text/plain;charset=utf-8',
  versions: 'two',
  export(data, options, log) {
    const { rows } = pairRows(data, options.versions);
    const lines = rows.map(({ cells: [from, to] }) => `[${from.join(', ')}] : [${to.join(', ')}]\n`);
    log.take('rows', rows.length);
    leaveRest(data, log);
    return success([
      { name: `${options.name}.beads`, mediaType: this.mediaType, bytes: new TextEncoder().encode(lines.join('')) },
    ]);
  },
};

/** Rungs: where each group begins in both texts, then the end of both. */
function ladderOf(
  rows: readonly LinkedRow[],
  sizes: readonly [number, number],
): { rungs: [number, number, number][]; dropped: number } {
  const contiguous = (cell: readonly number[]): boolean => (cell.at(-1) ?? 0) - (cell[0] ?? 0) === cell.length - 1;
  const linked = rows
    .filter(({ cells: [a, b] }) => a.length > 0 && b.length > 0)
    .sort((p, q) => (p.cells[0][0] ?? 0) - (q.cells[0][0] ?? 0));
  const whole = linked.filter(({ cells: [a, b] }) => contiguous(a) && contiguous(b));
  const kept = monotoneSubset(whole.map(({ cells }) => cells)).map((i) => whole[i] as LinkedRow);
  const rungs: [number, number, number][] = [];
  let [a, b] = [0, 0];
  const omit = (toA: number, toB: number): void => {
    // Segments without counterpart: those of the first text, then those of the second, a rung each.
    for (; a < toA; a += 1) rungs.push([a, b, 0]);
    for (; b < toB; b += 1) rungs.push([a, b, 0]);
  };
  for (const { cells, score } of kept) {
    omit(cells[0][0] ?? 0, cells[1][0] ?? 0);
    rungs.push([a, b, score ?? 0]);
    a += cells[0].length;
    b += cells[1].length;
  }
  omit(sizes[0], sizes[1]);
  rungs.push([a, b, 0]);
  return { rungs, dropped: linked.length - kept.length };
}

export const ladderExporter: Exporter = {
  id: 'ladder',
  extension: 'ladder',
  mediaType: 'text/plain;charset=utf-8',
  versions: 'two',
  export(data, options, log) {
    const { rows, sizes } = pairRows(data, options.versions);
    const { rungs, dropped } = ladderOf(rows, sizes);
    log.take('rows', rows.length - dropped);
    log.leave('crossing-left-out', '', dropped);
    leaveRest(data, log);
    const lines = rungs.map((rung) => `${rung.join('\t')}\n`);
    return success([
      { name: `${options.name}.ladder`, mediaType: this.mediaType, bytes: new TextEncoder().encode(lines.join('')) },
    ]);
  },
};

/** Every segment stands in one row: the first one that claims it; those that no line names get rows of their own. */
function completeRows(wanted: readonly LinkedRow[], sizes: readonly [number, number], log: TransferLog): LinkedRow[] {
  const used = [new Set<number>(), new Set<number>()] as const;
  const claim = (side: 0 | 1, cell: readonly number[]): number[] =>
    [...new Set(cell)]
      .filter((index) => {
        if (index >= sizes[side]) log.leave('segment-out-of-range', String(index));
        else if (used[side].has(index)) log.leave('segment-twice', String(index));
        else {
          used[side].add(index);
          return true;
        }
        return false;
      })
      .sort((a, b) => a - b);
  const rows = wanted
    .map(({ cells, score }): LinkedRow => ({ cells: [claim(0, cells[0]), claim(1, cells[1])], score }))
    .filter(({ cells: [a, b] }) => a.length + b.length > 0)
    .map((row) => (row.cells[0].length > 0 && row.cells[1].length > 0 ? row : { ...row, score: null }));
  const missing: LinkedRow[] = [];
  for (const side of [0, 1] as const) {
    for (let index = 0; index < sizes[side]; index += 1) {
      if (!used[side].has(index)) missing.push({ cells: side === 0 ? [[index], []] : [[], [index]], score: null });
    }
  }
  log.leave('segment-missing', '', missing.length);
  return placeMissing(rows, missing);
}

/** A row that was missing stands before the first row that begins later in the same text. */
function placeMissing(rows: readonly LinkedRow[], missing: readonly LinkedRow[]): LinkedRow[] {
  let result = [...rows];
  for (const side of [0, 1] as const) {
    const own = missing.filter(({ cells }) => cells[side].length > 0);
    if (own.length === 0) continue;
    const merged: LinkedRow[] = [];
    let next = 0;
    for (const row of result) {
      const first = row.cells[side][0];
      while (first !== undefined && next < own.length && ((own[next] as LinkedRow).cells[side][0] ?? 0) < first) {
        merged.push(own[next] as LinkedRow);
        next += 1;
      }
      merged.push(row);
    }
    result = [...merged, ...own.slice(next)];
  }
  return result;
}

const beadLine = /^\[([\d ,]*)\]\s*:\s*\[([\d ,]*)\](?:\s*:\s*(-?[\d.eE+-]{1,30}))?$/;
const numbersIn = (list: string): number[] => (list.match(/\d{1,9}/g) ?? []).map(Number);

function scoreOf(value: string | undefined): number | null {
  const score = Number(value);
  // Other aligners' scores are on scales of their own; only what is on ours is taken.
  return value !== undefined && value !== '' && score >= 0 && score <= 1 ? score : null;
}

function linesOf(bytes: Uint8Array): string[] {
  return new TextDecoder()
    .decode(bytes)
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function parseBeads(lines: readonly string[], log: TransferLog): LinkedRow[] {
  return lines.flatMap((line) => {
    const found = line.length <= 1_000_000 ? beadLine.exec(line) : null;
    if (!found) {
      log.leave('line-not-understood', line);
      return [];
    }
    return [{ cells: [numbersIn(found[1] ?? ''), numbersIn(found[2] ?? '')], score: scoreOf(found[3]) } satisfies LinkedRow];
  });
}

function parseLadder(lines: readonly string[], sizes: readonly [number, number], log: TransferLog): LinkedRow[] {
  const rungs: { at: [number, number]; score: number | null }[] = [];
  for (const line of lines) {
    const [a = '', b = '', score] = line.split(/\s+/);
    const last = rungs.at(-1)?.at ?? [0, 0];
    const at: [number, number] = [Number(a), Number(b)];
    const understood = /^\d{1,9}$/.test(a) && /^\d{1,9}$/.test(b) && at[0] >= last[0] && at[1] >= last[1];
    if (understood && at[0] <= sizes[0] && at[1] <= sizes[1]) rungs.push({ at, score: scoreOf(score) });
    else log.leave(understood ? 'segment-out-of-range' : 'line-not-understood', line);
  }
  const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);
  return rungs.flatMap(({ at, score }, i) => {
    const next = rungs[i + 1]?.at;
    return next ? [{ cells: [range(at[0], next[0]), range(at[1], next[1])], score } satisfies LinkedRow] : [];
  });
}

const linksImporter = (
  id: 'beads' | 'ladder',
  extensions: readonly string[],
  parse: (lines: readonly string[], sizes: readonly [number, number], log: TransferLog) => LinkedRow[],
): ExchangeImporter => ({
  id,
  extensions,
  maxBytes: 64 * 1024 * 1024,
  needsReport: true,
  read(bytes, { report, versions: [a, b] = [0, 1] }, log): Result<ExchangeContent> {
    const [first, second] = [report?.versions[a], report?.versions[b]];
    if (!report || !first || !second) return failure(report ? 'version-not-found' : 'report-not-found');
    const sizes = [first.info.segmentCount, second.info.segmentCount] as const;
    const wanted = parse(linesOf(bytes), sizes, log);
    if (wanted.length === 0) return failure('exchange-other');
    const rows = completeRows(wanted, sizes, log);
    log.take('rows', rows.length);
    return success({ kind: 'links', rows });
  },
});

export const beadsImporter = linksImporter('beads', ['beads'], (lines, _sizes, log) => parseBeads(lines, log));
export const ladderImporter = linksImporter('ladder', ['ladder'], parseLadder);
