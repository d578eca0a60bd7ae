import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';

const run = promisify(execFile);
const bootstrap = fileURLToPath(new URL('bootstrap.mjs', import.meta.url));
/** What kafkajs does, in the program that is handed over to and not in the bootstrap. */
const late = "if (process.argv[1].endsWith('cli/ops.ts')) setTimeout(() => {}, -5)";
const TEST_TIMEOUT_MS = 120_000;

describe('a program that is run by hand', () => {
  it(
    'says nothing of timers that kafkajs sets too late',
    async () => {
      const { stdout, stderr } = await run(process.execPath, [bootstrap, 'ops', '--help'], {
        env: { ...process.env, NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(late)}` },
      });
      expect(stdout).toContain('audit');
      expect(stderr).not.toContain('Warning');
    },
    TEST_TIMEOUT_MS,
  );
});
