// Who may import whom: the table a newcomer reads first. What is not listed is an error.
// Floors, from the ground: kernel, contracts | council-core, config | adapters | features | council | apps.
const may = {
  kernel: [],
  contracts: [],
  'council-core': ['kernel', 'contracts'],
  config: ['kernel'],
  persistence: ['kernel', 'config'],
  cache: ['kernel', 'config'],
  egress: ['kernel'],
  access: ['kernel', 'config', 'contracts', 'persistence', 'cache'],
  telemetry: ['kernel'],
  tools: ['kernel', 'config', 'contracts', 'council-core', 'egress'],
  'llm-provider': ['kernel', 'config', 'contracts', 'council-core', 'persistence', 'cache', 'egress', 'telemetry'],
  embeddings: ['kernel', 'config', 'contracts', 'council-core', 'persistence', 'cache'],
  memory: ['kernel', 'config', 'contracts', 'council-core', 'persistence', 'embeddings', 'access'],
  dispatch: ['kernel', 'config', 'contracts', 'council-core', 'persistence', 'telemetry'],
  migrations: ['kernel', 'config', 'contracts', 'council-core', 'persistence'],
  health: ['kernel', 'config', 'contracts', 'persistence', 'cache', 'llm-provider', 'migrations', 'dispatch', 'access'],
  council: [
    'kernel',
    'config',
    'contracts',
    'council-core',
    'persistence',
    'cache',
    'llm-provider',
    'embeddings',
    'memory',
    'dispatch',
    'tools',
    'access',
  ],
};
/** The web client speaks to the server over its API alone: of the libs it knows the shapes of messages, nothing else. */
const webMay = ['contracts'];
/** Libs that must stay free of every framework, driver and SDK; zod is the one package contracts and the core may name. */
const frameworkFree = ['kernel', 'contracts', 'council-core'];
const libs = Object.keys(may);
const specs = '\\.(int-|e2e-)?spec\\.ts$';

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    ...libs.map((lib) => ({
      name: `${lib}-imports-only-its-floor`,
      severity: 'error',
      from: { path: `^libs/${lib}/`, pathNot: specs },
      to: { path: '^(libs|apps)/', pathNot: `^libs/(${[lib, ...may[lib]].join('|')})/` },
    })),
    {
      name: 'web-imports-only-contracts',
      severity: 'error',
      from: { path: '^apps/web/src/' },
      to: { path: '^(libs|apps)/', pathNot: `^(apps/web/src|libs/(${webMay.join('|')}))/` },
    },
    {
      name: 'nobody-imports-the-web-client',
      severity: 'error',
      from: { path: '^(libs|apps)/', pathNot: '^apps/web/' },
      to: { path: '^apps/web/' },
    },
    {
      name: 'web-ui-knows-no-page',
      comment: 'Components, the API and the live channel stand below the pages.',
      severity: 'error',
      from: { path: '^apps/web/src/(ui|api|live|i18n|state)/' },
      to: { path: '^apps/web/src/(app|pages)/' },
    },
    {
      name: 'no-deep-imports',
      comment: "Past a lib's index.ts is private.",
      severity: 'error',
      from: { path: '^(?:libs|apps)/([^/]+)/' },
      to: { path: '^libs/([^/]+)/src/(?!index\\.ts$)', pathNot: '^libs/$1/' },
    },
    {
      name: 'framework-free',
      severity: 'error',
      from: { path: `^libs/(${frameworkFree.join('|')})/`, pathNot: specs },
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer'], pathNot: 'node_modules/zod/' },
    },
    {
      name: 'testing-is-for-specs',
      severity: 'error',
      from: { path: '^(libs|apps)/', pathNot: [specs, '^libs/testing/', '^apps/[^/]+/test/'] },
      to: { path: '^libs/testing/' },
    },
    { name: 'unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    // Some packages name their ESM entry only by one of these.
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
