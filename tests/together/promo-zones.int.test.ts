import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { UserCaller } from '@parterre/platform/kernel/caller.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { type PublishedEvent, publishTestEvent } from '../../subgraphs/events/testing/fixture.ts';
import type { ShownPromoCode } from '../../subgraphs/loyalty/testing/fixture.ts';
import { codesOf } from '../../subgraphs/tickets/testing/operations.ts';
import {
  changePlan as changePlanAt,
  discountOf as discountAt,
  moveToOtherHall,
  size,
  zonesOf,
} from './promo-steps.ts';
import { type Wired, wireSubgraphs } from './wired-subgraphs.ts';

let server: Wired;
beforeAll(async () => {
  server = await wireSubgraphs();
});
afterAll(() => server?.stop());

const openShow = () => publishTestEvent(server.events, size);
const changePlan = (show: PublishedEvent, seatZone?: string) => changePlanAt(server, show, seatZone);
const discountOf = (show: PublishedEvent, promoCode: string) => discountAt(server, show, promoCode);

/** Half the price of the places in this zone of the plan of now, made by the organizer. */
async function makeCode(show: PublishedEvent, zone: string, code = `ZONE-${newId()}`): Promise<string> {
  const priceZoneIds = [(await zonesOf(server, show))[zone]];
  const input = { code, percentOff: 50, priceZoneIds };
  const made = (await server.loyalty.createPromo(input, show.organizer)) as { promoCode: ShownPromoCode };
  return made.promoCode.code;
}

describe('a code that is limited to a price zone', () => {
  it.each<[string, (show: PublishedEvent) => Promise<PublishedEvent>]>([
    ['a newer plan', (show) => changePlan(show)],
    ['another hall', (show) => moveToOtherHall(server, show)],
  ])('is for the same zone when the event comes to %s, and for no other', async (_, move) => {
    const before = await openShow();
    const [forSeats, forPit] = [await makeCode(before, 'seat'), await makeCode(before, 'pit')];
    const show = await move(before);
    expect(await discountOf(show, forSeats)).toEqual({ quoted: '10.00', booked: '10.00' });
    expect(await discountOf(show, forPit)).toEqual({ quoted: '5.00', booked: '5.00' });
    // And once more, from the plan between.
    const forSeatsBetween = await makeCode(show, 'seat');
    await changePlan(show);
    for (const code of [forSeats, forSeatsBetween]) {
      expect(await discountOf(show, code)).toEqual({ quoted: '10.00', booked: '10.00' });
    }
    expect(await server.breaches()).toEqual([]);
  });

  it('is for no zone of another key, nor for one of the same key of another event', async () => {
    const [show, other] = [await openShow(), await openShow()];
    // An administrator's code is for every organizer's events, as far as its zones are.
    const admin: UserCaller = { kind: 'user', userId: newId(), role: 'ADMIN', sessionId: newId() };
    const ofShow = await makeCode({ ...show, organizer: admin }, 'seat');
    await changePlan(show, 'stalls');
    await changePlan(other);
    const refused = { quoted: 'PROMO_CODE_NOT_FOR_PLACES', booked: 'PROMO_CODE_NOT_FOR_PLACES' };
    expect(await discountOf(show, ofShow)).toEqual(refused);
    expect(await discountOf(other, ofShow)).toEqual(refused);
    // Where the key is back, so is the code.
    await changePlan(show);
    expect(await discountOf(show, ofShow)).toEqual({ quoted: '10.00', booked: '10.00' });
  });

  it('of the plan after is for the same zone of what was held before', async () => {
    const show = await openShow();
    const buyer = await server.buyer();
    const { eventId, seatIds } = show;
    // Made as soon as there is a plan after; in the booking it is named before.
    const codeOfAfter = `ZONE-${newId()}`;
    server.wire.before('ReserveDiscount', async () => {
      await changePlan(show);
      await makeCode(show, 'seat', codeOfAfter);
    });
    const input = { eventId, seatIds: seatIds.slice(0, 1), promoCode: codeOfAfter };
    const { booking } = await server.act('createBooking', buyer, input);
    expect(booking?.discount.amount).toBe('10.00');
    expect(await server.breaches()).toEqual([]);
  });

  it('waits for the events subgraph: a quote fails, and a booking goes on when there is an answer', async () => {
    const show = await openShow();
    const promoCode = await makeCode(show, 'seat');
    await changePlan(show);
    const buyer = await server.buyer();
    const places = { eventId: show.eventId, seatIds: show.seatIds.slice(0, 1), promoCode };
    server.wireOfLoyalty.withholdNext('EquivalentZones');
    const query =
      'query ($input: QuoteDiscountInput!) { quoteDiscount(input: $input) { discount { amount } } }';
    const { errors } = await server.loyalty.execute(query, { input: places }, buyer);
    expect(errors?.[0]?.extensions.code).toBe('SERVICE_UNAVAILABLE');
    server.wireOfLoyalty.withholdNext('EquivalentZones');
    const input = { ...places, idempotencyKey: newId() };
    expect(codesOf(await server.act('createBooking', buyer, input))).toEqual(['TRY_AGAIN']);
    await server.carryOn();
    const { booking } = await server.act('createBooking', buyer, input);
    expect(booking).toMatchObject({ status: 'AWAITING_PAYMENT', discount: { amount: '10.00' } });
    expect(await server.breaches()).toEqual([]);
  });
});
