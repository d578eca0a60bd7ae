import { describe, expect, it } from '@jest/globals';
import { newId } from '@parterre/platform/kernel/ids.ts';
import {
  draftTestEvent,
  hold,
  importTestPlan,
  letExpire,
  planDocument,
  release,
  sell,
  someUser,
  type UserErrors,
} from './testing/fixture.ts';
import { codesOf, sharedFixture } from './testing/shared-fixture.ts';

const fixture = await sharedFixture();

const euros = (amount: string) => ({ amount, currencyCode: 'EUR' });

const typeInputs = [
  { key: 'adult', label: 'Adult' },
  { key: 'child', label: 'Child', maxPerBooking: 3, needsKey: 'adult' },
  { key: 'student', label: 'Student', maxPerEvent: 4, proof: 'a student card' },
];

interface TypesOfEvent {
  readonly event: {
    readonly prices: readonly { readonly price: { readonly amount: string } }[];
    readonly ticketTypes: readonly {
      readonly id: string;
      readonly key: string;
      readonly needs: { readonly key: string } | null;
      readonly prices: readonly {
        readonly priceZone: { readonly key: string };
        readonly price: { readonly amount: string };
      }[];
    }[];
    readonly seatingPlan: {
      readonly seats: readonly { readonly id: string }[];
      readonly sections: readonly { readonly id: string; readonly kind: string }[];
    };
  };
}

/** An event on sale: 4 rows of 10 seats and a pit of 50, for adults at 20 and 10, children at 5 and 0, students at 12. */
async function publishTyped(limits: { readonly maxSeatsPerUser?: number } = {}) {
  const organizer = someUser('ORGANIZER');
  const document = planDocument({ rows: 4, perRow: 10, standing: 50 });
  const { hallId, zones } = await importTestPlan(fixture, organizer, document);
  const amounts: Record<string, Record<string, string>> = {
    adult: { seat: '20.00', pit: '10.00' },
    child: { seat: '5.00', pit: '0.00' },
    student: { seat: '12.00', pit: '12.00' },
  };
  const prices = typeInputs.flatMap(({ key }) =>
    zones.map((zone) => ({
      priceZoneId: zone.id,
      ticketTypeKey: key,
      price: euros(amounts[key]?.[zone.key] ?? ''),
    })),
  );
  const created = await fixture.mutate<{ event: { id: string } } & UserErrors>(
    'createEvent',
    'event { id } userErrors { code message field }',
    {
      title: 'The Cherry Orchard',
      hallId,
      startsAt: '2099-03-01T18:30:00.000Z',
      endsAt: '2099-03-01T21:00:00.000Z',
      ticketTypes: typeInputs,
      prices,
      ...limits,
    },
    organizer,
  );
  expect(created.userErrors).toEqual([]);
  const eventId = created.event.id;
  const published = await fixture.mutate<UserErrors>(
    'publishEvent',
    'userErrors { code message field }',
    { eventId },
    organizer,
  );
  expect(published.userErrors).toEqual([]);
  const { event } = await typesOf(eventId);
  const [adult, child, student] = event.ticketTypes.map(({ id }) => id) as [string, string, string];
  const seatIds = event.seatingPlan.seats.map(({ id }) => id);
  const pitId = event.seatingPlan.sections.find(({ kind }) => kind === 'STANDING')?.id ?? '';
  return { eventId, organizer, seatIds, pitId, adult, child, student };
}

function typesOf(eventId: string): Promise<TypesOfEvent> {
  return fixture.request<TypesOfEvent>(
    `query($id: ID!) { event(id: $id) {
       prices { price { amount } }
       ticketTypes { id key needs { key } prices { priceZone { key } price { amount } } }
       seatingPlan { seats { id } sections { id kind } } } }`,
    { id: eventId },
    { kind: 'anonymous' },
  );
}

describe('ticket types of an event', () => {
  it('are shown in their order with their prices; the first one is what a price without a type is of', async () => {
    const { eventId } = await publishTyped();
    const { event } = await typesOf(eventId);
    expect(event.ticketTypes.map(({ key, needs }) => [key, needs?.key])).toEqual([
      ['adult', undefined],
      ['child', 'adult'],
      ['student', undefined],
    ]);
    expect(event.ticketTypes[1]?.prices).toEqual([
      { priceZone: { key: 'seat' }, price: { amount: '5.00' } },
      { priceZone: { key: 'pit' }, price: { amount: '0.00' } },
    ]);
    expect(event.prices.map(({ price }) => price.amount)).toEqual(['20.00', '10.00']);
  });

  it('all need a price in every zone with places before the event is published', async () => {
    const { eventId, organizer } = await draftTestEvent(fixture, {
      standing: 5,
      event: { ticketTypes: typeInputs },
    });
    const { userErrors } = await fixture.mutate<UserErrors>(
      'publishEvent',
      'userErrors { code message field }',
      { eventId },
      organizer,
    );
    expect(codesOf({ userErrors })).toEqual(['PRICE_MISSING']);
    expect(userErrors[0]?.message).toMatch(/for "child".*for "student"/);
  });

  it('are replaced together with all prices while the event is a draft', async () => {
    const { eventId, organizer, prices } = await draftTestEvent(fixture, {
      event: { ticketTypes: typeInputs },
    });
    const changed = await fixture.mutate<UserErrors>(
      'updateEvent',
      'userErrors { code message field }',
      { eventId, ticketTypes: [{ key: 'guest', label: 'Guest' }], prices },
      organizer,
    );
    expect(changed.userErrors).toEqual([]);
    const { event } = await fixture.request<TypesOfEvent>(
      'query($id: ID!) { event(id: $id) { ticketTypes { key prices { price { amount } } } } }',
      { id: eventId },
      organizer,
    );
    expect(event.ticketTypes).toEqual([
      { key: 'guest', prices: [{ price: { amount: '20.00' } }, { price: { amount: '10.00' } }] },
    ]);
  });
});

