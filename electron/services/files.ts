/**
 * Files that a person chose in the system's dialog. The window holds a token and the file's name; the path stays here.
 * A token is good for this run of the app only.
 */
import { open, stat } from 'node:fs/promises';
import path from 'node:path';
import { type FileToken, newId } from '../../core/model/ids';
import { ExpectedError } from '../../core/model/result';
import type { Handlers } from './handlers';

export const maxFileBytes = 64 * 1024 * 1024;
/** A package holds the original files of up to eight versions. */
export const maxPackageBytes = 512 * 1024 * 1024;
export const isPackage = (file: string): boolean => path.extname(file).toLowerCase() === '.triptych';

const toMb = (bytes: number): number => Math.ceil(bytes / 100_000) / 10;
const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

export function fileError(error: unknown, name: string): ExpectedError {
  const gone = ['ENOENT', 'ENOTDIR', 'ENXIO', 'ESTALE'].includes(codeOf(error));
  return new ExpectedError(gone ? 'file-gone' : 'file-unreadable', { name });
}

/** Reads a file whole. Errors: file-gone, file-unreadable, file-too-large, file-empty. */
export async function readWhole(file: string, maxBytes = maxFileBytes): Promise<Uint8Array> {
  const name = path.basename(file);
  try {
    const handle = await open(file, 'r');
    try {
      const info = await handle.stat();
      if (!info.isFile()) throw new ExpectedError('file-unreadable', { name });
      if (info.size > maxBytes)
        throw new ExpectedError('file-too-large', { name, sizeMb: toMb(info.size), limitMb: toMb(maxBytes) });
      const bytes = await handle.readFile();
      if (bytes.byteLength === 0) throw new ExpectedError('file-empty', { name });
      return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw error instanceof ExpectedError ? error : fileError(error, name);
  }
}

/** What is chosen: texts and whole reports, or a file for an open report. */
export type FileKind = 'texts' | 'notes' | 'codebook' | 'rows';

/** `choose` shows the dialog and answers with paths, none when the person cancelled; `opened` hands over what the system asked to open. */
export function fileHandlers(
  choose: (kind: FileKind) => Promise<string[]>,
  opened: () => string[] = () => [],
): Handlers<'files.choose' | 'files.opened' | 'files.chooseExchange' | 'files.read'> {
  const chosen = new Map<FileToken, string>();
  const keep = (file: string): FileToken => {
    const token = newId<FileToken>();
    chosen.set(token, file);
    return token;
  };
  const describe = (files: readonly string[]) =>
    Promise.all(
      files.map(async (file) => {
        const info = await stat(file).catch(() => null);
        return { token: keep(file), name: path.basename(file), sizeBytes: info?.size ?? 0 };
      }),
    );
  return {
    'files.choose': async () => ({ files: await describe(await choose('texts')) }),
    'files.opened': async () => ({ files: await describe(opened()) }),
    'files.chooseExchange': async ({ kind }) => {
      const [file] = await choose(kind);
      return { file: file === undefined ? null : { token: keep(file), name: path.basename(file) } };
    },
    'files.read': async ({ token }) => {
      const file = chosen.get(token);
      if (file === undefined) throw new ExpectedError('file-gone', { name: '' });
      return { name: path.basename(file), bytes: await readWhole(file, isPackage(file) ? maxPackageBytes : maxFileBytes) };
    },
  };
}
