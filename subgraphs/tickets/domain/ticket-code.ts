import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import type { EventId, TicketId } from '@parterre/contracts/kernel/ids.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import { type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';

/** What a ticket's code says: which ticket, for which event. */
export interface TicketClaim {
  readonly ticketId: TicketId;
  readonly eventId: EventId;
}

/** A public key that codes are verified with, as JSON Web Key (RFC 8037). */
export interface TicketKey {
  readonly kid: string;
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly alg: 'EdDSA';
  readonly use: 'sig';
  readonly x: string;
}

/** Signs the codes of tickets, and reads those that it or an earlier key has signed. */
export interface TicketCodes {
  /**
   * The text in a ticket's QR picture: base64url(payload) "." base64url(Ed25519 signature of that text). The payload
   * is JSON: `k` names the key, `t` the ticket, `e` the event. The same ticket and key give the same code every time.
   */
  sign(claim: TicketClaim): string;
  /**
   * Reads a code that somebody shows at the door. Says only that the server once signed it: whether the
   * ticket still lets anybody in is for its row to say.
   */
  read(code: string): TicketClaim | Rejection<'NOT_A_TICKET_CODE'>;
  /** What a scanner verifies codes with where there is no network; the first one signs. */
  readonly keys: readonly TicketKey[];
}

/** Codes signed with one key, and accepted from all of them. */
export function createTicketCodes(signing: KeyObject, others: readonly KeyObject[] = []): TicketCodes {
  const [first, ...rest] = [createPublicKey(signing), ...others].map((key) => ({ key, jwk: jwkOf(key) }));
  if (!first) throw new Error('expected a key that signs, got none');
  const known = [first, ...rest.filter(({ jwk }) => jwk.kid !== first.jwk.kid)];

  return {
    keys: known.map(({ jwk }) => jwk),

    sign({ ticketId, eventId }) {
      const claim = JSON.stringify({ k: first.jwk.kid, t: ticketId, e: eventId });
      const payload = Buffer.from(claim).toString('base64url');
      return `${payload}.${sign(null, Buffer.from(payload), signing).toString('base64url')}`;
    },

    read(code) {
      const [, payload, signature] = /^([\w-]{1,400})\.([\w-]{86})$/.exec(code) ?? [];
      if (!payload || !signature) return notACode();
      const { k, t, e } = claimIn(payload);
      // The first tickets name no key.
      const isSigned = known.some(
        ({ key, jwk }) =>
          (k === undefined || k === jwk.kid) &&
          verify(null, Buffer.from(payload), key, Buffer.from(signature, 'base64url')),
      );
      return isSigned && isId<'Ticket'>(t) && isId<'Event'>(e) ? { ticketId: t, eventId: e } : notACode();
    },
  };
}

/** A key's name follows from the key: the first 64 bits of its thumbprint (RFC 7638), which keeps the picture small. */
function jwkOf(key: KeyObject): TicketKey {
  const { x = '' } = key.export({ format: 'jwk' });
  const thumbprint = createHash('sha256')
    .update(JSON.stringify({ crv: 'Ed25519', kty: 'OKP', x }))
    .digest();
  const kid = thumbprint.subarray(0, 8).toString('base64url');
  return { kid, kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA', use: 'sig', x };
}

/** What a payload claims, before anybody knows who signed it; fields that are no texts are left out. */
function claimIn(payload: string): { readonly k?: string; readonly t: string; readonly e: string } {
  try {
    const { k, t, e } = JSON.parse(Buffer.from(payload, 'base64url').toString());
    return { ...(k === undefined ? {} : { k: String(k) }), t: String(t), e: String(e) };
  } catch {
    return { t: '', e: '' };
  }
}

function notACode(): Rejection<'NOT_A_TICKET_CODE'> {
  return reject('NOT_A_TICKET_CODE', 'expected a code signed by this server, got another text', ['code']);
}
