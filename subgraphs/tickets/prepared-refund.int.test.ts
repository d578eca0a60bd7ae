import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { EventCancelled, EventChanged, EventPublished } from '@parterre/contracts/facts/events.ts';
import { fact } from '@parterre/contracts/facts/fact.ts';
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
    const asked = fixture.others.timesRequested('EventForRefund');
    const cancelled = await act(fixture.process, 'cancelBooking', buyer, { bookingId });
    expect(cancelled.booking?.status).toBe('REFUNDED');
    expect(fixture.others.timesRequested('EventForRefund')).toBe(asked);
  });

  it('may be asked for again with the same key where the events subgraph did not say what they need', async () => {
    const buyer = fixture.buyer();
    const { bookingId, children } = await bookFamily(buyer, 1);
    const input = { bookingId, ticketIds: children, idempotencyKey: newId() };
    fixture.others.lose('EventForRefund', 'question');
    expect(codesOf(await act(fixture.process, 'refundTickets', buyer, input))).toEqual(['TRY_AGAIN']);
    fixture.others.restore();
    expect(codesOf(await act(fixture.process, 'refundTickets', buyer, input))).toEqual([]);
    // Who may not give it back learns nothing of it by what is asked of others.
    fixture.others.lose('EventForRefund', 'question');
    const stranger = fixture.buyer();
    const foreign = { bookingId, ticketIds: children };
    expect(codesOf(await act(fixture.process, 'refundTickets', stranger, foreign))).toEqual([
      'BOOKING_NOT_FOUND',
    ]);
  });
});

describe('a refund of a share', () => {
  /** What the subgraph hears of the event, as the events subgraph has it. */
  const hear = (as: typeof EventChanged) => {
    const { eventId, startsAt } = fixture.others.seats;
    const data = { ...EventChanged.example, eventId, startsAt: startsAt.toISOString() };
    return fixture.service.deliver(fact(as, data, fixture.clock.now()));
  };
  /** Gives one ticket of a booking back that pays a third by its policy, twice with one key; `between` happens meanwhile. */
  async function giveBackTwice(happen: () => void, between: () => Promise<void>) {
    const { seats } = fixture.others;
    seats.eventId = newId();
    seats.refundTiers = [
      { hoursBefore: 24 * 365, percent: 100 },
      { hoursBefore: 24, percent: 33 },
    ];
    const buyer = fixture.buyer();
    const { id: bookingId, tickets } = await book(fixture, buyer, { payNow: true }, 1);
    await hear(EventPublished);
    happen();
    const ticketIds = tickets.map(({ id }) => id);
    const input = { bookingId, ticketIds, idempotencyKey: newId() };
    const waits = await act(fixture.process, 'refundTickets', buyer, input);
    expect([codesOf(waits), waits.refunded]).toEqual([['TRY_AGAIN'], null]);
    expect(await quotedCodes(buyer, { bookingId, ticketIds })).toEqual(['TRY_AGAIN']);
    await between();
    return act(fixture.process, 'refundTickets', buyer, input);
  }
  const startsAt = new Date(Date.now() + 30 * 86_400_000);
  afterEach(() => {
    Object.assign(fixture.others.seats, { startsAt, isOnSale: true });
    fixture.others.seats.refundTiers = [{ hoursBefore: 0, percent: 100 }];
  });

  it('waits for the fact that its event was moved, which gives everything back', async () => {
    const { seats } = fixture.others;
    const move = () => {
      seats.startsAt = new Date(startsAt.getTime() + 7 * 86_400_000);
    };
    const refunded = await giveBackTwice(move, () => hear(EventChanged));
    expect(refunded.refunded).toEqual({ amount: '25.00' });
  });

  it('waits for the fact that its event was cancelled, which gives everything back', async () => {
    const { seats } = fixture.others;
    const cancel = () => {
      seats.isOnSale = false;
    };
    const refunded = await giveBackTwice(cancel, () => {
      const { eventId, organizerId } = seats;
      const data = { ...EventCancelled.example, eventId, organizerId };
      return fixture.service.deliver(fact(EventCancelled, data, fixture.clock.now()));
    });
    expect(refunded.refunded).toEqual({ amount: '25.00' });
  });
});
