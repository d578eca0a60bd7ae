import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { expectSoundPoints } from './testing/expect-sound-points.ts';
import { booking, confirmed } from './testing/facts.ts';
import { type LoyaltyFixture, openLoyaltyFixture } from './testing/fixture.ts';

let fixture: LoyaltyFixture;
beforeAll(async () => {
  fixture = await openLoyaltyFixture();
});
afterEach(() => expectSoundPoints(fixture.database));
afterAll(() => fixture.stop());

/** Asks all of it at once. */
const atOnce = <Result>(times: number, request: (index: number) => Promise<Result>): Promise<Result[]> =>
  Promise.all(Array.from({ length: times }, (_, index) => request(index)));

describe('of many at once', () => {
  it('100 reservations never set aside more points than there are', async () => {
    const { userId } = await fixture.userWith(500);
    const outcomes = await atOnce(100, () =>
      fixture.reserve({ bookingId: newId<'Booking'>(), userId, spendPoints: 30 }),
    );
    expect(outcomes.filter((outcome) => outcome === 'INSUFFICIENT_POINTS')).toHaveLength(84);
    expect(await fixture.account(userId)).toMatchObject({ points: 500, reservedPoints: 480 });
  });

  it('20 reservations of one booking are one', async () => {
    const { userId } = await fixture.userWith(500);
    const bookingId = newId<'Booking'>();
    const outcomes = await atOnce(20, () => fixture.reserve({ bookingId, userId, spendPoints: 300 }));
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect(await fixture.account(userId)).toMatchObject({ points: 500, reservedPoints: 300 });
  });

  it('a commit and a release end a reservation once, and the loser is told who won', async () => {
    const outcomes = await atOnce(15, async () => {
      const { userId } = await fixture.userWith(500);
      const bookingId = newId<'Booking'>();
      await fixture.reserve({ bookingId, userId, spendPoints: 300 });
      const [committed, released] = await Promise.all([
        fixture.commit(bookingId),
        fixture.release(bookingId, userId),
      ]);
      const { points, reservedPoints } = await fixture.account(userId);
      return { committed, released, points, reservedPoints };
    });
    for (const outcome of outcomes) {
      const committed = outcome.committed !== 'RESERVATION_RELEASED';
      expect(outcome).toEqual(
        committed
          ? {
              committed: { committed: true },
              released: 'RESERVATION_COMMITTED',
              points: 200,
              reservedPoints: 0,
            }
          : {
              committed: 'RESERVATION_RELEASED',
              released: { released: true },
              points: 500,
              reservedPoints: 0,
            },
      );
    }
  });

  it('a reservation and its release never leave points set aside', async () => {
    const reserved = await atOnce(15, async () => {
      const { userId } = await fixture.userWith(500);
      const bookingId = newId<'Booking'>();
      await Promise.all([
        fixture.reserve({ bookingId, userId, spendPoints: 300 }),
        fixture.release(bookingId, userId),
      ]);
      return (await fixture.account(userId)).reservedPoints;
    });
    expect(new Set(reserved)).toEqual(new Set([0]));
  });

  it('first facts about one user, all at once, open one account and count each booking once', async () => {
    const userId = newId<'User'>();
    const bookings = Array.from({ length: 15 }, () => booking(userId, 1_000n));
    await Promise.all([
      fixture.register(userId),
      ...bookings
        .flatMap((of) => [confirmed(of, fixture.now()), confirmed(of, fixture.now())])
        .map(fixture.deliver),
    ]);
    expect(await fixture.account(userId)).toMatchObject({ points: 150 });
  });
});
