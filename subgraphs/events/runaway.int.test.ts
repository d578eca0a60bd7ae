import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createBudget } from '@parterre/platform/graphql/budget.ts';
import { serviceUnavailable } from '@parterre/platform/graphql/errors.ts';
import { anonymous } from '@parterre/platform/kernel/caller.ts';
import { until } from '@parterre/platform/testing/until.ts';
import type { ExecutionResult } from 'graphql';
import {
  type EventsFixture,
  openEventsFixture,
  type PublishedEvent,
  publishTestEvent,
  someUser,
} from './testing/fixture.ts';

const plenty = { nodes: 100_000, bytes: 1e9, milliseconds: 600_000 };
const gone = serviceUnavailable('the client has gone');
/** Four levels of 200 seats each: 1.6 billion seats. */
const around = (inner: string) => `seats { section { rows { ${inner} } } }`;
const circles = `query($id: ID!) { event(id: $id) { seatingPlan {
  ${around(around(around('seats { index }')))} } } }`;
const plain = 'query($id: ID!) { event(id: $id) { seatingPlan { seats { label row { label } } } } }';

let fixture: EventsFixture;
let show: PublishedEvent;
beforeAll(async () => {
  fixture = await openEventsFixture();
  show = await publishTestEvent(fixture, { rows: 10, perRow: 20 });
});
afterAll(() => fixture.stop());

describe('a query that goes in circles', () => {
  // The first two uses of a document are interpreted, the others compiled.
  it.each([1, 2, 3, 4])('ends with the values that it may produce (use %i)', async () => {
    const budget = createBudget(plenty);
    const answer = await fixture.execute(circles, { id: show.eventId }, anonymous, budget);
    expect(answer).toEqual({ errors: [budget.fault] });
    expect(budget.fault?.extensions.code).toBe('BUDGET_EXCEEDED');
    budget.close();
  });

  it('ends with its time, also where nothing is ever awaited', async () => {
    const budget = createBudget({ ...plenty, nodes: 1e12, milliseconds: 200 });
    const answer = await fixture.execute(circles, { id: show.eventId }, anonymous, budget);
    expect(answer.errors).toMatchObject([{ extensions: { code: 'DEADLINE_EXCEEDED' } }]);
  });
});

describe('work for somebody who does not wait any more', () => {
  it('ends in the database, too, when the client goes away', async () => {
    const { answer } = await whileLocked('seats', async (isIdle) => {
      const budget = createBudget(plenty);
      const asked = fixture.execute(plain, { id: show.eventId }, anonymous, budget);
      await until('a waiting statement', async () => !(await isIdle()));
      budget.abort(gone);
      await until('an idle database', isIdle);
      return { answer: await asked };
    });
    expect(answer).toEqual({ errors: [gone] });
  });

  it('ends in the database, too, when its time is over', async () => {
    const { answer } = await whileLocked('seats', async (isIdle) => {
      const budget = createBudget({ ...plenty, milliseconds: 300 });
      const asked = fixture.execute(plain, { id: show.eventId }, anonymous, budget);
      const answer = await asked;
      await until('an idle database', isIdle);
      return { answer };
    });
    expect(answer.errors).toMatchObject([{ extensions: { code: 'DEADLINE_EXCEEDED' } }]);
  });

  it('leaves nothing of a mutation that has not come to its commit', async () => {
    const name = 'A venue that nobody waited for';
    const organizer = someUser('ORGANIZER');
    const mutation = 'mutation($input: CreateVenueInput!) { createVenue(input: $input) { venue { id } } }';
    const input = { name, address: '1 Main Street', city: 'Vienna', timeZone: 'Europe/Vienna' };
    await whileLocked('venues', async (isIdle) => {
      const budget = createBudget(plenty);
      const asked = fixture.execute(mutation, { input }, organizer, budget);
      await until('a waiting statement', async () => !(await isIdle()));
      budget.abort(gone);
      await until('an idle database', isIdle);
      return { answer: await asked };
    });
    expect(await fixture.database.sql('select 1 from venues where name = $1', [name])).toEqual([]);
  });
});

/** Runs `work` while nobody can read or write a table; what wants to, waits, and `isIdle` tells of it. */
async function whileLocked(
  table: string,
  work: (isIdle: () => Promise<boolean>) => Promise<{ answer: ExecutionResult }>,
): Promise<{ answer: ExecutionResult }> {
  const isIdle = async () =>
    (
      await fixture.database.sql('select 1 from pg_locks where not granted and relation = $1::regclass', [
        table,
      ])
    ).length === 0;
  return fixture.database.transaction(async (tx) => {
    await tx.sql(`lock table ${table} in access exclusive mode`);
    return work(isIdle);
  });
}
