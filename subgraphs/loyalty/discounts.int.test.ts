import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import { fromDecimal } from '@parterre/contracts/kernel/money.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import fc from 'fast-check';
import type { PricedPlace } from './domain/promo-code.ts';
import { expectSoundPoints } from './testing/expect-sound-points.ts';
import { booking, refunded } from './testing/facts.ts';
import {
  type LoyaltyFixture,
  openLoyaltyFixture,
  type Reserved,
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
const organizerId = newId<'User'>();
const zones = [zone(), zone(), zone()];
const eur = (minor: bigint) => ({
  amount: `${minor / 100n}.${String(minor % 100n).padStart(2, '0')}`,
  currencyCode: 'EUR',
});
const minorOf = (amount: { readonly amount: string } | null | undefined) =>
  fromDecimal({ amount: amount?.amount ?? '', currencyCode: 'EUR' }).minor;

/** Places, a code that is for some of them, and points; most of them fit together. */
const wishes = fc.record({
  prices: fc.array(fc.tuple(fc.nat(2), fc.bigInt({ min: 0n, max: 20_000n })), { minLength: 1, maxLength: 6 }),
  effect: fc.oneof(
    fc.integer({ min: 1, max: 100 }).map((percentOff) => ({ percentOff })),
    fc.bigInt({ min: 1n, max: 30_000n }).map((minor) => ({ amountOff: eur(minor) })),
    fc.bigInt({ min: 0n, max: 20_000n }).map((minor) => ({ fixedPrice: eur(minor) })),
  ),
  zonesOfCode: fc.subarray(zones),
  minimumTotal: fc.option(fc.bigInt({ min: 0n, max: 20_000n })),
  budget: fc.option(fc.bigInt({ min: 1n, max: 20_000n })),
  isCodeNamed: fc.boolean(),
  points: fc.oneof(fc.constant(0), fc.nat(6_000)),
});
type Wish = typeof wishes extends fc.Arbitrary<infer Value> ? Value : never;

const placesOf = ({ prices }: Wish): PricedPlace[] =>
  prices.map(([of, minor]) => zoneOf(zones[of] ?? zone(), minor));

async function makeCode({ effect, zonesOfCode, minimumTotal, budget }: Wish): Promise<ShownPromoCode> {
  const input = {
    code: `QUOTE-${newId()}`,
    ...effect,
    priceZoneIds: zonesOfCode,
    minimumTotal: minimumTotal === null ? null : eur(minimumTotal),
    budget: budget === null ? null : eur(budget),
  };
  return ((await fixture.createPromo(input, admin)) as { promoCode: ShownPromoCode }).promoCode;
}

describe('a quote', () => {
  beforeAll(
    () =>
      void fixture.events.open(
        organizerId,
        zones.map((of) => zoneOf(of, 100n)),
      ),
  );

  it('is what is then charged, or gives the reason why nothing is, whatever is wished for', async () => {
    const heard = new Set<string>();
    await fc.assert(
      fc.asyncProperty(wishes, async (wish) => {
        const places = placesOf(wish);
        const { eventId, seatIds } = fixture.events.open(organizerId, places);
        const { userId } = await fixture.userWith(50);
        const promoCode = wish.isCodeNamed ? (await makeCode(wish)).code : null;
        const wanted = { promoCode, spendPoints: wish.points };
        const quote = await fixture.quote(userId, { eventId, seatIds, ...wanted });
        const outcome = await fixture.reserve({
          bookingId: newId<'Booking'>(),
          userId,
          eventId,
          organizerId,
          places,
          ...wanted,
        });
        const [rejection] = quote.rejections;
        heard.add(rejection?.code ?? 'none');
        expect(minorOf(quote.total)).toBe(minorOf(quote.subtotal) - minorOf(quote.discount));
        if (rejection) {
          expect(outcome).toBe(rejection.code);
          expect(minorOf(quote.discount)).toBe(0n);
        } else {
          expect((outcome as Reserved).reservation.discount).toEqual(quote.discount);
        }
      }),
      { numRuns: 60 },
    );
    // The wishes are such that both ends were met.
    expect(heard.size).toBeGreaterThan(2);
  });

  const noPrice = { subtotal: null, discount: null, total: null };
  it.each<[string, object, string]>([
    ['an event that there is none of', { seatIds: [newId()] }, 'EVENT_NOT_FOUND'],
    ['an event that is no identifier', { eventId: 'x', seatIds: [newId()] }, 'EVENT_NOT_FOUND'],
    ['no places', {}, 'INVALID_INPUT'],
    ['no places of a section', { standing: [{ sectionId: newId(), quantity: 0 }] }, 'INVALID_INPUT'],
    ['a seat that is no identifier', { seatIds: ['x'] }, 'SEAT_NOT_FOUND'],
    [
      'more places than a booking may have',
      { standing: [{ sectionId: newId(), quantity: 101 }] },
      'TOO_MANY_SEATS',
    ],
  ])('of %s says so', async (_, input, code) => {
    const quote = await fixture.quote(newId<'User'>(), { eventId: newId(), ...input });
    expect(quote).toEqual({ ...noPrice, rejections: [{ code }] });
  });

  const standing = { sectionId: newId(), quantity: 1 };
  const seat = newId();
  it.each<[string, object, string, readonly string[]]>([
    ['no places', {}, 'expected at least one place to book, got none', ['standing']],
    [
      'a seat twice',
      { seatIds: [seat], places: [{ seatId: seat }] },
      'expected each seat once, got one twice',
      ['seatIds'],
    ],
    [
      'a section twice',
      { standing: [standing, standing] },
      'expected each section and ticket type once, got one twice',
      ['standing'],
    ],
    [
      'a ticket type that is none',
      { places: [{ seatId: seat, ticketTypeId: 'x' }] },
      'a ticket type is not one of this event',
      ['places', '0', 'ticketTypeId'],
    ],
    [
      'too many standing places',
      { standing: [{ ...standing, quantity: 101 }] },
      'expected at most 100 places, got 101',
      ['standing'],
    ],
  ])('of %s says so as createBooking does', async (_, input, message, field) => {
    const document = `query ($input: QuoteDiscountInput!) {
      quoteDiscount(input: $input) { rejections { message field } } }`;
    const asked = { input: { eventId: newId(), ...input } };
    expect(await fixture.request(document, asked, userCaller(newId<'User'>()))).toEqual({
      quoteDiscount: { rejections: [{ message, field }] },
    });
  });

  it('names every reason, those of the code first, in the words of createBooking', async () => {
    const { eventId, seatIds } = fixture.events.open(organizerId, [zoneOf(zone(), 1_000n)]);
    const { userId } = await fixture.userWith(1);
    await fixture.block(userId);
    const wanted = { eventId, seatIds, promoCode: 'NO SUCH CODE', spendPoints: 501 };
    expect(await fixture.quote(userId, wanted)).toEqual({
      subtotal: eur(1_000n),
      discount: eur(0n),
      total: eur(1_000n),
      rejections: [
        'PROMO_CODE_NOT_FOUND',
        'TOO_MANY_POINTS',
        'LOYALTY_ACCOUNT_UNAVAILABLE',
        'INSUFFICIENT_POINTS',
      ].map((code) => ({ code })),
    });
  });

  it('of an empty code is one without a code, and opens no account', async () => {
    const { eventId, seatIds } = fixture.events.open(organizerId, [zoneOf(zone(), 1_000n)]);
    const userId = newId<'User'>();
    const quote = await fixture.quote(userId, { eventId, seatIds, promoCode: '  ' });
    expect(quote).toMatchObject({ discount: eur(0n), rejections: [] });
    expect(await fixture.database.sql('select from accounts where user_id = $1', [userId])).toEqual([]);
  });
});

describe('partial refunds', () => {
  it('leave the points, the discount and the uses of the tickets that are still held, in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(wishes, fc.array(fc.nat(5), { maxLength: 6 }), async (wish, order) => {
        const made = await makeCode({ ...wish, minimumTotal: null, budget: null, zonesOfCode: [] });
        const places = placesOf(wish);
        const { userId } = await fixture.userWith(10_000);
        const bought = await buy(userId, made, places, wish.points);
        if (!bought) return;
        const { of, parts } = bought;
        const before = await fixture.account(userId);
        const left = new Set(places.keys());
        for (const index of order) {
          if (!left.delete(index)) continue;
          await fixture.deliver(refunded(of, [index], fixture.now(), { remaining: left.size }));
        }
        const held = [...left].map((index) => parts[index]);
        const promo = held.reduce((sum, part) => sum + minorOf(part?.promo), 0n);
        const whole = parts.reduce((sum, part) => sum + minorOf(part.promo), 0n);
        const shown = (await fixture.promoCodes(admin, { first: 1 })).nodes[0];
        expect(shown).toMatchObject({ id: made.id, uses: left.size > 0 && whole > 0n ? 1 : 0 });
        expect(minorOf(shown?.discounted)).toBe(promo);
        const spent = parts.reduce((sum, part) => sum + minorOf(part.points), 0n);
        const spentOnHeld = held.reduce((sum, part) => sum + minorOf(part?.points), 0n);
        const { points } = await fixture.account(userId);
        const earnedBack = before.points - points + Number(spent - spentOnHeld);
        expect(earnedBack).toBe(await takenBackFrom(of.bookingId));
        if (left.size === 0) expect(points).toBe(10_000);
      }),
      { numRuns: 40 },
    );
  });

  /** A booking that is paid: its discount is reserved, committed, and told; null where the wish is refused. */
  async function buy(userId: UserId, { code }: ShownPromoCode, places: PricedPlace[], spendPoints: number) {
    const named = { userId, promoCode: code, places, spendPoints };
    const bookingId = newId<'Booking'>();
    const outcome = await fixture.reserve({ bookingId, ...named });
    if (typeof outcome === 'string') return null;
    const parts = (outcome as Reserved).reservation.places;
    const tickets = places.map(({ minor }, index) => {
      const points = minorOf(parts[index]?.points);
      return { price: minor, paid: minor - minorOf(parts[index]?.promo) - points, points };
    });
    await fixture.commit(bookingId);
    const of = await fixture.confirm({ ...booking(userId, ...tickets), bookingId });
    return { of, parts };
  }

  async function takenBackFrom(bookingId: string): Promise<number> {
    const [row] = await fixture.database.sql<{ taken: number }>(
      'select taken_back as taken from earnings where booking_id = $1',
      [bookingId],
    );
    return row?.taken ?? 0;
  }
});

