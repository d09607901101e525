// Three sizes of test, told apart by suffix: .spec.ts (pure), .int-spec.ts (real database), .e2e-spec.ts (a spawned server).
const libs = [
  'access',
  'cache',
  'config',
  'contracts',
  'council',
  'council-core',
  'dispatch',
  'egress',
  'embeddings',
  'health',
  'kernel',
  'llm-provider',
  'memory',
  'migrations',
  'persistence',
  'telemetry',
  'testing',
  'tools',
];
const swc = {
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    keepClassNames: true,
  },
  sourceMaps: 'inline',
};
const base = {
  rootDir: import.meta.dirname,
  testEnvironment: '<rootDir>/libs/testing/src/ending-intervals.mjs',
  extensionsToTreatAsEsm: ['.ts'],
  // Jest on Node 20 cannot require() ESM: these two packages are made CommonJS on the way in (docs/adr).
  transform: {
    '/node_modules/(cookie|content-disposition)/.+\\.js$': [
      '@swc/jest',
      { jsc: { target: 'es2022' }, module: { type: 'commonjs' } },
    ],
    '^.+\\.ts$': ['@swc/jest', { ...swc, module: { type: 'es6' } }],
  },
  transformIgnorePatterns: ['/node_modules/(?!(cookie|content-disposition)/)'],
  moduleNameMapper: {
    ...Object.fromEntries(libs.map((lib) => [`^@council/${lib}$`, `<rootDir>/libs/${lib}/src/index.ts`])),
    '^@/(.*)$': '<rootDir>/apps/web/src/$1',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/data/'],
  setupFiles: ['<rootDir>/libs/testing/src/loopback-guard.mjs'],
};
const size = (name, suffix, more = {}) => ({
  ...base,
  displayName: name,
  testMatch: [`<rootDir>/{apps,libs}/**/*.${suffix}.ts`],
  ...more,
});

export default {
  testTimeout: 60_000,
  // Jest leaves one core idle by default, which is half of a small machine.
  maxWorkers: '100%',
  testSequencer: '<rootDir>/scripts/longest-first.mjs',
  projects: [
    size('unit', 'spec'),
    size('int', 'int-spec', { globalSetup: '<rootDir>/libs/testing/src/global-setup.mjs' }),
    size('e2e', 'e2e-spec', { globalSetup: '<rootDir>/libs/testing/src/global-setup.mjs' }),
  ],
};
