import type { BookingId } from '@parterre/contracts/kernel/ids.ts';
import type { SagaRow } from '@parterre/platform/saga/saga.ts';
import type { BookingSaga } from '../../domain/booking-saga.ts';
import { issueTickets } from '../../domain/ticket.ts';
import type { SagaDependencies } from '../dependencies.ts';
import type { Answer } from '../idempotent-request.ts';
import type { BookingInHand, PricedBooking } from '../ports/at-once.ts';
import type { SagaRun, Sagas } from '../ports/storage.ts';
import { confirmedFact } from './commit.ts';

/**
 * Runs the saga of a booking that has just begun; answers the booking where it came to its tickets. `begun`: where the booking
 * is written already, with its saga's row.
 */
export async function runInHand(
  { inHand, bookingSagas }: Pick<SagaDependencies, 'inHand'> & { readonly bookingSagas: Sagas<BookingSaga> },
  id: BookingId,
  begun: { readonly row: SagaRow; readonly priced: PricedBooking } | null,
): Promise<SagaRun | Answer> {
  const mine: BookingInHand = { priced: begun?.priced ?? null, confirmed: null };
  inHand.set(id, mine);
  try {
    const run = await bookingSagas.run(id, begun?.row);
    if (!mine.confirmed || !mine.priced) return run;
    const { booking, tickets } = mine.confirmed;
    return { booking, rejection: null, refunded: null, shown: { places: mine.priced.places, tickets } };
  } finally {
    if (inHand.get(id) === mine) inHand.delete(id);
  }
}

/** Confirms a booking in hand by one statement; null where it is not in hand, or the statement did nothing. */
export async function confirmAtOnce(
  { inHand, bookingsAtOnce, clock, ticketCodes }: SagaDependencies,
  save: Parameters<SagaDependencies['bookingsAtOnce']['confirm']>[0],
  { bookingId, phase, pendingResponse }: BookingSaga,
): Promise<SagaRow | null> {
  const mine = inHand.get(bookingId);
  if (phase.name !== 'confirmed' || !mine?.priced) return null;
  const { priced } = mine;
  const booking = { ...priced.booking, status: 'CONFIRMED' as const, paymentId: phase.paymentId };
  const tickets = issueTickets(booking, priced.places, ticketCodes.sign);
  const pending = pendingResponse && {
    response: pendingResponse,
    outcome: { bookingId, rejection: null, refunded: null },
  };
  const told = confirmedFact(booking, tickets, clock.now());
  const row = await bookingsAtOnce.confirm(save, { booking, tickets }, pending, told);
  if (row) mine.confirmed = { booking, tickets };
  return row;
}
