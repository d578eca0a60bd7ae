import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { adminEmail, adminPassword, ServerProcess } from '../support/server-process.ts';

const runFile = fileURLToPath(new URL('../postman/run.mjs', import.meta.url));

interface Outcome {
  readonly requests: number;
  readonly assertions: number;
  readonly failures: readonly string[];
}

describe('the postman collection', () => {
  let server: ServerProcess;
  beforeAll(async () => {
    server = await ServerProcess.start();
  }, 240_000);
  afterAll(() => server?.demolish());

  it('passes against a server that is empty', async () => {
    const { outcome, code } = await runCollection();
    expect(outcome).toMatchObject({ failures: [] });
    expect(outcome?.assertions).toBeGreaterThan(100);
    expect(code).toBe(0);
  }, 300_000);

  /** As `npm run test:newman` does. */
  async function runCollection(): Promise<{ outcome: Outcome | null; code: number | null }> {
    const child = fork(runFile, [], {
      execArgv: [],
      silent: true,
      env: {
        ...process.env,
        BASE_URL: `http://127.0.0.1:${server.port}`,
        ADMIN_EMAIL: adminEmail,
        ADMIN_PASSWORD: adminPassword,
      },
    });
    let outcome: Outcome | null = null;
    child.on('message', (message) => {
      outcome = message as Outcome;
    });
    // Nobody reads what it prints; a full pipe would hold it up.
    child.stdout?.resume();
    child.stderr?.resume();
    const [code] = (await once(child, 'close')) as [number | null];
    return { outcome, code };
  }
});
