import { expect } from '@jest/globals';
import { auditAtRest, auditedDatabases, type Breach } from '../../ops/audit/audit.ts';
import { eventually } from '../support/eventually.ts';
import type { ServerProcess } from '../support/server-process.ts';
import { databasesOf } from './databases-of.ts';

/** Facts and timers need a moment to come to rest after the last answer. */
const REST_PATIENCE_MS = 40_000;

/** Waits until the server is at rest and no invariant is broken; fails with the breaches that remain. */
export async function expectCleanAudit(server: ServerProcess): Promise<void> {
  const databases = auditedDatabases(await databasesOf(server));
  let breaches: Breach[] = [];
  await eventually(
    'the books to be in order',
    async () => {
      breaches = await auditAtRest(databases);
      if (breaches.length > 0) throw new Error(JSON.stringify(breaches, null, 1));
      return true;
    },
    REST_PATIENCE_MS,
  );
  expect(breaches).toEqual([]);
}
