import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fact } from '@parterre/contracts/facts/fact.ts';
import { UserBlocked, UserUnblocked } from '@parterre/contracts/facts/users.ts';
import { aPerson, startTestGateway, type TestGateway, tokenOf } from './testing/test-gateway.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.stop());

const viewer = '{ viewer { id } }';

describe('signing in', () => {
  it.each([
    ['a forged token', 'Bearer eyJhbGciOiJub25lIn0.e30.'],
    ['nonsense', 'Bearer nonsense'],
    ['another scheme', 'Basic YWRhOnNlY3JldA=='],
    ['no token at all', 'Bearer '],
    ['a token without end', `Bearer ${'a'.repeat(8_000)}`],
  ])('is refused with %s, not taken for nobody', async (_what, authorization) => {
    const { status, codes, result } = await gateway.post('{ event(id: "1") { id } }', {
      headers: { authorization },
    });
    expect(status).toBe(401);
    expect(codes).toEqual(['UNAUTHENTICATED']);
    expect(result.data).toBeUndefined();
  });

  it('is refused with a token that has expired, and says so', async () => {
    const token = await tokenOf(aPerson(), new Date(Date.now() - 11 * 60_000));
    const { codes, text } = await gateway.post(viewer, { token });
    expect(codes).toEqual(['UNAUTHENTICATED']);
    expect(text).toContain('got an expired one');
  });

  it('ends at once for somebody who is blocked, and for nobody else', async () => {
    const [ada, bob] = [aPerson(), aPerson()];
    const [tokenOfAda, tokenOfBob] = [await tokenOf(ada), await tokenOf(bob)];
    gateway.publish(fact(UserBlocked, { userId: ada.userId, reason: 'sells on' }, new Date()));
    expect((await gateway.post(viewer, { token: tokenOfAda })).codes).toEqual(['UNAUTHENTICATED']);
    expect((await gateway.post(viewer, { token: tokenOfBob })).codes).toEqual([]);
  });

  it('works again after unblocking, with a token issued since and with no older one', async () => {
    const ada = aPerson();
    const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);
    gateway.publish(fact(UserBlocked, { userId: ada.userId, reason: 'sells on' }, minutesAgo(3)));
    gateway.publish(fact(UserUnblocked, { userId: ada.userId }, minutesAgo(2)));
    const before = await tokenOf(ada, minutesAgo(4));
    const since = await tokenOf(ada, minutesAgo(1));
    expect((await gateway.post(viewer, { token: before })).codes).toEqual(['UNAUTHENTICATED']);
    expect((await gateway.post(viewer, { token: since })).codes).toEqual([]);
  });
});

describe('the keys', () => {
  it('are public, and only their public half', async () => {
    const response = await fetch(`${gateway.url}/.well-known/jwks.json`);
    const { keys } = (await response.json()) as { keys: Record<string, string>[] };
    expect(keys).toEqual([expect.objectContaining({ kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA', use: 'sig' })]);
    expect(keys[0]).not.toHaveProperty('d');
  });
});
