import { expect } from '@jest/globals';
import { newId } from '@parterre/platform/kernel/ids.ts';
import {
  importTestPlan,
  type PublishedEvent,
  planDocument,
  type UserErrors,
} from '../../subgraphs/events/testing/fixture.ts';
import { codesOf } from '../../subgraphs/tickets/testing/operations.ts';
import type { Wired } from './wired-subgraphs.ts';

/** What the halls of these shows are like: seats at 20.00, and standing places at 10.00. */
export const size = { rows: 2, perRow: 6, standing: 60 };

/** A plan of that size that calls the zone of the seats `seat`, or as is said. */
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

/** The price zones of the show's plan of now, by their keys. */
export async function zonesOf(
  server: Wired,
  { eventId, organizer }: PublishedEvent,
): Promise<Readonly<Record<string, string>>> {
  type Answer = { event: { seatingPlan: { priceZones: { id: string; key: string }[] } } };
  const { event } = await server.events.request<Answer>(
    'query ($id: ID!) { event(id: $id) { seatingPlan { priceZones { id key } } } }',
    { id: eventId },
    organizer,
  );
  return Object.fromEntries(event.seatingPlan.priceZones.map(({ id, key }) => [key, id]));
}

/** Brings the show to a newer plan of its hall. */
export async function changePlan(
  server: Wired,
  show: PublishedEvent,
  seatZone = 'seat',
): Promise<PublishedEvent> {
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
export async function moveToOtherHall(server: Wired, show: PublishedEvent): Promise<PublishedEvent> {
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
export async function discountOf(
  server: Wired,
  { eventId, seatIds, pitId }: PublishedEvent,
  promoCode: string,
) {
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
