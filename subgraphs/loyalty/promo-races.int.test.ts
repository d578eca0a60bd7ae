import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { until } from '@parterre/platform/testing/until.ts';
import { expectSoundPoints } from './testing/expect-sound-points.ts';
import {
  type LoyaltyFixture,
  openLoyaltyFixture,
  type ShownPromoCode,
  userCaller,
} from './testing/fixture.ts';
import { zone, zoneOf } from './testing/promos.ts';

let fixture: LoyaltyFixture;
beforeAll(async () => {
  fixture = await openLoyaltyFixture();
});
afterEach(() => expectSoundPoints(fixture.database));
afterAll(() => fixture.stop());

const admin = userCaller(newId<'User'>(), 'ADMIN');
const BUYERS = 100;

async function make(rules: object): Promise<ShownPromoCode> {
  const input = { code: `RACE-${newId()}`, percentOff: 10, ...rules };
  return ((await fixture.createPromo(input, admin)) as { promoCode: ShownPromoCode }).promoCode;
}
const seen = async ({ id }: ShownPromoCode) =>
  (await fixture.promoCodes(admin, { first: 100 })).nodes.find((each) => each.id === id);
/** Asks for so many bookings of 100.00 at once, of one user or of one each; answers what each heard, and who got one. */
async function buyAtOnce(
  { code: promoCode }: ShownPromoCode,
  { buyers = BUYERS, userId }: { readonly buyers?: number; readonly userId?: UserId } = {},
) {
  const wanted = Array.from({ length: buyers }, () => ({
    bookingId: newId<'Booking'>(),
    userId: userId ?? newId<'User'>(),
    promoCode,
  }));
  const outcomes = await Promise.all(wanted.map((each) => fixture.reserve(each)));
  return { outcomes, got: wanted.filter((_, index) => typeof outcomes[index] !== 'string') };
}

describe('of 100 buyers at once', () => {
  it('as many get a code as it has uses, and the others are told that it is used up', async () => {
    const made = await make({ maxUses: 7 });
    const { outcomes, got } = await buyAtOnce(made);
    expect(got).toHaveLength(7);
    expect(outcomes.filter((outcome) => outcome === 'PROMO_CODE_USED_UP')).toHaveLength(BUYERS - 7);
    expect(await seen(made)).toMatchObject({ uses: 7, discounted: { amount: '70.00' } });
  });

  it('as many get a code of a zone of another plan as it has uses', async () => {
    const [before, now] = [zone(), zone()];
    const { eventId } = fixture.events.open(newId<'User'>(), [zoneOf(before, 1_000n)]);
    const { code: promoCode } = await make({ maxUses: 7, priceZoneIds: [before] });
    fixture.events.changePlan(eventId, new Map([[before, now]]));
    const places = [zoneOf(now, 1_000n)];
    const outcomes = await Promise.all(
      Array.from({ length: BUYERS }, () =>
        fixture.reserve({
          bookingId: newId<'Booking'>(),
          userId: newId<'User'>(),
          promoCode,
          eventId,
          places,
        }),
      ),
    );
    expect(outcomes.filter((outcome) => typeof outcome !== 'string')).toHaveLength(7);
    expect(outcomes.filter((outcome) => outcome === 'PROMO_CODE_USED_UP')).toHaveLength(BUYERS - 7);
  });

  it('as many get a code of a series as it has uses', async () => {
    const organizerId = newId<'User'>();
    const seriesId = fixture.events.openSeries(organizerId);
    const { eventId } = fixture.events.open(organizerId, [], { seriesId });
    const made = await make({ maxUses: 7, seriesIds: [seriesId] });
    const wanted = { promoCode: made.code, eventId };
    const outcomes = await Promise.all(
      Array.from({ length: BUYERS }, () =>
        fixture.reserve({ ...wanted, bookingId: newId<'Booking'>(), userId: newId<'User'>() }),
      ),
    );
    expect(outcomes.filter((outcome) => typeof outcome !== 'string')).toHaveLength(7);
    expect(outcomes.filter((outcome) => outcome === 'PROMO_CODE_USED_UP')).toHaveLength(BUYERS - 7);
    expect(await seen(made)).toMatchObject({ uses: 7, discounted: { amount: '70.00' } });
  });

  it('as many get a code as its budget pays for', async () => {
    const made = await make({ budget: { amount: '99.99', currencyCode: 'EUR' } });
    const { outcomes, got } = await buyAtOnce(made);
    expect(got).toHaveLength(9);
    expect(outcomes.filter((outcome) => outcome === 'PROMO_CODE_BUDGET_SPENT')).toHaveLength(BUYERS - 9);
    expect(await seen(made)).toMatchObject({ uses: 9, discounted: { amount: '90.00' } });
  });

  it('one user gets a code as often as one may', async () => {
    const made = await make({ maxUsesPerUser: 2 });
    const { outcomes, got } = await buyAtOnce(made, { userId: newId<'User'>() });
    expect(got).toHaveLength(2);
    expect(outcomes.filter((outcome) => outcome === 'PROMO_CODE_ALREADY_USED')).toHaveLength(BUYERS - 2);
  });

  it('one booking of a user is the first', async () => {
    const { got } = await buyAtOnce(await make({ firstBookingOnly: true }), { userId: newId<'User'>() });
    expect(got).toHaveLength(1);
  });

  it('those who let go leave room for as many, and never for more', async () => {
    const made = await make({ maxUses: 10 });
    const { got } = await buyAtOnce(made, { buyers: 20 });
    const [released, second] = await Promise.all([
      Promise.all(got.slice(0, 4).map(({ bookingId, userId }) => fixture.release(bookingId, userId))),
      buyAtOnce(made, { buyers: 20 }),
    ]);
    expect(released).toEqual(Array.from({ length: 4 }, () => ({ released: true })));
    expect(second.got.length).toBeLessThanOrEqual(4);
    const third = await buyAtOnce(made, { buyers: 20 });
    expect(second.got.length + third.got.length).toBe(4);
    expect(await seen(made)).toMatchObject({ uses: 10 });
  });

  it('one booking that is asked for again and again uses a code once', async () => {
    const made = await make({});
    const again = { bookingId: newId<'Booking'>(), userId: newId<'User'>(), promoCode: made.code };
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => fixture.reserve(again)));
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect(await seen(made)).toMatchObject({ uses: 1, discounted: { amount: '10.00' } });
  });
});

