import { fileURLToPath } from 'node:url';
import config from '../../jest.config.js';

const unit = config.projects.find(({ displayName }) => displayName === 'unit');

/** The unit tests of the pure rules alone, as one project: Stryker's runner knows no projects. */
export default {
  ...unit,
  rootDir: '../../.',
  // Stryker puts its own environment around this one, and does not know <rootDir>.
  testEnvironment: fileURLToPath(new URL('../jest/native-environment.cjs', import.meta.url)),
  testMatch: ['<rootDir>/subgraphs/*/domain/**/*.test.ts', '<rootDir>/platform/kernel/**/*.test.ts'],
};
