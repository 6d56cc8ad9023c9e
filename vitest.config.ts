import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    reporters: ['default', './test/support/vitest-closing-line.ts'],
    projects: [
      { test: { name: 'unit', environment: 'node', include: ['test/unit/{core,electron,scripts}/**/*.test.ts'] } },
      {
        plugins: [react()],
        test: { name: 'renderer', environment: 'jsdom', include: ['test/unit/renderer/**/*.test.{ts,tsx}'] },
      },
    ],
  },
});
