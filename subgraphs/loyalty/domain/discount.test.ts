import { describe, expect, it } from '@jest/globals';
import { type CurrencyCode, money } from '@parterre/contracts/kernel/money.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import fc from 'fast-check';
import { promo, zone, zoneOf } from '../testing/promos.ts';
import { type Account, emptyAccount } from './account.ts';
import { decideDiscount, type PricedBooking, totalsOf } from './discount.ts';
import { worthOf } from './points-worth.ts';
import type { PromoCode, PromoRules } from './promo-code.ts';
import type { NamedPromo } from './promo-rules.ts';

const now = new Date('2027-03-01T18:30:00.000Z');
const stalls = zone();
const booking = (change: Partial<PricedBooking> = {}): PricedBooking => ({
  eventId: newId<'Event'>(),
  organizerId: newId<'User'>(),
  currency: 'EUR',
  places: [zoneOf(stalls, 6_000n), zoneOf(zone(), 4_000n)],
  points: 0,
  ...change,
});
const rich = (change: Partial<Account> = {}): Account => ({
  ...emptyAccount(newId<'User'>()),
  points: 100_000,
  ...change,
});
const named = (change: Parameters<typeof promo>[0] = {}, history: Partial<NamedPromo> = {}): NamedPromo => ({
  promoCode: promo(change),
  usesByUser: 0,
  hasOtherBooking: false,
  ...history,
});
const decide = (of: PricedBooking, account: Account = rich(), by: NamedPromo | 'unknown' | null = null) =>
  decideDiscount(of, account, by, now);
const codesOf = (of: PricedBooking, account?: Account, by?: NamedPromo | 'unknown') =>
  decide(of, account, by).refusals.map(({ code }) => code);

describe('points', () => {
  it('pay up to half of a booking, rounded down', () => {
    expect(codesOf(booking({ points: 5_000 }))).toEqual([]);
    expect(codesOf(booking({ points: 5_001 }))).toEqual(['TOO_MANY_POINTS']);
    const odd = [zoneOf(stalls, 101n)];
    expect(codesOf(booking({ points: 50, places: odd }))).toEqual([]);
    expect(codesOf(booking({ points: 51, places: odd }))).toEqual(['TOO_MANY_POINTS']);
  });

  it('pay no more than a promo code leaves', () => {
    const by = named({ effect: { kind: 'PERCENT_OFF', percent: 80 } });
    expect(codesOf(booking({ points: 2_000 }), rich(), by)).toEqual([]);
    expect(codesOf(booking({ points: 2_001 }), rich(), by)).toEqual(['TOO_MANY_POINTS']);
  });

  it('pay only once: what is set aside is not there', () => {
    const some = rich({ points: 100, reserved: 60 });
    expect(codesOf(booking({ points: 40 }), some)).toEqual([]);
    expect(codesOf(booking({ points: 41 }), some)).toEqual(['INSUFFICIENT_POINTS']);
  });

  it('pay nothing while the account is frozen, which hinders no booking without them', () => {
    const frozen = rich({ isFrozen: true });
    expect(codesOf(booking({ points: 1 }), frozen)).toEqual(['ACCOUNT_FROZEN']);
    expect(codesOf(booking(), frozen)).toEqual([]);
  });

  it.each<[CurrencyCode, number, bigint]>([
    ['EUR', 150, 150n],
    ['RUB', 150, 150n],
    ['JPY', 150, 1n],
    ['KWD', 150, 1_500n],
  ])('are worth one whole unit of %s a hundred, rounded down: %i are %i', (currency, points, minor) => {
    expect(worthOf(points, currency)).toEqual(money(minor, currency));
    const places = [zoneOf(stalls, 6_000n), zoneOf(zone(), 4_000n)];
    expect(totalsOf(decide(booking({ currency, points, places })).places).pointsMinor).toBe(minor);
  });

  it('pay up to half of a booking in any currency', () => {
    const inYen = (points: number) => booking({ currency: 'JPY', points, places: [zoneOf(stalls, 1_001n)] });
    expect(codesOf(inYen(50_000))).toEqual([]);
    expect(codesOf(inYen(50_001))).toEqual(['TOO_MANY_POINTS']);
    const inDinars = (points: number) => booking({ currency: 'KWD', points });
    expect(codesOf(inDinars(500))).toEqual([]);
    expect(codesOf(inDinars(501))).toEqual(['TOO_MANY_POINTS']);
  });

  it('are not taken for nothing', () => {
    const inYen = (points: number) => booking({ currency: 'JPY', points, places: [zoneOf(stalls, 1_001n)] });
    expect(codesOf(inYen(99))).toEqual(['INVALID_INPUT']);
    expect(codesOf(inYen(100))).toEqual([]);
  });

  it('are no negative number', () => {
    expect(codesOf(booking({ points: -1 }))).toEqual(['INVALID_INPUT']);
  });

  it('are split over the places by what the code leaves of them', () => {
    const by = named({ effect: { kind: 'AMOUNT_OFF', minor: 6_000n }, rules: { priceZoneIds: [stalls] } });
    expect(decide(booking({ points: 100 }), rich(), by).places).toEqual([
      { promoMinor: 6_000n, pointsMinor: 0n },
      { promoMinor: 0n, pointsMinor: 100n },
    ]);
  });
});

