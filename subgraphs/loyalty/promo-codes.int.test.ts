import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { BookingId, EventId, UserId } from '@parterre/contracts/kernel/ids.ts';
import type { Caller } from '@parterre/platform/kernel/caller.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { expectSoundPoints } from './testing/expect-sound-points.ts';
import { booking, refunded } from './testing/facts.ts';
import {
  type LoyaltyFixture,
  openLoyaltyFixture,
  type ShownPromoCode,
  userCaller,
} from './testing/fixture.ts';
import { zone, zoneOf } from './testing/promos.ts';

let fixture: LoyaltyFixture;
let organizerId: UserId;
let organizer: Caller;
beforeAll(async () => {
  fixture = await openLoyaltyFixture();
});
beforeEach(() => {
  organizerId = newId<'User'>();
  organizer = userCaller(organizerId, 'ORGANIZER');
});
afterEach(() => expectSoundPoints(fixture.database));
afterAll(() => fixture.stop());

const admin = userCaller(newId<'User'>(), 'ADMIN');
const code = () => `CODE-${newId()}`;
const eur = (amount: string) => ({ amount, currencyCode: 'EUR' });
/** A code that is made; the test fails where it is refused. */
async function make(input: object, caller: Caller = organizer): Promise<ShownPromoCode> {
  const made = await fixture.createPromo({ code: code(), percentOff: 10, ...input }, caller);
  return (made as { promoCode: ShownPromoCode }).promoCode;
}
/** Why the organizer's code is not made, in full. */
async function answerTo(input: object): Promise<readonly { readonly code: string }[]> {
  const query = `mutation ($input: CreatePromoCodeInput!) {
    createPromoCode(input: $input) { userErrors { code message field } } }`;
  type Answer = { createPromoCode: { userErrors: { code: string }[] } };
  const wanted = { input: { code: code(), percentOff: 10, ...input } };
  return (await fixture.request<Answer>(query, wanted, organizer)).createPromoCode.userErrors;
}
const seen = async (made: ShownPromoCode) =>
  (await fixture.promoCodes(admin, { first: 100 })).nodes.find(({ id }) => id === made.id);
const stalls = zone();
const manyIds = () => Array.from({ length: 101 }, () => newId());

