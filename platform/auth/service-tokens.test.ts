import { describe, expect, it } from '@jest/globals';
import { SignJWT } from 'jose';
import { anonymous, type Caller } from '../kernel/caller.ts';
import { newId } from '../kernel/ids.ts';
import { createServiceTokens, ServiceTokenRefused } from './service-tokens.ts';

const secret = 'a secret that only the subgraphs know';

describe('service tokens', () => {
  it.each<Caller>([
    anonymous,
    { kind: 'subgraph', subgraph: 'tickets' },
    { kind: 'user', userId: newId<'User'>(), role: 'ADMIN', sessionId: newId() },
  ])('carry a $kind', async (caller) => {
    const tokens = createServiceTokens(secret);
    expect(await tokens.verify(await tokens.sign(caller))).toEqual(caller);
  });

  it('are refused from another server, when expired, and when they are nonsense', async () => {
    const clock = clockAt('2027-03-01T18:30:00Z');
    const tokens = createServiceTokens(secret, clock);
    const foreign = await createServiceTokens(secret.toUpperCase(), clock).sign(anonymous);
    await expect(tokens.verify(foreign)).rejects.toThrow(ServiceTokenRefused);
    await expect(tokens.verify('nonsense')).rejects.toThrow(ServiceTokenRefused);
    const own = await tokens.sign(anonymous);
    await tokens.verify(own);
    clock.pass(61_000);
    await expect(tokens.verify(own)).rejects.toThrow(ServiceTokenRefused);
  });

  it.each<[string, Forged]>([
    ['of another kind', { typ: 'at+jwt' }],
    ['of no kind', { typ: undefined }],
    ['signed by another algorithm', { alg: 'HS512' }],
    ['good for ever', { expires: false }],
    ['for no kind of caller', { caller: { kind: 'kitchen' } }],
    ['for a subgraph without a name', { caller: { kind: 'subgraph' } }],
    ['for a user without a role', { caller: { kind: 'user', userId: 'u', sessionId: 's' } }],
  ])('are refused with the right secret when they are %s', async (_what, changed) => {
    const tokens = createServiceTokens(secret);
    const sign = ({ expires = true, caller = anonymous, ...header }: Forged) => {
      const token = new SignJWT({ caller: { ...caller } }).setProtectedHeader({
        alg: 'HS256',
        typ: 'service+jwt',
        ...header,
      });
      return (expires ? token.setExpirationTime('1m') : token).sign(new TextEncoder().encode(secret));
    };
    expect(await tokens.verify(await sign({}))).toEqual(anonymous);
    await expect(tokens.verify(await sign(changed))).rejects.toThrow(ServiceTokenRefused);
  });

  it('are signed once for some seconds, and never handed out stale', async () => {
    const clock = clockAt('2027-03-01T18:30:00Z');
    const tokens = createServiceTokens(secret, clock);
    const first = await tokens.sign(anonymous);
    clock.pass(9_000);
    expect(await tokens.sign(anonymous)).toBe(first);
    clock.pass(2_000);
    expect(await tokens.sign(anonymous)).not.toBe(first);
  });

  it('are signed apart for each session of a person, and for each role', async () => {
    const tokens = createServiceTokens(secret);
    const person = { kind: 'user', userId: newId<'User'>(), role: 'USER', sessionId: newId() } as const;
    const callers: Caller[] = [
      person,
      { ...person, sessionId: newId() },
      { ...person, role: 'ADMIN' },
      { ...person, userId: newId<'User'>() },
    ];
    for (const caller of callers) expect(await tokens.verify(await tokens.sign(caller))).toEqual(caller);
  });

  it('need a secret of 32 bytes', () => {
    expect(() => createServiceTokens('short')).toThrow(
      'expected a service secret of at least 32 bytes, got 5',
    );
  });
});

interface Forged {
  readonly typ?: string | undefined;
  readonly alg?: string;
  readonly expires?: boolean;
  readonly caller?: object;
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
