import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { silentLogger } from '../../telemetry/logger.ts';
import { type SwallowingProxy, swallowingProxy } from '../../testing/swallowing-proxy.ts';
import { createEmptyDatabase, dropDatabase } from '../../testing/test-database.ts';
import { until } from '../../testing/until.ts';
import { createLockConnection, type GroupLock, type LockConnection } from './group-lock.ts';

const QUERY_TIMEOUT_MS = 300;

let log: { name: string; url: string };
let proxy: SwallowingProxy;
let locks: LockConnection;

beforeEach(async () => {
  log = await createEmptyDatabase();
  proxy = await swallowingProxy(log.url);
  locks = createLockConnection(proxy.url, silentLogger, QUERY_TIMEOUT_MS);
});
afterEach(async () => {
  await locks.close();
  await proxy.close();
  await dropDatabase(log.name);
});

/** The lock, as soon as nobody has it; on a busy machine a question may go unanswered for too long. */
async function takeLock(): Promise<GroupLock> {
  let taken: GroupLock | null = null;
  await until('the lock to be free', async () => {
    taken = await locks.tryLock('group').catch(() => null);
    return taken !== null;
  });
  return taken ?? Promise.reject(new Error('expected a lock'));
}

it('a lock whose release is not answered in time is given up with its connection, and can be taken again', async () => {
  const lock = await takeLock();
  const goOn = proxy.stall();
  await expect(lock.release()).rejects.toThrow(/timeout/i);
  goOn();
  expect(lock.lost.aborted).toBe(true);
  await (await takeLock()).release();
});

it('a lock that was released can be taken again over the same connection', async () => {
  const lock = await takeLock();
  expect(await locks.tryLock('group').catch(() => null)).toBeNull();
  await lock.release().catch(() => undefined);
  await (await takeLock()).release();
});