describe('a discount', () => {
  const statements: string[] = [];
  let listening: LoyaltyFixture;
  beforeAll(async () => {
    listening = await openLoyaltyFixture({ onStatement: (text) => statements.push(text) });
  });
  afterAll(() => listening.stop());

  /** Reserves two discounts, of which one is released and the other one's booking paid and refunded, ticket by ticket. */
  async function statementsOf(discount: { readonly spendPoints?: number; readonly promoCode?: string }) {
    const { userId } = await listening.userWith(1_000);
    const [given, kept] = [newId<'Booking'>(), newId<'Booking'>()];
    statements.length = 0;
    for (const bookingId of [given, kept]) {
      const outcome = await listening.reserve({ bookingId, userId, subtotal: '20.00', ...discount });
      expect(outcome).toMatchObject({ reservation: {} });
    }
    expect(await listening.release(given, userId)).toEqual({ released: true });
    expect(await listening.commit(kept)).toEqual({ committed: true });
    const untilPaid = [...statements];
    const off = discount.promoCode === undefined ? 100n : 200n;
    const points = discount.promoCode === undefined ? 50n : 0n;
    const ticket = { price: 1_000n, paid: 1_000n - off / 2n, points };
    const of = await listening.confirm({ ...booking(userId, ticket, ticket), bookingId: kept });
    await listening.deliver(refunded(of, [0], listening.now()));
    await listening.deliver(refunded(of, [1], listening.now(), { remaining: 0 }));
    await expectSoundPoints(listening.database);
    return { untilPaid, all: statements };
  }

  it('of points alone asks nothing about codes', async () => {
    const { all } = await statementsOf({ spendPoints: 100 });
    expect(all.filter((text) => /promo_(codes|uses)/.test(text))).toEqual([]);
  });

  it('of a code alone leaves the account as it is', async () => {
    const { code: promoCode } = (
      (await listening.createPromo({ code: 'ALONE', percentOff: 10 }, admin)) as { promoCode: ShownPromoCode }
    ).promoCode;
    const { untilPaid } = await statementsOf({ promoCode });
    expect(untilPaid.filter((text) => /update accounts/.test(text))).toEqual([]);
  });

  it('of a code keeps the code locked for its last statement alone', async () => {
    const { code: promoCode } = (
      (await listening.createPromo({ code: 'LAST', percentOff: 10 }, admin)) as { promoCode: ShownPromoCode }
    ).promoCode;
    const { all } = await statementsOf({ promoCode });
    expect(all.filter((text) => /from promo_codes .* for no key update/.test(text))).toEqual([]);
    const uses = all.flatMap((text, index) => (/update promo_codes/.test(text) ? [index] : []));
    expect(uses).toHaveLength(6);
    for (const index of uses) expect(all[index + 1] ?? 'begin').toMatch(/^begin$|update promo_codes/);
  });
});
