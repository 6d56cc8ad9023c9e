/**
 * Files that go out: written under a temporary name beside their place, flushed, then renamed, so that a file of the name is either
 * what it was or all of the new one.
 */
import { randomUUID } from 'node:crypto';
import { access, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { ExpectedError } from '../../core/model/result';

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

export function saveError(error: unknown, name: string): ExpectedError {
  const full = ['ENOSPC', 'EDQUOT'].includes(codeOf(error));
  return new ExpectedError(full ? 'disk-full' : 'file-unwritable', { name });
}

/** Throws disk-full, file-unwritable. */
export async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const beside = path.join(path.dirname(file), `.${randomUUID()}.part`);
  try {
    const handle = await open(beside, 'wx');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw saveError(error, path.basename(file));
  }
}

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

/** A place in a folder where nothing stands yet: `name`, else `name (2)` and so on. */
export async function freePlace(folder: string, name: string): Promise<string> {
  const { name: stem, ext } = path.parse(name);
  let place = path.join(folder, name);
  for (let n = 2; await exists(place); n += 1) place = path.join(folder, `${stem} (${n})${ext}`);
  return place;
}
