import { fileURLToPath } from 'node:url';
import config from '../../jest.config.js';

const rootDir = fileURLToPath(new URL('../..', import.meta.url));

/** What tests/README.md names under "Reliability", by the project that it runs in. */
const tests = {
  server: ['tests/reliability/**/*.test.ts', 'tests/e2e/resume.test.ts'],
  integration: [
    'tests/together/{model,cancelled-event,crashing-database,late-asks}.int.test.ts',
    'subgraphs/tickets/booking-crash.int.test.ts',
    'subgraphs/loyalty/fact-order.int.test.ts',
    'subgraphs/notifications/write-mail.int.test.ts',
    'subgraphs/analytics/rebuild.int.test.ts',
    'platform/bus/kafka/kafka-restart.int.test.ts',
  ],
};

/** `npm run test:reliability`: the same projects, with the reliability tests alone. */
export default {
  ...config,
  rootDir,
  projects: config.projects
    .filter(({ displayName }) => displayName in tests)
    .map((project) => ({
      ...project,
      rootDir,
      testMatch: tests[project.displayName].map((path) => `<rootDir>/${path}`),
    })),
};
