import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import { money } from '@parterre/contracts/kernel/money.ts';
import type { FactEnvelope } from '@parterre/platform/bus/bus.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { amountOf } from '@parterre/platform/testing/reliability-scale.ts';
import fc from 'fast-check';
import { pointsFor } from './domain/level.ts';
import { expectSoundPoints } from './testing/expect-sound-points.ts';
import { booking, confirmed, refunded, type TestBooking } from './testing/facts.ts';
import { type LoyaltyFixture, openLoyaltyFixture } from './testing/fixture.ts';

let fixture: LoyaltyFixture;
beforeAll(async () => {
  fixture = await openLoyaltyFixture();
});
afterAll(() => fixture.stop());

const RUNS = amountOf('factOrdersOfLoyalty');
const SPENT_BEFORE = 200;

/**
 * Bookings of a few tickets, cheap enough that together they stay below SILVER: the factor of a level goes by
 * the order of arrival, everything else must not. Of each ticket: what was paid, and which refund has it.
 */
const ticket = fc.record({
  paid: fc.bigInt({ min: 0n, max: 3_000n }),
  refund: fc.constantFrom<(0 | 1 | null)[]>(0, 1, null),
});
const bookings = fc.array(fc.array(ticket, { minLength: 1, maxLength: 4, size: 'max' }), {
  minLength: 1,
  maxLength: 5,
  size: 'max',
});
/** Which booking's next fact comes next; used up cyclically. */
const order = fc.array(fc.nat({ max: 100 }), { minLength: 30, maxLength: 30 });

it(
  'facts that come twice, late and in any order between bookings come to the same points',
  async () => {
    await fc.assert(
      fc.asyncProperty(bookings, order, async (shapes, turns) => {
        const userId = newId<'User'>();
        const start = await spender(userId);
        const own = shapes.map((tickets) => ({
          of: booking(userId, ...tickets.map(({ paid }) => paid)),
          tickets,
        }));
        const queues = own.map(({ of, tickets }) => [
          confirmed(of, fixture.now()),
          ...[0, 1].flatMap((refund) => refundOf(of, tickets, refund)),
        ]);
        queues.push([refunded(start, [0], fixture.now())]);
        await deliverShuffled(queues, turns);

        const earned = own.map(({ of, tickets }) => {
          const whole = of.tickets.reduce((sum, { paid }) => sum + paid, 0n);
          const back = tickets.reduce((sum, { paid, refund }) => (refund === null ? sum : sum + paid), 0n);
          const points = pointsFor(money(whole, 'EUR'), 'BRONZE');
          return points - (whole === 0n ? 0 : Math.round((points * Number(back)) / Number(whole)));
        });
        const expected = earned.reduce((sum, points) => sum + points, 0) - SPENT_BEFORE;
        const { points, owedPoints } = await fixture.account(userId);
        expect(points - owedPoints).toBe(expected);
        await expectSoundPoints(fixture.database);
      }),
      { numRuns: RUNS },
    );
  },
  120_000 + RUNS * 4_000,
);

/** Gives the user points by one booking and spends them all: its refund, whenever it comes, leaves a debt. */
async function spender(userId: UserId): Promise<TestBooking> {
  const start = await fixture.confirm(booking(userId, BigInt(SPENT_BEFORE) * 100n));
  const bookingId = newId<'Booking'>();
  await fixture.reserve({ bookingId, userId, spendPoints: SPENT_BEFORE });
  await fixture.commit(bookingId);
  return start;
}

function refundOf(of: TestBooking, tickets: readonly { refund: 0 | 1 | null }[], refund: number) {
  const places = tickets.flatMap((ticket, place) => (ticket.refund === refund ? [place] : []));
  return places.length > 0 ? [refunded(of, places, fixture.now())] : [];
}

/** Facts of one booking keep their order; each is told twice, and once more by a fact with another id. */
async function deliverShuffled(queues: FactEnvelope[][], turns: readonly number[]): Promise<void> {
  for (let turn = 0; queues.some((queue) => queue.length > 0); turn += 1) {
    const open = queues.filter((queue) => queue.length > 0);
    const next = open[(turns[turn % turns.length] ?? 0) % open.length]?.shift();
    if (!next) continue;
    await fixture.deliver(next);
    await fixture.deliver(next);
    await fixture.deliver({ ...next, id: newId() });
  }
}