/**
 * Asks for a booking with the code, and does `meanwhile` between its decision and its commit: for so long it waits for
 * somebody who seems about to write the same booking, and then does not.
 */
async function reserveSlowly(
  { code: promoCode }: ShownPromoCode,
  meanwhile: () => Promise<void>,
): Promise<unknown> {
  const wanted = { bookingId: newId<'Booking'>(), userId: newId<'User'>(), promoCode };
  await fixture.register(wanted.userId);
  const withdrawn = new Error('withdrawn');
  let reserving: Promise<unknown> = Promise.resolve();
  const other = fixture.database.transaction(async (tx) => {
    await tx.sql(
      "insert into reservations (booking_id, user_id, state, created_at) values ($1, $2, 'RELEASED', now())",
      [wanted.bookingId, wanted.userId],
    );
    reserving = fixture.reserve(wanted);
    await until('the reservation to wait for the other one', async () => {
      const waiting = await fixture.database.sql(
        `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      return waiting.length > 0;
    });
    await meanwhile();
    throw withdrawn;
  });
  await expect(other).rejects.toBe(withdrawn);
  return reserving;
}

describe('while a booking that names a code is on its way', () => {
  it.each([
    ['no limits', {}],
    ['limits', { maxUses: 2, budget: { amount: '20.00', currencyCode: 'EUR' } }],
  ])('nobody else waits for a code with %s', async (_, rules) => {
    const made = await make(rules);
    const slow = await reserveSlowly(made, async () => {
      await fixture.database.sql('select from promo_codes where id = $1 for no key update nowait', [made.id]);
      expect((await buyAtOnce(made, { buyers: 1 })).got).toHaveLength(1);
      expect(await seen(made)).toMatchObject({ uses: 1 });
    });
    expect(slow).toMatchObject({ reservation: { discount: { amount: '10.00' } } });
    expect(await seen(made)).toMatchObject({ uses: 2, discounted: { amount: '20.00' } });
  });

  it.each([
    ['is used up', { maxUses: 1 }, 'PROMO_CODE_USED_UP'],
    ['has spent its budget', { budget: { amount: '19.99', currencyCode: 'EUR' } }, 'PROMO_CODE_BUDGET_SPENT'],
  ])('it may be refused after all, since the code %s', async (_, rules, refusal) => {
    const made = await make(rules);
    const slow = await reserveSlowly(made, async () => {
      expect((await buyAtOnce(made, { buyers: 1 })).got).toHaveLength(1);
    });
    expect(slow).toBe(refusal);
    expect(await seen(made)).toMatchObject({ uses: 1, discounted: { amount: '10.00' } });
  });

  it('it may be refused after all, since the code is taken out of use', async () => {
    const made = await make({});
    const slow = await reserveSlowly(made, async () => {
      await fixture.deactivatePromo(made.id, admin);
    });
    expect(slow).toBe('PROMO_CODE_DEACTIVATED');
  });

  it('it has the code that stands under its text in the end', async () => {
    const made = await make({});
    const slow = await reserveSlowly(made, async () => {
      await fixture.deactivatePromo(made.id, admin);
      await make({ code: made.code, percentOff: 20 });
    });
    expect(slow).toMatchObject({ reservation: { discount: { amount: '20.00' } } });
  });
});
