import { fileURLToPath } from 'node:url';
import { overruledByPublishing, runChecks } from './all-checks.ts';
import { readState } from './checked.ts';
import { publish } from './published-state.ts';

// `npm run contracts` holds the server to its contracts: one line a check, then what is wrong and what to do.
// `npm run contracts -- --publish` accepts the present state as the published one.

const root = fileURLToPath(new URL('../.././', import.meta.url));
const state = await readState(root);
const verdicts = await runChecks(state);

for (const { check, breaches } of verdicts) {
  const outcome = breaches === null ? 'skipped' : breaches.length === 0 ? 'ok' : `${breaches.length} refused`;
  console.log(`${outcome.padEnd(12)}${check.promise}`);
}

const publishing = process.argv.includes('--publish');
const refusals = verdicts.filter(({ check }) => !publishing || !overruledByPublishing.includes(check));
const refused = refusals.flatMap(({ breaches }) => breaches ?? []);
if (refused.length > 0) {
  console.error(`\n${refused.join('\n')}`);
  process.exitCode = 1;
} else if (publishing) {
  report(publish(root, state));
}

function report(changed: readonly string[]): void {
  const accepted = verdicts
    .flatMap(({ breaches }) => breaches ?? [])
    .filter((text) => !/--publish/.test(text));
  if (accepted.length > 0)
    console.log(`\nAccepted, though it breaks what was published:\n${accepted.join('\n')}`);
  console.log(changed.length > 0 ? `\nPublished ${changed.join(', ')}` : '\nNothing new to publish');
}
