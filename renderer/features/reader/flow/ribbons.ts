/** The shapes between two columns: bands that join what corresponds, and points where nothing answers. Pure geometry, CSS pixels. */

/** Upper and lower edge of a stretch of text, below the upper edge of the drawing. */
export interface Edge {
  top: number;
  bottom: number;
}
export type Side = 'left' | 'right';

/** Far out of view a band only needs its direction; engines draw very large figures badly. */
const far = 4000;
const figure = (value: number): string => String(Math.round(Math.max(-far, Math.min(far, value)) * 10) / 10);

/** A band from the left edge of the gap to its right one. */
export function bandPath(left: Edge, right: Edge, width: number): string {
  const bend = figure(width / 2);
  const end = figure(width);
  return (
    `M0 ${figure(left.top)}C${bend} ${figure(left.top)} ${bend} ${figure(right.top)} ${end} ${figure(right.top)}` +
    `V${figure(right.bottom)}` +
    `C${bend} ${figure(right.bottom)} ${bend} ${figure(left.bottom)} 0 ${figure(left.bottom)}Z`
  );
}

/** Where the point of a band stands that nothing answers, as a share of the gap. */
const reach = 0.5;

/** A band that narrows to a point, and that point, where the mark stands. */
export function omissionPath(edge: Edge, side: Side, width: number): { path: string; x: number; y: number } {
  const start = side === 'left' ? 0 : width;
  const x = side === 'left' ? width * reach : width * (1 - reach);
  const bend = (start + x) / 2;
  const y = (edge.top + edge.bottom) / 2;
  const path =
    `M${figure(start)} ${figure(edge.top)}C${figure(bend)} ${figure(edge.top)} ${figure(bend)} ${figure(y)} ${figure(x)} ${figure(y)}` +
    `C${figure(bend)} ${figure(y)} ${figure(bend)} ${figure(edge.bottom)} ${figure(start)} ${figure(edge.bottom)}Z`;
  return { path, x, y };
}

/** Something of the shape can be seen in a drawing of this height. */
export function isSeen(edges: readonly Edge[], height: number): boolean {
  return Math.min(...edges.map((e) => e.top)) < height && Math.max(...edges.map((e) => e.bottom)) > 0;
}
