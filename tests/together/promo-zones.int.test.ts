import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { UserCaller } from '@parterre/platform/kernel/caller.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import {
  importTestPlan,
  type PublishedEvent,
  planDocument,
  publishTestEvent,
  type UserErrors,
} from '../../subgraphs/events/testing/fixture.ts';
import type { ShownPromoCode } from '../../subgraphs/loyalty/testing/fixture.ts';
import { codesOf } from '../../subgraphs/tickets/testing/operations.ts';
import { type Wired, wireSubgraphs } from './wired-subgraphs.ts';

let server: Wired;
beforeAll(async () => {
  server = await wireSubgraphs();
});
afterAll(() => server?.stop());

const size = { rows: 2, perRow: 6, standing: 60 };
const openShow = () => publishTestEvent(server.events, size);

/** Seats at 20.00 and standing places at 10.00, of a plan that calls the zone of the seats `seat`, or as is said. */
function planWith(seatZone: string): object {
  const plan = planDocument(size);
  const [seats, pit] = plan.priceZones;
  const [stalls, ...others] = plan.sections;
  return {
    ...plan,
    priceZones: [{ ...seats, key: seatZone }, pit],
    sections: [{ ...stalls, zone: seatZone }, ...others],
  };
}

async function zonesOf({ eventId, organizer }: PublishedEvent): Promise<Readonly<Record<string, string>>> {
  type Answer = { event: { seatingPlan: { priceZones: { id: string; key: string }[] } } };
  const { event } = await server.events.request<Answer>(
    'query ($id: ID!) { event(id: $id) { seatingPlan { priceZones { id key } } } }',
    { id: eventId },
    organizer,
  );
  return Object.fromEntries(event.seatingPlan.priceZones.map(({ id, key }) => [key, id]));
}

/** Half the price of the places in this zone of the plan of now, made by the organizer. */
async function makeCode(show: PublishedEvent, zone: string, code = `ZONE-${newId()}`): Promise<string> {
  const priceZoneIds = [(await zonesOf(show))[zone]];
  const input = { code, percentOff: 50, priceZoneIds };
  const made = (await server.loyalty.createPromo(input, show.organizer)) as { promoCode: ShownPromoCode };
  return made.promoCode.code;
}

async function changePlan(show: PublishedEvent, seatZone = 'seat'): Promise<PublishedEvent> {
  const { eventId, hallId, organizer } = show;
  type Plan = { seatingPlan: { id: string; priceZones: { id: string; key: string }[] } };
  const { seatingPlan } = await server.events.mutate<Plan>(
    'importSeatingPlan',
    'seatingPlan { id priceZones { id key } } userErrors { message }',
    { hallId, format: 'PARTERRE', document: JSON.stringify(planWith(seatZone)) },
    organizer,
  );
  const zone = seatingPlan.priceZones.find(({ key }) => key === seatZone);
  const prices = [{ priceZoneId: zone?.id, price: { amount: '20.00', currencyCode: 'EUR' } }];
  const input = { eventId, seatingPlanId: seatingPlan.id, prices, idempotencyKey: newId() };
  const { userErrors } = await server.events.mutate<UserErrors>(
    'changeSeatingPlan',
    'userErrors { code message field }',
    input,
    organizer,
  );
  expect(userErrors).toEqual([]);
  return show;
}

/** Answers the show in its new hall. */
async function moveToOtherHall(show: PublishedEvent): Promise<PublishedEvent> {
  const { eventId, organizer } = show;
  const { hallId } = await importTestPlan(server.events, organizer, planDocument(size));
  const times = { startsAt: '2099-03-01T18:30:00.000Z', endsAt: '2099-03-01T21:00:00.000Z' };
  const input = { eventId, ...times, hallId, reason: 'The roof leaks.' };
  const fields = 'userErrors { code message field }';
  const { userErrors } = await server.events.mutate<UserErrors>('rescheduleEvent', fields, input, organizer);
  expect(userErrors).toEqual([]);
  return { ...show, hallId };
}

/** A seat and a standing place with a code: what is off as it is quoted and as it is booked, or why nothing is. */
async function discountOf({ eventId, seatIds, pitId }: PublishedEvent, promoCode: string) {
  const buyer = await server.buyer();
  const standing = [{ sectionId: pitId, quantity: 1 }];
  const places = { eventId, seatIds: seatIds.slice(0, 1), standing, promoCode };
  const quote = await server.loyalty.quote(buyer.userId, places);
  const booked = await server.act('createBooking', buyer, { ...places, payNow: false });
  if (booked.booking) {
    const cancelled = await server.act('cancelBooking', buyer, { bookingId: booked.booking.id });
    expect(codesOf(cancelled)).toEqual([]);
  }
  return {
    quoted: quote.rejections[0]?.code ?? quote.discount?.amount,
    booked: codesOf(booked)[0] ?? booked.booking?.discount.amount,
  };
}

describe('a code that is limited to a price zone', () => {
  it.each<[string, (show: PublishedEvent) => Promise<PublishedEvent>]>([
    ['a newer plan', (show) => changePlan(show)],
    ['another hall', moveToOtherHall],
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
