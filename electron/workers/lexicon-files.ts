/** The compiled lexicon from its folder. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import type { Lexicon } from '../../core/lexicon/lexicon';
import { loadLexicon } from '../../core/lexicon/load';

/** Throws LexiconDamaged for a file that is cut off or changed. An app without a lexicon aligns by what else it has. */
export function readLexicon(folder: string): Lexicon | null {
  let names: string[];
  try {
    names = readdirSync(folder).filter((name) => name.endsWith('.bin.br'));
  } catch {
    return null;
  }
  const files = new Map<string, Uint8Array>();
  for (const name of names.sort()) {
    const packed = readFileSync(path.join(folder, name));
    // What doesn't unpack is handed on as it is: the loader says which file is damaged.
    let bytes: Uint8Array = packed;
    try {
      bytes = brotliDecompressSync(packed);
    } catch {}
    files.set(name, bytes);
  }
  return files.size > 0 ? loadLexicon(files) : null;
}
