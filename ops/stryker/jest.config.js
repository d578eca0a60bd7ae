import { fileURLToPath } from 'node:url';
import config from '../../jest.config.js';

const unit = config.projects.find(({ displayName }) => displayName === 'unit');

/** The unit tests of the pure rules alone, as one project: Stryker's runner knows no projects. */
export default {
  ...unit,
  rootDir: '../..',
  testEnvironment: fileURLToPath(new URL('native-environment.cjs', import.meta.url)),
  testMatch: ['<rootDir>/subgraphs/*/domain/**/*.test.ts', '<rootDir>/platform/kernel/**/*.test.ts'],
};
