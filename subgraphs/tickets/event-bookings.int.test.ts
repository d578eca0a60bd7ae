import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Role } from '@parterre/contracts/kernel/caller.ts';
import { anonymous, type Caller, type UserCaller } from '@parterre/platform/kernel/caller.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { openTicketsFixture, type TicketsFixture } from './testing/fixture.ts';
import { act, book, type ShownBooking } from './testing/operations.ts';

let fixture: TicketsFixture;
let buyer: UserCaller;
let paid: ShownBooking;
let held: ShownBooking;
let others: ShownBooking;

beforeAll(async () => {
  fixture = await openTicketsFixture();
  buyer = fixture.buyer();
  paid = await book(fixture, buyer, { payNow: true });
  held = await book(fixture, buyer);
  others = await book(fixture, fixture.buyer(), { payNow: true }, 1);
});
afterAll(() => fixture.stop());

const userOf = (role: Role, userId = newId<'User'>()): UserCaller => ({
  kind: 'user',
  userId,
  role,
  sessionId: newId(),
});
const organizer = () => userOf('ORGANIZER', fixture.others.seats.organizerId);
const admin = userOf('ADMIN');

interface Page {
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}
interface ShownEvent {
  readonly bookings: Page | null;
  readonly attendees: Page | null;
  readonly attendance: { readonly valid: number; readonly checkedIn: number } | null;
}

