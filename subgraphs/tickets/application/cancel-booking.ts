import { mayActFor } from '@parterre/contracts/kernel/caller.ts';
import { exhaustive } from '@parterre/platform/kernel/exhaustive.ts';
import { isRejection } from '@parterre/platform/kernel/rejection.ts';
import type { UserContext } from '@parterre/platform/service/use-case.ts';
import type { Booking } from '../domain/booking.ts';
import { decideCancellation } from '../domain/booking-decisions.ts';
import { evolve } from '../domain/booking-saga-evolution.ts';
import { isUnused } from '../domain/check-in.ts';
import { planWholeRefund, type RefundCommand, refundIdOf } from '../domain/refund.ts';
import type { Dependencies } from './dependencies.ts';
import type { Answer } from './idempotent-request.ts';
import { beginRefund, keyedAs, neededTypes } from './refund-tickets.ts';
import { type BookingInHand, type Decided, openSaga, withBooking } from './with-booking.ts';

export interface CancelBooking {
  readonly bookingId: string;
  readonly idempotencyKey: string;
  /** See refundTickets. */
  readonly acceptNothing?: boolean;
}

/**
 * Cancels a booking, for its buyer or an administrator: unpaid, it costs nothing; paid, all tickets that are
 * left are refunded as the event's policy says.
 */
export function cancelBooking(
  deps: Dependencies,
  { acceptNothing = false, ...command }: CancelBooking,
  context: UserContext,
): Promise<Answer> {
  const { caller, now } = context;
  const mayAct = (booking: Booking) => mayActFor(caller, booking.userId);
  const typeNeeds = neededTypes(deps, { now, mayAct, leaves: isUnused });
  return withBooking(
    deps,
    {
      operation: 'cancelBooking',
      ...command,
      input: keyedAs(acceptNothing),
      mayAct,
      prepare: typeNeeds.read,
      decide: (inHand) => cancel(deps, inHand, { acceptNothing, now, typeNeeds: typeNeeds.known() }),
    },
    context,
  );
}

async function cancel(
  deps: Dependencies,
  inHand: BookingInHand,
  terms: Omit<RefundCommand, 'event'>,
): Promise<Decided> {
  const { tx, booking, saga, pendingResponse } = inHand;
  const decision = decideCancellation(booking, saga?.phase ?? null);
  if (isRejection(decision)) return decision;
  switch (decision) {
    case 'later':
      return { kind: 'later' };
    case 'compensate': {
      const compensating = evolve(openSaga(saga), {
        type: 'CancellationRequested',
        reason: 'BY_BUYER',
        pendingResponse,
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
      const event = await deps.eventDates.eventNow(tx, booking.event.eventId);
      const refund = planWholeRefund(refundIdOf(pendingResponse), booking, tickets, { event, ...terms });
      return isRejection(refund) ? refund : beginRefund(deps, inHand, tickets, refund);
    }
    default:
      return exhaustive(decision);
  }
}
