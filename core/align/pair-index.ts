/**
 * Numbers pairs of small integers in the order in which they are first met. An open-addressing hash over flat arrays: pairs of types
 * come by the hundred thousand, and as many small maps and objects would keep the collector busy.
 */

/** The same values with room for twice as many. */
export function doubled<T extends Int32Array | Float64Array | Uint8Array>(values: T): T {
  const fresh = new (values.constructor as new (length: number) => T)(values.length * 2);
  fresh.set(values);
  return fresh;
}

const room = 1024;

export class PairIndex {
  /** Pairs met so far. */
  size = 0;
  left = new Int32Array(room);
  right = new Int32Array(room);
  /** Number + 1, 0 where free; twice as many as there is room for pairs. */
  private slots = new Int32Array(room * 2);

  /** The pair's number; `size` before the call where it is new. */
  number(a: number, b: number): number {
    const slot = this.slotOf(a, b);
    const known = (this.slots[slot] as number) - 1;
    if (known >= 0) return known;
    if (this.size === this.left.length) {
      this.grow();
      return this.number(a, b);
    }
    this.left[this.size] = a;
    this.right[this.size] = b;
    this.size += 1;
    this.slots[slot] = this.size;
    return this.size - 1;
  }

  copy(): PairIndex {
    const out = new PairIndex();
    out.size = this.size;
    out.left = this.left.slice();
    out.right = this.right.slice();
    out.slots = this.slots.slice();
    return out;
  }

  private slotOf(a: number, b: number): number {
    const mask = this.slots.length - 1;
    const hash = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
    for (let slot = (hash ^ (hash >>> 15)) & mask; ; slot = (slot + 1) & mask) {
      const known = (this.slots[slot] as number) - 1;
      if (known < 0 || (this.left[known] === a && this.right[known] === b)) return slot;
    }
  }

  private grow(): void {
    this.left = doubled(this.left);
    this.right = doubled(this.right);
    this.slots = new Int32Array(this.slots.length * 2);
    for (let k = 0; k < this.size; k += 1) this.slots[this.slotOf(this.left[k] as number, this.right[k] as number)] = k + 1;
  }
}