describe('createPromoCode', () => {
  it('makes a code with all its rules', async () => {
    const { eventId } = fixture.events.open(organizerId, [zoneOf(stalls, 1_000n)]);
    const seriesId = fixture.events.openSeries(organizerId);
    const input = {
      code: ' Spring\u00a010 ',
      percentOff: null,
      fixedPrice: eur('5.00'),
      validFrom: '2027-01-01T00:00:00.000Z',
      validUntil: '2027-12-01T00:00:00.000Z',
      eventIds: [eventId, eventId],
      seriesIds: [seriesId],
      organizerIds: [organizerId],
      priceZoneIds: [stalls],
      minimumTotal: eur('20.00'),
      minimumLevel: 'SILVER',
      firstBookingOnly: true,
      maxUses: 5,
      maxUsesPerUser: 1,
      budget: eur('100.00'),
    };
    expect(await make(input)).toEqual({
      id: expect.any(String),
      code: 'Spring 10',
      percentOff: null,
      amountOff: null,
      fixedPrice: { amount: '5.00' },
      validFrom: input.validFrom,
      validUntil: input.validUntil,
      events: [{ id: eventId }],
      series: [{ id: seriesId }],
      organizers: [{ id: organizerId }],
      priceZones: [{ id: stalls }],
      minimumTotal: { amount: '20.00' },
      minimumLevel: 'SILVER',
      firstBookingOnly: true,
      maxUses: 5,
      maxUsesPerUser: 1,
      budget: { amount: '100.00' },
      uses: 0,
      discounted: eur('0.00'),
      active: true,
      createdBy: { id: organizerId },
    });
  });

  it.each<[string, object, string]>([
    ['no text', { code: ' \u3000' }, 'INVALID_INPUT'],
    ['a text that is too long', { code: 'x'.repeat(51) }, 'INVALID_INPUT'],
    ['no effect', { percentOff: null }, 'INVALID_INPUT'],
    ['two effects', { amountOff: eur('1.00') }, 'INVALID_INPUT'],
    ['0 %', { percentOff: 0 }, 'INVALID_INPUT'],
    ['101 %', { percentOff: 101 }, 'INVALID_INPUT'],
    ['nothing off', { percentOff: null, amountOff: eur('0.00') }, 'INVALID_AMOUNT'],
    ['a negative price', { percentOff: null, fixedPrice: eur('-1.00') }, 'INVALID_AMOUNT'],
    ['another currency', { budget: { amount: '1.00', currencyCode: 'CHF' } }, 'CURRENCY_MISMATCH'],
    [
      'an end before its beginning',
      { validFrom: '2027-02-01T00:00:00.000Z', validUntil: '2027-02-01T00:00:00.000Z' },
      'INVALID_INPUT',
    ],
    ['no uses', { maxUses: 0 }, 'INVALID_INPUT'],
    ['no uses for a user', { maxUsesPerUser: -1 }, 'INVALID_INPUT'],
    ['an event that is no identifier', { eventIds: ['x'] }, 'EVENT_NOT_FOUND'],
    ['an event that there is none of', { eventIds: [newId()] }, 'EVENT_NOT_FOUND'],
    ['a series that is no identifier', { seriesIds: ['x'] }, 'EVENT_SERIES_NOT_FOUND'],
    ['a series that there is none of', { seriesIds: [newId()] }, 'EVENT_SERIES_NOT_FOUND'],
    ['an organizer that is no identifier', { organizerIds: ['x'] }, 'ORGANIZER_NOT_FOUND'],
    ['an organizer that there is none of', { organizerIds: [newId()] }, 'ORGANIZER_NOT_FOUND'],
    ['too many series', { seriesIds: manyIds() }, 'INVALID_INPUT'],
    ['too many organizers', { organizerIds: manyIds() }, 'INVALID_INPUT'],
    ['a price zone that there is none of', { priceZoneIds: [newId()] }, 'PRICE_ZONE_NOT_FOUND'],
  ])('refuses %s', async (_, input, refusal) => {
    expect(await fixture.createPromo({ code: code(), percentOff: 10, ...input }, organizer)).toBe(refusal);
  });

  it("refuses another organizer's event exactly like one that does not exist, but not to an administrator", async () => {
    const { eventId } = fixture.events.open(newId<'User'>());
    expect(await fixture.createPromo({ code: code(), percentOff: 10, eventIds: [eventId] }, organizer)).toBe(
      'EVENT_NOT_FOUND',
    );
    expect(await make({ eventIds: [eventId] }, admin)).toMatchObject({ events: [{ id: eventId }] });
  });

  it('refuses series and organizers of others exactly like ones that do not exist, but not to an administrator', async () => {
    const { organizerId: other } = fixture.events.open(newId<'User'>());
    const seriesIds = [fixture.events.openSeries(other)];
    const answers: [object, object, string][] = [
      [{ seriesIds }, { seriesIds: [newId()] }, 'EVENT_SERIES_NOT_FOUND'],
      [{ organizerIds: [other] }, { organizerIds: [newId()] }, 'ORGANIZER_NOT_FOUND'],
    ];
    for (const [foreign, nowhere, refusal] of answers) {
      const [first, second] = [await answerTo(foreign), await answerTo(nowhere)];
      expect(first).toEqual(second);
      expect(first.map(({ code }) => code)).toEqual([refusal]);
    }
    const made = await make({ seriesIds, organizerIds: [other] }, admin);
    expect(made).toMatchObject({ events: null, series: [{ id: seriesIds[0] }], organizers: [{ id: other }] });
  });

  it('refuses a text that is in use, whatever its case and whoever has it, even if many ask at once', async () => {
    const text = code();
    const others = Array.from({ length: 10 }, (_, index) => (index % 2 === 0 ? text : text.toLowerCase()));
    const outcomes = await Promise.all(
      others.map((of) => fixture.createPromo({ code: of, percentOff: 10 }, userCaller(newId(), 'ORGANIZER'))),
    );
    expect(outcomes.filter((outcome) => outcome === 'PROMO_CODE_TAKEN')).toHaveLength(9);
  });
});

