import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { UserCaller } from '@parterre/platform/kernel/caller.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { type PublishedEvent, publishTestEvent, readPlaces } from '../../subgraphs/events/testing/fixture.ts';
import { openTestSeries } from '../../subgraphs/events/testing/series.ts';
import type { ShownPromoCode } from '../../subgraphs/loyalty/testing/fixture.ts';
import { codesOf } from '../../subgraphs/tickets/testing/operations.ts';
import { changePlan, discountOf, moveToOtherHall, size, zonesOf } from './promo-steps.ts';
import { type Wired, wireSubgraphs } from './wired-subgraphs.ts';

let server: Wired;
beforeAll(async () => {
  server = await wireSubgraphs();
});
afterAll(() => server?.stop());

const admin: UserCaller = { kind: 'user', userId: newId(), role: 'ADMIN', sessionId: newId() };
type Series = Awaited<ReturnType<typeof openTestSeries>>;

/** Half the price of what the rules name. */
async function makeCode(rules: object, maker: UserCaller, code = `HALF-${newId()}`): Promise<ShownPromoCode> {
  const made = await server.loyalty.createPromo({ code, percentOff: 50, ...rules }, maker);
  return (made as { promoCode: ShownPromoCode }).promoCode;
}

/** The slot that begins at that day, on sale. */
async function slotAt({ organizer, hallId, schedule }: Series, startsAt: string): Promise<PublishedEvent> {
  const [eventId = ''] = await schedule({ startsAt });
  return readPlaces(server.events, { organizer, hallId, eventId });
}

// A seat at 20.00 and a standing place at 10.00.
const half = { quoted: '15.00', booked: '15.00' };
const notForEvent = { quoted: 'PROMO_CODE_NOT_FOR_EVENT', booked: 'PROMO_CODE_NOT_FOR_EVENT' };

describe('a code of a series', () => {
  it('is for its slots, also one that is scheduled later, is moved or comes to another plan', async () => {
    const series = await openTestSeries(server.events);
    const { organizer, seriesId } = series;
    const slot = await slotAt(series, '2099-01-01T10:00:00.000Z');
    const { code } = await makeCode({ seriesIds: [seriesId] }, organizer);
    expect(await discountOf(server, slot, code)).toEqual(half);
    const later = await slotAt(series, '2099-02-01T10:00:00.000Z');
    expect(await discountOf(server, later, code)).toEqual(half);
    expect(await discountOf(server, await changePlan(server, later), code)).toEqual(half);
    expect(await discountOf(server, await moveToOtherHall(server, slot), code)).toEqual(half);
    expect(await server.breaches()).toEqual([]);
  });

  it('is for no event of another series, nor of none, and nobody else can make one of it', async () => {
    const series = await openTestSeries(server.events);
    const { organizer, seriesId } = series;
    const { code } = await makeCode({ seriesIds: [seriesId] }, organizer);
    const other = await openTestSeries(server.events, organizer);
    expect(await discountOf(server, await slotAt(other, '2099-01-01T10:00:00.000Z'), code)).toEqual(
      notForEvent,
    );
    const show = await publishTestEvent(server.events, size);
    expect(await discountOf(server, show, code)).toEqual(notForEvent);
    const stolen = { code: `HALF-${newId()}`, percentOff: 50, seriesIds: [seriesId] };
    expect(await server.loyalty.createPromo(stolen, show.organizer)).toBe('EVENT_SERIES_NOT_FOUND');
    expect((await makeCode({ seriesIds: [seriesId] }, admin)).code).toMatch(/^HALF-/);
  });

  it('and of a zone is for that zone of the slots alone, whatever plan they are on', async () => {
    const series = await openTestSeries(server.events);
    const { organizer, seriesId } = series;
    const slot = await slotAt(series, '2099-01-01T10:00:00.000Z');
    const priceZoneIds = [(await zonesOf(server, slot)).seat];
    const { code } = await makeCode({ seriesIds: [seriesId], priceZoneIds }, organizer);
    const seatAlone = { quoted: '10.00', booked: '10.00' };
    expect(await discountOf(server, slot, code)).toEqual(seatAlone);
    expect(await discountOf(server, await changePlan(server, slot), code)).toEqual(seatAlone);
  });

  it('that takes the place of one of zones while nobody has answered for that is decided by its own rules', async () => {
    const series = await openTestSeries(server.events);
    const { organizer, seriesId } = series;
    const slot = await slotAt(series, '2099-01-01T10:00:00.000Z');
    const priceZoneIds = [(await zonesOf(server, slot)).pit];
    const { id, code } = await makeCode({ priceZoneIds }, organizer);
    server.wireOfLoyalty.before('EquivalentZones', async () => {
      await server.loyalty.deactivatePromo(id, organizer);
      await makeCode({ seriesIds: [seriesId] }, organizer, code);
    });
    const buyer = await server.buyer();
    const input = { eventId: slot.eventId, seatIds: slot.seatIds.slice(0, 1), promoCode: code };
    const { booking } = await server.act('createBooking', buyer, input);
    expect(booking?.discount.amount).toBe('10.00');
    expect(await server.breaches()).toEqual([]);
  });

  it('waits for the events subgraph: a booking goes on when there is an answer', async () => {
    const series = await openTestSeries(server.events);
    const slot = await slotAt(series, '2099-01-01T10:00:00.000Z');
    const { code } = await makeCode({ seriesIds: [series.seriesId] }, series.organizer);
    const buyer = await server.buyer();
    server.wireOfLoyalty.withholdNext('SeriesOfEvent');
    const places = { eventId: slot.eventId, seatIds: slot.seatIds.slice(0, 1), promoCode: code };
    const input = { ...places, idempotencyKey: newId() };
    expect(codesOf(await server.act('createBooking', buyer, input))).toEqual(['TRY_AGAIN']);
    await server.carryOn();
    const { booking } = await server.act('createBooking', buyer, input);
    expect(booking).toMatchObject({ status: 'AWAITING_PAYMENT', discount: { amount: '10.00' } });
    expect(await server.breaches()).toEqual([]);
  });
});

describe('a code of an organizer, made by an administrator', () => {
  it("is for all events of theirs, slots or not, and for nobody else's", async () => {
    const series = await openTestSeries(server.events);
    const slot = await slotAt(series, '2099-01-01T10:00:00.000Z');
    const { userId } = series.organizer;
    const { code } = await makeCode({ organizerIds: [userId] }, admin);
    expect(await discountOf(server, slot, code)).toEqual(half);
    const show = await publishTestEvent(server.events, size);
    expect(await discountOf(server, show, code)).toEqual(notForEvent);
    const ofBuyer = {
      code: `HALF-${newId()}`,
      percentOff: 50,
      organizerIds: [(await server.buyer()).userId],
    };
    expect(await server.loyalty.createPromo(ofBuyer, admin)).toBe('ORGANIZER_NOT_FOUND');
    const foreign = { ...ofBuyer, organizerIds: [userId] };
    expect(await server.loyalty.createPromo(foreign, show.organizer)).toBe('ORGANIZER_NOT_FOUND');
  });
});
