import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventChanged, EventPublished } from '@parterre/contracts/facts/events.ts';
import { fact } from '@parterre/contracts/facts/fact.ts';
import { anonymous, type Caller, type UserCaller } from '@parterre/platform/kernel/caller.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { createTicketCodes } from './domain/ticket-code.ts';
import { auditFaults } from './testing/audit.ts';
import { openTicketsFixture, type TicketsFixture, ticketCodes } from './testing/fixture.ts';
import { act, book, codesOf, type ShownBooking } from './testing/operations.ts';

let fixture: TicketsFixture;
beforeAll(async () => {
  fixture = await openTicketsFixture();
});
afterAll(async () => {
  const faults = await auditFaults(fixture);
  await fixture.stop();
  expect(faults).toEqual([]);
});

interface ShownCheckIn {
  readonly ticket: {
    readonly id: string;
    readonly status: string;
    readonly checkedInAt: string | null;
  } | null;
  readonly checkedInBy: { readonly id: string } | null;
  readonly userErrors: readonly { readonly code: string; readonly message: string }[];
}

const document = `mutation ($input: CheckInTicketInput!) { checkInTicket(input: $input) {
  ticket { id status checkedInAt } checkedInBy { id } userErrors { code message } } }`;

const organizer = (): UserCaller => ({
  ...fixture.buyer(0n),
  role: 'ORGANIZER',
  userId: fixture.others.seats.organizerId,
});
async function checkIn(input: object, caller: Caller = organizer()): Promise<ShownCheckIn> {
  const data = await fixture.process.ask<{ checkInTicket: ShownCheckIn }>(document, { input }, caller);
  return data.checkInTicket;
}
const codes = ({ userErrors }: ShownCheckIn) => userErrors.map(({ code }) => code);
const ticketOf = ({ tickets: [ticket] }: ShownBooking) => {
  if (!ticket) throw new Error('expected a ticket');
  return ticket;
};
async function paid(buyer = fixture.buyer(), seats = 1): Promise<ShownBooking> {
  return book(fixture, buyer, { payNow: true }, seats);
}
const HOUR_MS = 3_600_000;
/** Lets the subgraph hear when and where the event takes place; answers the moment as of which it does. */
async function move(
  startsAt: Date,
  {
    as = EventChanged,
    hallId = EventChanged.example.hallId,
    at,
  }: {
    as?: typeof EventChanged;
    hallId?: string;
    at?: Date;
  } = {},
): Promise<Date> {
  // A moment later than whatever has happened: two things within a millisecond have no order.
  fixture.wait(1);
  const asOf = at ?? fixture.clock.now();
  const { eventId } = fixture.others.seats;
  const data = { ...EventChanged.example, eventId, startsAt: startsAt.toISOString(), hallId };
  await fixture.service.deliver(fact(as, data, asOf));
  return asOf;
}

const checkInFacts = async (ticketId: string) =>
  (await fixture.service.published('TicketCheckedIn')).filter(
    ({ data }) => (data as { ticketId: string }).ticketId === ticketId,
  );

