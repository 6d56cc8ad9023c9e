// Lays the compiled lexicon out as plain bytes where the built app reads it, so that opening it takes no decompression: part of every
// build (electron.vite.config.ts). Installers compress anyway.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

/** Writes each *.bin.br of one folder as *.bin into the other, which holds nothing else afterwards. */
export function unpackLexicon(from, to) {
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  for (const file of readdirSync(from).filter((name) => name.endsWith('.bin.br'))) {
    writeFileSync(path.join(to, file.slice(0, -'.br'.length)), brotliDecompressSync(readFileSync(path.join(from, file))));
  }
}
