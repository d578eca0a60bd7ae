import { describe, expect, it } from '@jest/globals';
import { SignJWT } from 'jose';
import { anonymous, type Caller } from '../kernel/caller.ts';
import { newId } from '../kernel/ids.ts';
import {
  deriveServiceKeys,
  readKnownServices,
  readServiceKey,
  type ServiceKey,
  writeKnownServices,
  writeServiceKey,
} from './service-keys.ts';
import { createServiceTokens, ServiceTokenRefused } from './service-tokens.ts';

const parts = { gateway: 'clients', orders: 'itself', stock: 'itself' } as const;
type Part = keyof typeof parts;
const secret = 'a secret that only who starts the parts knows';
const keys = deriveServiceKeys(secret, parts);
const keyOf = (part: Part, from = keys): ServiceKey => {
  const key = from.get(part);
  if (!key) throw new Error(`expected a key of ${part}`);
  return key;
};
const tokensOf = (part: Part, clock?: ReturnType<typeof clockAt>) =>
  createServiceTokens({ self: keyOf(part), known: keys.values(), clock });
const user = { kind: 'user', userId: newId<'User'>(), role: 'ADMIN', sessionId: newId() } as const;
const orders: Caller = { kind: 'subgraph', subgraph: 'orders' };

describe('service tokens', () => {
  it.each<[Part, Caller]>([
    ['gateway', anonymous],
    ['gateway', user],
    ['orders', orders],
  ])('of %s carry whom it may speak for', async (signer, caller) => {
    const token = await tokensOf(signer).sign(caller, 'stock');
    expect(await tokensOf('stock').verify(token)).toEqual(caller);
  });

  it('are good at the part that they are for, and nowhere else', async () => {
    const token = await tokensOf('gateway').sign(user, 'orders');
    expect(await tokensOf('orders').verify(token)).toEqual(user);
    // What orders was sent it cannot use to speak for the user elsewhere.
    await expect(tokensOf('stock').verify(token)).rejects.toThrow(ServiceTokenRefused);
  });

  it.each<[Part, Caller]>([
    ['orders', { kind: 'subgraph', subgraph: 'stock' }],
    ['orders', user],
    ['orders', anonymous],
    ['gateway', orders],
  ])('are not signed by %s for whom it may not speak', async (signer, caller) => {
    await expect(tokensOf(signer).sign(caller, 'stock')).rejects.toThrow(`expected ${signer} to speak for`);
  });

  it.each<[string, Forged]>([
    [
      'by a subgraph that claims to be another',
      { caller: { kind: 'subgraph', subgraph: 'orders' }, by: 'stock' },
    ],
    ['by a subgraph that speaks for a user', { caller: user, by: 'orders' }],
    ['by a subgraph that speaks for nobody', { by: 'orders' }],
    ['by a subgraph that says it is the gateway', { caller: user, by: 'orders', issuer: 'gateway' }],
    ["by a subgraph under the gateway's key id", { caller: user, by: 'orders', kid: keyOf('gateway').kid }],
    ['by a gateway that claims to be a subgraph', { caller: orders }],
    ['with a key of another server', { foreign: true }],
    ['with a key that nobody knows', { kid: 'unknown' }],
    ['with no key id', { kid: undefined }],
    ['for nobody in particular', { audience: undefined }],
    ['for several at once', { audience: ['stock', 'orders'] }],
    ['for another', { audience: 'orders' }],
    ['as another kind of token', { typ: 'at+jwt' }],
    ['as no kind of token', { typ: undefined }],
    ['for ever', { expires: null }],
    ['for longer than tokens are good for', { expires: '1h' }],
    ['for no kind of caller', { caller: { kind: 'kitchen' } }],
    ['for a subgraph without a name', { caller: { kind: 'subgraph' } }],
    ['for a user without a role', { caller: { kind: 'user', userId: 'u', sessionId: 's' } }],
  ])('are refused when they were signed %s', async (_how, changed) => {
    const stock = tokensOf('stock');
    expect(await stock.verify(await forge({}))).toEqual(anonymous);
    await expect(stock.verify(await forge(changed))).rejects.toThrow(ServiceTokenRefused);
  });

  it('are refused when somebody signs with what verifiers know, as if it were a shared secret', async () => {
    const { x = '' } = keyOf('gateway').publicKey.export({ format: 'jwk' });
    const token = await new SignJWT({ caller: { ...user } })
      .setProtectedHeader({ alg: 'HS256', typ: 'service+jwt', kid: keyOf('gateway').kid })
      .setIssuer('gateway')
      .setAudience('stock')
      .setExpirationTime('1m')
      .sign(Buffer.from(x, 'base64url'));
    await expect(tokensOf('stock').verify(token)).rejects.toThrow(ServiceTokenRefused);
  });

  it('are refused when they are nonsense, when expired, and when one letter was changed', async () => {
    const clock = clockAt('2027-03-01T18:30:00Z');
    const stock = tokensOf('stock', clock);
    await expect(stock.verify('nonsense')).rejects.toThrow(ServiceTokenRefused);
    const token = await tokensOf('gateway', clock).sign(anonymous, 'stock');
    expect(await stock.verify(token)).toEqual(anonymous);
    const [head, claims = '', signature] = token.split('.');
    const changed = Buffer.from(claims, 'base64url').toString().replace('anonymous', 'anonymouz');
    const tampered = [head, Buffer.from(changed).toString('base64url'), signature].join('.');
    await expect(stock.verify(tampered)).rejects.toThrow(ServiceTokenRefused);
    clock.pass(61_000);
    await expect(stock.verify(token)).rejects.toThrow(ServiceTokenRefused);
  });

  it('are signed once for some seconds, apart for each audience, and never handed out stale', async () => {
    const clock = clockAt('2027-03-01T18:30:00Z');
    const tokens = tokensOf('gateway', clock);
    const first = await tokens.sign(anonymous, 'stock');
    clock.pass(9_000);
    expect(await tokens.sign(anonymous, 'stock')).toBe(first);
    expect(await tokens.sign(anonymous, 'orders')).not.toBe(first);
    clock.pass(2_000);
    expect(await tokens.sign(anonymous, 'stock')).not.toBe(first);
  });

  it('are signed apart for each session of a person, and for each role', async () => {
    const callers: Caller[] = [
      user,
      { ...user, sessionId: newId() },
      { ...user, role: 'USER' },
      { ...user, userId: newId<'User'>() },
    ];
    const gateway = tokensOf('gateway');
    for (const caller of callers) {
      expect(await tokensOf('stock').verify(await gateway.sign(caller, 'stock'))).toEqual(caller);
    }
  });
});

