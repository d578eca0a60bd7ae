import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';

const expectedKey =
  'expected the private Ed25519 key that signs tickets: PKCS8 as PEM, or as base64 of PEM or DER; make one with: openssl genpkey -algorithm ed25519';

const MOST_OTHER_KEYS = 8;
const expectedOtherKeys = `expected at most ${MOST_OTHER_KEYS} Ed25519 keys, public or private, each as base64 of PEM or DER, between commas`;

/** The environment variables of the tickets subgraph. */
export const config = z.object({
  TICKET_SIGNING_KEY: z.string({ error: expectedKey }).transform((text, context): KeyObject => {
    const key = readKey(text.trim());
    if (key?.asymmetricKeyType === 'ed25519') return key;
    context.addIssue({ code: 'custom', message: expectedKey });
    return z.NEVER;
  }),
  /**
   * Keys that are published and accepted beside it: those that signed before, and the one that is to sign next. To
   * change keys put the new one here, give scanners time to fetch it, then exchange the two.
   */
  TICKET_OTHER_SIGNERS: z
    .string()
    .default('')
    .transform((text, context): readonly KeyObject[] => {
      const texts = text.split(',').flatMap((part) => part.trim() || []);
      const keys = texts.map(readPublicKey);
      const isRead = keys.every((key): key is KeyObject => key?.asymmetricKeyType === 'ed25519');
      if (isRead && keys.length <= MOST_OTHER_KEYS) return keys;
      context.addIssue({ code: 'custom', message: expectedOtherKeys });
      return z.NEVER;
    }),
  /** Whether more than two places are held only by buyers whose mail address is confirmed. */
  REQUIRE_CONFIRMED_EMAIL: z.enum(['0', '1'], { error: 'expected 0 or 1' }).default('0'),
  /** Bookings that one process makes at a time: more of them make each slower, and none sooner. */
  BOOKINGS_AT_A_TIME: z.coerce.number().int().min(1).max(1_000).default(32),
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

/** The public half of a key, whichever half the text holds. */
function readPublicKey(text: string): KeyObject | undefined {
  const privateKey = readKey(text);
  if (privateKey) return createPublicKey(privateKey);
  const bytes = Buffer.from(text, 'base64');
  const pem = bytes.toString('utf8');
  return unlessMalformed(() =>
    createPublicKey(
      pem.startsWith('-----BEGIN') ? { key: pem } : { key: bytes, format: 'der', type: 'spki' },
    ),
  );
}

function tryKey(input: Parameters<typeof createPrivateKey>[0]): KeyObject | undefined {
  return unlessMalformed(() => createPrivateKey(input));
}

function unlessMalformed(read: () => KeyObject): KeyObject | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
