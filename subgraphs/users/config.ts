import { isRejection } from '@parterre/platform/kernel/rejection.ts';
import { z } from 'zod';
import { signingKeysVariable } from './adapters/crypto/signing-keys.ts';
import { parseEmailAddress } from './domain/email-address.ts';
import { parsePassword } from './domain/password.ts';

/** The settings of the users subgraph; docs/operations.md says more of them. */
export const config = z
  .object({
    ACCESS_TOKEN_KEYS: signingKeysVariable,
    ADMIN_EMAIL: z.string().transform(readAddress).optional(),
    ADMIN_PASSWORD: z
      .string()
      .refine((text) => !isRejection(parsePassword(text)), 'expected a password of 10 to 200 characters')
      .optional(),
    /** From login to the end of a session, however often it is refreshed. */
    SESSION_LIFETIME_DAYS: z.coerce.number().int().min(1).max(3_650).default(30),
    /** For so long a refresh token that was used works again; 0 never. */
    REFRESH_GRACE_SECONDS: z.coerce.number().int().min(0).max(60).default(10),
    /** 1: an address becomes an account's own only when it is confirmed (docs/adr/0014). */
    REQUIRE_CONFIRMED_EMAIL: z.enum(['0', '1'], { error: 'expected 0 or 1' }).default('0'),
    /** Addresses between commas that need no confirming; the launcher names those of the demo. */
    CONFIRMED_ADDRESSES: z
      .string()
      .default('')
      .transform((text) => text.split(',').filter(Boolean))
      .pipe(z.array(z.string().transform(readAddress)).max(100)),
    /** How many may wait for a password hash; who comes then gets TRY_AGAIN. */
    PASSWORD_HASH_QUEUE: z.coerce.number().int().min(0).max(10_000).default(256),
  })
  .superRefine((variables, context) => {
    if ((variables.ADMIN_EMAIL === undefined) === (variables.ADMIN_PASSWORD === undefined)) return;
    const missing = variables.ADMIN_EMAIL === undefined ? 'ADMIN_EMAIL' : 'ADMIN_PASSWORD';
    const message = 'expected ADMIN_EMAIL and ADMIN_PASSWORD both or neither';
    context.addIssue({ code: 'custom', path: [missing], message });
  });

function readAddress(text: string, context: z.RefinementCtx): string {
  const email = parseEmailAddress(text);
  if (!isRejection(email)) return email;
  context.addIssue({ code: 'custom', message: 'expected a mail address' });
  return z.NEVER;
}
