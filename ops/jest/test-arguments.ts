/** What jest is given, and the variables that its tests read. */
export interface TestRun {
  readonly jestArguments: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

const RELIABILITY_CONFIG = 'ops/jest/reliability.config.js';

/**
 * The arguments of `npm test` and `npm run test:reliability`. All but two are jest's own:
 *
 *   --reliability      the reliability tests alone, those on a cluster of many processes among them
 *   --long[=SHARE]     in their long form, or so far on the way to it, 0 to 1 (platform/testing/reliability-scale.ts)
 */
export function testArguments(given: readonly string[]): TestRun {
  const isReliability = given.includes('--reliability');
  const long = given.find((argument) => /^--long(=|$)/.test(argument));
  const rest = given.filter((argument) => argument !== '--reliability' && argument !== long);
  return {
    jestArguments: [
      // A config of its own and no path pattern: patterns that are given choose among its tests.
      ...(isReliability ? ['--config', RELIABILITY_CONFIG] : []),
      // Two more than the two cores that it is meant for: servers and brokers are waited for a third of the time. The long
      // form is work all the time.
      ...(rest.some((argument) => /^(--maxWorkers|-w|--runInBand|-i)\b/.test(argument))
        ? []
        : [`--maxWorkers=${long ? 2 : 4}`]),
      ...rest,
    ],
    env: {
      ...(isReliability ? { TEST_CLUSTER: '1' } : {}),
      ...(long ? { TEST_RELIABILITY: long.replace(/^--long=?/, '') || 'long' } : {}),
    },
  };
}
