import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { BookingId, EventId, EventSeriesId, UserId } from '@parterre/contracts/kernel/ids.ts';
import type { Caller } from '@parterre/platform/kernel/caller.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { expectSoundPoints } from './testing/expect-sound-points.ts';
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
let seriesId: EventSeriesId;
beforeAll(async () => {
  fixture = await openLoyaltyFixture();
});
beforeEach(() => {
  organizerId = newId<'User'>();
  organizer = userCaller(organizerId, 'ORGANIZER');
  seriesId = fixture.events.openSeries(organizerId);
});
afterEach(() => {
  fixture.events.isUnavailable = false;
  return expectSoundPoints(fixture.database);
});
afterAll(() => fixture.stop());

const admin = userCaller(newId<'User'>(), 'ADMIN');
const stalls = zone();
const eur = (amount: string) => ({ amount, currencyCode: 'EUR' });

/** A code of 10 % that is made; the test fails where it is refused. */
async function make(rules: object, caller: Caller = organizer): Promise<ShownPromoCode> {
  const made = await fixture.createPromo({ code: `CODE-${newId()}`, percentOff: 10, ...rules }, caller);
  return (made as { promoCode: ShownPromoCode }).promoCode;
}

/** An event with two places in the stalls at 10.00. */
const openEvent = (of: { readonly organizerId?: UserId; readonly seriesId?: EventSeriesId | null } = {}) =>
  fixture.events.open(of.organizerId ?? organizerId, [zoneOf(stalls, 1_000n), zoneOf(stalls, 1_000n)], of);
type Opened = ReturnType<typeof openEvent>;

interface Wanted {
  readonly event: Opened;
  readonly promoCode: string;
  readonly bookingId?: BookingId;
  readonly userId?: UserId;
}
const reserve = ({ event, bookingId = newId<'Booking'>(), userId = newId<'User'>(), promoCode }: Wanted) =>
  fixture.reserve({
    bookingId,
    userId,
    promoCode,
    eventId: event.eventId,
    organizerId: event.organizerId,
    places: [zoneOf(stalls, 1_000n), zoneOf(stalls, 1_000n)],
  });

/** What the code takes off both places of the event, as it is quoted and as it is reserved; or why nothing. */
async function discountOf({ code: promoCode }: ShownPromoCode, event: Opened) {
  const { eventId, seatIds } = event;
  const quote = await fixture.quote(newId<'User'>(), { eventId, seatIds, promoCode });
  const outcome = await reserve({ event, promoCode });
  return {
    quoted: quote.rejections[0]?.code ?? quote.discount?.amount,
    reserved:
      typeof outcome === 'string'
        ? outcome
        : (outcome as { reservation: { discount: { amount: string } } }).reservation.discount.amount,
  };
}
const tenth = { quoted: '2.00', reserved: '2.00' };
const notForEvent = { quoted: 'PROMO_CODE_NOT_FOR_EVENT', reserved: 'PROMO_CODE_NOT_FOR_EVENT' };

/** What was asked of the events subgraph since, beside prices. */
const askedFrom = (from: number) =>
  fixture.events.subgraphs.asked
    .slice(from)
    .filter(({ operation }) => operation !== 'QuoteSeats' && operation !== 'DiscountTargets')
    .map(({ operation }) => operation);
const asked = () => fixture.events.subgraphs.asked.length;

