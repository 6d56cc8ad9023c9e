/** The compiled lexicon as it ships, opened once for a test file. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import type { Lexicon } from '../../core/lexicon/lexicon';
import { loadLexicon } from '../../core/lexicon/load';

const folder = path.resolve(import.meta.dirname, '../../resources/lexicon');
let opened: Lexicon | undefined;

export function compiledLexicon(): Lexicon {
  opened ??= loadLexicon(
    new Map(
      readdirSync(folder)
        .filter((file) => file.endsWith('.bin.br'))
        .sort()
        .map((file) => [file, new Uint8Array(brotliDecompressSync(readFileSync(path.join(folder, file))))]),
    ),
  );
  return opened;
}
