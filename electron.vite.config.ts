/**
 * Builds the host (main process, library process, alignment worker, command line), the preload and the window.
 * The lowest runtime this project is started with is Electron 33 (Node 20.18, Chromium 130); see scripts/electron-runtime.mjs.
 */
import { rmSync } from 'node:fs';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { unpackLexicon } from './scripts/lexicon/unpack.mjs';

const nodeTarget = 'node20.18';
const chromeTarget = 'chrome130';
const root = import.meta.dirname;

export default defineConfig({
  main: {
    plugins: [
      {
        name: 'clear-host-output',
        // The output folder is shared with the samples, so the host's own folders are cleared one by one.
        buildStart: () => {
          for (const folder of ['main', 'cli']) rmSync(path.join(root, 'out', folder), { recursive: true, force: true });
        },
      },
      {
        name: 'unpack-lexicon',
        buildStart: () => unpackLexicon(path.join(root, 'resources', 'lexicon'), path.join(root, 'out', 'lexicon')),
      },
    ],
    // fflate's build for Node brings a require of its own, which clashes with the one that electron-vite adds; its browser build
    // does the same work without.
    resolve: { alias: { fflate: 'fflate/browser' } },
    build: {
      outDir: 'out',
      emptyOutDir: false,
      target: nodeTarget,
      minify: true,
      rollupOptions: {
        input: {
          'main/main': 'electron/main.ts',
          'main/library-process': 'electron/library-process.ts',
          'main/align-worker': 'electron/workers/align-worker.ts',
          'main/export-worker': 'electron/workers/export-worker.ts',
          'main/index-worker': 'electron/workers/index-worker.ts',
          'cli/triptych': 'electron/cli/triptych.ts',
        },
        external: ['better-sqlite3', 'electron'],
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'main/chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: nodeTarget,
      minify: true,
      externalizeDeps: false,
      rollupOptions: {
        input: { preload: 'electron/preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    // The import worker has no document: packages that offer a build for workers must give that one.
    resolve: { conditions: ['worker', 'module', 'browser', 'development|production'] },
    plugins: [react()],
    worker: { format: 'es' },
    build: {
      outDir: 'out/renderer',
      target: chromeTarget,
      minify: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rollupOptions: { input: path.resolve(root, 'renderer/index.html') },
    },
  },
});
