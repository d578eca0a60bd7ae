import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BookingConfirmed } from '@parterre/contracts/facts/tickets.ts';
import type { FactEnvelope } from '@parterre/platform/bus/bus.ts';
import fc from 'fast-check';
import { factsOf, inOrder } from './testing/facts.ts';
import { type NotificationsFixture, openNotificationsFixture } from './testing/fixture.ts';

let atOnce: NotificationsFixture;
let inTransactions: NotificationsFixture;
beforeAll(async () => {
  [atOnce, inTransactions] = await Promise.all([
    openNotificationsFixture(),
    openNotificationsFixture({ isAtOnce: false }),
  ]);
});
afterAll(() => Promise.all([atOnce?.stop(), inTransactions?.stop()]));

const RUNS = 25;
/** The same stories each time: some of them have to be of the kind that is counted at the end. */
const SEED = 20261127;

/** Facts of one user in any order, some of them again, and inboxes that forget in between. */
async function play(
  fixture: NotificationsFixture,
  told: readonly (FactEnvelope | 'forget')[],
  userId: string,
) {
  for (const each of told) {
    if (each === 'forget') await fixture.database.sql('delete from inbox');
    else await fixture.deliver(each);
  }
  const facts = (await fixture.published()).filter(
    ({ data }) => (data as { userId: string }).userId === userId,
  );
  return [
    await fixture.database.sql('select * from notifications where user_id = $1 order by created_at, id', [
      userId,
    ]),
    await fixture.database.sql('select * from live_bookings where user_id = $1 order by booking_id', [
      userId,
    ]),
    await fixture.database.sql('select consumer, fact_id from inbox order by consumer, fact_id'),
    facts.map(({ id: _id, ...fact }) => fact),
  ];
}

describe('one statement and one transaction', () => {
  it('come to the same rows and facts, in whatever order facts come', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(), { minLength: 6, maxLength: 14 }), async (picks) => {
        const life = factsOf('ada');
        const facts = inOrder(life);
        const confirmed = facts.filter(({ type }) => type === BookingConfirmed.type);
        const all = [...facts, ...confirmed, ...confirmed, 'forget' as const];
        const told = picks.map((pick) => all[pick % all.length] ?? 'forget');
        expect(await play(atOnce, told, life.userId)).toEqual(await play(inTransactions, told, life.userId));
      }),
      { numRuns: RUNS, seed: SEED },
    );
    const [count] = await atOnce.database.sql<{ mails: number; followed: number }>(
      `select (select count(*)::int from notifications where kind = 'BOOKING_CONFIRMED') as mails,
              (select count(*)::int from live_bookings) as followed`,
    );
    expect(count?.mails).toBeGreaterThan(0);
    expect(count?.followed).toBeGreaterThan(0);
  }, 120_000);
});
