/**
 * The file format of the compiled lexicon: a head, a directory in JSON, then named typed arrays on 4-byte boundaries, so
 * that loading is a checksum and a few views. All numbers are little-endian, as are the machines that the app runs on.
 *
 *     0  'TRLX'            8  checksum of everything from byte 16 on (FNV-1a over 32-bit words)
 *     4  format version   12  length of the directory in bytes, padded to a multiple of 4 with spaces
 */
import { LexiconDamaged } from './lexicon';

export type SectionArray = Uint8Array | Uint32Array | Float32Array;
type SectionType = 'u8' | 'u32' | 'f32';
interface SectionEntry {
  name: string;
  type: SectionType;
  /** Byte offset after the directory, and number of elements. */
  offset: number;
  length: number;
}
export interface ContainerMeta {
  name: string;
  /** SPDX expression. */
  licence: string;
}
export interface Container {
  meta: ContainerMeta;
  sections: ReadonlyMap<string, SectionArray>;
}

const magic = 0x584c5254;
const formatVersion = 1;
const headBytes = 16;

function checksum(words: Uint32Array): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < words.length; i += 1) hash = Math.imul(hash ^ (words[i] as number), 0x01000193);
  return hash >>> 0;
}

const padded = (bytes: number) => (bytes + 3) & ~3;
const typeOf = (array: SectionArray): SectionType =>
  array instanceof Float32Array ? 'f32' : array instanceof Uint32Array ? 'u32' : 'u8';

/** The bytes of a container file. */
export function writeContainer(meta: ContainerMeta, sections: ReadonlyMap<string, SectionArray>): Uint8Array {
  const entries: SectionEntry[] = [];
  let size = 0;
  for (const [name, array] of sections) {
    entries.push({ name, type: typeOf(array), offset: size, length: array.length });
    size += padded(array.byteLength);
  }
  const json = new TextEncoder().encode(JSON.stringify({ ...meta, sections: entries }));
  const start = headBytes + padded(json.length);
  const bytes = new Uint8Array(start + size);
  bytes.fill(0x20, headBytes, start);
  bytes.set(json, headBytes);
  let position = start;
  for (const array of sections.values()) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), position);
    position += padded(array.byteLength);
  }
  const head = new Uint32Array(bytes.buffer, 0, 4);
  head.set([magic, formatVersion, checksum(new Uint32Array(bytes.buffer, headBytes)), padded(json.length)]);
  return bytes;
}

function isEntry(value: unknown): value is SectionEntry {
  if (typeof value !== 'object' || value === null) return false;
  const { name, type, offset, length } = value as Partial<Record<keyof SectionEntry, unknown>>;
  const counts = [offset, length];
  return (
    typeof name === 'string' &&
    (type === 'u8' || type === 'u32' || type === 'f32') &&
    counts.every((n) => Number.isSafeInteger(n) && (n as number) >= 0)
  );
}

/** Reads a container. Throws LexiconDamaged; the arrays are views into `file` where its bytes are aligned, else into a copy. */
export function readContainer(label: string, file: Uint8Array): Container {
  if (file.length < headBytes || file.length % 4 !== 0) throw new LexiconDamaged(label, 'cut off');
  const bytes = file.byteOffset % 4 === 0 ? file : file.slice();
  const head = new Uint32Array(bytes.buffer, bytes.byteOffset, 4);
  if (head[0] !== magic) throw new LexiconDamaged(label, 'not a lexicon file');
  if (head[1] !== formatVersion) throw new LexiconDamaged(label, `format version ${head[1]}, expected ${formatVersion}`);
  const sum = checksum(new Uint32Array(bytes.buffer, bytes.byteOffset + headBytes, (bytes.length - headBytes) / 4));
  if (head[2] !== sum) throw new LexiconDamaged(label, 'checksum does not match');
  const start = headBytes + (head[3] as number);
  let directory: unknown;
  try {
    directory = JSON.parse(new TextDecoder().decode(bytes.subarray(headBytes, start)));
  } catch {
    throw new LexiconDamaged(label, 'unreadable directory');
  }
  const { name, licence, sections: list } = (directory ?? {}) as { name?: unknown; licence?: unknown; sections?: unknown };
  if (typeof name !== 'string' || typeof licence !== 'string' || !Array.isArray(list) || !list.every(isEntry)) {
    throw new LexiconDamaged(label, 'incomplete directory');
  }
  const sections = new Map<string, SectionArray>();
  for (const entry of list) {
    const from = bytes.byteOffset + start + entry.offset;
    const size = entry.length * (entry.type === 'u8' ? 1 : 4);
    if (entry.offset % 4 !== 0 || start + entry.offset + size > bytes.length) {
      throw new LexiconDamaged(label, `section ${entry.name} out of bounds`);
    }
    const { buffer } = bytes;
    if (entry.type === 'u8') sections.set(entry.name, new Uint8Array(buffer, from, entry.length));
    else if (entry.type === 'u32') sections.set(entry.name, new Uint32Array(buffer, from, entry.length));
    else sections.set(entry.name, new Float32Array(buffer, from, entry.length));
  }
  return { meta: { name, licence }, sections };
}
