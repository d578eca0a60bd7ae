import { describe, expect, it } from '@jest/globals';
import { SignJWT } from 'jose';
import type { Person } from '../kernel/asker.ts';
import { newId } from '../kernel/ids.ts';
import {
  type AccessTokenRefused,
  generateSigningKey,
  importPublicKey,
  importSigningKey,
  signAccessToken,
  verifyAccessToken,
} from './access-tokens.ts';

const now = new Date('2027-03-01T18:30:00.500Z');
const ada: Person = { kind: 'person', userId: newId<'User'>(), role: 'ORGANIZER', sessionId: newId() };
const inMinutes = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

const pair = await generateSigningKey();
const signingKey = await importSigningKey(pair.privateJwk);
const keyOf = async (kid: string) => (kid === pair.kid ? importPublicKey(pair.publicJwk) : undefined);

describe('access tokens', () => {
  it('carry who is signed in, for ten minutes', async () => {
    const { token, expiresAt } = await signAccessToken(signingKey, ada, now);
    const verified = await verifyAccessToken(token, keyOf, inMinutes(9));
    expect(verified).toEqual({ person: ada, issuedAt: new Date('2027-03-01T18:30:00Z'), expiresAt });
    expect(expiresAt).toEqual(new Date('2027-03-01T18:40:00Z'));
  });

  it('tell an expired token from a worthless one', async () => {
    const { token } = await signAccessToken(signingKey, ada, now);
    await expect(verifyAccessToken(token, keyOf, inMinutes(11))).rejects.toMatchObject({ reason: 'expired' });
    await expect(verifyAccessToken('nonsense', keyOf, now)).rejects.toMatchObject({ reason: 'invalid' });
  });

  it('are refused when a bit of them was changed, or another key signed them', async () => {
    const { token } = await signAccessToken(signingKey, ada, now);
    const [header, , signature] = token.split('.');
    const claims = Buffer.from(JSON.stringify({ sub: ada.userId, role: 'ADMIN' })).toString('base64url');
    await refused(`${header}.${claims}.${signature}`);
    const other = await importSigningKey((await generateSigningKey()).privateJwk);
    await refused((await signAccessToken(other, ada, now)).token);
    await refused((await signAccessToken({ ...other, kid: pair.kid }, ada, now)).token);
  });

  it('are accepted in the one algorithm only', async () => {
    const { privateKey } = signingKey;
    // The key of the house itself, under another name for its algorithm.
    await refused(await signedAs('Ed25519', privateKey));
    // The known confusion: the public key, which everybody has, taken for a shared secret.
    const forged = await signedAs('HS256', Buffer.from(pair.publicJwk.x, 'base64url'));
    await refused(forged);
    const [, body] = forged.split('.');
    const none = Buffer.from(JSON.stringify({ alg: 'none', kid: pair.kid, typ: 'at+jwt' }));
    await refused(`${none.toString('base64url')}.${body}.`);
    const good = await signedAs('EdDSA', privateKey);
    expect((await verifyAccessToken(good, keyOf, now)).person).toEqual(ada);
  });

  it('are neither good nor bad while the keys cannot be had', async () => {
    const { token } = await signAccessToken(signingKey, ada, now);
    const outage = async () => {
      throw new Error('users does not answer');
    };
    await expect(verifyAccessToken(token, outage, now)).rejects.toThrow('users does not answer');
  });
});

async function refused(token: string): Promise<void> {
  const reason: AccessTokenRefused['reason'] = 'invalid';
  await expect(verifyAccessToken(token, keyOf, now)).rejects.toMatchObject({
    name: 'AccessTokenRefused',
    reason,
  });
}

function signedAs(alg: string, key: Parameters<SignJWT['sign']>[0]): Promise<string> {
  return new SignJWT({ role: ada.role, sid: ada.sessionId })
    .setProtectedHeader({ alg, kid: pair.kid, typ: 'at+jwt' })
    .setIssuer('parterre')
    .setAudience('parterre')
    .setSubject(ada.userId)
    .setIssuedAt(now)
    .setExpirationTime(inMinutes(10))
    .sign(key);
}
