import { describe, expect, it } from '@jest/globals';
import { silentLogger } from '@parterre/platform/telemetry/logger.ts';
import type { JWK } from 'jose';
import { createTokenIssuer } from '../testing/token-issuer.ts';
import { createKeys } from './keys.ts';

const first = (await createTokenIssuer('first')).publicJwk;
const second = (await createTokenIssuer('second')).publicJwk;

describe('the keys that tokens are verified with', () => {
  it('are asked for once, however many need them', async () => {
    const { keys, asked } = aSourceOf([first]);
    const found = await Promise.all([keys.find(first.kid), keys.find(first.kid), keys.list()]);
    expect(found[0]).toBeDefined();
    expect(asked()).toBe(1);
  });

  it('are asked for again when one is unknown, but not at the pace of made-up tokens', async () => {
    const { keys, asked, issuer, pass } = aSourceOf([first]);
    await keys.find(first.kid);
    issuer.jwks = [first, second];
    pass(4_000);
    expect(await keys.find(second.kid)).toBeUndefined();
    expect(asked()).toBe(1);
    pass(1_000);
    expect(await keys.find(second.kid)).toBeDefined();
    expect(await keys.find('made up')).toBeUndefined();
    expect(asked()).toBe(2);
  });

  it('are forgotten some time after the issuer has withdrawn them', async () => {
    const { keys, issuer, pass } = aSourceOf([first, second]);
    await keys.find(first.kid);
    issuer.jwks = [second];
    pass(10 * 60_000 + 1);
    expect(await keys.find(first.kid)).toBeUndefined();
  });

  it.each<[string, JWK]>([
    ['a shared secret', { kid: 'shared', kty: 'oct', k: 'c2VjcmV0', alg: 'EdDSA' }],
    ['a key that cannot be read', { kid: 'broken', kty: 'OKP', crv: 'none', x: 'AA' }],
    ['a key without a name', { ...second, kid: undefined }],
  ])('are never %s, which takes none of the others along', async (_what, jwk) => {
    const { keys } = aSourceOf([jwk, first]);
    expect(await keys.find(first.kid)).toBeDefined();
    expect(await keys.find(jwk.kid ?? second.kid)).toBeUndefined();
  });

  it('outlive an outage of the issuer, once they are known', async () => {
    const { keys, issuer, pass } = aSourceOf([first]);
    issuer.isDown = true;
    await expect(keys.find(first.kid)).rejects.toThrow('the issuer is down');
    issuer.isDown = false;
    await keys.find(first.kid);
    issuer.isDown = true;
    pass(60 * 60_000);
    expect(await keys.find(first.kid)).toBeDefined();
  });
});

function aSourceOf(jwks: readonly JWK[]) {
  const issuer = { jwks, isDown: false };
  let at = Date.parse('2027-03-01T18:30:00Z');
  let count = 0;
  const keys = createKeys({
    source: {
      async ask() {
        count += 1;
        if (issuer.isDown) throw new Error('the issuer is down');
        return issuer.jwks;
      },
    },
    algorithm: 'EdDSA',
    logger: silentLogger,
    clock: { now: () => new Date(at) },
  });
  return {
    keys,
    issuer,
    asked: () => count,
    pass(ms: number) {
      at += ms;
    },
  };
}
