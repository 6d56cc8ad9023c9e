// npm run package: builds the app and packs it for this system (the unpacked folder unless targets are named):
//   npm run package                       release/linux-unpacked (or the like)
//   npm run package -- --linux deb        see electron-builder.config.mjs for the targets
// Where Electron's own binary can't be downloaded, the development runtime is packed instead: good for tests, not for release.
import { build } from './build.mjs';
import { run, setUp, toolEnvironment } from './setup.mjs';

try {
  const runtime = await setUp({ needsDisplay: false });
  build({ quiet: true });
  const asked = process.argv.slice(2);
  run('electron-builder', ['-c', 'electron-builder.config.mjs', '--publish', 'never', ...(asked.length ? asked : ['--dir'])], {
    env: toolEnvironment({ ...runtime.env, ...(runtime.own ? {} : { APP_ELECTRON_DIST: runtime.dist }) }),
  });
} catch (error) {
  console.error(`triptych: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
