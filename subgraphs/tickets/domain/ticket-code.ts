import { type KeyObject, sign, verify } from 'node:crypto';
import type { EventId, TicketId } from '@parterre/contracts/kernel/ids.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import { type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';

/** What a ticket's code says: which ticket, for which event. */
export interface TicketClaim {
  readonly ticketId: TicketId;
  readonly eventId: EventId;
}

/**
 * The text in a ticket's QR picture: base64url(payload) "." base64url(Ed25519 signature of that text).
 * The same ticket and key give the same code every time.
 */
export function signTicketCode(claim: TicketClaim, privateKey: KeyObject): string {
  const payload = Buffer.from(JSON.stringify({ t: claim.ticketId, e: claim.eventId })).toString('base64url');
  return `${payload}.${sign(null, Buffer.from(payload), privateKey).toString('base64url')}`;
}

/**
 * Reads a code that somebody shows at the door. Says only that the server once signed it: whether the
 * ticket still lets anybody in is for its row to say.
 */
export function readTicketCode(
  code: string,
  publicKey: KeyObject,
): TicketClaim | Rejection<'NOT_A_TICKET_CODE'> {
  const parts = /^([\w-]{1,400})\.([\w-]{86})$/.exec(code);
  const payload = parts?.[1];
  const signature = parts?.[2];
  if (!payload || !signature) return notACode();
  if (!verify(null, Buffer.from(payload), publicKey, Buffer.from(signature, 'base64url'))) return notACode();
  // Whatever carries a good signature was written by signTicketCode, so it parses.
  const { t, e } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { t: string; e: string };
  return isId<'Ticket'>(t) && isId<'Event'>(e) ? { ticketId: t, eventId: e } : notACode();
}

function notACode(): Rejection<'NOT_A_TICKET_CODE'> {
  return reject('NOT_A_TICKET_CODE', 'expected a code signed by this server, got another text');
}
