import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { testArguments } from './test-arguments.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { scripts } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
  scripts: Record<string, string>;
};
/** What `npm run test:reliability -- …` hands over: npm appends what it is given. */
const reliability = (...more: string[]) => [
  ...(scripts['test:reliability']?.split('bootstrap.mjs test ')[1] ?? '').split(' '),
  ...more,
];

function testsOf(given: readonly string[]): string[] {
  const listed = execFileSync(
    process.execPath,
    ['node_modules/jest/bin/jest.js', ...testArguments(given).jestArguments, '--listTests', '--json'],
    { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  );
  return (JSON.parse(listed) as string[]).map((path) => relative(root, path)).sort();
}

describe('npm run test:reliability', () => {
  it('runs the tests of whole servers, and those of several subgraphs', () => {
    const tests = testsOf(reliability());
    expect(tests).toEqual(
      expect.arrayContaining(['tests/reliability/race.test.ts', 'tests/together/model.int.test.ts']),
    );
    expect(tests.filter((path) => !/^(tests\/|subgraphs\/|platform\/bus\/)/.test(path))).toEqual([]);
  });

  it('takes a pattern for what to run of them', () => {
    expect(testsOf(reliability('--testPathPatterns', 'race'))).toEqual(['tests/reliability/race.test.ts']);
    expect(testsOf(reliability('race', 'crash.test'))).toEqual([
      'tests/reliability/crash.test.ts',
      'tests/reliability/race.test.ts',
    ]);
  });

  it('tries the cluster, and takes a longer form', () => {
    expect(testArguments(reliability()).env).toEqual({ TEST_CLUSTER: '1' });
    expect(testArguments(reliability('--long')).env.TEST_RELIABILITY).toBe('long');
    expect(testArguments(['--long=0.1', 'model'])).toEqual({
      jestArguments: ['--maxWorkers=2', 'model'],
      env: { TEST_RELIABILITY: '0.1' },
    });
  });
});

describe('npm test', () => {
  it('hands on what it is given, and says how many workers unless that is said', () => {
    expect(testArguments(['--selectProjects', 'unit'])).toEqual({
      jestArguments: ['--maxWorkers=4', '--selectProjects', 'unit'],
      env: {},
    });
    expect(testArguments(['--maxWorkers=1']).jestArguments).toEqual(['--maxWorkers=1']);
    expect(testArguments(['-i']).jestArguments).toEqual(['-i']);
  });
});
