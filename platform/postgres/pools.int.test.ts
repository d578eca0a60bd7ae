import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { barrier } from '../testing/barrier.ts';
import { type SwallowingProxy, swallowingProxy } from '../testing/swallowing-proxy.ts';
import { createEmptyDatabase, dropDatabase } from '../testing/test-database.ts';
import { until } from '../testing/until.ts';
import { DatabaseUnavailable } from './errors.ts';
import { type OpenDatabase, openDatabase } from './open-database.ts';
import { inBackground } from './pools.ts';

const POOL = 3;
let name: string;
let proxy: SwallowingProxy;
let database: OpenDatabase;

beforeEach(async () => {
  const empty = await createEmptyDatabase();
  name = empty.name;
  proxy = await swallowingProxy(empty.url);
  const url = proxy.url;
  database = await openDatabase({
    url,
    entities: [],
    poolSize: POOL,
    backgroundPoolSize: 2,
    silenceMs: 1_000,
  });
});
afterEach(async () => {
  await database.close();
  await proxy.close();
  await dropDatabase(name);
});

const one = () => database.sql('select 1 as one');

/** Holds so many connections in open transactions; resolves when they are held, and answers how to let go. */
async function holdConnections(count: number, within: typeof inBackground): Promise<() => Promise<unknown>> {
  const allHeld = barrier(count + 1);
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const holders = Array.from({ length: count }, () =>
    within(() =>
      database.transaction(async (tx) => {
        await tx.sql('select 1');
        await allHeld();
        await released;
      }),
    ),
  );
  await allHeld();
  return () => {
    release();
    return Promise.all(holders);
  };
}

describe('connections whose packets are swallowed', () => {
  it.each([
    ['that are idle', async () => async () => {}],
    [
      'in the middle of a transaction',
      async () => {
        const held = barrier(POOL + 1);
        const { promise: cut, resolve: tellCut } = Promise.withResolvers<void>();
        const broken = Array.from({ length: POOL }, () =>
          database
            .transaction(async (tx) => {
              await tx.sql('select 1');
              await held();
              await cut;
              await tx.sql('select 2');
            })
            .catch((error: unknown) => error),
        );
        await held();
        return async () => {
          tellCut();
          for (const error of await Promise.all(broken)) expect(error).toBeInstanceOf(DatabaseUnavailable);
        };
      },
    ],
  ])('%s are given up and replaced: the pool is whole again', async (_when, begin) => {
    await Promise.all(Array.from({ length: POOL }, one));
    const afterCut = await begin();
    proxy.swallow();
    proxy.restore();
    await afterCut();
    await until('every connection to answer', async () => {
      const answers = await Promise.allSettled(Array.from({ length: POOL }, one));
      return answers.every(({ status }) => status === 'fulfilled');
    });
    // As many at once as the pool has: one that is lost for good would be missing here.
    const letGo = await holdConnections(POOL, (work) => work());
    await letGo();
  });

  it('of an address that swallows everything are refused in time, and used again when it heals', async () => {
    proxy.swallow();
    await expect(one()).rejects.toBeInstanceOf(DatabaseUnavailable);
    proxy.restore();
    await until('an answer', () =>
      one().then(
        () => true,
        () => false,
      ),
    );
  });
});

describe('requests and background work', () => {
  it('have connections of their own: however many jobs hold theirs, a request is answered', async () => {
    const letGo = await holdConnections(2, inBackground);
    expect(await one()).toEqual([{ one: 1 }]);
    expect(await database.transaction((tx) => tx.sql('select 1 as one'))).toEqual([{ one: 1 }]);
    await letGo();
  });

  it('have connections of their own: however many requests hold theirs, a job goes on', async () => {
    const letGo = await holdConnections(POOL, (work) => work());
    expect(await inBackground(one)).toEqual([{ one: 1 }]);
    expect(await inBackground(() => database.transaction((tx) => tx.sql('select 1 as one')))).toEqual([
      { one: 1 },
    ]);
    await letGo();
  });
});
