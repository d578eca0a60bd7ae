import { mayActFor, type Person } from '@parterre/platform/kernel/asker.ts';
import { isId, type TicketId } from '@parterre/platform/kernel/ids.ts';
import { isRejection, type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import { planRefund, refundIdOf } from '../domain/refund.ts';
import { type Answer, refused } from './answer.ts';
import { beginRefund } from './begin-refund.ts';
import type { BookingTools } from './booking-tools.ts';
import { withBooking } from './with-booking.ts';

/** More tickets than a booking can have. */
const MOST_TICKETS = 100;

export interface RefundInput {
  readonly bookingId: string;
  readonly ticketIds: readonly string[];
  readonly idempotencyKey: string;
  readonly acceptNothing?: boolean;
}

/** Gives tickets of one booking back, for its buyer or an administrator; the money goes to the buyer. */
export function refundTickets(tools: BookingTools) {
  return async (
    asker: Person,
    { ticketIds, acceptNothing = false, ...input }: RefundInput,
  ): Promise<Answer> => {
    const wanted = readTicketIds(ticketIds);
    if (isRejection(wanted)) return refused(wanted);
    return withBooking(
      tools,
      asker,
      { operation: 'refundTickets', ...input, input: { ticketIds, ...keyedAs(acceptNothing) } },
      (booking) => mayActFor(asker, booking.userId),
      async ({ tx, booking, owes }) => {
        const tickets = await tools.bookings.ticketsOf(tx, booking.id);
        const refund = planRefund(refundIdOf(owes), booking, tickets, wanted, {
          now: tools.clock.now(),
          acceptNothing,
        });
        return isRejection(refund) ? refund : beginRefund(tools, tx, booking, tickets, refund, owes);
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
  if (ticketIds.length < 1 || ticketIds.length > MOST_TICKETS) {
    return reject('INVALID_INPUT', `expected 1 to ${MOST_TICKETS} tickets, got ${ticketIds.length}`, field);
  }
  if (new Set(ticketIds).size < ticketIds.length) {
    return reject('INVALID_INPUT', 'expected each ticket once, got one twice', field);
  }
  if (!ticketIds.every(isId<'Ticket'>)) {
    return reject('TICKET_NOT_FOUND', 'the booking has no such ticket', field);
  }
  return ticketIds as readonly TicketId[];
}