describe('deactivatePromoCode', () => {
  it('ends a code for its maker and for administrators, once and for good, and frees its text', async () => {
    const text = code();
    const made = await make({ code: text });
    for (const caller of [organizer, organizer, admin]) {
      expect(await fixture.deactivatePromo(made.id, caller)).toMatchObject({
        promoCode: { id: made.id, active: false },
      });
    }
    expect((await make({ code: text })).id).not.toBe(made.id);
  });

  it("answers somebody else's code like one that does not exist", async () => {
    const made = await make({});
    const stranger = userCaller(newId(), 'ORGANIZER');
    for (const id of [made.id, newId(), 'none']) {
      expect(await fixture.deactivatePromo(id, stranger)).toBe('PROMO_CODE_NOT_FOUND');
    }
    expect(await seen(made)).toMatchObject({ active: true });
  });

  it('leaves the bookings that have the code their discount', async () => {
    const made = await make({}, admin);
    const [bookingId, userId] = [newId<'Booking'>(), newId<'User'>()];
    const reserve = () => fixture.reserve({ bookingId, userId, promoCode: made.code });
    const before = await reserve();
    await fixture.deactivatePromo(made.id, admin);
    expect(await reserve()).toEqual(before);
    expect(await fixture.commit(bookingId)).toEqual({ committed: true });
    const another = { bookingId: newId<'Booking'>(), userId, promoCode: made.code };
    expect(await fixture.reserve(another)).toBe('PROMO_CODE_DEACTIVATED');
  });
});

describe('promoCodes', () => {
  it('shows an organizer the own ones, the newest first, page by page, and an administrator all', async () => {
    const first = await make({});
    const second = await make({});
    const others = await make({}, userCaller(newId(), 'ORGANIZER'));
    const page = await fixture.promoCodes(organizer, { first: 1 });
    expect(page.nodes.map(({ id }) => id)).toEqual([second.id]);
    const next = await fixture.promoCodes(organizer, { first: 1, after: page.pageInfo.endCursor });
    expect(next).toMatchObject({ nodes: [{ id: first.id }], pageInfo: { hasNextPage: false } });
    const all = (await fixture.promoCodes(admin, { first: 3 })).nodes.map(({ id }) => id);
    expect(all).toEqual([others.id, second.id, first.id]);
  });

  it.each([
    ['nobody', { kind: 'anonymous' } as const, 'UNAUTHENTICATED'],
    ['a buyer', userCaller(newId()), 'FORBIDDEN'],
  ])('is not for %s', async (_, caller, refusal) => {
    const { errors } = await fixture.execute('{ promoCodes { nodes { id } } }', {}, caller);
    expect(errors?.[0]?.extensions.code).toBe(refusal);
  });
});

