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

  it('stay the same objects when they are asked for again, so that what was verified with them is', async () => {
    const { keys, issuer, pass } = aSourceOf([first]);
    const before = await keys.find(first.kid);
    issuer.jwks = [{ ...first }, second];
    pass(5_000);
    expect(await keys.find(second.kid)).toBeDefined();
    expect(await keys.find(first.kid)).toBe(before);
    issuer.jwks = [{ ...second, kid: first.kid }];
    pass(5_000);
    await keys.find('made up');
    expect(await keys.find(first.kid)).not.toBe(before);
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

  it('are not waited for when they are old and the issuer says nothing', async () => {
    const { keys, asked, issuer, pass } = aSourceOf([first]);
    await keys.find(first.kid);
    issuer.answer = Promise.withResolvers<void>();
    pass(60 * 60_000);
    const found = await Promise.all([keys.find(first.kid), keys.find(first.kid)]);
    expect(found).toEqual([expect.anything(), expect.anything()]);
    // Nobody else waits at all, until it has answered.
    const later = keys.find(first.kid);
    await Promise.race([later, turns(20)]);
    expect(await Promise.race([later, 'waits'])).toBe(found[0]);
    issuer.jwks = [second];
    issuer.answer.resolve();
    await turns(20);
    expect([await keys.find(first.kid), asked()]).toEqual([undefined, 2]);
  });

  it('are not asked for at the pace of made-up tokens when the issuer fails', async () => {
    const { keys, asked, issuer, pass } = aSourceOf([first]);
    await keys.find(first.kid);
    issuer.isDown = true;
    pass(60_000);
    for (let token = 0; token < 3; token += 1) {
      await expect(keys.find('made up')).rejects.toThrow('the issuer is down');
      pass(1_000);
    }
    expect(asked()).toBe(2);
    pass(5_000);
    await expect(keys.find('made up')).rejects.toThrow('the issuer is down');
    expect(asked()).toBe(3);
  });

  it('are asked for when the clock was put back', async () => {
    const { keys, issuer, pass } = aSourceOf([first]);
    await keys.find(first.kid);
    issuer.jwks = [first, second];
    pass(-60 * 60_000);
    expect(await keys.find(second.kid)).toBeDefined();
  });
});

/** Lets whatever can go on go on. */
async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

function aSourceOf(jwks: readonly JWK[]) {
  const issuer: { jwks: readonly JWK[]; isDown: boolean; answer?: PromiseWithResolvers<void> } = {
    jwks,
    isDown: false,
  };
  let at = Date.parse('2027-03-01T18:30:00Z');
  let count = 0;
  const keys = createKeys({
    source: {
      async ask() {
        count += 1;
        await issuer.answer?.promise;
        if (issuer.isDown) throw new Error('the issuer is down');
        return issuer.jwks;
      },
    },
    algorithm: 'EdDSA',
    logger: silentLogger,
    patienceMs: 10,
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