describe('service keys', () => {
  it('follow from the secret, apart for each part', () => {
    const kids = [...keys.values()].map(({ kid }) => kid);
    expect(new Set(kids).size).toBe(3);
    expect([...deriveServiceKeys(secret, parts).values()].map(({ kid }) => kid)).toEqual(kids);
    expect(keyOf('stock', deriveServiceKeys(secret.toUpperCase(), parts)).kid).not.toBe(keyOf('stock').kid);
  });

  it('need a secret of 32 bytes', () => {
    expect(() => deriveServiceKeys('short', parts)).toThrow(
      'expected a service secret of at least 32 bytes, got 5',
    );
  });

  it('are read again as they were written: the own one whole, of others the public half', async () => {
    const ring = writeKnownServices(keys.values());
    expect(ring).not.toContain('"d"');
    const known = readKnownServices(ring);
    const gateway = createServiceTokens({ self: readServiceKey(writeServiceKey(keyOf('gateway'))), known });
    const stock = createServiceTokens({ self: readServiceKey(writeServiceKey(keyOf('stock'))), known });
    expect(await stock.verify(await gateway.sign(user, 'stock'))).toEqual(user);
  });

  it('are refused without a word of what was given', () => {
    const half = writeServiceKey(keyOf('stock')).replace(/"name":"stock",?/, '');
    for (const text of ['', '{}', half]) {
      expect(() => readServiceKey(text)).toThrow(
        /^expected a private Ed25519 key with name and speaksFor, as/,
      );
      expect(() => readKnownServices(text)).toThrow(/^expected a set of public Ed25519 keys/);
    }
  });
});

interface Forged {
  readonly by?: Part;
  readonly foreign?: boolean;
  readonly kid?: string | undefined;
  readonly issuer?: string;
  readonly audience?: string | string[] | undefined;
  readonly typ?: string | undefined;
  readonly expires?: string | null;
  readonly caller?: object;
}

/** A token for stock, good but for what is changed. */
function forge(changed: Forged): Promise<string> {
  const { by = 'gateway', expires = '1m', caller = anonymous } = changed;
  const key = keyOf(by, changed.foreign ? deriveServiceKeys(secret.toUpperCase(), parts) : keys);
  const given = { typ: 'service+jwt', kid: key.kid, audience: 'stock', ...changed };
  const token = new SignJWT({ caller: { ...caller } })
    .setProtectedHeader({ alg: 'EdDSA', typ: given.typ, kid: given.kid })
    .setIssuer(changed.issuer ?? by);
  if (given.audience) token.setAudience(given.audience);
  if (expires) token.setExpirationTime(expires);
  return token.sign(key.privateKey);
}

function clockAt(start: string) {
  let at = new Date(start).getTime();
  return {
    now: () => new Date(at),
    pass(ms: number) {
      at += ms;
    },
  };
}
