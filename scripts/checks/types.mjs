// Type-checks each folder with its own tsconfig: core without DOM and Node, electron with Node, renderer with DOM.
import { run, toolEnvironment } from '../setup.mjs';

try {
  for (const folder of ['core', 'electron', 'renderer', 'test']) run('tsc', ['-p', folder], { env: toolEnvironment() });
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
