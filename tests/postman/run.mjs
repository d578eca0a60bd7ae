// `npm run test:newman`: the collection against whatever runs at BASE_URL, http://localhost:4000 unless set. It signs in
// as ADMIN_EMAIL with ADMIN_PASSWORD (the demo's administrator unless set) and pays in CURRENCY (EUR).
// Exit code 0: every assertion held. A program that starts it with `fork` is told { requests, assertions, failures }.
import { readFileSync } from 'node:fs';
import newman from 'newman';

const read = (name) => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));
const environment = read('local.postman_environment.json');
const REQUEST_TIMEOUT_MS = 60_000;

const summary = await new Promise((resolve, reject) => {
  newman.run(
    {
      collection: read('parterre.postman_collection.json'),
      environment,
      envVar: environment.values
        .filter(({ key }) => process.env[key])
        .map(({ key }) => ({ key, value: process.env[key] })),
      reporters: ['cli'],
      timeoutRequest: REQUEST_TIMEOUT_MS,
      // A request builds on the one before: after a failure the others would only fail as well.
      bail: true,
    },
    (error, outcome) => (outcome ? resolve(outcome) : reject(error)),
  );
});

const { stats, failures } = summary.run;
process.send?.({
  requests: stats.requests.total,
  assertions: stats.assertions.total,
  failures: failures.map(({ source, error }) => `${source?.name}: ${error.name}: ${error.message}`),
});
process.exitCode = failures.length === 0 && stats.assertions.total > 0 ? 0 : 1;
if (process.send) process.disconnect();
