/**
 * The colours that codes can have. A stored colour is `#rrggbb` for other programs; on screen it becomes the nearest of eight
 * tokens, each checked for contrast in every theme and each with a shape of its own, so that colour is never the only sign.
 */
export const codeColours = ['#c9528a', '#3f73c4', '#5b8c2a', '#a0622a', '#7a5cc0', '#18808a', '#b3452f', '#7c7320'] as const;

const channels = (hex: string): number[] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

/** 1 to 8: the token `--code-n`. */
export function colourNumber(hex: string): number {
  const own = channels(hex);
  let best = { number: 1, distance: Number.POSITIVE_INFINITY };
  codeColours.forEach((colour, i) => {
    const distance = channels(colour).reduce((sum, channel, k) => sum + (channel - (own[k] ?? 0)) ** 2, 0);
    if (distance < best.distance) best = { number: i + 1, distance };
  });
  return best.number;
}
