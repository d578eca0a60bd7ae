import { mayActFor } from '@parterre/contracts/kernel/caller.ts';
import type { TicketId } from '@parterre/contracts/kernel/ids.ts';
import type { UserCaller } from '@parterre/platform/kernel/caller.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import { isRejection, type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import { MOST_PLACES } from '../domain/booking.ts';
import { planRefund, refundIdOf } from '../domain/refund.ts';
import { type Answer, refused } from './answer.ts';
import { beginRefund } from './begin-refund.ts';
import type { Dependencies } from './dependencies.ts';
import { withBooking } from './with-booking.ts';

export interface RefundInput {
  readonly bookingId: string;
  readonly ticketIds: readonly string[];
  readonly idempotencyKey: string;
  readonly acceptNothing?: boolean;
}

/** Gives tickets of one booking back, for its buyer or an administrator; the money goes to the buyer. */
export function refundTickets(deps: Dependencies) {
  return async (
    caller: UserCaller,
    { ticketIds, acceptNothing = false, ...input }: RefundInput,
  ): Promise<Answer> => {
    const wanted = readTicketIds(ticketIds);
    if (isRejection(wanted)) return refused(wanted);
    return withBooking(
      deps,
      caller,
      { operation: 'refundTickets', ...input, input: { ticketIds, ...keyedAs(acceptNothing) } },
      (booking) => mayActFor(caller, booking.userId),
      async ({ tx, booking, owes }) => {
        const tickets = await deps.bookings.ticketsOf(tx, booking.id);
        const start = await deps.eventDates.startOf(tx, booking.event.eventId);
        const refund = planRefund(refundIdOf(owes), booking, tickets, wanted, {
          start,
          now: deps.clock.now(),
          acceptNothing,
        });
        return isRejection(refund) ? refund : beginRefund(deps, tx, booking, tickets, refund, owes);
      },
    );
  };
}

/** What it adds to the input that a key stands for: nothing unless it is said, so that older keys stay the same. */
export function keyedAs(acceptNothing: boolean): object {
  return acceptNothing ? { acceptNothing } : {};
}

function readTicketIds(
  ticketIds: readonly string[],
): readonly TicketId[] | Rejection<'INVALID_INPUT' | 'TICKET_NOT_FOUND'> {
  const field = ['ticketIds'];
  if (ticketIds.length < 1 || ticketIds.length > MOST_PLACES) {
    return reject('INVALID_INPUT', `expected 1 to ${MOST_PLACES} tickets, got ${ticketIds.length}`, field);
  }
  if (new Set(ticketIds).size < ticketIds.length) {
    return reject('INVALID_INPUT', 'expected each ticket once, got one twice', field);
  }
  if (!ticketIds.every(isId<'Ticket'>)) {
    return reject('TICKET_NOT_FOUND', 'the booking has no such ticket', field);
  }
  return ticketIds as readonly TicketId[];
}
