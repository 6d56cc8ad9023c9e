// npm test: all checks and tests, in the order that fails soonest. Ends with 'N passed, N failed, N skipped' over all runners.
//   npm test -- --only checks,unit,build,package,e2e     some of the steps
//   npm test -- --only e2e -- reader                     what follows -- goes to the runner of that step
import { spawn } from 'node:child_process';
import { root, setUp, toolEnvironment } from './setup.mjs';

const args = process.argv.slice(2);
const cut = args.indexOf('--');
const own = cut < 0 ? args : args.slice(0, cut);
const passedOn = cut < 0 ? [] : args.slice(cut + 1);
const only = own[own.indexOf('--only') + 1]?.split(',');
const wanted = (step) => !own.includes('--only') || only?.includes(step);

const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY);
const runtime = await setUp({ needsDisplay: !hasDisplay });
const env = toolEnvironment(runtime.env);
const total = { passed: 0, failed: 0, skipped: 0 };
/** Said once more before the closing line: a record of CI often keeps only the end of the output. */
const failures = [];

/** Runs a command with its output shown; resolves to its exit status and, where a runner closes with one, its counts. */
function watch(command, argv) {
  return new Promise((resolve) => {
    let tail = '';
    let line = '';
    const child = spawn(command, argv, {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
      shell: process.platform === 'win32',
    });
    child.stdout.setEncoding('utf8').on('data', (text) => {
      process.stdout.write(text);
      tail = (tail + text).slice(-4000);
      const lines = (line + text).split('\n');
      line = lines.pop() ?? '';
      failures.push(...lines.filter((l) => l.startsWith('failed: ')));
    });
    child.on('error', (error) => resolve({ status: 1, error }));
    child.on('close', (status) =>
      resolve({ status, counts: /: (\d+) passed, (\d+) failed, (\d+) skipped\s*$/.exec(tail)?.slice(1).map(Number) }),
    );
  });
}

/** A check counts as one test; a runner counts what it says. A runner that dies without its closing line is one failure. */
async function step(name, command, argv, { runner = false } = {}) {
  console.log(`\n== ${name}`);
  const started = performance.now();
  const { status, counts, error } = await watch(command, argv);
  if (error) console.error(String(error.message ?? error));
  if (runner && counts) {
    total.passed += counts[0];
    total.failed += counts[1] + (status !== 0 && counts[1] === 0 ? 1 : 0);
    total.skipped += counts[2];
  } else if (status === 0 && !runner) total.passed++;
  else total.failed++;
  if (status !== 0) failures.push(`failed: ${name} (${status ?? 'ended by a signal'})`);
  console.log(
    `-- ${name}: ${status === 0 ? 'ok' : `failed (${status})`}, ${((performance.now() - started) / 1000).toFixed(1)} s`,
  );
}

if (wanted('checks')) {
  await step('layers', 'depcruise', ['--config', '.dependency-cruiser.mjs', 'core', 'electron', 'renderer']);
  await step('types', 'node', ['scripts/checks/types.mjs']);
  await step('lint', 'biome', ['check', '.']);
  await step('file lengths', 'node', ['scripts/checks/file-length.mjs']);
  await step('logical directions in styles', 'node', ['scripts/checks/logical-css.mjs']);
  await step('interface texts', 'node', ['scripts/checks/interface-text.mjs']);
  await step('language data', 'node', ['scripts/lexicon/build.mjs', '--check']);
}
if (wanted('build')) await step('build', 'node', ['scripts/build.mjs']);
if (wanted('unit')) await step('unit and property tests', 'vitest', ['run', ...passedOn], { runner: true });
if (wanted('package')) await step('package', 'node', ['scripts/package.mjs']);
if (wanted('e2e')) {
  const playwright = ['playwright', ['test', ...passedOn]];
  const [command, argv] = hasDisplay
    ? playwright
    : ['xvfb-run', ['-a', '-s', '-screen 0 1440x900x24', playwright[0], ...playwright[1]]];
  await step('journeys in the real app', command, argv, { runner: true });
}

if (failures.length) console.log(`\n${failures.join('\n')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed ? 1 : 0;
