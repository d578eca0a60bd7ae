import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  aPerson,
  startTestGateway,
  type TestGateway,
  testAuthentication,
  tokenOf,
} from './testing/test-gateway.ts';

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

  it('ends at once with its session, and for nobody else', async () => {
    const [ada, bob] = [aPerson(), aPerson()];
    const [tokenOfAda, tokenOfBob] = [await tokenOf(ada), await tokenOf(bob)];
    expect((await gateway.post(viewer, { token: tokenOfAda })).codes).toEqual([]);
    gateway.end({ subject: ada.userId, sessionId: ada.sessionId, kind: 'LOGOUT', at: new Date() });
    expect((await gateway.post(viewer, { token: tokenOfAda })).codes).toEqual(['UNAUTHENTICATED']);
    expect((await gateway.post(viewer, { token: tokenOfBob })).codes).toEqual([]);
  });

  it('ends within the very second in which all sessions of somebody end, and begins again in it', async () => {
    const ada = aPerson();
    const second = Math.floor(Date.now() / 1000) * 1000 - 5_000;
    const [before, since] = [new Date(second + 100), new Date(second + 300)];
    gateway.end({ subject: ada.userId, kind: 'BLOCKED', at: new Date(second + 200) });
    const old = await gateway.post(viewer, { token: await tokenOf(ada, before) });
    expect([old.status, old.codes]).toEqual([401, ['UNAUTHENTICATED']]);
    const fresh = await gateway.post(viewer, { token: await tokenOf(ada, since) });
    expect([fresh.status, fresh.codes]).toEqual([200, []]);
  });

  it('is told why it has ended, in the words of the product', async () => {
    const { options, end } = testAuthentication();
    const messages = { ended: (kind: string) => `over by ${kind}` };
    const other = await startTestGateway({ authentication: { ...options, messages } });
    const ada = aPerson();
    end({ subject: ada.userId, sessionId: ada.sessionId, kind: 'LOGOUT', at: new Date() });
    const { text } = await other.post(viewer, { token: await tokenOf(ada) });
    await other.stop();
    expect(text).toContain('over by LOGOUT');
  });
});

describe('a gateway that is started later', () => {
  it('refuses what had ended before, from its first answer on', async () => {
    const { options } = testAuthentication();
    const ada = aPerson();
    const told = Promise.withResolvers<void>();
    const starting = startTestGateway({
      authentication: {
        ...options,
        revocations: {
          rememberMs: 60_000,
          async watch(listener) {
            await told.promise;
            listener({ subject: ada.userId, sessionId: ada.sessionId, kind: 'LOGOUT', at: new Date() });
            return { stop: async () => {} };
          },
        },
      },
    });
    const token = await tokenOf(ada);
    told.resolve();
    const later = await starting;
    const { codes } = await later.post(viewer, { token });
    await later.stop();
    expect(codes).toEqual(['UNAUTHENTICATED']);
  });

  it('does not start while endings cannot be heard of', async () => {
    const { options } = testAuthentication();
    const revocations = {
      rememberMs: 60_000,
      watch: async () => {
        throw new Error('the bus does not answer');
      },
    };
    const starting = startTestGateway({ authentication: { ...options, revocations } });
    await expect(starting).rejects.toThrow('the bus does not answer');
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
