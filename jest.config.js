import { makeScratchFolder, scratchParent } from './ops/jest/scratch-folder.ts';

// What tests leave in the temporary folder goes with the run.
process.env.TMPDIR = makeScratchFolder(scratchParent());

// Tests run on Node 24 with native ES modules. Types are stripped by Node itself, so a test sees the
// very code that the server runs.
const shared = {
  cacheDirectory: '<rootDir>/.cache/jest',
  testEnvironment: '<rootDir>/ops/jest/native-environment.cjs',
  runtime: '<rootDir>/ops/jest/native-runtime.cjs',
  transform: {},
  setupFilesAfterEnv: ['<rootDir>/ops/jest/fresh-metrics.mjs'],
  modulePathIgnorePatterns: ['<rootDir>/.data', '<rootDir>/.cache', '<rootDir>/tests/architecture/planted'],
};

// Timeouts are for what hangs, not for what is slow: a busy machine must not fail a test.
export default {
  testTimeout: 60_000,
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/**/*.test.ts'],
      testPathIgnorePatterns: [
        '/node_modules/',
        '\\.int\\.test\\.ts$',
        '<rootDir>/tests/e2e/',
        '<rootDir>/tests/reliability/',
        '<rootDir>/tests/security/',
        '<rootDir>/tests/web/',
      ],
    },
    {
      ...shared,
      displayName: 'integration',
      testMatch: ['<rootDir>/**/*.int.test.ts'],
      testPathIgnorePatterns: [
        '/node_modules/',
        '<rootDir>/tests/e2e/',
        '<rootDir>/tests/reliability/',
        '<rootDir>/tests/security/',
        '<rootDir>/tests/web/',
      ],
      globalSetup: '<rootDir>/ops/jest/start-servers.mjs',
      globalTeardown: '<rootDir>/ops/jest/stop-servers.mjs',
    },
    {
      ...shared,
      displayName: 'server',
      testMatch: ['<rootDir>/tests/{e2e,reliability,security,web}/**/*.test.ts'],
      globalSetup: '<rootDir>/ops/jest/start-server-once.mjs',
      globalTeardown: '<rootDir>/ops/jest/remove-started.mjs',
    },
  ],
};
