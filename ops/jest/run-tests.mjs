// `npm test`: every project of jest.config.js, or what the arguments name. The last line is for machines.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { testArguments } from './test-arguments.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'parterre-results-'));
const resultsFile = join(folder, 'results.json');
const { jestArguments, env } = testArguments(process.argv.slice(2));

const jest = spawn(
  process.execPath,
  [
    join(root, 'node_modules', 'jest', 'bin', 'jest.js'),
    // A snapshot that nobody has reviewed is none.
    '--ci',
    '--json',
    `--outputFile=${resultsFile}`,
    ...jestArguments,
  ],
  // jest prints the results as JSON on standard output as well; what is for people comes on standard error.
  {
    cwd: root,
    stdio: ['inherit', 'ignore', 'inherit'],
    env: {
      // Programs of the repository are started some two hundred times: none of them need be compiled each time.
      NODE_COMPILE_CACHE: join(root, '.cache', 'node'),
      ...process.env,
      // What a test makes is soon of no use: with more space for what is new less of it is copied.
      NODE_OPTIONS: `--max-semi-space-size=64 ${process.env.NODE_OPTIONS ?? ''}`.trim(),
      ...env,
    },
  },
);

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => jest.kill(signal));
process.on('disconnect', () => jest.kill('SIGTERM'));

jest.on('exit', (code) => {
  const { passed, failed } = count(resultsFile);
  rmSync(folder, { recursive: true, force: true });
  const isGood = code === 0 && failed === 0 && passed > 0;
  console.log(`${passed} passed, ${isGood ? 0 : Math.max(failed, 1)} failed`);
  process.exit(isGood ? 0 : 1);
});

/** A suite that does not even run counts as one failure: its tests are not among the failed ones. */
function count(file) {
  try {
    const results = JSON.parse(readFileSync(file, 'utf8'));
    return {
      passed: results.numPassedTests,
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
    };
  } catch {
    return { passed: 0, failed: 1 }; // jest ended before it wrote what came of it
  }
}
