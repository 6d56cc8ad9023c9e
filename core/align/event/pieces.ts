/**
 * What is compared when different reports of one event are aligned: units (segments that can be linked), and the sentences in
 * them, as lists of distinct types. Both stand on the types of one AnalysedVersion, so one evidence table serves both.
 */
import type { AlignVersion } from '../types';
import type { AnalysedVersion, Unit } from '../vocabulary';

/** Pieces with their distinct types: slots start[p] up to start[p + 1]. */
export interface PieceTable {
  /** The unit that piece p is, or is a part of. */
  unit: Int32Array;
  start: Int32Array;
  type: Int32Array;
  count: Float32Array;
  /** Position of the type's first token among the piece's tokens. */
  position: Int32Array;
}

/** A version made ready. Units are its segments that can be linked: no boilerplate, no blank ones. */
export interface EventVersion {
  version: AlignVersion;
  units: readonly Unit[];
  analysed: AnalysedVersion;
  whole: PieceTable;
  sentences: PieceTable;
  /** 1 for units at its head, heading and lead. */
  head: Uint8Array;
}

/** Units that make a head, and tokens that make a unit of it: a line with a place and a name between heading and lead is none. */
const heads = { units: 2, tokens: 4 };

function headOf(analysed: AnalysedVersion): Uint8Array {
  const head = new Uint8Array(analysed.tokens.length);
  let left = heads.units;
  analysed.tokens.forEach((tokens, u) => {
    if (left === 0 || tokens.length < heads.tokens) return;
    head[u] = 1;
    left -= 1;
  });
  return head;
}

interface Stretch {
  unit: number;
  from: number;
  to: number;
}

function pieceTable(analysed: AnalysedVersion, stretches: readonly Stretch[]): PieceTable {
  const start = new Int32Array(stretches.length + 1);
  const type: number[] = [];
  const count: number[] = [];
  const position: number[] = [];
  stretches.forEach((stretch, p) => {
    const counts = new Map<number, number>();
    const first = new Map<number, number>();
    const tokens = (analysed.tokens[stretch.unit] ?? []).filter(
      (token) => token.start >= stretch.from && token.start < stretch.to,
    );
    tokens.forEach((token, at) => {
      counts.set(token.type, (counts.get(token.type) ?? 0) + 1);
      if (!first.has(token.type)) first.set(token.type, at);
    });
    for (const [id, times] of counts) {
      type.push(id);
      count.push(times);
      position.push(first.get(id) ?? 0);
    }
    start[p + 1] = type.length;
  });
  return {
    unit: Int32Array.from(stretches, (stretch) => stretch.unit),
    start,
    type: Int32Array.from(type),
    count: Float32Array.from(count),
    position: Int32Array.from(position),
  };
}

/** `analysed`: the version's units. */
export function prepareEventVersion(version: AlignVersion, units: readonly Unit[], analysed: AnalysedVersion): EventVersion {
  const whole = units.map((unit, u) => ({ unit: u, from: unit.start, to: unit.end }));
  const sentences = units.flatMap((unit, u): Stretch[] => {
    const spans = (version.segments[unit.segment]?.sentences ?? []).filter(
      ([start, end]) => end > unit.start && start < unit.end,
    );
    if (spans.length < 2) return [{ unit: u, from: unit.start, to: unit.end }];
    return spans.map((span, at) => ({
      unit: u,
      from: at === 0 ? unit.start : span[0],
      to: spans[at + 1]?.[0] ?? unit.end,
    }));
  });
  return {
    version,
    units,
    analysed,
    whole: pieceTable(analysed, whole),
    sentences: pieceTable(analysed, sentences),
    head: headOf(analysed),
  };
}
