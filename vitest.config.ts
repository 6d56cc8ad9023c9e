import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

// Vitest's own limit of 5 s is passed by whole alignments and property tests where a machine runs other things beside;
// this one is there for what hangs.
const limits = { testTimeout: 60_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    reporters: ['default', './test/support/vitest-closing-line.ts'],
    projects: [
      {
        test: {
          ...limits,
          name: 'unit',
          environment: 'node',
          include: ['test/unit/{core,electron,scripts}/**/*.test.ts'],
        },
      },
      {
        plugins: [react()],
        test: {
          ...limits,
          name: 'renderer',
          environment: 'jsdom',
          setupFiles: ['./test/support/renderer-waits.ts'],
          include: ['test/unit/renderer/**/*.test.{ts,tsx}'],
        },
      },
    ],
  },
});
