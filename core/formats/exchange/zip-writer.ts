/** Zip archives with entries in the order given; the first may be stored, as EPUB's `mimetype` must be. */
import { type Zippable, zipSync } from 'fflate';

export interface ZipEntry {
  name: string;
  bytes: Uint8Array;
  /** Not compressed. */
  stored?: boolean;
}

/** Zip keeps times from 1980 to 2099 only. */
const earliestMs = Date.UTC(1980, 0, 2);
const latestMs = Date.UTC(2099, 0, 1);

export function zipOf(entries: readonly ZipEntry[], nowMs: number): Uint8Array {
  const files: Zippable = {};
  const mtime = Math.min(latestMs, Math.max(earliestMs, nowMs));
  for (const { name, bytes, stored } of entries) files[name] = [bytes, { level: stored ? 0 : 6, mtime }];
  return zipSync(files, { mtime });
}
