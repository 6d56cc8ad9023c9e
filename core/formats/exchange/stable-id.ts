/**
 * Ids that follow from a name: the same export made twice, or the same file imported twice, gets the same ids, so nothing
 * is doubled. UUID version 8 (RFC 9562) over cyrb128-like mixing; not for secrets.
 */
export function stableUuid(name: string): string {
  const state = [1779033703, 3144134277, 1013904242, 2773480762];
  const factors = [597399067, 2869860233, 951274213, 2716044179];
  for (let i = 0; i < name.length; i += 1) {
    const unit = name.charCodeAt(i);
    for (let k = 0; k < 4; k += 1) {
      const next = state[(k + 1) % 4] ?? 0;
      state[k] = next ^ Math.imul((state[k] ?? 0) ^ unit, factors[k] ?? 1);
    }
  }
  for (let round = 0; round < 4; round += 1) {
    for (let k = 0; k < 4; k += 1) {
      const mixed = Math.imul((state[(k + 2) % 4] ?? 0) ^ ((state[k] ?? 0) >>> 15), factors[k] ?? 1);
      state[k] = mixed ^ (mixed >>> 13);
    }
  }
  const hex = state.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
  const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}
