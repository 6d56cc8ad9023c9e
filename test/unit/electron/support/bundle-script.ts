/** Bundles a TypeScript entry, so that a test can run it as a process of its own. */
import { mkdirSync, mkdtempSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { projectRoot } from './host';

/** Answers the path of the built module. It stands inside the project, where better-sqlite3 is found. */
export async function bundleScript(entry: string): Promise<string> {
  // As deep as out/cli, from where the command line finds the project's root.
  mkdirSync(path.join(projectRoot, 'out'), { recursive: true });
  const outDir = mkdtempSync(path.join(projectRoot, 'out', 'test-script-'));
  await build({
    configFile: false,
    root: projectRoot,
    logLevel: 'error',
    build: {
      ssr: path.resolve(projectRoot, entry),
      outDir,
      target: 'node20.18',
      rollupOptions: { external: ['better-sqlite3', 'electron'], output: { entryFileNames: 'script.mjs' } },
    },
    ssr: { noExternal: true, external: ['better-sqlite3'] },
  });
  return path.join(outDir, 'script.mjs');
}
