/**
 * Many short strings in one byte array: one byte a letter, since normalised Latin words are ASCII and normalised Arabic words
 * keep to one block. Sorted by bytes, so a prefix is a range; found by halving, and through an
 * open-addressing hash once a table has been asked so often that making one pays.
 */

/** Bytes from 0x80 on stand for U+0600 to U+067F. */
const arabicPage = 0x600 - 0x80;
/** A hash costs about as much as halving for one string in four. */
const askedBeforeHash = 4;
/** Bits by which first words of several are told apart. */
const openerMask = 0xffff;

/** A string as the tables hold strings, ready to be looked for in any of them. */
export interface EncodedKey {
  bytes: Uint8Array;
  hash: number;
}

/** Null where a string has a letter that the tables cannot hold. */
export function lookupKey(text: string): EncodedKey | null {
  const bytes = encodeKey(text);
  return bytes ? { bytes, hash: hashBytes(bytes, 0, bytes.length) } : null;
}

/** The bytes of a string, or null where it has a letter that the tables cannot hold. */
export function encodeKey(text: string): Uint8Array | null {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) bytes[i] = unit;
    else if (unit >= 0x600 && unit < 0x680) bytes[i] = unit - arabicPage;
    else return null;
  }
  return bytes;
}

function hashBytes(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < to; i += 1) hash = Math.imul(hash ^ (bytes[i] as number), 0x01000193);
  return hash ^ (hash >>> 15);
}

function compareBytes(a: Uint8Array, aFrom: number, aTo: number, b: Uint8Array): number {
  const length = Math.min(aTo - aFrom, b.length);
  for (let i = 0; i < length; i += 1) {
    const difference = (a[aFrom + i] as number) - (b[i] as number);
    if (difference !== 0) return difference;
  }
  return aTo - aFrom - b.length;
}

export class StringTable {
  readonly count: number;
  readonly bytes: Uint8Array;
  /** count + 1 byte offsets. */
  readonly starts: Uint32Array;
  #slots: Int32Array | undefined;
  #asked = 0;
  /** Strings that were asked for: a text comes back to the same ones. */
  #decoded: string[] | undefined;
  #openers: Uint8Array | undefined;

  constructor(bytes: Uint8Array, starts: Uint32Array) {
    this.bytes = bytes;
    this.starts = starts;
    this.count = Math.max(0, starts.length - 1);
  }

  /** A table of strings that encodeKey can hold; they are sorted by bytes and must be distinct. */
  static of(strings: readonly string[]): StringTable {
    const starts = new Uint32Array(strings.length + 1);
    let size = 0;
    for (const [i, text] of strings.entries()) {
      size += text.length;
      starts[i + 1] = size;
    }
    const bytes = new Uint8Array(size);
    for (const [i, text] of strings.entries()) bytes.set(encodeKey(text) ?? [], starts[i]);
    return new StringTable(bytes, starts);
  }

  get(id: number): string {
    this.#decoded ??= new Array<string>(this.count);
    const known = this.#decoded[id];
    if (known !== undefined) return known;
    const from = this.starts[id] ?? 0;
    const codes = new Array<number>((this.starts[id + 1] ?? 0) - from);
    for (let i = 0; i < codes.length; i += 1) {
      const byte = this.bytes[from + i] as number;
      codes[i] = byte < 0x80 ? byte : byte + arabicPage;
    }
    const text = String.fromCharCode(...codes);
    this.#decoded[id] = text;
    return text;
  }

  /** The id of a string, -1 where the table lacks it. */
  find(text: string): number {
    const key = lookupKey(text);
    return key ? this.findKey(key) : -1;
  }

  /** As `find`. */
  findKey({ bytes: wanted, hash }: EncodedKey): number {
    if (!this.#slots) {
      this.#asked += 1;
      if (this.#asked <= this.count / askedBeforeHash) {
        const id = this.#bound(wanted, false);
        return id < this.count && this.#compare(id, wanted) === 0 ? id : -1;
      }
      this.#slots = this.#hashed();
    }
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const id = (slots[slot] as number) - 1;
      if (id < 0) return -1;
      if (this.#compare(id, wanted) === 0) return id;
    }
  }

  /** Half-open range of the ids whose strings begin with `prefix`. */
  withPrefix(prefix: string): readonly [from: number, to: number] {
    const wanted = encodeKey(prefix);
    return wanted ? this.withPrefixBytes(wanted) : [0, 0];
  }

  /** As `withPrefix`, of a prefix that encodeKey has encoded. */
  withPrefixBytes(wanted: Uint8Array): readonly [from: number, to: number] {
    const from = this.#bound(wanted, false);
    const end = (this.starts[from] ?? 0) + wanted.length;
    const none = from >= this.count || end > (this.starts[from + 1] as number);
    if (none || compareBytes(this.bytes, this.starts[from] as number, end, wanted) !== 0) return [from, from];
    return [from, this.#bound(wanted, true)];
  }

  #compare(id: number, wanted: Uint8Array): number {
    return compareBytes(this.bytes, this.starts[id] as number, this.starts[id + 1] as number, wanted);
  }

  /** The first id whose string does not stand before `wanted`; or, with `pastPrefix`, before all that begin with it. */
  #bound(wanted: Uint8Array, pastPrefix: boolean): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >> 1;
      const from = this.starts[middle] as number;
      const whole = this.starts[middle + 1] as number;
      const order = compareBytes(this.bytes, from, pastPrefix ? Math.min(whole, from + wanted.length) : whole, wanted);
      if (order < 0 || (pastPrefix && order === 0)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** False where no string of several words begins with this word; true where one does, and seldom for others. */
  mayOpen({ hash }: EncodedKey): boolean {
    this.#openers ??= this.#firstWords();
    return ((this.#openers[(hash & openerMask) >> 3] as number) & (1 << (hash & 7))) !== 0;
  }

  /** One bit for the hash of each first word of several. */
  #firstWords(): Uint8Array {
    const bits = new Uint8Array((openerMask + 1) >> 3);
    for (let id = 0; id < this.count; id += 1) {
      const from = this.starts[id] as number;
      const to = this.starts[id + 1] as number;
      let at = from;
      while (at < to && this.bytes[at] !== 0x20) at += 1;
      if (at === to) continue;
      const hash = hashBytes(this.bytes, from, at);
      const place = (hash & openerMask) >> 3;
      bits[place] = (bits[place] as number) | (1 << (hash & 7));
    }
    return bits;
  }

  #hashed(): Int32Array {
    let size = 16;
    while (size < this.count * 2) size *= 2;
    const slots = new Int32Array(size);
    for (let id = 0; id < this.count; id += 1) {
      let slot = hashBytes(this.bytes, this.starts[id] as number, this.starts[id + 1] as number) & (size - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
      slots[slot] = id + 1;
    }
    return slots;
  }
}

/** Order of strings in a table: by bytes. Letters of the Arabic page follow all others, as in code units. */
export function byBytes(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
