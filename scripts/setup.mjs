// What a fresh machine lacks before Triptych can be built or tested: npm packages, system libraries, an Electron that runs here.
// Uses Node's own modules only, because it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** System packages by what needs them, on Debian and its relatives. */
const libraries = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1'];
const display = ['xvfb', 'xauth'];
const compiler = ['g++', 'make', 'python3'];

const say = (text) => console.error(`triptych: ${text}`);

/** Runs a command with its output shown; throws with the command's name when it fails. */
export function run(command, args, options = {}) {
  const r = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32', ...options });
  if (r.error) throw r.error;
  if (r.status !== 0) throw new Error(`${[command, ...args].join(' ')} ended with ${r.status ?? r.signal}`);
}

/** The environment in which the project's own tools come first, as npm sets it for scripts. */
export function toolEnvironment(extra = {}) {
  const bin = path.join(root, 'node_modules', '.bin');
  return { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}`, ...extra };
}

/** Installs npm packages when there are none or the lock file is newer than what is installed. */
export function ensureNpmPackages() {
  // A link leads to another checkout's packages, which npm ci would wipe.
  if (fs.lstatSync(path.join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) return;
  const installed = path.join(root, 'node_modules', '.package-lock.json');
  const lock = path.join(root, 'package-lock.json');
  if (fs.existsSync(installed) && fs.statSync(installed).mtimeMs >= fs.statSync(lock).mtimeMs) return;
  say('installing npm packages');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  fs.utimesSync(installed, new Date(), new Date());
}

/** True on Debian and systems made from it, which answer dpkg-query. */
const isDebian = () => process.platform === 'linux' && fs.existsSync('/etc/debian_version');

function missing(packages) {
  return packages.filter((name) => {
    // Newer Debian and Ubuntu releases carry some of these under a name that ends in t64.
    // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query's own notation
    const r = spawnSync('dpkg-query', ['-W', '-f=${Status}\n', name, `${name}t64`], { encoding: 'utf8' });
    return !/ok installed/.test(r.stdout ?? '');
  });
}

/**
 * Installs system packages where that can be done (Debian, root); else prints the one command that does it and ends the process
 * with status 1, because a person has to act first.
 */
function ensureSystemPackages(packages) {
  if (!isDebian()) return;
  const need = missing(packages);
  if (!need.length) return;
  if (process.getuid?.() !== 0) {
    say(
      `some system packages are missing. Install them with this command, then start again:\n\n  sudo apt-get install -y ${need.join(' ')}\n`,
    );
    process.exit(1);
  }
  say(`installing system packages: ${need.join(' ')}`);
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, stdio: ['ignore', 'ignore', 'inherit'] };
  run('apt-get', ['update', '-qq'], options);
  run('apt-get', ['install', '-y', '--no-install-recommends', '-qq', ...need], options);
}

/** Finds or makes an Electron that runs here, and the SQLite binding for it: {dist, exe, own, binding, env, times}. */
export async function ensureRuntime() {
  const { electronRuntime } = await import('./electron-runtime.mjs');
  return electronRuntime({ beforeCompile: () => ensureSystemPackages(compiler) });
}

/** All of it, in order: system libraries (a virtual display, too, where one is wanted), npm packages, the runtime. */
export async function setUp({ needsDisplay }) {
  ensureSystemPackages([...libraries, ...(needsDisplay ? display : [])]);
  ensureNpmPackages();
  return ensureRuntime();
}
