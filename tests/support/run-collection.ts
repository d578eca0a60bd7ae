import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { adminEmail, adminPassword } from './server-process.ts';

const runFile = fileURLToPath(new URL('../postman/run.mjs', import.meta.url));

export interface CollectionOutcome {
  readonly requests: number;
  readonly assertions: number;
  readonly failures: readonly string[];
}

/** Runs the postman collection against whatever runs at the URL, as `npm run test:newman` does. */
export async function runCollection(
  baseUrl: string,
): Promise<{ outcome: CollectionOutcome | null; code: number | null }> {
  const child = fork(runFile, [], {
    execArgv: [],
    silent: true,
    env: { ...process.env, BASE_URL: baseUrl, ADMIN_EMAIL: adminEmail, ADMIN_PASSWORD: adminPassword },
  });
  let outcome: CollectionOutcome | null = null;
  child.on('message', (message) => {
    outcome = message as CollectionOutcome;
  });
  // Nobody reads what it prints; a full pipe would hold it up.
  child.stdout?.resume();
  child.stderr?.resume();
  const [code] = (await once(child, 'close')) as [number | null];
  return { outcome, code };
}