describe('a promo code', () => {
  const event = newId<'Event'>();
  const organizer = newId<'User'>();
  const level: Account['level'] = 'SILVER';

  it.each<[string, Partial<Omit<PromoCode, 'rules'>> & { rules?: Partial<PromoRules> }, Partial<NamedPromo>]>(
    [
      ['PROMO_CODE_DEACTIVATED', { deactivatedAt: now }, {}],
      ['PROMO_CODE_NOT_YET_VALID', { rules: { validFrom: new Date(now.getTime() + 1) } }, {}],
      ['PROMO_CODE_EXPIRED', { rules: { validUntil: now } }, {}],
      ['PROMO_CODE_NOT_FOR_EVENT', { rules: { eventIds: [newId<'Event'>()] } }, {}],
      ['PROMO_CODE_NOT_FOR_EVENT', { rules: { seriesIds: [newId<'EventSeries'>()] } }, {}],
      ['PROMO_CODE_NOT_FOR_EVENT', { rules: { organizerIds: [newId<'User'>()] } }, {}],
      ['PROMO_CODE_NOT_FOR_EVENT', { organizerId: newId<'User'>(), rules: { eventIds: [event] } }, {}],
      ['PROMO_CODE_NOT_FOR_EVENT', { currency: 'CHF' }, {}],
      ['PROMO_CODE_NOT_FOR_PLACES', { rules: { priceZoneIds: [newId<'PriceZone'>()] } }, {}],
      ['PROMO_CODE_TOTAL_TOO_LOW', { rules: { minimumTotalMinor: 10_001n } }, {}],
      ['PROMO_CODE_LEVEL_TOO_LOW', { rules: { minimumLevel: 'GOLD' } }, {}],
      ['PROMO_CODE_FIRST_BOOKING_ONLY', { rules: { firstBookingOnly: true } }, { hasOtherBooking: true }],
      ['PROMO_CODE_USED_UP', { uses: 3, rules: { maxUses: 3 } }, {}],
      ['PROMO_CODE_ALREADY_USED', { rules: { maxUsesPerUser: 1 } }, { usesByUser: 1 }],
      // 10 % of 100.00 are 10.00, of which 9.99 are left.
      ['PROMO_CODE_BUDGET_SPENT', { discountedMinor: 1n, rules: { budgetMinor: 1_000n } }, {}],
    ],
  )('is refused with %s alone, and takes nothing off', (code, change, history) => {
    const decided = decide(
      booking({ eventId: event, organizerId: organizer }),
      rich({ level }),
      named(change, history),
    );
    expect(decided.refusals.map((refusal) => refusal.code)).toEqual([code]);
    expect(totalsOf(decided.places).minor).toBe(0n);
  });

  it('is good up to the last of everything that its rules allow', () => {
    const limits: Partial<PromoRules> = {
      validFrom: now,
      validUntil: new Date(now.getTime() + 1),
      eventIds: [newId<'Event'>(), event],
      priceZoneIds: [stalls],
      minimumTotalMinor: 10_000n,
      minimumLevel: level,
      firstBookingOnly: true,
      maxUses: 3,
      maxUsesPerUser: 2,
      budgetMinor: 1_000n,
    };
    const last = named(
      { organizerId: organizer, uses: 2, discountedMinor: 400n, rules: limits },
      { usesByUser: 1 },
    );
    const decided = decide(booking({ eventId: event, organizerId: organizer }), rich({ level }), last);
    expect(decided).toEqual({
      places: [
        { promoMinor: 600n, pointsMinor: 0n },
        { promoMinor: 0n, pointsMinor: 0n },
      ],
      refusals: [],
    });
  });

  it("that there is none of is refused, and an organizer's where nobody says whose the event is", () => {
    expect(codesOf(booking(), rich(), 'unknown')).toEqual(['PROMO_CODE_NOT_FOUND']);
    expect(codesOf(booking({ organizerId: null }), rich(), named({ organizerId: organizer }))).toEqual([
      'PROMO_CODE_NOT_FOR_EVENT',
    ]);
  });

  it('and points are refused together, with every reason', () => {
    const by = named({ deactivatedAt: now, uses: 1, rules: { maxUses: 1, validUntil: now } });
    const poor = rich({ points: 10, isFrozen: true });
    expect(codesOf(booking({ points: 9_000 }), poor, by)).toEqual([
      'PROMO_CODE_DEACTIVATED',
      'PROMO_CODE_EXPIRED',
      'PROMO_CODE_USED_UP',
      'TOO_MANY_POINTS',
      'ACCOUNT_FROZEN',
      'INSUFFICIENT_POINTS',
    ]);
  });
});

describe('a discount', () => {
  it('takes no more off a place than it costs, and points to the unit, whatever is booked', () => {
    const prices = fc.array(fc.bigInt({ min: 0n, max: 100_000n }), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(prices, fc.integer({ min: 1, max: 100 }), fc.nat(1_000), (minors, percent, permille) => {
        const places = minors.map((minor) => zoneOf(stalls, minor));
        const subtotal = minors.reduce((sum, minor) => sum + minor, 0n);
        const points = Number((subtotal * BigInt(permille)) / 2_000n);
        const by = named({ effect: { kind: 'PERCENT_OFF', percent } });
        const account = rich({ points: 1_000_000_000 });
        const decided = decide(booking({ places, points }), account, by);
        if (decided.refusals.length > 0) return;
        expect(totalsOf(decided.places).pointsMinor).toBe(BigInt(points));
        for (const [index, { promoMinor, pointsMinor }] of decided.places.entries()) {
          expect(promoMinor >= 0n && pointsMinor >= 0n).toBe(true);
          expect(promoMinor + pointsMinor <= (minors[index] ?? 0n)).toBe(true);
        }
      }),
    );
  });
});
