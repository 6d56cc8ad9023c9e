/** Where the other versions are cut when a row is split in all of them: at about the same share of their text. */
import type { Row } from '../../../core/model/report';
import type { RowBook } from '../../state/row-book';

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** The version to split by: the one wanted if it has several paragraphs here, else the first that has; null when none has. */
export const splitVersion = (row: Row, wanted: number): number | null => {
  const several = (version: number) => (row.cells[version]?.length ?? 0) > 1;
  if (several(wanted)) return wanted;
  const found = row.cells.findIndex((_, v) => several(v));
  return found < 0 ? null : found;
};

/** How many segments of each cell stay above: the version's own up to `segment`, the others' by length of text; a single one stays. */
export function splitCuts(book: Pick<RowBook, 'segmentsOf'>, row: Row, version: number, segment: number): number[] {
  const lengths = row.cells.map((_, v) => book.segmentsOf(row, v).map((s) => s.text.length));
  const own = (row.cells[version] ?? []).indexOf(segment);
  const share = sum(lengths[version]!.slice(0, own)) / Math.max(1, sum(lengths[version]!));
  return row.cells.map((cell, v) => {
    if (v === version) return own;
    if (cell.length < 2) return cell.length;
    const total = Math.max(1, sum(lengths[v]!));
    const offBy = (cut: number) => Math.abs(sum(lengths[v]!.slice(0, cut)) / total - share);
    let best = 1;
    for (let cut = 2; cut < cell.length; cut++) if (offBy(cut) < offBy(best)) best = cut;
    return best;
  });
}
