import { describe, expect, it } from '@jest/globals';
import { generateKeyPair, importJWK } from 'jose';
import { createTokenIssuer } from '../testing/token-issuer.ts';
import { createTokenVerifier } from './token-verifier.ts';

const issuer = await createTokenIssuer('first');
const other = await createTokenIssuer('second');
const start = Date.parse('2027-03-01T18:30:00.500Z');
const issuedAt = new Date(start);
const claims = { sub: 'ada', sid: 'session of ada' };

describe('a verified token', () => {
  it('gives the claims, its moment in milliseconds', async () => {
    const { verifier } = await setUp();
    const verified = await verifier.verify(await issuer.issue(claims, { issuedAt }));
    expect(verified).toMatchObject(claims);
    expect(Number(verified.iat) * 1000).toBeCloseTo(start, 3);
  });

  it('is verified once, and then known until it expires', async () => {
    const { verifier, pass, verifications } = await setUp();
    const token = await issuer.issue(claims, { issuedAt });
    for (let i = 0; i < 3; i += 1) expect(await verifier.verify(token)).toMatchObject(claims);
    expect(verifications()).toBe(1);
    pass(9 * 60_000);
    expect(await verifier.verify(token)).toMatchObject(claims);
    pass(60_000);
    await expect(verifier.verify(token)).rejects.toMatchObject({ reason: 'expired' });
    await expect(verifier.verify(token)).rejects.toMatchObject({ reason: 'expired' });
  });

  it('is refused as soon as its key has been withdrawn or changed', async () => {
    const { verifier, keys } = await setUp();
    const token = await issuer.issue(claims, { issuedAt });
    await verifier.verify(token);
    const key = keys.get('first');
    keys.delete('first');
    await expect(verifier.verify(token)).rejects.toMatchObject({ reason: 'invalid' });
    if (key) keys.set('first', key);
    await verifier.verify(token);
    keys.set('first', (await generateKeyPair('EdDSA', { crv: 'Ed25519' })).publicKey);
    await expect(verifier.verify(token)).rejects.toMatchObject({ reason: 'invalid' });
  });

  it('that is very long is verified each time: what is remembered is bounded', async () => {
    const { verifier, verifications } = await setUp();
    const token = await issuer.issue({ ...claims, fill: 'x'.repeat(2_000) }, { issuedAt });
    for (let i = 0; i < 3; i += 1) await verifier.verify(token);
    expect(verifications()).toBe(3);
  });
});

describe('a token is refused', () => {
  it('when it has expired, and told from a worthless one', async () => {
    const { verifier, pass } = await setUp();
    const token = await issuer.issue(claims, { issuedAt });
    pass(11 * 60_000);
    await expect(verifier.verify(token)).rejects.toMatchObject({ reason: 'expired' });
    await expect(verifier.verify('nonsense')).rejects.toMatchObject({ reason: 'invalid' });
  });

  it.each([
    ['of another issuer', { issuer: 'https://evil.example' }],
    ['for another audience', { audience: 'another shop' }],
    ['of another kind', { typ: 'service+jwt' }],
    ['signed with a key that nobody knows', { kid: 'third' }],
    ['signed with another key than it says', { kid: 'second' }],
  ])('when it is %s', async (_what, overrides) => {
    const { verifier } = await setUp();
    const token = await issuer.issue(claims, { issuedAt, ...overrides });
    await expect(verifier.verify(token)).rejects.toMatchObject({ name: 'TokenRefused', reason: 'invalid' });
  });

  it('when a bit of it was changed', async () => {
    const { verifier } = await setUp();
    const [header, , signature] = (await issuer.issue(claims, { issuedAt })).split('.');
    const forged = Buffer.from(JSON.stringify({ ...claims, role: 'ADMIN' })).toString('base64url');
    await expect(verifier.verify(`${header}.${forged}.${signature}`)).rejects.toMatchObject({
      reason: 'invalid',
    });
  });

  it('when it names another algorithm than the one that is agreed on', async () => {
    const { verifier } = await setUp();
    const refused = async (token: string) =>
      expect(verifier.verify(token)).rejects.toMatchObject({ reason: 'invalid' });
    // The right key, under another name for its algorithm.
    await refused(await issuer.issue(claims, { issuedAt, algorithm: 'Ed25519' }));
    // The known confusion: the public key, which everybody has, taken for a shared secret.
    const key = Buffer.from(String(issuer.publicJwk.x), 'base64url');
    const forged = await issuer.issue(claims, { issuedAt, algorithm: 'HS256', key });
    await refused(forged);
    const none = Buffer.from(JSON.stringify({ alg: 'none', kid: 'first', typ: 'at+jwt' }));
    await refused(`${none.toString('base64url')}.${forged.split('.')[1]}.`);
  });

  it('by nobody while the keys cannot be had: then it is neither good nor bad', async () => {
    const verifier = createTokenVerifier({
      keys: {
        find: async () => {
          throw new Error('the keys do not answer');
        },
      },
      rules: issuer.rules,
      clock: { now: () => issuedAt },
    });
    const token = await issuer.issue(claims, { issuedAt });
    await expect(verifier.verify(token)).rejects.toThrow('the keys do not answer');
  });
});

type Key = Exclude<Awaited<ReturnType<typeof importJWK>>, Uint8Array>;

async function setUp() {
  let now = start;
  let rulesRead = 0;
  const keys = new Map<string, Key>();
  for (const { publicJwk } of [issuer, other]) {
    const key = await importJWK(publicJwk, 'EdDSA');
    if (!(key instanceof Uint8Array)) keys.set(publicJwk.kid, key);
  }
  const verifier = createTokenVerifier({
    keys: { find: async (kid) => keys.get(kid) },
    rules: {
      ...issuer.rules,
      // Read for every signature that is verified, and for nothing else.
      get issuer() {
        rulesRead += 1;
        return issuer.rules.issuer;
      },
    },
    clock: { now: () => new Date(now) },
  });
  return {
    verifier,
    keys,
    verifications: () => rulesRead,
    pass(ms: number) {
      now += ms;
    },
  };
}
