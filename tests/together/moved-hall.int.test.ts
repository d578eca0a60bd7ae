import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { BookedEventMoved } from '@parterre/contracts/facts/tickets.ts';
import type { UserCaller } from '@parterre/platform/kernel/caller.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import {
  hold,
  importTestPlan,
  type PublishedEvent,
  planDocument,
  publishTestEvent,
} from '../../subgraphs/events/testing/fixture.ts';
import { codesOf, type ShownBooking } from '../../subgraphs/tickets/testing/operations.ts';
import { type Wired, wireSubgraphs } from './wired-subgraphs.ts';

let server: Wired;
let show: PublishedEvent;
const size = { rows: 3, perRow: 6, standing: 60 };
// What the policy gives back from now on; a moved event gives everything.
const refundTiers = [{ hoursBefore: 0, percent: 50 }];
beforeAll(async () => {
  server = await wireSubgraphs();
});
beforeEach(async () => {
  show = await publishTestEvent(server.events, { ...size, event: { refundTiers } });
});
afterEach(async () => expect(await server.breaches()).toEqual([]));
afterAll(() => server?.stop());

const times = { startsAt: '2099-03-01T18:30:00.000Z', endsAt: '2099-03-01T21:00:00.000Z' };

/** A hall whose rows stand from the back to the front, with the seats of each in reverse. */
async function openOtherHall() {
  const plan = planDocument({ ...size, rows: 4, standing: 40 });
  const [stalls, ...others] = plan.sections as { rows?: { seats: object[] }[] }[];
  const rows = stalls?.rows?.toReversed().map((row) => ({ ...row, seats: row.seats.toReversed() }));
  return importTestPlan(
    server.events,
    show.organizer,
    { ...plan, sections: [{ ...stalls, rows }, ...others] },
    { name: 'New Theatre', city: 'Vilnius', timeZone: 'Europe/Vilnius' },
  );
}

async function moveTo(hallId: string): Promise<void> {
  const input = { eventId: show.eventId, ...times, hallId, reason: 'The roof leaks.' };
  const fields = 'event { hall { id } } userErrors { code message }';
  const moved = await server.events.mutate('rescheduleEvent', fields, input, show.organizer);
  expect(moved).toEqual({ event: { hall: { id: hallId } }, userErrors: [] });
}

/** Tickets hears of what became of the event, and does what is to be done. */
async function hearOfEvents(): Promise<void> {
  await server.events.relay();
  const facts = (await server.events.published()).filter(({ subject }) => subject === show.eventId);
  for (const each of facts) if (each.type.startsWith('Event')) await server.tickets.deliver(each);
  await server.settle();
}

async function book(buyer: UserCaller, input: object): Promise<ShownBooking> {
  const { booking, userErrors } = await server.act('createBooking', buyer, {
    eventId: show.eventId,
    ...input,
  });
  expect(userErrors).toEqual([]);
  if (!booking) throw new Error('expected a booking');
  return booking;
}

interface Shown {
  readonly tickets: readonly {
    readonly pdf: string;
    readonly seat: { readonly id: string } | null;
    readonly section: { readonly id: string };
  }[];
  readonly refundNow: { readonly amount: string } | null;
}
async function shown(bookingId: string, buyer: UserCaller): Promise<Shown> {
  const query =
    'query ($id: ID!) { booking(id: $id) { refundNow { amount } tickets { pdf seat { id } section { id } } } }';
  const { data, errors } = await server.tickets.execute(query, { id: bookingId }, buyer);
  expect(errors).toBeUndefined();
  return (data as { booking: Shown }).booking;
}

/** What is written at places of tickets, as the events subgraph resolves them for a client. */
async function signsOf({ tickets }: Shown): Promise<string[]> {
  const { data, errors } = await server.events.execute(
    `query ($seats: [_Any!]!, $sections: [_Any!]!) {
       seats: _entities(representations: $seats) { ... on Seat { label row { label } } }
       sections: _entities(representations: $sections) { ... on Section { label } } }`,
    {
      seats: tickets.flatMap(({ seat }) => seat ?? []).map(({ id }) => ({ __typename: 'Seat', id })),
      sections: tickets
        .filter(({ seat }) => !seat)
        .map(({ section: { id } }) => ({ __typename: 'Section', id })),
    },
    { kind: 'anonymous' },
  );
  expect(errors).toBeUndefined();
  const { seats, sections } = data as {
    seats: { label: string; row: { label: string } }[];
    sections: { label: string }[];
  };
  return [...seats.map(({ label, row }) => `${row.label}${label}`), ...sections.map(({ label }) => label)];
}

const movesOf = async (bookingId: string) =>
  (await server.tickets.published(BookedEventMoved.type))
    .filter(({ subject }) => subject === bookingId)
    .map(({ data }) => data);

