import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { UserCaller } from '@parterre/platform/kernel/caller.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { auditFaults } from './testing/audit.ts';
import { openTicketsFixture, type TicketsFixture } from './testing/fixture.ts';
import { act, book, codesOf } from './testing/operations.ts';

let fixture: TicketsFixture;
beforeAll(async () => {
  fixture = await openTicketsFixture();
});
afterAll(() => fixture.stop());
afterEach(async () => {
  fixture.others.restore();
  fixture.others.seats.refundTiers = [{ hoursBefore: 0, percent: 100 }];
  fixture.others.seats.price = '25.00';
  expect(await auditFaults(fixture)).toEqual([]);
});

const walletOf = ({ userId }: UserCaller) => fixture.others.wallets.available.get(userId);
const refundFacts = async (bookingId: string) =>
  (await fixture.service.published('TicketsRefunded')).filter(({ subject }) => subject === bookingId);

/** What is said beforehand of giving these tickets back. */
async function quoted(buyer: UserCaller, variables: object) {
  const document = `query ($bookingId: ID!, $ticketIds: [ID!]!) {
    refundQuote(bookingId: $bookingId, ticketIds: $ticketIds) { refunded { amount } wantsAcceptNothing } }`;
  const { refundQuote } = await fixture.process.ask<{ refundQuote: object | null }>(
    document,
    variables,
    buyer,
  );
  return refundQuote;
}

const anyIds = (count: number) => Array.from({ length: count }, () => newId());

