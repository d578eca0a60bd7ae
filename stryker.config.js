// `npm run test:mutants`: plants small faults in the pure rules (the domain of each subgraph, the kernel and the pure
// parts of the platform) and asks whether a unit test goes red. Outside of the gate: it takes long.
export default {
  mutate: ['subgraphs/*/domain/**/*.ts', 'platform/kernel/**/*.ts', '!**/*.test.ts', '!**/testing/**'],
  testRunner: 'jest',
  jest: { projectType: 'custom', configFile: 'ops/stryker/jest.config.js', enableFindRelatedTests: true },
  coverageAnalysis: 'perTest',
  // What runs only while a module is loaded cannot be switched: modules are loaded once for all mutants.
  ignoreStatic: true,
  incremental: true,
  incrementalFile: '.cache/mutants-incremental.json',
  concurrency: 2,
  reporters: ['clear-text', 'progress', 'json'],
  jsonReporter: { fileName: '.cache/mutants.json' },
  tempDirName: '.cache/stryker',
  // Stryker would rewrite tsconfig.json by an API that TypeScript 7 does not have; nothing here reads it.
  tsconfigFile: 'none',
  disableTypeChecks: false,
  clearTextReporter: { reportTests: false, logTests: false },
};
