import { describe, expect, it } from '@jest/globals';
import { loyaltyLevelChangedMail, userBlockedMail, userRegisteredMail } from './account-mails.ts';
import {
  bookingCancelledMail,
  bookingConfirmedMail,
  type CancellationReason,
  eventMovedMail,
  ticketsRefundedMail,
} from './booking-mails.ts';

const eur = (amount: string) => ({ amount, currencyCode: 'EUR' as const });
const place = { timeZone: 'Europe/Vienna', hallName: 'Great Hall', venueName: 'Old Theatre' };
const booking = {
  bookingId: 'b-1',
  eventTitle: 'The Cherry Orchard',
  startsAt: new Date('2027-03-01T18:30:00Z'),
  place,
};

describe('a mail', () => {
  it('about a paid booking says what, when, where and for how much', () => {
    const paid = { ticketCount: 2, discount: eur('5.00'), total: eur('45.00') };
    expect(bookingConfirmedMail(booking, paid)).toEqual({
      kind: 'BOOKING_CONFIRMED',
      subject: 'Your tickets for The Cherry Orchard',
      body: [
        'Your booking is paid: 2 tickets for 45.00 EUR, after a discount of 5.00 EUR.',
        'The Cherry Orchard\nMonday, 1 March 2027 at 19:30 (Europe/Vienna)\nGreat Hall, Old Theatre',
        'You find the tickets in your account, under booking b-1. We look forward to seeing you.',
        'Yours, Parterre',
      ].join('\n\n'),
    });
  });

  it('about a moved event says both times, and what may be done about it', () => {
    const { kind, subject, body } = eventMovedMail(booking, new Date('2027-02-01T18:30:00Z'));
    expect([kind, subject]).toEqual(['EVENT_MOVED', 'The Cherry Orchard takes place at another time']);
    expect(body).toContain('was to begin on Monday, 1 February 2027 at 19:30 (Europe/Vienna)');
    expect(body).toContain('Monday, 1 March 2027 at 19:30 (Europe/Vienna)\nGreat Hall, Old Theatre');
    expect(body).toContain('you get everything back');
  });

  it('does not speak of a discount that was none, nor of a place that is not known', () => {
    const paid = { ticketCount: 1, discount: eur('0.00'), total: eur('25.00') };
    const { body } = bookingConfirmedMail({ ...booking, place: null }, paid);
    expect(body).toContain('1 ticket for 25.00 EUR.');
    expect(body).toContain('at 18:30 (UTC)\n\n');
    expect(body).not.toMatch(/discount|null|undefined/);
  });

  it.each<[CancellationReason, string]>([
    ['EXPIRED', 'The time to pay has run out.'],
    ['BY_BUYER', 'You cancelled the booking.'],
    ['PAYMENT_DECLINED', 'The payment was declined too often.'],
    ['EVENT_CANCELLED', 'The organizer cancelled the event.'],
    ['USER_BLOCKED', 'Your account was blocked.'],
  ])('about a booking that ended says why: %s', (reason, words) => {
    expect(bookingCancelledMail(booking, reason).body).toContain(`${words} The seats of booking b-1`);
  });

  it('about a refund says what went back, and what is left', () => {
    const refund = { ticketCount: 2, refunded: eur('22.50'), remainingTickets: 1 };
    const { subject, body } = ticketsRefundedMail(booking, refund);
    expect(subject).toBe('Your refund for The Cherry Orchard');
    expect(body).toContain('Refunded: 2 tickets of booking b-1. 22.50 EUR went back to your wallet.');
    expect(body).toContain('You keep 1 ticket');
    expect(ticketsRefundedMail(booking, { ...refund, remainingTickets: 0 }).body).toContain('No ticket');
  });

  it('about a level tells rising from falling', () => {
    expect(loyaltyLevelChangedMail('GOLD', 'SILVER').subject).toBe('You have reached Gold');
    expect(loyaltyLevelChangedMail('BRONZE', 'SILVER').subject).toBe('Your level is Bronze now');
  });

  it('welcomes by name, and tells a blocked user why', () => {
    expect(userRegisteredMail('ada').subject).toBe('Welcome to Parterre, ada');
    expect(userBlockedMail('sells on at the door').body).toContain('The reason: sells on at the door');
  });

  it('keeps its subject in one line, whatever a title holds', () => {
    const title = 'Opera\r\nBcc: everybody@example.org\u2028\u0000';
    const { subject } = bookingCancelledMail({ ...booking, eventTitle: title }, 'EXPIRED');
    expect(subject).toBe('Your booking for Opera Bcc: everybody@example.org has ended');
  });
});
