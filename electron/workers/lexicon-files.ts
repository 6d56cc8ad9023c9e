/** The compiled lexicon from its folder. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import type { Lexicon } from '../../core/lexicon/lexicon';
import { loadLexicon } from '../../core/lexicon/load';

/** What doesn't unpack is handed on as it is: the loader says which file is damaged. */
function unpacked(bytes: Uint8Array): Uint8Array {
  try {
    return brotliDecompressSync(bytes);
  } catch {
    return bytes;
  }
}

/**
 * Reads *.bin, as the build lays them out, so that opening takes no decompression; and *.bin.br, as the repository has them.
 * Throws LexiconDamaged for a file that is cut off or changed. An app without a lexicon aligns by what else it has.
 */
export function readLexicon(folder: string): Lexicon | null {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return null;
  }
  const files = new Map<string, Uint8Array>();
  for (const name of names.sort()) {
    if (name.endsWith('.bin')) files.set(name, readFileSync(path.join(folder, name)));
    else if (name.endsWith('.bin.br')) files.set(name, unpacked(readFileSync(path.join(folder, name))));
  }
  return files.size > 0 ? loadLexicon(files) : null;
}
