import { fact } from '@parterre/contracts/facts/fact.ts';
import { TicketCheckedIn } from '@parterre/contracts/facts/tickets.ts';
import { isAdmin } from '@parterre/contracts/kernel/caller.ts';
import type { EventId } from '@parterre/contracts/kernel/ids.ts';
import { exhaustive } from '@parterre/platform/kernel/exhaustive.ts';
import { isRejection, type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { UserContext } from '@parterre/platform/service/use-case.ts';
import type { Booking } from '../domain/booking.ts';
import { type CheckInRefusal, refuseCheckIn } from '../domain/check-in.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { TicketClaim } from '../domain/ticket-code.ts';
import { bookingDetails } from './booking/commit.ts';
import type { Dependencies } from './dependencies.ts';
import { keyReused, refuseKey } from './idempotent-request.ts';
import type { KeyedRequest } from './ports/storage.ts';

export interface CheckInTicket {
  readonly code: string;
  /** The event that one enters at this door; null where any event of the organizer will do. */
  readonly eventId: string | null;
  /** Null for a scanner that asks once and reads ALREADY_CHECKED_IN the second time. */
  readonly idempotencyKey: string | null;
}

/** The ticket in its present state, for who may see it, and why it lets nobody in (null: it does). */
export interface CheckInAnswer {
  readonly ticket: Ticket | null;
  readonly rejection: Rejection<
    | CheckInRefusal
    | 'NOT_A_TICKET_CODE'
    | 'TICKET_NOT_FOUND'
    | 'INVALID_INPUT'
    | 'IDEMPOTENCY_KEY_REUSED'
    | 'TRY_AGAIN'
  > | null;
}

/**
 * Lets in who shows a ticket's code, once; for the event's organizer and administrators. It is decided with the
 * booking's row locked, as refunds are: a ticket is either used or given back. Under a key the first outcome comes again.
 */
export async function checkInTicket(
  deps: Dependencies,
  { code, eventId, idempotencyKey: key }: CheckInTicket,
  { caller, now }: UserContext,
): Promise<CheckInAnswer> {
  const claim = refuseKeyIn(key) ?? deps.ticketCodes.read(code);
  if (isRejection(claim)) return refused(claim);
  const [found] = await deps.reads.tickets([claim.ticketId]);
  if (!found) return refused(notFound());
  const request: KeyedRequest | null =
    key === null
      ? null
      : { userId: caller.userId, operation: 'checkInTicket', key, input: { code, eventId } };

  return deps.database.transaction(async (tx) => {
    const booking = await deps.bookings.lock(tx, found.ticket.bookingId);
    const isOwn = booking && (booking.event.organizerId === caller.userId || isAdmin(caller));
    if (!isOwn) return refused(notFound());
    const known = request && (await recall(deps, tx, request));
    if (known && isRejection(known)) return refused(known);
    const ticket = await ticketOf(deps, tx, booking, claim);
    if (known) return { ticket, rejection: known.rejection };
    const rejection = refuseCheckIn(ticket, eventId as EventId | null);
    const checkedIn = { at: now, by: caller.userId };
    if (!rejection) await letIn(deps, tx, booking, { ...ticket, checkedIn });
    if (request) await complete(deps, tx, request, booking, rejection);
    return { ticket: rejection ? ticket : { ...ticket, checkedIn }, rejection };
  });
}

async function letIn(
  { bookings }: Dependencies,
  tx: Transaction,
  booking: Booking,
  { id, seatId, checkedIn }: Ticket & { readonly checkedIn: NonNullable<Ticket['checkedIn']> },
): Promise<void> {
  await bookings.checkIn(tx, id, checkedIn);
  const { at, by } = checkedIn;
  const details = { ...bookingDetails(booking), ticketId: id, seatId, checkedInBy: by };
  await tx.publish(fact(TicketCheckedIn, { ...details, checkedInAt: at.toISOString() }, at));
}

async function ticketOf(
  { bookings }: Dependencies,
  tx: Transaction,
  { id }: Booking,
  { ticketId }: TicketClaim,
): Promise<Ticket> {
  const ticket = (await bookings.ticketsOf(tx, id)).find((each) => each.id === ticketId);
  if (!ticket) throw new Error(`expected booking ${id} to keep its ticket ${ticketId}`);
  return ticket;
}

/** What the key came to before; null when it is new, and from now on this request's. */
async function recall(
  { keys }: Dependencies,
  tx: Transaction,
  request: KeyedRequest,
): Promise<
  | { readonly rejection: CheckInAnswer['rejection'] }
  | Rejection<'IDEMPOTENCY_KEY_REUSED' | 'TRY_AGAIN'>
  | null
> {
  const claim = await keys.claim(tx, request);
  switch (claim.kind) {
    case 'new':
      return null;
    case 'reused':
      return keyReused();
    case 'in-progress':
      return reject('TRY_AGAIN', 'the same request is under way; ask again with the same key');
    case 'done': {
      const { rejection } = claim.outcome;
      return { rejection: rejection && { ...(rejection as Rejection<CheckInRefusal>), rejected: true } };
    }
    default:
      return exhaustive(claim);
  }
}

async function complete(
  { keys }: Dependencies,
  tx: Transaction,
  request: KeyedRequest,
  { id: bookingId }: Booking,
  rejection: Rejection | null,
): Promise<void> {
  const stored = rejection && { code: rejection.code, message: rejection.message, field: rejection.field };
  await keys.complete(tx, request, { bookingId, rejection: stored, refunded: null });
}

function refused(rejection: NonNullable<CheckInAnswer['rejection']>): CheckInAnswer {
  return { ticket: null, rejection };
}

function refuseKeyIn(key: string | null): Rejection<'INVALID_INPUT'> | null {
  return key === null ? null : refuseKey(key);
}

function notFound(): Rejection<'TICKET_NOT_FOUND'> {
  return reject('TICKET_NOT_FOUND', 'there is no such ticket for an event of yours', ['code']);
}