describe('a ticket at the door', () => {
  it('lets its bearer in once; the second is told when that was, and who saw to it', async () => {
    const buyer = fixture.buyer();
    const { id: bookingId, tickets } = await paid(buyer);
    const ticket = ticketOf({ tickets } as ShownBooking);
    const first = await checkIn({ code: ticket.code });
    expect(first).toEqual({
      ticket: { id: ticket.id, status: 'VALID', checkedInAt: expect.any(String) },
      checkedInBy: { id: organizer().userId },
      userErrors: [],
    });
    const second = await checkIn({ code: ticket.code });
    expect(codes(second)).toEqual(['ALREADY_CHECKED_IN']);
    expect(second).toMatchObject({ ticket: first.ticket, checkedInBy: first.checkedInBy });
    expect(second.userErrors[0]?.message).toContain(first.ticket?.checkedInAt);
    expect((await checkInFacts(ticket.id)).map(({ subject, data }) => [subject, data])).toEqual([
      [bookingId, expect.objectContaining({ checkedInAt: first.ticket?.checkedInAt, userId: buyer.userId })],
    ]);
  });

  it('lets in exactly one of a hundred who show it at the same time', async () => {
    const ticket = ticketOf(await paid());
    const answers = await Promise.all(Array.from({ length: 100 }, () => checkIn({ code: ticket.code })));
    expect(answers.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
    expect(answers.flatMap(codes)).toEqual(Array(99).fill('ALREADY_CHECKED_IN'));
    expect(new Set(answers.map((answer) => answer.ticket?.checkedInAt)).size).toBe(1);
    expect(await checkInFacts(ticket.id)).toHaveLength(1);
  });

  it('answers a scanner that lost the answer the same under its key, also a hundred at once', async () => {
    const ticket = ticketOf(await paid());
    const input = { code: ticket.code, idempotencyKey: newId() };
    const answers = await Promise.all(Array.from({ length: 100 }, () => checkIn(input)));
    expect(answers.flatMap(codes)).toEqual([]);
    expect(await checkInFacts(ticket.id)).toHaveLength(1);
    expect(codes(await checkIn({ code: ticket.code, idempotencyKey: newId() }))).toEqual([
      'ALREADY_CHECKED_IN',
    ]);
    expect(codes(await checkIn({ ...input, eventId: newId() }))).toEqual(['IDEMPOTENCY_KEY_REUSED']);
    expect(codes(await checkIn({ ...input, idempotencyKey: '' }))).toEqual(['INVALID_INPUT']);
  });

  it('is good again, and may be given back, once the event is moved to another day or hall', async () => {
    const { seats } = fixture.others;
    seats.refundTiers = [{ hoursBefore: 24 * 365, percent: 10 }];
    const buyer = fixture.buyer();
    const { id: bookingId, tickets } = await paid(buyer, 2);
    const [used, stays] = tickets.map(({ id, code }) => ({ id, code }));
    const giveBack = async (ticketId = '') =>
      codesOf(await act(fixture.process, 'refundTickets', buyer, { bookingId, ticketIds: [ticketId] }));
    await move(seats.startsAt, { as: EventPublished });
    for (const ticket of [used, stays]) expect(codes(await checkIn({ code: ticket?.code }))).toEqual([]);
    // Who is in already waits a while: it is the same show.
    await move(new Date(seats.startsAt.getTime() + 6 * HOUR_MS));
    expect(codes(await checkIn({ code: used?.code }))).toEqual(['ALREADY_CHECKED_IN']);
    expect(await giveBack(used?.id)).toEqual(['TICKET_CHECKED_IN']);

    const nextWeek = new Date(seats.startsAt.getTime() + 7 * 24 * HOUR_MS);
    const asOf = await move(nextWeek);
    expect(await giveBack(used?.id)).toEqual([]);
    expect(codes(await checkIn({ code: stays?.code }))).toEqual([]);
    // Said once more, and an older state that comes late: who has entered the show of now has entered.
    await move(nextWeek, { at: asOf });
    await move(seats.startsAt, { at: new Date(asOf.getTime() - HOUR_MS) });
    expect(codes(await checkIn({ code: stays?.code }))).toEqual(['ALREADY_CHECKED_IN']);

    await move(nextWeek, { hallId: newId() });
    expect(codes(await checkIn({ code: stays?.code }))).toEqual([]);
    seats.refundTiers = [{ hoursBefore: 0, percent: 100 }];
  });

  it('keeps a refusal under its key as well', async () => {
    const ticket = ticketOf(await paid());
    const input = { code: ticket.code, eventId: newId(), idempotencyKey: newId() };
    expect(codes(await checkIn(input))).toEqual(['WRONG_EVENT']);
    expect(codes(await checkIn(input))).toEqual(['WRONG_EVENT']);
    expect(codes(await checkIn({ code: ticket.code, eventId: fixture.others.seats.eventId }))).toEqual([]);
  });

  it('that was given back lets nobody in', async () => {
    const buyer = fixture.buyer();
    const booking = await paid(buyer);
    await act(fixture.process, 'cancelBooking', buyer, { bookingId: booking.id });
    const refused = await checkIn({ code: ticketOf(booking).code });
    expect(codes(refused)).toEqual(['TICKET_ALREADY_REFUNDED']);
    expect(refused).toMatchObject({ ticket: { status: 'REFUNDED', checkedInAt: null }, checkedInBy: null });
  });

  it('is refused when somebody has made it up, or another server signed it', async () => {
    const ticket = ticketOf(await paid());
    const claim = { ticketId: ticket.id as never, eventId: fixture.others.seats.eventId };
    const foreign = createTicketCodes(generateKeyPairSync('ed25519').privateKey).sign(claim);
    // In the middle of the signature: its last byte is 0 in one of 16, so that AA there changes nothing.
    const at = ticket.code.indexOf('.') + 40;
    const forged = `${ticket.code.slice(0, at)}${ticket.code[at] === 'A' ? 'B' : 'A'}${ticket.code.slice(at + 1)}`;
    for (const code of ['', 'no code', foreign, forged]) {
      expect(await checkIn({ code })).toMatchObject({
        ticket: null,
        checkedInBy: null,
        userErrors: [{ code: 'NOT_A_TICKET_CODE' }],
      });
    }
  });

  it('of another organizer answers exactly like one that does not exist', async () => {
    const ticket = ticketOf(await paid());
    const rival: UserCaller = { ...fixture.buyer(0n), role: 'ORGANIZER' };
    const nowhere = ticketCodes.sign({ ticketId: newId(), eventId: newId() });
    const [foreign, none] = [
      await checkIn({ code: ticket.code }, rival),
      await checkIn({ code: nowhere }, rival),
    ];
    expect(codes(foreign)).toEqual(['TICKET_NOT_FOUND']);
    expect(foreign).toEqual(none);
    expect(codes(await checkIn({ code: ticket.code }, { ...rival, role: 'ADMIN' }))).toEqual([]);
  });

  it('is not checked by its buyer', async () => {
    const buyer = fixture.buyer();
    const ticket = ticketOf(await paid(buyer));
    for (const [caller, code] of [
      [buyer, 'FORBIDDEN'],
      [anonymous, 'UNAUTHENTICATED'],
    ] as const) {
      const { errors } = await fixture.process.execute(document, { input: { code: ticket.code } }, caller);
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual([code]);
    }
  });
});

describe('a used ticket', () => {
  it('is not given back, and what may be given back does not count it', async () => {
    const buyer = fixture.buyer();
    const booking = await paid(buyer, 2);
    const [used, other] = booking.tickets;
    await checkIn({ code: used?.code });
    const refund = (ticketIds: unknown[]) =>
      act(fixture.process, 'refundTickets', buyer, { bookingId: booking.id, ticketIds });
    const refused = await refund([used?.id, other?.id]);
    expect(codesOf(refused)).toEqual(['TICKET_CHECKED_IN']);
    expect(refused.booking?.refundNow).toEqual({ amount: '25.00' });
    const cancelled = await act(fixture.process, 'cancelBooking', buyer, { bookingId: booking.id });
    expect(cancelled.booking).toMatchObject({ status: 'PARTIALLY_REFUNDED', refundNow: null });
    expect(cancelled.booking?.tickets.map(({ status }) => status)).toEqual(['VALID', 'REFUNDED']);
    const again = await act(fixture.process, 'cancelBooking', buyer, { bookingId: booking.id });
    expect(codesOf(again)).toEqual(['TICKET_CHECKED_IN']);
  });

  it('or a refunded one, never both, when both are asked for at one moment', async () => {
    for (let round = 0; round < 10; round += 1) {
      const buyer = fixture.buyer();
      const booking = await paid(buyer);
      const { id, code } = ticketOf(booking);
      const [door, refund] = await Promise.all([
        checkIn({ code }),
        act(fixture.process, 'refundTickets', buyer, { bookingId: booking.id, ticketIds: [id] }),
      ]);
      const outcome = [...codes(door), ...codesOf(refund)];
      expect([['TICKET_ALREADY_REFUNDED'], ['TICKET_CHECKED_IN']]).toContainEqual(outcome);
    }
  });
});

describe('a ticket to show', () => {
  it('is a picture and a page for its buyer, in the language asked for', async () => {
    const buyer = fixture.buyer();
    const { id } = ticketOf(await paid(buyer));
    const query = 'query ($id: ID!) { ticket(id: $id) { qrCode en: pdf ru: pdf(language: RU) } }';
    const { ticket } = await fixture.process.ask<{ ticket: Record<'qrCode' | 'en' | 'ru', string> }>(
      query,
      { id },
      buyer,
    );
    expect(ticket.qrCode).toMatch(/^<svg .+<\/svg>$/s);
    for (const pdf of [ticket.en, ticket.ru]) {
      expect(Buffer.from(pdf, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
    }
    expect(await fixture.process.ask(query, { id }, fixture.buyer())).toEqual({ ticket: null });
  });

  it('has no page, and says so, while the events subgraph does not answer', async () => {
    const buyer = fixture.buyer();
    const { id } = ticketOf(await paid(buyer));
    fixture.others.before('PlacesOfTickets', () => {
      throw new Error('away');
    });
    const { data, errors } = await fixture.process.execute(
      'query ($id: ID!) { ticket(id: $id) { id pdf } }',
      { id },
      buyer,
    );
    fixture.others.restore();
    expect(data).toEqual({ ticket: { id, pdf: null } });
    expect(errors?.map(({ path }) => path)).toEqual([['ticket', 'pdf']]);
  });

  it('is one question to the events subgraph, however many tickets are printed, and one page under all its aliases', async () => {
    const buyer = fixture.buyer();
    const { tickets } = await paid(buyer, 10);
    const asked = () => fixture.others.timesRequested('PlacesOfTickets');
    const before = asked();
    const fields = tickets.map(({ id }, index) => `t${index}: ticket(id: "${id}") { pdf again: pdf }`);
    type Printed = Record<string, { readonly pdf: string; readonly again: string }>;
    const printed = await fixture.process.ask<Printed>(`{ ${fields.join(' ')} }`, {}, buyer);
    expect(asked() - before).toBe(1);
    const pages = Object.values(printed);
    expect(new Set(pages.map(({ pdf }) => pdf)).size).toBe(10);
    // Every page bears the moment at which it was drawn, so two of them would differ.
    expect(pages.map(({ again }) => again)).toEqual(pages.map(({ pdf }) => pdf));
  });

  it('is printed for the notifications subgraph: the valid ones of a booking', async () => {
    const buyer = fixture.buyer();
    const booking = await paid(buyer, 2);
    const [first, second] = booking.tickets;
    await act(fixture.process, 'refundTickets', buyer, { bookingId: booking.id, ticketIds: [first?.id] });
    const query = `query ($bookingId: ID!) { printedTickets(bookingId: $bookingId, language: RU) { ticketId pdf } }`;
    const ask = (bookingId: string, caller: Caller) => fixture.process.ask(query, { bookingId }, caller);
    const notifications: Caller = { kind: 'subgraph', subgraph: 'notifications' };
    expect(await ask(booking.id, notifications)).toEqual({
      printedTickets: [{ ticketId: second?.id, pdf: expect.stringMatching(/^JVBER/) }],
    });
    expect(await ask(newId(), notifications)).toEqual({ printedTickets: [] });
    await expect(ask(booking.id, buyer)).rejects.toThrow('FORBIDDEN');
  });

  it('is verified by whoever has fetched the keys, signed in or not', async () => {
    const keys = await fixture.process.ask('{ ticketKeys { kid kty crv alg use x } }', {}, anonymous);
    expect(keys).toEqual({ ticketKeys: ticketCodes.keys });
  });
});
