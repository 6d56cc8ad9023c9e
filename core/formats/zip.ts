/**
 * Zip archives from strangers: caps count the bytes that really come out, not those that headers promise, and unpacking stops
 * at the first byte too many. Names that leave the archive's folder are refused. Nothing is written anywhere.
 */
import { Unzip, UnzipInflate, UnzipPassThrough } from 'fflate';
import { failure, type Result, success } from '../model/result';

export interface ZipLimits {
  entries: number;
  entryBytes: number;
  totalBytes: number;
  /** Output over input, for entries beyond a megabyte. */
  ratio: number;
}
export const zipLimits: ZipLimits = { entries: 10_000, entryBytes: 200_000_000, totalBytes: 1_000_000_000, ratio: 100 };

const ratioFloorBytes = 1_000_000;
const chunkBytes = 65_536;

/** Absolute names, drive letters, parent folders, NULs. */
export function isUnsafeName(name: string): boolean {
  if (name === '' || name.includes('\0')) return true;
  const parts = name.split(/[\\/]/);
  return parts[0] === '' || /^[A-Za-z]:/.test(name) || parts.includes('..');
}

/** Unpacks the entries that `wanted` asks for; the others are passed over, but their names are checked all the same. */
export function unzipSafely(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
  limits: ZipLimits = zipLimits,
): Result<Map<string, Uint8Array>> | { ok: false; error: null } {
  const files = new Map<string, Uint8Array>();
  let entries = 0;
  let total = 0;
  let refusal: Result<never> | null = null;
  let damaged = false;
  const unzip = new Unzip((file) => {
    entries += 1;
    if (entries > limits.entries) refusal ??= failure('zip-too-large', { limit: limits.entries });
    else if (isUnsafeName(file.name)) refusal ??= failure('zip-unsafe');
    if (refusal || file.name.endsWith('/') || !wanted(file.name)) return;
    const chunks: Uint8Array[] = [];
    let size = 0;
    file.ondata = (error, chunk, final) => {
      if (error) damaged = true;
      if (error || refusal) return;
      size += chunk.length;
      total += chunk.length;
      const tooMuch = size > limits.entryBytes || total > limits.totalBytes;
      if (tooMuch || (size > ratioFloorBytes && size > limits.ratio * bytes.length)) {
        refusal = failure('zip-too-large', { limitMb: Math.round(limits.entryBytes / 1_000_000) });
        file.terminate();
        return;
      }
      chunks.push(chunk);
      if (final) files.set(file.name, concatenate(chunks, size));
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  unzip.register(UnzipPassThrough);
  try {
    // Small pieces keep what inflating one of them can give small, too: a refusal comes before memory fills.
    for (let at = 0; at < bytes.length && !refusal; at += chunkBytes) {
      unzip.push(bytes.subarray(at, at + chunkBytes), at + chunkBytes >= bytes.length);
    }
  } catch {
    damaged = true;
  }
  if (refusal) return refusal;
  if (damaged) return { ok: false, error: null };
  return success(files);
}

function concatenate(chunks: Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