/** Fields of the event, and the codes of what stands in the way. */
async function ofEvent(
  fields: string,
  caller: Caller = organizer(),
  id: string = fixture.others.seats.eventId,
) {
  const { data, errors } = await fixture.process.execute(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Event { ${fields} } } }`,
    { of: [{ __typename: 'Event', id }] },
    caller,
  );
  const [event] = (data as { _entities: ShownEvent[] })._entities;
  return { event, codes: (errors ?? []).map(({ extensions }) => extensions.code) };
}

const page = 'nodes { id } pageInfo { hasNextPage endCursor }';
const idsOf = (found: Page | null | undefined) => found?.nodes.map(({ id }) => id);
async function bookings(args: string, caller: Caller = organizer()) {
  return (await ofEvent(`bookings(${args}) { ${page} }`, caller)).event?.bookings;
}
async function attendees(args: string) {
  return (await ofEvent(`attendees(${args}) { ${page} }`)).event?.attendees;
}
async function search(text: string, caller: UserCaller = organizer()) {
  const data = await fixture.process.ask<{ eventBookings: Page }>(
    `query ($search: String!) { eventBookings(search: $search) { ${page} } }`,
    { search: text },
    caller,
  );
  return idsOf(data.eventBookings);
}

describe('the bookings of an event', () => {
  it('come to its organizer newest first, page by page, each once', async () => {
    const first = await bookings('first: 2');
    expect(idsOf(first)).toEqual([others.id, held.id]);
    expect(first?.pageInfo.hasNextPage).toBe(true);
    const second = await bookings(`first: 2, after: "${first?.pageInfo.endCursor}"`);
    expect(idsOf(second)).toEqual([paid.id]);
    expect(second?.pageInfo.hasNextPage).toBe(false);
  });

  it('are those of some statuses where these are named', async () => {
    expect(idsOf(await bookings('statuses: [AWAITING_PAYMENT]'))).toEqual([held.id]);
    expect(idsOf(await bookings('statuses: [CONFIRMED, REFUNDED]'))).toEqual([others.id, paid.id]);
    expect(idsOf(await bookings('statuses: []'))).toEqual([]);
  });

  it('are found by their identifier, that of a ticket, the beginning of either, or the code of a ticket', async () => {
    const [ticket] = paid.tickets;
    for (const text of [paid.id, paid.id.slice(0, 13), ticket?.id, ticket?.code]) {
      expect(idsOf(await bookings(`search: "${text}"`))).toEqual([paid.id]);
      expect(await search(text ?? '')).toEqual([paid.id]);
    }
    for (const text of ['no such', newId(), `${ticket?.code}x`]) {
      expect(idsOf(await bookings(`search: "${text}"`))).toEqual([]);
      expect(await search(text)).toEqual([]);
    }
    expect(idsOf(await bookings(`search: "${paid.id}", statuses: [AWAITING_PAYMENT]`))).toEqual([]);
  });

  it('show who booked by identifier, what, for how much, and the tickets', async () => {
    const { event } = await ofEvent(`bookings(search: "${paid.id}") { nodes {
      id status total { amount } buyer { id } event { id } items { price { amount } }
      tickets { id status checkedInAt holder { id } booking { id } seat { id } } } }`);
    expect(event?.bookings?.nodes).toEqual([
      {
        id: paid.id,
        status: 'CONFIRMED',
        total: paid.total,
        buyer: { id: buyer.userId },
        event: { id: fixture.others.seats.eventId },
        items: paid.items.map(({ price }) => ({ price })),
        tickets: paid.tickets.map(({ id, seat }) => ({
          id,
          status: 'VALID',
          checkedInAt: null,
          holder: { id: buyer.userId },
          booking: { id: paid.id },
          seat,
        })),
      },
    ]);
  });

  it('name their buyers to the organizer and administrators, one question for all of a page', async () => {
    fixture.others.nicknames.set(buyer.userId, 'ada');
    const asked = () => fixture.others.subgraphs.asked.filter(({ operation }) => operation === 'Nicknames');
    const fields = 'nodes { buyer { id nickname } tickets { holder { nickname } } }';
    for (const caller of [organizer(), admin]) {
      const before = asked().length;
      const { event, codes } = await ofEvent(`bookings(statuses: [CONFIRMED]) { ${fields} }`, caller);
      expect(event?.bookings?.nodes[1]).toEqual({
        buyer: { id: buyer.userId, nickname: 'ada' },
        tickets: paid.tickets.map(() => ({ holder: { nickname: 'ada' } })),
      });
      // Whoever has no account any more has no name, and says so.
      expect(event?.bookings?.nodes[0]).toMatchObject({ buyer: null });
      expect(codes).toEqual(['INTERNAL_SERVER_ERROR', 'INTERNAL_SERVER_ERROR']);
      expect(asked().length).toBe(before + 1);
    }
  });

  it('are found by the nickname of their buyer, for who runs their event alone', async () => {
    fixture.others.nicknames.set(buyer.userId, 'ada');
    for (const text of ['ada', 'ADA']) {
      expect(idsOf(await bookings(`search: "${text}"`))).toEqual([held.id, paid.id]);
      expect(await search(text)).toEqual([held.id, paid.id]);
      expect(await search(text, admin)).toEqual([held.id, paid.id]);
      expect(await search(text, userOf('ORGANIZER'))).toEqual([]);
    }
    expect(await search('bess')).toEqual([]);
  });

  it('name nobody to who does not run the event, by no other way either', async () => {
    for (const caller of [buyer, userOf('ORGANIZER')]) {
      const { event, codes } = await ofEvent('bookings { nodes { buyer { nickname } } }', caller);
      expect({ event, codes }).toEqual({ event: { bookings: null }, codes: ['FORBIDDEN'] });
    }
    const referred = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on User { nickname } } }`;
    for (const caller of [buyer, organizer(), admin]) {
      const { errors } = await fixture.process.execute(
        referred,
        { of: [{ __typename: 'User', id: buyer.userId }] },
        caller,
      );
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    }
  });

  it('are nobody else’s: buyers, other organizers and strangers hear so, an administrator sees them', async () => {
    const fields = `bookings { ${page} } attendees { ${page} } attendance { valid }`;
    const refused = async (caller: Caller) => {
      const { event, codes } = await ofEvent(fields, caller);
      expect(event).toEqual({ bookings: null, attendees: null, attendance: null });
      return codes;
    };
    expect(await refused(anonymous)).toEqual(Array(3).fill('UNAUTHENTICATED'));
    expect(await refused(buyer)).toEqual(Array(3).fill('FORBIDDEN'));
    expect(await refused(userOf('ORGANIZER'))).toEqual(Array(3).fill('FORBIDDEN'));
    expect((await ofEvent(fields, admin)).codes).toEqual([]);
    expect(await search(paid.id, userOf('ORGANIZER'))).toEqual([]);
    expect(await search(paid.id, admin)).toEqual([paid.id]);
  });

  it('are null for an event of which nothing was booked, and for what is no identifier', async () => {
    for (const id of [newId(), 'nothing']) {
      const { event, codes } = await ofEvent(`bookings { ${page} } attendance { valid }`, organizer(), id);
      expect({ event, codes }).toEqual({ event: { bookings: null, attendance: null }, codes: [] });
    }
  });

  it('take no search that is longer than any code', async () => {
    const { codes } = await ofEvent(`bookings(search: "${'a'.repeat(1_001)}") { ${page} }`);
    expect(codes).toEqual(['BAD_USER_INPUT']);
  });
});

