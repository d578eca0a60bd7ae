import { newId } from '@parterre/platform/kernel/ids.ts';
import type { BookingDraft } from '../domain/booking-draft.ts';
import { type BookingSaga, beginBookingSaga } from '../domain/booking-saga.ts';
import { type BookingEvent, evolve } from '../domain/booking-saga-evolution.ts';
import type { PendingResponse } from '../domain/pending-response.ts';

/** A hold of two places at 25.00 each, until 20:10. */
export function draft(more: Partial<BookingDraft> = {}): BookingDraft {
  const place = () => ({
    seatId: newId<'Seat'>(),
    sectionId: newId<'Section'>(),
    priceZoneId: newId<'PriceZone'>(),
    price: { amount: '25.00', currencyCode: 'EUR' as const },
  });
  return {
    bookingId: newId(),
    userId: newId(),
    eventId: newId(),
    eventTitle: 'The Cherry Orchard',
    organizerId: newId(),
    startsAt: '2030-06-01T20:00:00.000Z',
    currencyCode: 'EUR',
    refundTiers: [],
    expiresAt: '2030-01-01T20:10:00.000Z',
    places: [place(), place()],
    promoCode: null,
    spendPoints: null,
    ...more,
  };
}

/** Before and after the end of that hold. */
export const inTime = new Date('2030-01-01T20:09:59.999Z');
export const tooLate = new Date('2030-01-01T20:10:00.000Z');

export const request: PendingResponse = { userId: newId(), operation: 'createBooking', key: 'k' };

/** A saga that has met these events; `payNow` and a discount as the draft says. */
export function sagaAfter(
  events: readonly BookingEvent[],
  options: { payNow?: boolean; draft?: Partial<BookingDraft>; attemptsMax?: number } = {},
): BookingSaga {
  const { payNow = true, attemptsMax = 3 } = options;
  return events.reduce(evolve, beginBookingSaga(draft(options.draft), request, payNow, attemptsMax));
}
