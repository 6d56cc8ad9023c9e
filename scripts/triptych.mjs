// npm run --silent triptych -- COMMAND …: the command line from a checkout. Makes what is missing first, quietly: standard output
// belongs to the command.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const entry = path.join(root, 'out', 'cli', 'triptych.js');
const args = process.argv.slice(2);

/** Runs a step with its output on standard error. */
function prepare(command, commandArgs) {
  const r = spawnSync(command, commandArgs, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  if (r.status === 0) return;
  console.error(`triptych: ${[command, ...commandArgs].join(' ')} failed`);
  process.exit(1);
}

/** better-sqlite3's prebuilt binding needs Node-API 10; for an older Node there is one in the cache of electron-runtime. */
function sqliteEnvironment() {
  if (process.env.APP_SQLITE_BINDING || Number(process.versions.napi) >= 10 || args[0] === 'align') return {};
  const r = spawnSync(process.execPath, [path.join(root, 'scripts', 'electron-runtime.mjs')], { cwd: root, encoding: 'utf8' });
  if (r.status !== 0) {
    process.stderr.write(r.stderr ?? '');
    process.exit(1);
  }
  const { env } = JSON.parse(r.stdout);
  return env.APP_SQLITE_BINDING ? { APP_SQLITE_BINDING: env.APP_SQLITE_BINDING } : {};
}

/** Whether the build is older than what it is made of, as after a pull. Looks at files' times only: a few hundred, some 10 ms. */
function isStale(folders) {
  const built = fs.statSync(entry, { throwIfNoEntry: false })?.mtimeMs;
  if (built === undefined) return true;
  return folders.some((folder) =>
    fs
      .readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .some((file) => file.isFile() && fs.statSync(path.join(file.parentPath ?? file.path, file.name)).mtimeMs > built),
  );
}

if (isStale(['core', 'electron', 'resources'])) {
  if (!fs.existsSync(path.join(root, 'node_modules', '.package-lock.json')))
    prepare('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  prepare(process.execPath, [path.join(root, 'scripts', 'build.mjs')]);
}
// The person's own folder, so that file names mean what they mean there.
const r = spawnSync(process.execPath, [entry, ...args], {
  cwd: process.env.INIT_CWD ?? process.cwd(),
  stdio: 'inherit',
  env: { ...process.env, ...sqliteEnvironment() },
});
process.exitCode = r.status ?? 1;