describe('a code of a series', () => {
  it('is for each of its slots, also one that is scheduled later, and for no other event', async () => {
    const slot = openEvent({ seriesId });
    const code = await make({ seriesIds: [seriesId] });
    expect(await discountOf(code, slot)).toEqual(tenth);
    expect(await discountOf(code, openEvent({ seriesId }))).toEqual(tenth);
    expect(await discountOf(code, openEvent())).toEqual(notForEvent);
    const other = fixture.events.openSeries(organizerId);
    expect(await discountOf(code, openEvent({ seriesId: other }))).toEqual(notForEvent);
  });

  it('and of events is for all that either list names', async () => {
    const [named, slot] = [openEvent(), openEvent({ seriesId })];
    const code = await make({ eventIds: [named.eventId], seriesIds: [seriesId] });
    expect(await discountOf(code, named)).toEqual(tenth);
    expect(await discountOf(code, slot)).toEqual(tenth);
    expect(await discountOf(code, openEvent())).toEqual(notForEvent);
  });

  it('and of price zones is for those places of the slots alone', async () => {
    const slot = openEvent({ seriesId });
    const pit = zone();
    fixture.events.open(organizerId, [zoneOf(pit, 0n)]);
    const [ofStalls, ofPit] = [
      await make({ seriesIds: [seriesId], priceZoneIds: [stalls] }),
      await make({ seriesIds: [seriesId], priceZoneIds: [pit] }),
    ];
    expect(await discountOf(ofStalls, slot)).toEqual(tenth);
    expect(await discountOf(ofStalls, openEvent())).toEqual(notForEvent);
    expect(await discountOf(ofPit, slot)).toEqual({
      quoted: 'PROMO_CODE_NOT_FOR_PLACES',
      reserved: 'PROMO_CODE_NOT_FOR_PLACES',
    });
    // The slot came from a plan that has its stalls in the zone of the code.
    fixture.events.changePlan(slot.eventId, new Map([[pit, stalls]]));
    expect(await discountOf(ofPit, slot)).toEqual(tenth);
  });

  it('asks once for a booking, and answers it again without asking', async () => {
    const [slot, bookingId, userId] = [openEvent({ seriesId }), newId<'Booking'>(), newId<'User'>()];
    const { code: promoCode } = await make({ seriesIds: [seriesId] });
    const from = asked();
    const first = await reserve({ event: slot, promoCode, bookingId, userId });
    expect(first).toMatchObject({ reservation: { discount: eur('2.00') } });
    expect(askedFrom(from)).toEqual(['SeriesOfEvent']);
    fixture.events.isUnavailable = true;
    expect(await reserve({ event: slot, promoCode, bookingId, userId })).toEqual(first);
    expect(askedFrom(from)).toEqual(['SeriesOfEvent']);
  });

  it('asks for nothing where its other lists name the event, and where it is of another organizer', async () => {
    const slot = openEvent({ seriesId });
    const code = await make({ seriesIds: [seriesId], eventIds: [slot.eventId] });
    const from = asked();
    expect(await discountOf(code, slot)).toEqual(tenth);
    expect(await discountOf(code, openEvent({ organizerId: newId<'User'>() }))).toEqual(notForEvent);
    expect(askedFrom(from)).toEqual([]);
  });

  it('says to try again while nobody answers, and sets nothing aside', async () => {
    const event = openEvent({ seriesId });
    const made = await make({ seriesIds: [seriesId] });
    const { eventId, seatIds } = event;
    fixture.events.isUnavailable = true;
    const quoteQuery =
      'query ($input: QuoteDiscountInput!) { quoteDiscount(input: $input) { rejections { code } } }';
    const input = { eventId, seatIds, promoCode: made.code };
    const { errors } = await fixture.execute(quoteQuery, { input }, userCaller(newId()));
    expect(errors?.[0]?.extensions.code).toBe('SERVICE_UNAVAILABLE');
    const bookingId = newId<'Booking'>();
    await expect(reserve({ event, promoCode: made.code, bookingId })).rejects.toThrow();
    const kept = await fixture.database.sql('select from reservations where booking_id = $1', [bookingId]);
    expect(kept).toEqual([]);
    fixture.events.isUnavailable = false;
    expect(await discountOf(made, event)).toEqual(tenth);
  });
});

describe('a code of organizers', () => {
  it("is for each of their events, slots or not, and for nobody else's", async () => {
    const [first, second] = [openEvent({ organizerId: newId<'User'>() }), openEvent({ seriesId })];
    const organizerIds = [first.organizerId, second.organizerId];
    const code = await make({ organizerIds }, admin);
    const from = asked();
    for (const event of [first, second, openEvent({ organizerId: first.organizerId })]) {
      expect(await discountOf(code, event)).toEqual(tenth);
    }
    expect(await discountOf(code, openEvent({ organizerId: newId<'User'>() }))).toEqual(notForEvent);
    expect(askedFrom(from)).toEqual([]);
  });

  it('and of series is for all that either list names', async () => {
    const other = openEvent({ organizerId: newId<'User'>() });
    const code = await make({ organizerIds: [other.organizerId], seriesIds: [seriesId] }, admin);
    expect(await discountOf(code, other)).toEqual(tenth);
    expect(await discountOf(code, openEvent({ seriesId }))).toEqual(tenth);
    expect(await discountOf(code, openEvent())).toEqual(notForEvent);
  });

  it('of an organizer says no more than the code of that organizer does anyway', async () => {
    const code = await make({ organizerIds: [organizerId] });
    expect(await discountOf(code, openEvent())).toEqual(tenth);
    expect(await discountOf(code, openEvent({ organizerId: newId<'User'>() }))).toEqual(notForEvent);
  });
});

describe('in the database', () => {
  const rowOf = async ({ id }: ShownPromoCode) =>
    (await fixture.database.sql('select event_ids, series_ids from promo_codes where id = $1', [id]))[0];

  it('the list that every version reads has series and organizers too, so that none takes it for empty', async () => {
    const event = openEvent();
    const eventIds: EventId[] = [event.eventId];
    const made = await make({ eventIds, seriesIds: [seriesId], organizerIds: [organizerId] }, admin);
    expect(await rowOf(made)).toEqual({
      event_ids: [...eventIds, seriesId, organizerId],
      series_ids: [seriesId],
    });
    expect(await fixture.deactivatePromo(made.id, admin)).toMatchObject({
      promoCode: {
        events: [{ id: event.eventId }],
        series: [{ id: seriesId }],
        organizers: [{ id: organizerId }],
      },
    });
    const emptied = "update promo_codes set event_ids = '{}' where id = $1";
    await expect(fixture.database.sql(emptied, [made.id])).rejects.toThrow('promo_codes_event_ids_have_all');
  });
});