describe('a refund', () => {
  it('gives the money back, frees the seat and tells of it', async () => {
    const buyer = fixture.buyer();
    const { id, tickets } = await book(fixture, buyer, { payNow: true });
    const ticketIds = [tickets[0]?.id];
    const refunded = await act(fixture.process, 'refundTickets', buyer, { bookingId: id, ticketIds });
    expect(codesOf(refunded)).toEqual([]);
    expect(refunded.refunded).toEqual({ amount: '25.00' });
    expect(refunded.booking?.status).toBe('PARTIALLY_REFUNDED');
    expect(refunded.booking?.tickets.map(({ status }) => status)).toEqual(['REFUNDED', 'VALID']);
    expect(walletOf(buyer)).toBe(97_500n);
    const [fact] = await refundFacts(id);
    expect(fact?.data).toMatchObject({
      bookingId: id,
      refunded: { amount: '25.00', currencyCode: 'EUR' },
      tickets: [{ ticketId: tickets[0]?.id, seatId: tickets[0]?.seat?.id, refunded: { amount: '25.00' } }],
      remainingTickets: 1,
    });
  });

  it('of the last ticket makes the booking REFUNDED', async () => {
    const buyer = fixture.buyer();
    const { id, tickets } = await book(fixture, buyer, { payNow: true });
    for (const ticket of tickets) {
      await act(fixture.process, 'refundTickets', buyer, { bookingId: id, ticketIds: [ticket.id] });
    }
    const again = await act(fixture.process, 'cancelBooking', buyer, { bookingId: id });
    expect(again.booking).toMatchObject({ status: 'REFUNDED', cancellationReason: null });
    expect(codesOf(again)).toEqual(['BOOKING_ENDED']);
    expect(
      (await refundFacts(id)).map(({ data }) => (data as { remainingTickets: number }).remainingTickets),
    ).toEqual([1, 0]);
  });

  it('pays the share of the tier that counts, of what was paid and not of the price', async () => {
    fixture.others.seats.refundTiers = [
      { hoursBefore: 24 * 365, percent: 100 },
      { hoursBefore: 24, percent: 33 },
    ];
    const buyer = fixture.buyer();
    const { id, tickets } = await book(fixture, buyer, { payNow: true, spendPoints: 1_001 });
    const refunded = await act(fixture.process, 'refundTickets', buyer, {
      bookingId: id,
      ticketIds: [tickets[0]?.id],
    });
    // 33 % of 19.99 is 6.5967.
    expect(refunded.refunded).toEqual({ amount: '6.60' });
    const told = (await fixture.service.published('TicketsRefunded')).findLast(
      ({ subject }) => subject === id,
    );
    expect(told?.data).toMatchObject({ percent: 33, refunded: { amount: '6.60' } });
  });

  it('is told of before it is asked for, to the cent', async () => {
    fixture.others.seats.refundTiers = [
      { hoursBefore: 24 * 365, percent: 100 },
      { hoursBefore: 24, percent: 33 },
    ];
    const buyer = fixture.buyer();
    const held = await book(fixture, buyer, { spendPoints: 1_001 });
    expect(held.refundNow).toBeNull();
    const { booking: paid } = await act(fixture.process, 'payBooking', buyer, { bookingId: held.id });
    // A third of 19.99 and of 20.00: each ticket is rounded by itself.
    expect(paid?.refundNow).toEqual({ amount: '13.20' });
    const [first, second] = paid?.tickets ?? [];
    const half = await act(fixture.process, 'refundTickets', buyer, {
      bookingId: held.id,
      ticketIds: [first?.id],
    });
    const rest = await act(fixture.process, 'refundTickets', buyer, {
      bookingId: held.id,
      ticketIds: [second?.id],
    });
    expect(rest.refunded).toEqual(half.booking?.refundNow);
    expect(rest.booking?.refundNow).toBeNull();
  });

  it('is refused when the policy pays nothing back any more, and the ticket stays valid', async () => {
    fixture.others.seats.refundTiers = [{ hoursBefore: 24 * 365, percent: 100 }];
    const buyer = fixture.buyer();
    const { id, tickets, refundNow } = await book(fixture, buyer, { payNow: true });
    expect(refundNow).toBeNull();
    const refused = await act(fixture.process, 'refundTickets', buyer, {
      bookingId: id,
      ticketIds: [tickets[0]?.id],
    });
    expect(codesOf(refused)).toEqual(['REFUND_NOT_ALLOWED']);
    expect(refused.refunded).toBeNull();
    expect(refused.booking?.tickets.map(({ status }) => status)).toEqual(['VALID', 'VALID']);
    const cancelled = await act(fixture.process, 'cancelBooking', buyer, { bookingId: id });
    expect(codesOf(cancelled)).toEqual(['REFUND_NOT_ALLOWED']);
    expect(cancelled.booking?.status).toBe('CONFIRMED');
  });

  it('that would round to nothing is refused before anything happens, and done when it is accepted', async () => {
    fixture.others.seats.refundTiers = [{ hoursBefore: 24, percent: 1 }];
    const buyer = fixture.buyer();
    fixture.others.seats.price = '0.49';
    // One per cent of it is less than half a cent.
    const { id, tickets } = await book(fixture, buyer, { payNow: true }, 1);
    expect(walletOf(buyer)).toBe(99_951n);
    const input = { bookingId: id, ticketIds: [tickets[0]?.id] };
    const refused = await act(fixture.process, 'refundTickets', buyer, input);
    expect(codesOf(refused)).toEqual(['NOTHING_TO_REFUND']);
    expect(refused).toMatchObject({ refunded: null, booking: { status: 'CONFIRMED' } });
    expect(refused.booking?.tickets.map(({ status }) => status)).toEqual(['VALID']);
    const cancelled = await act(fixture.process, 'cancelBooking', buyer, { bookingId: id });
    expect(codesOf(cancelled)).toEqual(['NOTHING_TO_REFUND']);
    expect(await quoted(buyer, input)).toEqual({ refunded: { amount: '0.00' }, wantsAcceptNothing: true });
    const accepted = await act(fixture.process, 'refundTickets', buyer, { ...input, acceptNothing: true });
    expect(accepted).toMatchObject({ refunded: { amount: '0.00' }, booking: { status: 'REFUNDED' } });
    expect(walletOf(buyer)).toBe(99_951n);
  });

  it('is said beforehand to give nothing for one of the tickets, though it gives something for another', async () => {
    const { seats } = fixture.others;
    seats.refundTiers = [{ hoursBefore: 24, percent: 1 }];
    seats.price = '0.50';
    const buyer = fixture.buyer();
    // A cent off the first of them: one per cent of 0.49 rounds to nothing, of 0.50 to a cent.
    const { id, tickets } = await book(fixture, buyer, { payNow: true, spendPoints: 1 });
    const input = { bookingId: id, ticketIds: tickets.map((ticket) => ticket.id) };
    expect(await quoted(buyer, input)).toEqual({ refunded: { amount: '0.01' }, wantsAcceptNothing: true });
    expect(codesOf(await act(fixture.process, 'refundTickets', buyer, input))).toEqual(['NOTHING_TO_REFUND']);
    const accepted = await act(fixture.process, 'refundTickets', buyer, { ...input, acceptNothing: true });
    expect(accepted.refunded).toEqual({ amount: '0.01' });
  });

  it('of a ticket that cost nothing moves no money', async () => {
    const buyer = fixture.buyer(0n);
    const { id, tickets } = await book(fixture, buyer, { payNow: true, promoCode: 'FREE' });
    const input = { bookingId: id, ticketIds: [tickets[0]?.id] };
    expect(await quoted(buyer, input)).toEqual({ refunded: { amount: '0.00' }, wantsAcceptNothing: false });
    const before = fixture.others.timesRequested('RefundPayment');
    const refunded = await act(fixture.process, 'refundTickets', buyer, {
      bookingId: id,
      ticketIds: [tickets[0]?.id],
    });
    expect(refunded.refunded).toEqual({ amount: '0.00' });
    expect(fixture.others.timesRequested('RefundPayment')).toBe(before);
  });

  it('frees standing places by their number', async () => {
    const { seats } = fixture.others;
    const buyer = fixture.buyer();
    const standing = [{ sectionId: seats.sectionId, quantity: 3 }];
    const { id, tickets } = await book(fixture, buyer, { seatIds: [], standing, payNow: true });
    await act(fixture.process, 'refundTickets', buyer, {
      bookingId: id,
      ticketIds: tickets.slice(0, 2).map((ticket) => ticket.id),
    });
    expect(seats.standingOf.get(id as never)).toBe(1);
  });

  it('happens once to a ticket', async () => {
    const buyer = fixture.buyer();
    const { id, tickets } = await book(fixture, buyer, { payNow: true });
    const input = { bookingId: id, ticketIds: [tickets[0]?.id] };
    await act(fixture.process, 'refundTickets', buyer, input);
    expect(codesOf(await act(fixture.process, 'refundTickets', buyer, input))).toEqual([
      'TICKET_ALREADY_REFUNDED',
    ]);
    expect(walletOf(buyer)).toBe(97_500n);
  });

  it('that is under way is not begun a second time, and a cancellation leaves its ticket to it', async () => {
    const buyer = fixture.buyer();
    const { id, tickets } = await book(fixture, buyer, { payNow: true });
    const ticketIds = [tickets[0]?.id];
    fixture.others.lose('RefundPayment', 'answer');
    await act(fixture.process, 'refundTickets', buyer, { bookingId: id, ticketIds });
    const second = await act(fixture.process, 'refundTickets', buyer, { bookingId: id, ticketIds });
    expect(codesOf(second)).toEqual(['TICKET_ALREADY_REFUNDED']);
    fixture.others.restore();
    const cancelled = await act(fixture.process, 'cancelBooking', buyer, { bookingId: id });
    expect(cancelled.booking).toMatchObject({ status: 'PARTIALLY_REFUNDED', cancellationReason: null });
    await fixture.comeToRest();
    const again = await act(fixture.process, 'cancelBooking', buyer, { bookingId: id });
    expect(again.booking).toMatchObject({ status: 'REFUNDED', cancellationReason: 'BY_BUYER' });
    expect(walletOf(buyer)).toBe(100_000n);
  });

  it('can be tried again after payments has declined it', async () => {
    const buyer = fixture.buyer();
    const { id, tickets } = await book(fixture, buyer, { payNow: true });
    const input = { bookingId: id, ticketIds: [tickets[0]?.id] };
    fixture.others.refuse('RefundPayment', 'PAYMENT_NOT_FOUND');
    expect(codesOf(await act(fixture.process, 'refundTickets', buyer, input))).toEqual(['REFUND_DECLINED']);
    fixture.others.restore();
    expect(codesOf(await act(fixture.process, 'refundTickets', buyer, input))).toEqual([]);
  });

  it.each([
    ['no tickets', () => [], 'INVALID_INPUT'],
    ['a ticket that is no identifier', () => ['T1'], 'TICKET_NOT_FOUND'],
    ['a ticket of nobody', () => [newId()], 'TICKET_NOT_FOUND'],
    ['a ticket twice', (id: string) => [id, id], 'INVALID_INPUT'],
    ['as many tickets of nobody as a booking may have', () => anyIds(100), 'TICKET_NOT_FOUND'],
    ['more tickets than a booking may have', () => anyIds(101), 'INVALID_INPUT'],
    ['a valid ticket and a foreign one', (id: string) => [id, newId()], 'TICKET_NOT_FOUND'],
  ])('is refused for %s', async (_what, wanted, code) => {
    const buyer = fixture.buyer();
    const { id, tickets } = await book(fixture, buyer, { payNow: true });
    const ticketIds = wanted(tickets[0]?.id ?? '');
    const refused = await act(fixture.process, 'refundTickets', buyer, { bookingId: id, ticketIds });
    expect(codesOf(refused)).toEqual([code]);
    expect(walletOf(buyer)).toBe(95_000n);
  });
});