describe('a promo code', () => {
  const reserve = (promoCode: string, more: object = {}) =>
    fixture.reserve({ bookingId: newId<'Booking'>(), userId: newId<'User'>(), promoCode, ...more });

  it("is good for its organizer's own events alone; an administrator's for all", async () => {
    const [own, all] = [await make({}), await make({}, admin)];
    const off = { reservation: { discount: eur('10.00') } };
    expect(await reserve(own.code, { organizerId })).toMatchObject(off);
    expect(await reserve(own.code, { organizerId: newId() })).toBe('PROMO_CODE_NOT_FOR_EVENT');
    expect(await reserve(all.code, { organizerId: newId() })).toMatchObject(off);
  });

  it('makes those places cheaper that it is for, and says which by how much, in their order', async () => {
    const balcony = zone();
    fixture.events.open(organizerId, [zoneOf(stalls, 0n), zoneOf(balcony, 0n)]);
    const { code: promoCode } = await make({ percentOff: 50, priceZoneIds: [stalls] }, admin);
    const places = [zoneOf(balcony, 1_000n), zoneOf(stalls, 1_001n), zoneOf(stalls, 1_000n)];
    const { userId } = await fixture.userWith(500);
    const part = (promo: string, points: string) => ({ promo: eur(promo), points: eur(points) });
    expect(
      await fixture.reserve({ bookingId: newId<'Booking'>(), userId, promoCode, places, spendPoints: 200 }),
    ).toMatchObject({
      reservation: {
        discount: eur('12.01'),
        places: [part('0.00', '1.00'), part('5.01', '0.50'), part('5.00', '0.50')],
      },
    });
  });

  it('is not looked for by what is longer than any code', async () => {
    const made = await make({}, admin);
    expect(await reserve(`${made.code}${' '.repeat(100)}`)).toMatchObject({ reservation: {} });
    expect(await reserve(`${made.code}${' '.repeat(200)}`)).toBe('PROMO_CODE_NOT_FOUND');
  });

  it('that takes nothing off is not used up by it', async () => {
    const made = await make({ percentOff: null, fixedPrice: eur('100.00'), maxUsesPerUser: 1 }, admin);
    expect(await reserve(made.code)).toMatchObject({ reservation: { discount: eur('0.00') } });
    expect(await seen(made)).toMatchObject({ uses: 0 });
  });

  it('is used by a booking until it is released, and no longer', async () => {
    const made = await make({ maxUses: 1, budget: eur('10.00') }, admin);
    const [bookingId, userId] = [newId<'Booking'>(), newId<'User'>()];
    await fixture.reserve({ bookingId, userId, promoCode: made.code });
    expect(await seen(made)).toMatchObject({ uses: 1, discounted: eur('10.00') });
    expect(await reserve(made.code)).toBe('PROMO_CODE_USED_UP');
    await fixture.release(bookingId, userId);
    await fixture.release(bookingId, userId);
    expect(await seen(made)).toMatchObject({ uses: 0, discounted: eur('0.00') });
    expect(await reserve(made.code)).toMatchObject({ reservation: { discount: eur('10.00') } });
  });

  it('is used by a paid booking until its last ticket is refunded; its budget counts tickets that are held', async () => {
    const made = await make({ maxUsesPerUser: 1, firstBookingOnly: true }, admin);
    const of = booking(newId<'User'>(), ...[1, 2, 3].map(() => ({ price: 1_000n, paid: 900n, points: 0n })));
    const { bookingId, userId } = of;
    const places = [1, 2, 3].map(() => zoneOf(stalls, 1_000n));
    await fixture.reserve({ bookingId, userId, promoCode: made.code, places });
    await fixture.commit(bookingId);
    await fixture.confirm(of);
    await fixture.deliver(refunded(of, [0, 2], fixture.now(), { percent: 50 }));
    expect(await seen(made)).toMatchObject({ uses: 1, discounted: eur('1.00') });
    const again = () => reserve(made.code, { userId });
    expect(await again()).toBe('PROMO_CODE_FIRST_BOOKING_ONLY');
    await fixture.deliver(refunded(of, [1], fixture.now(), { percent: 50, remaining: 0 }));
    expect(await seen(made)).toMatchObject({ uses: 0, discounted: eur('0.00') });
    expect(await again()).toMatchObject({ reservation: { discount: eur('10.00') } });
  });

  it('for a first booking is refused beside any other booking that stands or waits with a discount', async () => {
    const { code: promoCode } = await make({ firstBookingOnly: true }, admin);
    const { userId: customer } = await fixture.userWith(1);
    expect(await reserve(promoCode, { userId: customer })).toBe('PROMO_CODE_FIRST_BOOKING_ONLY');
    const waiting = newId<'User'>();
    const other = newId<'Booking'>();
    await fixture.reserve({ bookingId: other, userId: waiting });
    expect(await reserve(promoCode, { userId: waiting })).toBe('PROMO_CODE_FIRST_BOOKING_ONLY');
    await fixture.release(other, waiting);
    expect(await reserve(promoCode, { userId: waiting })).toMatchObject({ reservation: {} });
  });

  it('takes the level that its buyer has', async () => {
    const { code: promoCode } = await make({ minimumLevel: 'SILVER' }, admin);
    const bronze = (await fixture.userWith(999)).userId;
    const silver = (await fixture.userWith(1_000)).userId;
    expect(await reserve(promoCode, { userId: bronze })).toBe('PROMO_CODE_LEVEL_TOO_LOW');
    expect(await reserve(promoCode, { userId: silver })).toMatchObject({ reservation: {} });
  });
});

