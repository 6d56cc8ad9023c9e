// Builds everything the app runs from: samples, then main, preload, window, workers and the command line into out/.
import { run, toolEnvironment } from './setup.mjs';

export function build({ quiet = false } = {}) {
  const options = { env: toolEnvironment(), stdio: quiet ? ['ignore', 'ignore', 'inherit'] : 'inherit' };
  run('node', ['scripts/samples/build.mjs'], options);
  run('electron-vite', ['build', ...(quiet ? ['--logLevel', 'warn'] : [])], options);
}

if (process.argv[1]?.endsWith('build.mjs') && import.meta.url.endsWith('/scripts/build.mjs')) {
  try {
    build();
  } catch (error) {
    console.error(`triptych: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
}
