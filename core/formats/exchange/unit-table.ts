/**
 * Units with a variant a language, as TMX and XLIFF hold them, become versions and rows. Where our own segment marks stand
 * beside the variants of a version and fit together, its segments come back as they were; else a variant is a paragraph.
 */
import type { RowStatus, VersionInfo } from '../../model/report';
import { maxVersions } from '../../model/report-shapes';
import type { DraftRow, DraftSegment, DraftVersion } from './build-report';
import { readMarks, type SegmentMark } from './segment-marks';
import type { TransferLog } from './transfer-report';

export interface Variant {
  /** Which version it belongs to: any name that the file's reader gives. */
  key: string;
  text: string;
  /** Our own marks, if the file has them. */
  marks: string | null;
}
export interface Unit {
  id?: number;
  variants: Variant[];
  score: number | null;
  status: RowStatus;
  notes: string[];
}
export interface KnownVersion {
  lang: string;
  info?: VersionInfo;
}

interface Placed {
  variant: Variant;
  marks: SegmentMark[] | null;
}

/** `versions`: in order of their columns, by key. Those over the limit are left out and named. */
export function tableOfUnits(units: readonly Unit[], versions: ReadonlyMap<string, KnownVersion>, log: TransferLog) {
  const keys = [...versions.keys()];
  for (const key of keys.slice(maxVersions)) log.leave('versions-over-limit', versions.get(key)?.lang ?? '');
  const drafts: DraftVersion[] = [];
  /** cellsOf[v][u]: segments of unit u in version v. */
  const cellsOf: number[][][] = [];
  for (const key of keys.slice(0, maxVersions)) {
    const known = versions.get(key) as KnownVersion;
    const placed = units.map((unit) =>
      unit.variants
        .filter((variant) => variant.key === key)
        .map(
          (variant): Placed => ({
            variant,
            marks: variant.marks === null ? null : readMarks(variant.marks, variant.text.length),
          }),
        ),
    );
    const own = known.info ? ownSegments(placed) : null;
    if (known.info && !own) log.leave('own-data-damaged', known.info.title || known.lang);
    const { segments, cells } = own ?? plainSegments(placed);
    drafts.push({ lang: known.lang, segments, ...(known.info ? { info: known.info } : {}) });
    cellsOf.push(cells);
  }
  const rows: DraftRow[] = [];
  units.forEach(({ id, score, status, notes }, u) => {
    const cells = cellsOf.map((cells) => cells[u] ?? []);
    if (cells.some((cell) => cell.length > 0)) rows.push({ ...(id === undefined ? {} : { id }), cells, score, status, notes });
    else log.leave('unit-without-text');
  });
  return { versions: drafts, rows };
}

type Segments = { segments: DraftSegment[]; cells: number[][] };

/** Null unless the marks name the segments 0..n-1 once each. */
function ownSegments(placed: readonly Placed[][]): Segments | null {
  const segments = new Map<number, DraftSegment>();
  const cells: number[][] = [];
  for (const variants of placed) {
    const cell: number[] = [];
    for (const { variant, marks } of variants) {
      if (!marks) return null;
      let at = 0;
      for (const { index, length, ...mark } of marks) {
        if (segments.has(index)) return null;
        segments.set(index, { ...mark, text: variant.text.slice(at, at + length) });
        cell.push(index);
        at += length + 1;
      }
    }
    cells.push(cell.sort((a, b) => a - b));
  }
  const list: DraftSegment[] = [];
  for (let index = 0; index < segments.size; index += 1) {
    const segment = segments.get(index);
    if (!segment) return null;
    list.push(segment);
  }
  return { segments: list, cells };
}

function plainSegments(placed: readonly Placed[][]): Segments {
  const segments: DraftSegment[] = [];
  const cells = placed.map((variants) =>
    variants.flatMap(({ variant }) => {
      const text = variant.text.replace(/\s+/gu, ' ').trim();
      if (text === '') return [];
      segments.push({ text, kind: 'paragraph', boilerplate: false });
      return [segments.length - 1];
    }),
  );
  return { segments, cells };
}
