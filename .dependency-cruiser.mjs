// Who may use whom: docs/architecture.md. Type imports count, too.
const only = (name, from, to, comment) => ({ name, comment, severity: 'error', from, to });

/** Layers of core, lowest first: a layer uses itself and those named. */
const coreLayers = {
  model: [],
  text: ['model'],
  segment: ['model', 'text'],
  lexicon: ['model', 'text', 'segment'],
  align: ['model', 'text', 'segment', 'lexicon'],
  annotate: ['model', 'text', 'segment'],
  search: ['model', 'text', 'segment'],
  compare: ['model', 'text', 'segment', 'lexicon'],
  formats: ['model', 'text', 'segment'],
  contract: ['model'],
};

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    only('no-circular', {}, { circular: true }, 'A circle can be neither understood nor tested in parts.'),
    only('core-is-pure', { path: '^core/' }, { path: '^(electron|renderer|scripts|test)/' }, 'core uses only core.'),
    only('core-without-node', { path: '^core/' }, { dependencyTypes: ['core'] }, 'core runs in browser workers.'),
    only('window-without-host', { path: '^renderer/' }, { path: '^(electron|scripts|test)/' }, 'The window knows only core.'),
    only('window-without-node', { path: '^renderer/' }, { dependencyTypes: ['core'] }, 'The window is sandboxed.'),
    only('host-without-window', { path: '^electron/' }, { path: '^(renderer|scripts|test)/' }, 'The host knows only core.'),
    only(
      'sql-in-library-only',
      { path: '^electron/', pathNot: '^electron/library/' },
      { path: 'better-sqlite3' },
      'SQL stands only in electron/library.',
    ),
    only(
      'features-are-rooms',
      { path: '^renderer/features/([^/]+)/' },
      { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
      'What two features need moves to components, state or core.',
    ),
    only(
      'shared-pieces-below-features',
      { path: '^renderer/(components|state|bridge|i18n|styles)/' },
      { path: '^renderer/features/' },
      'Features use shared pieces, not the other way round.',
    ),
    only('not-to-unresolvable', {}, { couldNotResolve: true, pathNot: '^(electron|virtual:)' }, 'An import must lead somewhere.'),
    ...Object.entries(coreLayers).map(([layer, allowed]) =>
      only(
        `core-${layer}`,
        { path: `^core/${layer}/` },
        { path: '^core/', pathNot: `^core/(${[layer, ...allowed].join('|')})/|^core/[^/]+\\.d\\.ts$` },
        `core/${layer} uses: ${allowed.join(', ') || 'nothing'}.`,
      ),
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|release)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    combinedDependencies: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css', '.d.ts'] },
  },
};
