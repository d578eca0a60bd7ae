import { fact } from '@parterre/contracts/facts/fact.ts';
import { BookingCreated } from '@parterre/contracts/facts/tickets.ts';
import { type DecimalMoney, fromDecimal, money, toDecimal } from '@parterre/contracts/kernel/money.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import { totalOf } from '../domain/booking.ts';
import { type BookingDraft, bookingOf } from '../domain/booking-draft.ts';
import { bookingDetails } from './booking-details.ts';
import type { SagaDependencies } from './dependencies.ts';

/** Writes down a booking whose price is known now, and tells of it. */
export async function enterBooking(
  { bookings, clock }: Pick<SagaDependencies, 'bookings' | 'clock'>,
  tx: Transaction,
  draft: BookingDraft,
  discount: DecimalMoney | null,
): Promise<void> {
  const now = clock.now();
  const off = discount ? fromDecimal(discount) : money(0n, draft.currencyCode);
  const { booking, places } = bookingOf(draft, off, now);
  await bookings.add(tx, booking, places);
  await tx.publish(
    fact(
      BookingCreated,
      {
        ...bookingDetails(booking),
        total: toDecimal(totalOf(booking)),
        ticketCount: places.length,
        expiresAt: booking.expiresAt.toISOString(),
      },
      now,
    ),
  );
}
