import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import { createLocalJWKSet, errors, importJWK, jwtVerify, SignJWT } from 'jose';
import type { MailTokens } from '../../application/ports.ts';
import { hashEmailAddress } from '../../domain/email-address.ts';
import { EMAIL_CONFIRMATION_LIFETIME_MS } from '../../domain/tokens.ts';
import { type PrivateJwk, publicKeys } from './signing-keys.ts';

const ALGORITHM = 'EdDSA';
/** Neither passes for an access token, nor does one of those for it. */
const rules = { issuer: 'parterre', audience: 'parterre-mail', typ: 'email-confirmation+jwt' };
const LONGEST_TOKEN = 2_000;

/** Tokens that confirm a mail address, signed with the keys of access tokens: the first signs, all verify. */
export async function createMailTokens(keys: readonly PrivateJwk[]): Promise<MailTokens> {
  const [first] = keys;
  if (!first) throw new Error('expected a key to sign with');
  const signingKey = await importJWK({ ...first }, ALGORITHM);
  const verifyingKeys = createLocalJWKSet({ keys: publicKeys(keys).map((key) => ({ ...key })) });

  return {
    async issue({ id, email }, now) {
      const expiresAt = new Date(now.getTime() + EMAIL_CONFIRMATION_LIFETIME_MS);
      // The address as a hash: a link may end up in the log of a proxy.
      const token = await new SignJWT({ email: hashEmailAddress(email) })
        .setProtectedHeader({ alg: ALGORITHM, kid: first.kid, typ: rules.typ })
        .setIssuer(rules.issuer)
        .setAudience(rules.audience)
        .setSubject(id)
        .setExpirationTime(Math.floor(expiresAt.getTime() / 1000))
        .sign(signingKey);
      return { token, expiresAt };
    },

    async read(token, now) {
      if (token.length > LONGEST_TOKEN) return null;
      try {
        const { payload } = await jwtVerify(token, verifyingKeys, {
          ...rules,
          algorithms: [ALGORITHM],
          requiredClaims: ['exp', 'sub', 'email'],
          currentDate: now,
        });
        const { sub, email } = payload;
        if (!sub || !isId<'User'>(sub) || typeof email !== 'string') return null;
        return { userId: sub satisfies UserId, emailHash: email };
      } catch (error) {
        if (error instanceof errors.JOSEError) return null;
        throw error;
      }
    },
  };
}