describe('a code of price zones, after the event came to another plan', () => {
  const [seats, pit, seatsBefore] = [zone(), zone(), zone()];
  let eventId: EventId;
  let seatIds: readonly string[];
  let promoCode: string;
  beforeEach(async () => {
    ({ eventId, seatIds } = fixture.events.open(organizerId, [
      zoneOf(seatsBefore, 2_000n),
      zoneOf(pit, 1_000n),
    ]));
    promoCode = (await make({ priceZoneIds: [seatsBefore] })).code;
    fixture.events.changePlan(eventId, new Map([[seatsBefore, seats]]));
  });
  afterEach(() => {
    fixture.events.isUnavailable = false;
  });
  const askedFrom = (from: number) => {
    const asked = fixture.events.subgraphs.asked.slice(from);
    return asked.filter(({ operation }) => operation === 'EquivalentZones').map(({ variables }) => variables);
  };
  const reserve = (
    bookingId: BookingId,
    userId: UserId,
    places = [zoneOf(seats, 2_000n), zoneOf(pit, 1_000n)],
  ) => fixture.reserve({ bookingId, userId, eventId, organizerId, promoCode, places });
  const discounted = {
    reservation: { discount: eur('2.00'), places: [{ promo: eur('2.00') }, { promo: eur('0.00') }] },
  };

  it('takes off the places of the same zone alone, quoted and reserved', async () => {
    const userId = newId<'User'>();
    expect(await fixture.quote(userId, { eventId, seatIds, promoCode })).toMatchObject({
      discount: eur('2.00'),
      rejections: [],
    });
    expect(await reserve(newId<'Booking'>(), userId)).toMatchObject(discounted);
  });

  it('asks once for each zone, and answers a booking again without asking', async () => {
    const from = fixture.events.subgraphs.asked.length;
    const [bookingId, userId] = [newId<'Booking'>(), newId<'User'>()];
    const places = [zoneOf(seats, 500n), zoneOf(seats, 500n)];
    const first = await reserve(bookingId, userId, places);
    expect(askedFrom(from)).toEqual([{ eventId, priceZoneIds: [seats] }]);
    fixture.events.isUnavailable = true;
    expect(await reserve(bookingId, userId, places)).toEqual(first);
    expect(askedFrom(from)).toHaveLength(1);
  });

  it('asks for nothing where all places are in its zones, and where it has none', async () => {
    const from = fixture.events.subgraphs.asked.length;
    const places = [zoneOf(seatsBefore, 1_000n)];
    expect(await reserve(newId<'Booking'>(), newId<'User'>(), places)).toMatchObject({ reservation: {} });
    promoCode = (await make({})).code;
    expect(await reserve(newId<'Booking'>(), newId<'User'>())).toMatchObject({ reservation: {} });
    expect(askedFrom(from)).toEqual([]);
  });

  it('says to try again while nobody answers, and sets nothing aside', async () => {
    fixture.events.isUnavailable = true;
    const [bookingId, userId] = [newId<'Booking'>(), newId<'User'>()];
    const quoteQuery =
      'query ($input: QuoteDiscountInput!) { quoteDiscount(input: $input) { rejections { code } } }';
    const input = { eventId, seatIds, promoCode };
    const { errors } = await fixture.execute(quoteQuery, { input }, userCaller(userId));
    expect(errors?.[0]?.extensions.code).toBe('SERVICE_UNAVAILABLE');
    await expect(reserve(bookingId, userId)).rejects.toThrow();
    expect(await fixture.database.sql('select from reservations where booking_id = $1', [bookingId])).toEqual(
      [],
    );
    fixture.events.isUnavailable = false;
    expect(await reserve(bookingId, userId)).toMatchObject(discounted);
  });

  it('is for no places of another zone', async () => {
    expect(await reserve(newId<'Booking'>(), newId<'User'>(), [zoneOf(pit, 1_000n)])).toBe(
      'PROMO_CODE_NOT_FOR_PLACES',
    );
  });
});
