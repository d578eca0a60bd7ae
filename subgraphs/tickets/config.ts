import { createPrivateKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';

const expectedKey =
  'expected the private Ed25519 key that signs tickets: PKCS8 as PEM, or as base64 of PEM or DER; make one with: openssl genpkey -algorithm ed25519';

/** The environment variables of the tickets subgraph. */
export const config = z.object({
  TICKET_SIGNING_KEY: z.string({ error: expectedKey }).transform((text, context): KeyObject => {
    const key = readKey(text.trim());
    if (key?.asymmetricKeyType === 'ed25519') return key;
    context.addIssue({ code: 'custom', message: expectedKey });
    return z.NEVER;
  }),
  /** Whether more than two places are held only by buyers whose mail address is confirmed. */
  REQUIRE_CONFIRMED_EMAIL: z.enum(['0', '1'], { error: 'expected 0 or 1' }).default('0'),
  /** The declined payment with this number cancels a booking. */
  PAYMENT_ATTEMPTS_MAX: z.coerce.number().int().min(1).max(20).default(3),
  /**
   * A request answers within so many milliseconds: one that has no outcome by then is ended and answers
   * TRY_AGAIN, and what it has begun goes on without it. Less than a booking takes would let none through.
   */
  BOOKING_ANSWER_WITHIN_MS: z.coerce.number().int().min(100).max(60_000).default(8_000),
});

/** A private key in any of the forms that fit into an environment variable; undefined when it is none. */
function readKey(text: string): KeyObject | undefined {
  // An .env file writes the line breaks of a PEM as \n.
  const pem = text.replaceAll('\\n', '\n');
  if (pem.startsWith('-----BEGIN')) return tryKey({ key: pem });
  const bytes = Buffer.from(text, 'base64');
  const decoded = bytes.toString('utf8');
  if (decoded.startsWith('-----BEGIN')) return tryKey({ key: decoded });
  return tryKey({ key: bytes, format: 'der', type: 'pkcs8' });
}

function tryKey(input: Parameters<typeof createPrivateKey>[0]): KeyObject | undefined {
  try {
    return createPrivateKey(input);
  } catch {
    return undefined;
  }
}
