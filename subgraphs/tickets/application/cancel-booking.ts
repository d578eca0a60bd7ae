import { mayActFor } from '@parterre/contracts/kernel/caller.ts';
import type { UserCaller } from '@parterre/platform/kernel/caller.ts';
import { exhaustive } from '@parterre/platform/kernel/exhaustive.ts';
import { isRejection } from '@parterre/platform/kernel/rejection.ts';
import { decideCancellation } from '../domain/booking-decisions.ts';
import { evolve } from '../domain/booking-saga-evolution.ts';
import { planWholeRefund, refundIdOf } from '../domain/refund.ts';
import type { Answer } from './answer.ts';
import { beginRefund } from './begin-refund.ts';
import type { Dependencies } from './dependencies.ts';
import { keyedAs } from './refund-tickets.ts';
import { openSaga, withBooking } from './with-booking.ts';

export interface CancellationInput {
  readonly bookingId: string;
  readonly idempotencyKey: string;
  /** See refundTickets. */
  readonly acceptNothing?: boolean;
}

/**
 * Cancels a booking, for its buyer or an administrator: unpaid, it costs nothing; paid, all tickets that are
 * left are refunded as the event's policy says.
 */
export function cancelBooking(deps: Dependencies) {
  return (caller: UserCaller, { acceptNothing = false, ...input }: CancellationInput): Promise<Answer> =>
    withBooking(
      deps,
      caller,
      { operation: 'cancelBooking', ...input, input: keyedAs(acceptNothing) },
      (booking) => mayActFor(caller, booking.userId),
      async ({ tx, booking, saga, owes }) => {
        const decision = decideCancellation(booking, saga?.phase ?? null);
        if (isRejection(decision)) return decision;
        switch (decision) {
          case 'later':
            return { kind: 'later' };
          case 'compensate': {
            const compensating = evolve(openSaga(saga), {
              type: 'CancellationAsked',
              reason: 'BY_BUYER',
              owes,
            });
            return {
              kind: 'begin',
              change: async () => {
                await deps.bookingSagas.change(tx, booking.id, compensating);
                return null;
              },
              run: () => deps.bookingSagas.run(booking.id),
            };
          }
          case 'refund': {
            const tickets = await deps.bookings.ticketsOf(tx, booking.id);
            const start = await deps.eventDates.startOf(tx, booking.event.eventId);
            const refund = planWholeRefund(refundIdOf(owes), booking, tickets, {
              start,
              now: deps.clock.now(),
              acceptNothing,
            });
            return isRejection(refund) ? refund : beginRefund(deps, tx, booking, tickets, refund, owes);
          }
          default:
            return exhaustive(decision);
        }
      },
    );
}