describe('a paid booking that is cancelled', () => {
  it('is refunded whole, by its buyer', async () => {
    const buyer = fixture.buyer();
    const { id } = await book(fixture, buyer, { payNow: true });
    const cancelled = await act(fixture.process, 'cancelBooking', buyer, { bookingId: id });
    expect(cancelled.booking).toMatchObject({ status: 'REFUNDED', cancellationReason: 'BY_BUYER' });
    expect(walletOf(buyer)).toBe(100_000n);
    expect(await refundFacts(id)).toHaveLength(1);
  });

  it('refunds what is left after an earlier refund', async () => {
    const buyer = fixture.buyer();
    const { id, tickets } = await book(fixture, buyer, { payNow: true }, 3);
    await act(fixture.process, 'refundTickets', buyer, { bookingId: id, ticketIds: [tickets[1]?.id] });
    await act(fixture.process, 'cancelBooking', buyer, { bookingId: id });
    expect(walletOf(buyer)).toBe(100_000n);
    expect((await refundFacts(id)).map(({ data }) => (data as { tickets: object[] }).tickets.length)).toEqual(
      [1, 2],
    );
  });

  it('is no cancelled one when payments declined it, and its ticket is given back later', async () => {
    const buyer = fixture.buyer();
    const { id, tickets } = await book(fixture, buyer, { payNow: true }, 1);
    fixture.others.refuse('RefundPayment', 'PAYMENT_NOT_FOUND');
    const declined = await act(fixture.process, 'cancelBooking', buyer, { bookingId: id });
    expect(codesOf(declined)).toEqual(['REFUND_DECLINED']);
    fixture.others.restore();
    const ticketIds = [tickets[0]?.id];
    const refunded = await act(fixture.process, 'refundTickets', buyer, { bookingId: id, ticketIds });
    expect(refunded.booking).toMatchObject({ status: 'REFUNDED', cancellationReason: null });
  });

  it('may be cancelled by an administrator; the money goes to the buyer', async () => {
    const buyer = fixture.buyer();
    const { id } = await book(fixture, buyer, { payNow: true });
    const admin: UserCaller = { ...fixture.buyer(0n), role: 'ADMIN' };
    const cancelled = await act(fixture.process, 'cancelBooking', admin, { bookingId: id });
    expect(cancelled.booking?.status).toBe('REFUNDED');
    expect(walletOf(buyer)).toBe(100_000n);
  });
});
