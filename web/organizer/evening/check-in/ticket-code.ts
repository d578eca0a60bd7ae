/** A public key of `ticketKeys`, as far as it is needed. */
export interface TicketKey {
  readonly kid: string;
  /** base64url. */
  readonly x: string;
}

export type CodeRead =
  | { readonly kind: 'genuine'; readonly ticketId: string; readonly eventId: string }
  /** Nobody of this server has signed it, or it is no code at all. */
  | { readonly kind: 'forged' }
  /** Signed with a key that is not among those that are known here: it may be newer. */
  | { readonly kind: 'unknown-key' }
  /** This browser cannot verify Ed25519. */
  | { readonly kind: 'cannot-verify' };

/**
 * Verifies what somebody shows at the door, without asking anybody: base64url(payload) "." base64url(Ed25519 signature of
 * the first part as it stands). Says only that the server once signed it, not whether the ticket still lets anybody in.
 */
export async function readTicketCode(code: string, keys: readonly TicketKey[]): Promise<CodeRead> {
  const [, payload, signature] = /^([\w-]{1,400})\.([\w-]{86})$/.exec(code.trim()) ?? [];
  const claim = payload === undefined ? null : claimIn(payload);
  if (!payload || !signature || !claim) return { kind: 'forged' };
  // The first tickets name no key.
  const candidates = keys.filter(({ kid }) => claim.k === undefined || kid === claim.k);
  if (candidates.length === 0) return { kind: 'unknown-key' };
  try {
    for (const key of candidates) {
      if (await isSigned(key, payload, signature)) {
        return { kind: 'genuine', ticketId: claim.t, eventId: claim.e };
      }
    }
    return { kind: 'forged' };
  } catch {
    return { kind: 'cannot-verify' };
  }
}

/**
 * When a ticket was sold, in ms by the server's clock: its id is a UUID of version 7, which begins with the time. Null for
 * any other id.
 */
export function soldAt(ticketId: string): number | null {
  const [, high, low] =
    /^([0-9a-f]{8})-([0-9a-f]{4})-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/.exec(ticketId) ?? [];
  return high && low ? Number.parseInt(high + low, 16) : null;
}

async function isSigned({ x }: TicketKey, payload: string, signature: string): Promise<boolean> {
  const { subtle } = crypto;
  const key = await subtle.importKey('raw', bytesOf(x), 'Ed25519', false, ['verify']);
  return subtle.verify('Ed25519', key, bytesOf(signature), new TextEncoder().encode(payload));
}

/** What a payload claims, before anybody knows who signed it. */
function claimIn(payload: string): { readonly k?: string; readonly t: string; readonly e: string } | null {
  try {
    const claim: unknown = JSON.parse(new TextDecoder().decode(bytesOf(payload)));
    if (typeof claim !== 'object' || claim === null || !('t' in claim) || !('e' in claim)) return null;
    const { t, e } = claim;
    if (typeof t !== 'string' || typeof e !== 'string') return null;
    return 'k' in claim && typeof claim.k === 'string' ? { k: claim.k, t, e } : { t, e };
  } catch {
    return null;
  }
}

/** Throws for what is no base64url. */
function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
