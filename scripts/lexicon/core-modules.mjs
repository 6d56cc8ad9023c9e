// The build uses the app's own tokeniser, stemmer and file format, bundled from core on the fly, so the two cannot drift apart.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

export const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

const modules = [
  'text/tokens',
  'text/stem',
  'text/normalise',
  'text/function-words',
  'lexicon/container',
  'lexicon/string-table',
  'lexicon/term-table',
  'lexicon/load',
];

/** Everything that the listed modules of core export, in one object. */
export async function loadCore() {
  const folder = mkdtempSync(path.join(tmpdir(), 'lexicon-core-'));
  try {
    const entry = path.join(folder, 'entry.mjs');
    const lines = modules.map((name) => `export * from ${JSON.stringify(path.join(projectRoot, 'core', `${name}.ts`))};`);
    writeFileSync(entry, lines.join('\n'));
    const result = await build({
      configFile: false,
      root: folder,
      logLevel: 'error',
      build: { ssr: entry, write: false, minify: false, target: 'node20' },
    });
    const file = path.join(folder, 'core.mjs');
    const [output] = Array.isArray(result) ? result : [result];
    writeFileSync(file, output.output[0].code);
    return await import(pathToFileURL(file).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