describe('holding places of ticket types', () => {
  it('prices each place by its zone and its type, seats and standing places alike', async () => {
    const { eventId, seatIds, pitId, adult, child } = await publishTyped();
    const [first = '', second = ''] = seatIds;
    const request = {
      eventId,
      bookingId: newId(),
      userId: newId(),
      seatIds: [first, second],
      seatTypes: [{ seatId: second, ticketTypeId: child }],
      standing: [
        { sectionId: pitId, quantity: 1 },
        { sectionId: pitId, quantity: 2, ticketTypeId: child },
      ],
    };
    const held = await hold(fixture, request);
    expect(held.hold?.items).toMatchObject([
      { seatId: first, ticketTypeId: adult, price: euros('20.00') },
      { seatId: second, ticketTypeId: child, price: euros('5.00') },
      { seatId: null, ticketTypeId: adult, price: euros('10.00') },
      { seatId: null, ticketTypeId: child, price: euros('0.00') },
      { seatId: null, ticketTypeId: child, price: euros('0.00') },
    ]);
    expect(await hold(fixture, request)).toEqual(held);
    const other = { ...request, seatTypes: [{ seatId: first, ticketTypeId: child }] };
    expect(codesOf(await hold(fixture, other))).toEqual(['HOLD_CONFLICT']);
  });

  it('refuses more of a type than a booking may have, one without what it needs, and a type of another event', async () => {
    const { eventId, seatIds, child } = await publishTyped();
    const another = await publishTyped();
    const asChildren = (count: number, ticketTypeId = child) =>
      seatIds.slice(0, count).map((seatId) => ({ seatId, ticketTypeId }));
    const wanted = (count: number, types: ReturnType<typeof asChildren>) => ({
      eventId,
      seatIds: seatIds.slice(0, count),
      seatTypes: types,
    });
    expect(codesOf(await hold(fixture, wanted(5, asChildren(4))))).toEqual(['TICKET_TYPE_RULES']);
    expect(codesOf(await hold(fixture, wanted(1, asChildren(1))))).toEqual(['TICKET_TYPE_RULES']);
    expect(codesOf(await hold(fixture, wanted(2, asChildren(1, another.child))))).toEqual([
      'TICKET_TYPE_NOT_FOUND',
    ]);
    expect(codesOf(await hold(fixture, wanted(1, asChildren(1, 'none'))))).toEqual(['TICKET_TYPE_NOT_FOUND']);
    expect(codesOf(await hold(fixture, wanted(4, asChildren(3))))).toEqual([]);
  });

  it('never lets more of a limited type be held than the event has, however many ask at once', async () => {
    const { eventId, seatIds, student } = await publishTyped();
    const asked = await Promise.all(
      seatIds
        .slice(0, 12)
        .map((seatId) =>
          hold(fixture, { eventId, seatIds: [seatId], seatTypes: [{ seatId, ticketTypeId: student }] }),
        ),
    );
    expect(asked.filter((payload) => payload.hold)).toHaveLength(4);
    expect(asked.flatMap(codesOf)).toEqual(Array.from({ length: 8 }, () => 'TICKET_TYPE_SOLD_OUT'));
  });

  it('counts what is held and sold, and what was given back or has ended no more', async () => {
    const { eventId, seatIds, pitId, student } = await publishTyped();
    const students = (...seats: number[]) => {
      const ids = seats.map((index) => seatIds[index] ?? '');
      return { eventId, seatIds: ids, seatTypes: ids.map((seatId) => ({ seatId, ticketTypeId: student })) };
    };
    const bought = await hold(fixture, students(0, 1));
    expect((await sell(fixture, eventId, bought.bookingId)).sold).toBe(true);
    const standing = await hold(fixture, {
      eventId,
      standing: [
        { sectionId: pitId, quantity: 1 },
        { sectionId: pitId, quantity: 2, ticketTypeId: student },
      ],
    });
    expect(codesOf(await hold(fixture, students(2)))).toEqual(['TICKET_TYPE_SOLD_OUT']);

    const of = { eventId, bookingId: standing.bookingId };
    await release(fixture, { ...of, standing: [{ sectionId: pitId, quantity: 1, ticketTypeId: student }] });
    const third = await hold(fixture, students(2));
    expect(codesOf(third)).toEqual([]);
    expect(codesOf(await hold(fixture, students(3)))).toEqual(['TICKET_TYPE_SOLD_OUT']);

    await release(fixture, { eventId, bookingId: bought.bookingId, seatIds: [seatIds[0] ?? ''] });
    expect(codesOf(await hold(fixture, students(3)))).toEqual([]);
    expect(codesOf(await hold(fixture, students(4)))).toEqual(['TICKET_TYPE_SOLD_OUT']);

    // What has run out may be one that is just being sold, so it counts until it is ended.
    await letExpire(fixture, third.bookingId);
    expect(codesOf(await hold(fixture, students(4)))).toEqual(['TICKET_TYPE_SOLD_OUT']);
    await fixture.runJobs();
    expect(codesOf(await hold(fixture, students(4)))).toEqual([]);
    await release(fixture, of);
    expect(codesOf(await hold(fixture, students(5)))).toEqual([]);
    expect(codesOf(await hold(fixture, students(6)))).toEqual(['TICKET_TYPE_SOLD_OUT']);

    // Whoever counts reads what counts, and nothing of the holds that have ended.
    const ended = [standing.bookingId, third.bookingId];
    const rows = 'select booking_id from held_types where booking_id = any ($1::uuid[])';
    expect(await fixture.database.sql(rows, [ended])).toEqual([]);
  });
});