describe('who comes to an event', () => {
  it('are the holders of valid tickets, in the order of sale, page by page', async () => {
    const all = [...paid.tickets, ...others.tickets].map(({ id }) => id);
    const first = await attendees('first: 2');
    expect(idsOf(first)).toEqual(all.slice(0, 2));
    expect(idsOf(await attendees(`first: 2, after: "${first?.pageInfo.endCursor}"`))).toEqual(all.slice(2));
  });

  it('are counted, as are those who came; who gave a ticket back is not expected any more', async () => {
    const [ticket] = others.tickets;
    const attendance = async () => (await ofEvent('attendance { valid checkedIn }')).event?.attendance;
    expect(await attendance()).toEqual({ valid: 3, checkedIn: 0 });
    await fixture.process.ask(
      'mutation ($input: CheckInTicketInput!) { checkInTicket(input: $input) { userErrors { code } } }',
      { input: { code: ticket?.code } },
      organizer(),
    );
    expect(await attendance()).toEqual({ valid: 3, checkedIn: 1 });
    expect(idsOf(await attendees('isCheckedIn: true'))).toEqual([ticket?.id]);
    expect(idsOf(await attendees('isCheckedIn: false'))).toEqual(paid.tickets.map(({ id }) => id));
    await act(fixture.process, 'cancelBooking', buyer, { bookingId: paid.id });
    expect(await attendance()).toEqual({ valid: 1, checkedIn: 1 });
    expect(idsOf(await attendees('first: 5'))).toEqual([ticket?.id]);
  });
});

describe('a booking', () => {
  it('names its buyer', async () => {
    const { booking } = await fixture.process.ask<{ booking: object }>(
      'query ($id: ID!) { booking(id: $id) { buyer { id } } }',
      { id: held.id },
      buyer,
    );
    expect(booking).toEqual({ buyer: { id: buyer.userId } });
  });
});

describe('what an administrator sees of bookings and refunds', () => {
  const overdue = async () => {
    const query = '{ services { tickets { overdueWork { kind count oldestSince } } } }';
    const { services } = await fixture.process.ask<{ services: { tickets: { overdueWork: object[] } } }>(
      query,
      {},
      admin,
    );
    return services.tickets.overdueWork;
  };

  it('are those that should have come to an end', async () => {
    expect(await overdue()).toEqual([]);
    fixture.wait(3_600_000);
    await fixture.database.sql(
      `insert into sagas (id, type, step, state, created_at, parked_at, parked_cause)
       values (gen_random_uuid(), 'refund', 'refundPayment', '{}', now(), now(), 'planted'),
              (gen_random_uuid(), 'refund', 'done', '{}', now(), null, null)`,
    );
    expect(await overdue()).toEqual([
      { kind: 'BOOKING_NOT_ENDED', count: 1, oldestSince: held.expiresAt },
      { kind: 'REFUND_NOT_DONE', count: 1, oldestSince: expect.any(String) },
    ]);
    await fixture.process.runJobs();
    expect(await overdue()).toEqual([{ kind: 'REFUND_NOT_DONE', count: 1, oldestSince: expect.any(String) }]);
  });
});
