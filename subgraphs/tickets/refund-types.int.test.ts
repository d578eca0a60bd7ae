import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { UserCaller } from '@parterre/platform/kernel/caller.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { auditFaults } from './testing/audit.ts';
import { openTicketsFixture, type TicketsFixture } from './testing/fixture.ts';
import { act, book, codesOf, commandFor } from './testing/operations.ts';

let fixture: TicketsFixture;
beforeAll(async () => {
  fixture = await openTicketsFixture();
});
afterAll(() => fixture.stop());
afterEach(async () => {
  fixture.others.restore();
  expect(await auditFaults(fixture)).toEqual([]);
});

const walletOf = ({ userId }: UserCaller) => fixture.others.wallets.available.get(userId);

/** A paid booking of an adult and of children, who need one beside them; the adult's ticket comes first. */
async function bookFamily(buyer: UserCaller, children: number) {
  const { eventId, seatIds } = commandFor(fixture, 1 + children);
  const [adultSeat, ...childSeats] = seatIds;
  const { childTypeId } = fixture.others.seats;
  const places = childSeats.map((seatId) => ({ seatId, ticketTypeId: childTypeId }));
  const { id, tickets } = await book(fixture, buyer, {
    eventId,
    seatIds: [adultSeat],
    places,
    payNow: true,
  });
  const adult = tickets.find(({ seat }) => seat?.id === adultSeat)?.id;
  return { bookingId: id, adult, children: tickets.flatMap((each) => (each.id === adult ? [] : each.id)) };
}

/** Why these tickets could not be given back. */
async function quotedCodes(buyer: UserCaller, variables: object): Promise<string[]> {
  const document = `query ($bookingId: ID!, $ticketIds: [ID!]!) {
    refundQuote(bookingId: $bookingId, ticketIds: $ticketIds) { rejections { code } } }`;
  const { refundQuote } = await fixture.process.ask<{ refundQuote: { rejections: { code: string }[] } }>(
    document,
    variables,
    buyer,
  );
  return refundQuote.rejections.map(({ code }) => code);
}

describe('tickets whose type needs another one beside it', () => {
  it('are not left alone: the last one that they need goes with them, or stays', async () => {
    const buyer = fixture.buyer();
    const { bookingId, adult, children } = await bookFamily(buyer, 2);
    const [first, second] = children;
    const codesFor = async (...ticketIds: (string | undefined)[]) =>
      codesOf(await act(fixture.process, 'refundTickets', buyer, { bookingId, ticketIds }));
    expect(await codesFor(adult)).toEqual(['TICKET_TYPE_RULES']);
    expect(await codesFor(adult, first)).toEqual(['TICKET_TYPE_RULES']);
    expect(await quotedCodes(buyer, { bookingId, ticketIds: [adult] })).toEqual(['TICKET_TYPE_RULES']);
    expect(walletOf(buyer)).toBe(92_500n);
    expect(await codesFor(first)).toEqual([]);
    expect(await codesFor(adult)).toEqual(['TICKET_TYPE_RULES']);
    expect(await codesFor(adult, second)).toEqual([]);
    expect(walletOf(buyer)).toBe(100_000n);
  });

  it('go back with all others when the booking is cancelled, without a question to the events subgraph', async () => {
    const buyer = fixture.buyer();
    const { bookingId } = await bookFamily(buyer, 1);
    const asked = fixture.others.timesRequested('TicketTypeNeeds');
    const cancelled = await act(fixture.process, 'cancelBooking', buyer, { bookingId });
    expect(cancelled.booking?.status).toBe('REFUNDED');
    expect(fixture.others.timesRequested('TicketTypeNeeds')).toBe(asked);
  });

  it('may be asked for again with the same key where the events subgraph did not say what they need', async () => {
    const buyer = fixture.buyer();
    const { bookingId, children } = await bookFamily(buyer, 1);
    const input = { bookingId, ticketIds: children, idempotencyKey: newId() };
    fixture.others.lose('TicketTypeNeeds', 'question');
    expect(codesOf(await act(fixture.process, 'refundTickets', buyer, input))).toEqual(['TRY_AGAIN']);
    fixture.others.restore();
    expect(codesOf(await act(fixture.process, 'refundTickets', buyer, input))).toEqual([]);
    // Who may not give it back learns nothing of it by what is asked of others.
    fixture.others.lose('TicketTypeNeeds', 'question');
    const stranger = fixture.buyer();
    const foreign = { bookingId, ticketIds: children };
    expect(codesOf(await act(fixture.process, 'refundTickets', stranger, foreign))).toEqual([
      'BOOKING_NOT_FOUND',
    ]);
  });
});