describe('bookings of an event that is moved into another hall', () => {
  it('show and print their places there, are told of it, and give everything back', async () => {
    const [buyer, other] = [await server.buyer({ money: '100.00' }), await server.buyer({ money: '100.00' })];
    const standing = [{ sectionId: show.pitId, quantity: 1 }];
    const paid = await book(buyer, { seatIds: show.seatIds.slice(0, 2), standing, payNow: true });
    const held = await book(other, { seatIds: show.seatIds.slice(7, 8) });
    await hearOfEvents();
    expect((await shown(paid.id, buyer)).refundNow).toEqual({ amount: '25.00' });
    const hall = await openOtherHall();
    await moveTo(hall.hallId);
    await hearOfEvents();
    expect(await server.breaches()).toEqual([]);

    // Of the plan of the other hall, where row A is the last one and its first seat too.
    const after = await shown(paid.id, buyer);
    expect(await signsOf(after)).toEqual(['A1', 'A2', 'Pit']);
    const places = after.tickets.map(({ seat, section }) => seat?.id ?? section.id);
    const plans = await server.events.database.sql<{ plan: string }>(
      `select plan_id as plan from seats where id = any ($1::uuid[])
       union all select plan_id from sections where id = any ($1::uuid[])`,
      [places],
    );
    expect(plans.map(({ plan }) => plan)).toEqual([hall.planId, hall.planId, hall.planId]);
    for (const { pdf } of after.tickets)
      expect(Buffer.from(pdf, 'base64').toString('latin1')).toMatch(/^%PDF-/);

    const at = times.startsAt;
    const told = {
      startsAt: at,
      previousStartsAt: at,
      refundUntil: at,
      reason: 'The roof leaks.',
      hall: {
        hallId: hall.hallId,
        hallName: 'Great Hall',
        venueName: 'New Theatre',
        timeZone: 'Europe/Vilnius',
      },
      previousHall: expect.objectContaining({ hallId: show.hallId, venueName: 'Old Theatre' }),
    };
    for (const { id } of [paid, held]) expect(await movesOf(id)).toEqual([expect.objectContaining(told)]);

    // What was held is paid there, and then both give back all that they paid.
    const bought = await server.act('payBooking', other, { bookingId: held.id });
    expect(codesOf(bought)).toEqual([]);
    expect(after.refundNow).toEqual({ amount: '50.00' });
    for (const [booking, owner] of [
      [paid, buyer],
      [bought.booking, other],
    ] as const) {
      const ticketIds = booking?.tickets.map(({ id }) => id);
      const back = await server.act('refundTickets', owner, { bookingId: booking?.id, ticketIds });
      expect([codesOf(back), back.booking?.status]).toEqual([[], 'REFUNDED']);
      expect((await server.payments.balances(owner.userId))[0]).toBe('100.00');
    }
    // Nobody has a place any more.
    const taken = await server.events.database.sql(
      `select seat_id::text from event_seats where event_id = $1 and state <> 'F'
       union all select section_id::text from standing_shards where event_id = $1 and taken > 0`,
      [show.eventId],
    );
    expect(taken).toEqual([]);
  });

  it('stand by the policy again when it is back, and tickets that were bought in between are moved with it', async () => {
    const [buyer, other] = [await server.buyer(), await server.buyer()];
    const paid = await book(buyer, { seatIds: show.seatIds.slice(0, 1), payNow: true });
    const hall = await openOtherHall();
    await moveTo(hall.hallId);
    await hearOfEvents();
    // By the identifiers of the plan before, which a client may still draw.
    const between = await book(other, { seatIds: show.seatIds.slice(4, 5), payNow: true });
    expect(await signsOf(await shown(between.id, other))).toEqual(['A5']);
    expect((await shown(between.id, other)).refundNow).toEqual({ amount: '10.00' });
    await moveTo(show.hallId);
    await hearOfEvents();
    expect((await movesOf(paid.id)).slice(1)).toMatchObject([
      { isAsBooked: true, hall: { hallId: show.hallId } },
    ]);
    expect(await movesOf(between.id)).toMatchObject([
      { hall: { hallId: show.hallId }, refundUntil: times.startsAt },
    ]);
    expect((await shown(paid.id, buyer)).refundNow).toEqual({ amount: '10.00' });
    const moved = await shown(between.id, other);
    expect(moved.refundNow).toEqual({ amount: '20.00' });
    expect(moved.tickets[0]?.seat?.id).toBe(show.seatIds[4]);
  });

  it.each(['AuthorizePayment', 'SellSeats', 'CapturePayment'])(
    'get what they hold, where the event is moved just before %s',
    async (operation) => {
      const hall = await openOtherHall();
      const buyer = await server.buyer();
      server.wire.before(operation, () => moveTo(hall.hallId));
      const booking = await book(buyer, { seatIds: show.seatIds.slice(3, 5), payNow: true });
      expect(booking.status).toBe('CONFIRMED');
      await hearOfEvents();
      expect(await signsOf(await shown(booking.id, buyer))).toEqual(['A4', 'A5']);
      // The hold told of the hall before, so the buyer is told of the move.
      expect(await movesOf(booking.id)).toMatchObject([{ hall: { hallId: hall.hallId } }]);
      const places = await hold(server.events, {
        eventId: show.eventId,
        seatIds: show.seatIds.slice(3, 4),
        bookingId: newId(),
      });
      expect(places.userErrors).toMatchObject([{ code: 'SEATS_TAKEN' }]);
    },
  );
});
