import { describe, expect, it } from '@jest/globals';
import { money } from '@parterre/contracts/kernel/money.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import type { Booking } from './booking.ts';
import { isSameProgress, progressOf } from './event-cancellation.ts';
import { planEventRefund } from './refund.ts';
import type { Ticket, TicketStatus } from './ticket.ts';

describe('the progress of a cancellation', () => {
  it('is done when no booking is alive, and not before', () => {
    const counts = { total: 10, refunded: 10, failed: 0 };
    expect(progressOf({ ...counts, isDone: false })).toMatchObject({ status: 'RUNNING', remaining: 0 });
    expect(progressOf({ ...counts, isDone: true })).toMatchObject({ status: 'DONE', remaining: 0 });
  });

  it('puts every booking that is to be paid back into one of three', () => {
    const progress = progressOf({ total: 10, refunded: 5, failed: 2, isDone: false });
    expect(progress).toEqual({ status: 'RUNNING', total: 10, refunded: 5, failed: 2, remaining: 3 });
  });

  it('is another one when any count is', () => {
    const counts = { total: 10, refunded: 5, failed: 2, isDone: false };
    expect(isSameProgress(progressOf(counts), progressOf({ ...counts }))).toBe(true);
    for (const other of [{ total: 11 }, { refunded: 6 }, { failed: 1 }, { isDone: true }]) {
      expect(isSameProgress(progressOf(counts), progressOf({ ...counts, ...other }))).toBe(false);
    }
  });
});

describe('the refund of a booking whose event was cancelled', () => {
  const eventId = newId<'Event'>();
  const bookingId = newId<'Booking'>();
  const booking: Booking = {
    id: bookingId,
    userId: newId(),
    event: {
      eventId,
      title: 'The Cherry Orchard',
      organizerId: newId(),
      startsAt: new Date('2030-06-01T20:00:00Z'),
      hallId: null,
      currency: 'EUR',
      refundTiers: [{ hoursBefore: 24, percent: 50 }],
    },
    status: 'CONFIRMED',
    cancellationReason: null,
    expiresAt: new Date('2030-01-01T20:10:00Z'),
    subtotal: money(5_000n, 'EUR'),
    discount: money(0n, 'EUR'),
    paymentId: newId(),
    createdAt: new Date('2030-01-01T20:00:00Z'),
  };
  const ticket = (status: TicketStatus, paid: bigint, isUsed = false): Ticket => ({
    id: newId(),
    bookingId,
    eventId,
    position: 0,
    seatId: newId(),
    sectionId: newId(),
    priceZoneId: newId(),
    ticketTypeId: null,
    price: money(2_500n, 'EUR'),
    paid: money(paid, 'EUR'),
    points: null,
    status,
    code: 'signed',
    checkedIn: isUsed ? { at: new Date('2030-06-01T19:55:00Z'), by: newId() } : null,
  });

  it('is all that was paid for the valid tickets, also for used ones and whatever the policy says', () => {
    const [plain, used, free] = [ticket('VALID', 2_250n), ticket('VALID', 2_500n, true), ticket('VALID', 0n)];
    const others = [ticket('REFUNDING', 2_500n), ticket('REFUNDED', 2_500n)];
    expect(planEventRefund(booking, [...others, plain, used, free])).toMatchObject({
      amount: money(4_750n, 'EUR'),
      percent: 100,
      tickets: [
        { ticketId: plain.id, refunded: money(2_250n, 'EUR') },
        { ticketId: used.id, refunded: money(2_500n, 'EUR') },
        { ticketId: free.id, refunded: money(0n, 'EUR') },
      ],
    });
  });

  it('is the same one at every try, and another one for tickets that become valid later', () => {
    const [first, later] = [ticket('VALID', 2_500n), ticket('REFUNDING', 2_500n)];
    const once = planEventRefund(booking, [first, later]);
    expect(planEventRefund(booking, [first, later])).toEqual(once);
    const again = planEventRefund(booking, [
      { ...first, status: 'REFUNDED' },
      { ...later, status: 'VALID' },
    ]);
    expect(again?.id).not.toBe(once?.id);
  });

  it('is none where no ticket is valid', () => {
    expect(planEventRefund(booking, [ticket('REFUNDED', 2_500n)])).toBeNull();
  });
});
