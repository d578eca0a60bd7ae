import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import type { FactEnvelope } from '@parterre/platform/bus/bus.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import fc from 'fast-check';
import { expectSoundPoints } from './testing/expect-sound-points.ts';
import { booking, confirmed, refunded, type TestBooking } from './testing/facts.ts';
import { type LoyaltyFixture, openLoyaltyFixture } from './testing/fixture.ts';

let atOnce: LoyaltyFixture;
let inTransactions: LoyaltyFixture;
/** Whether a transaction was begun since the last look. */
let hasBegun = false;
let took = 0;
beforeAll(async () => {
  [atOnce, inTransactions] = await Promise.all([
    openLoyaltyFixture({
      onStatement(text) {
        if (text === 'begin') hasBegun = true;
      },
    }),
    openLoyaltyFixture({ isAtOnce: false }),
  ]);
});
afterAll(async () => {
  for (const fixture of [atOnce, inTransactions]) {
    await expectSoundPoints(fixture.database);
    await fixture.stop();
  }
});

const RUNS = 30;
/** The same stories each time: some of them have to be of the kind that is counted at the end. */
const SEED = 20261127;

/** Amounts on both sides of what changes something: a point, and each level. */
const paid = fc.constantFrom(99n, 100n, 10_050n, 79_900n, 99_999n, 100_000n, 400_000n, 500_000n, 2_000_000n);
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('confirm' as const), paid, late: fc.nat(400) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('refund' as const), which: fc.nat() }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('spend' as const), points: fc.constantFrom(1, 90) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('again' as const), which: fc.nat() }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('pass' as const), days: fc.constantFrom(1, 200, 366) }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'register' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'block' as const }) },
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

const DAY_MS = 24 * 60 * 60 * 1000;
/** Two of three facts come at once, others so many days late. */
const daysLate = (late: number) => (late % 3 === 0 ? late : 0);

/** What the same user lives through in both. */
class Story {
  readonly userId = newId<'User'>();
  readonly #bookings: TestBooking[] = [];
  readonly #told: FactEnvelope[] = [];

  async take(given: Step): Promise<void> {
    const both = [atOnce, inTransactions];
    switch (given.kind) {
      case 'confirm': {
        const of = booking(this.userId, given.paid);
        this.#bookings.push(of);
        hasBegun = false;
        await this.#tell(confirmed(of, new Date(atOnce.now().getTime() - daysLate(given.late) * DAY_MS)));
        if (!hasBegun) took += 1;
        return;
      }
      case 'refund': {
        const of = this.#bookings[given.which % this.#bookings.length];
        return of && this.#tell(refunded(of, [0], atOnce.now()));
      }
      case 'again': {
        const told = this.#told[given.which % this.#told.length];
        // By the same fact, or by another one of the same booking.
        return told && this.#tell(given.which % 2 === 0 ? told : { ...told, id: newId<'Fact'>() });
      }
      case 'spend': {
        const bookingId = newId<'Booking'>();
        for (const fixture of both) {
          await fixture.reserve({ bookingId, userId: this.userId, spendPoints: given.points });
          await fixture.commit(bookingId);
        }
        return;
      }
      case 'pass':
        for (const fixture of both) fixture.passDays(given.days);
        return;
      case 'register':
      case 'block':
        for (const fixture of both) await fixture[given.kind](this.userId);
    }
  }

  async #tell(fact: FactEnvelope): Promise<void> {
    this.#told.push(fact);
    for (const fixture of [atOnce, inTransactions]) await fixture.deliver(fact);
  }
}

/** A user's rows and facts, without the identifiers that each fixture makes up. */
async function everything({ database, factsOf }: LoyaltyFixture, userId: UserId): Promise<unknown> {
  return [
    await database.sql('select * from accounts where user_id = $1', [userId]),
    await database.sql(
      'select kind, points, booking_id, created_at from operations where user_id = $1 order by id',
      [userId],
    ),
    await database.sql('select * from earnings where user_id = $1 order by booking_id', [userId]),
    await database.sql(`select fact_id from inbox where consumer = 'count-points' order by fact_id`),
    (await factsOf(userId)).map(({ id: _id, ...fact }) => fact),
  ];
}

describe('one statement and one transaction', () => {
  it('let a user earn the same points, whatever else happens to them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 10 }), async (steps) => {
        const story = new Story();
        for (const each of steps) await story.take(each);
        expect(await everything(atOnce, story.userId)).toEqual(
          await everything(inTransactions, story.userId),
        );
      }),
      { numRuns: RUNS, seed: SEED },
    );
    expect(took).toBeGreaterThan(0);
  }, 120_000);
});
