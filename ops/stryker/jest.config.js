import config from '../../jest.config.js';

const unit = config.projects.find(({ displayName }) => displayName === 'unit');

/** The unit tests of the pure rules alone, as one project: Stryker's runner knows no projects. */
export default {
  testTimeout: 60_000,
  modulePathIgnorePatterns: unit.modulePathIgnorePatterns,
  testPathIgnorePatterns: unit.testPathIgnorePatterns,
  // Stryker switches a mutant on and off between the tests of a file: every file gets modules of its own.
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': '<rootDir>/ops/stryker/strip-types.mjs' },
  transformIgnorePatterns: ['/node_modules/'],
  rootDir: '../..',
  testEnvironment: '@stryker-mutator/jest-runner/jest-env/node',
  testMatch: ['<rootDir>/subgraphs/*/domain/**/*.test.ts', '<rootDir>/platform/kernel/**/*.test.ts'],
};
