// npm start: installs what is missing, builds, opens the app. With no display it shows its work in a virtual one:
// opens the sample report there and saves a picture and the aligned rows to out/demo/.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { build } from './build.mjs';
import { root, setUp, toolEnvironment } from './setup.mjs';

const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

try {
  const runtime = await setUp({ needsDisplay: !hasDisplay });
  build({ quiet: true });
  const env = toolEnvironment(runtime.env);
  const [command, args] = hasDisplay
    ? // Chromium refuses its own sandbox under root; anybody else gets it.
      [runtime.exe, ['.', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]]
    : ['xvfb-run', ['-a', '-s', '-screen 0 1440x900x24', 'node', path.join('scripts', 'demo.mjs')]];
  const r = spawnSync(command, args, { cwd: root, env, stdio: 'inherit' });
  if (r.error) throw r.error;
  process.exitCode = r.status ?? 1;
} catch (error) {
  console.error(`triptych: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
