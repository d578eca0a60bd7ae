import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fact } from '@parterre/contracts/facts/fact.ts';
import { SessionsEnded, UserBlocked } from '@parterre/contracts/facts/users.ts';
import { type Authentication, openAuthentication } from '@parterre/gateway/authentication/authentication.ts';
import type { Ending } from '@parterre/gateway/authentication/revocations.ts';
import {
  generateSigningKey,
  importSigningKey,
  type NewSigningKey,
} from '@parterre/platform/auth/access-tokens.ts';
import { systemClock } from '@parterre/platform/kernel/clock.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { silentLogger } from '@parterre/platform/telemetry/logger.ts';
import { memoryBus } from '@parterre/platform/testing/memory-bus.ts';
import { SignJWT } from 'jose';
import { callerOf, parterreAuthentication } from './authentication.ts';
import { endedSessionsOn } from './ended-sessions.ts';

const userId = newId<'User'>();
const sessionId = newId<'Session'>();
const now = new Date('2027-03-01T18:30:00.123Z');
const at = now.toISOString();

describe('the caller of an access token', () => {
  it('is its user, with role and session', () => {
    expect(callerOf({ sub: userId, sid: sessionId, role: 'ORGANIZER' })).toEqual({
      scope: `${sessionId} ORGANIZER`,
      identity: { kind: 'user', userId, role: 'ORGANIZER', sessionId },
      subject: userId,
      sessionId,
    });
  });

  it('shares answers with nobody who has another role', () => {
    const scopes = ['USER', 'ADMIN'].map((role) => callerOf({ sub: userId, sid: sessionId, role })?.scope);
    expect(new Set(scopes).size).toBe(2);
  });

  it.each([
    ['without a user', { sid: sessionId, role: 'USER' }],
    ['of a user whose name is no id', { sub: 'ada', sid: sessionId, role: 'USER' }],
    ['without a session', { sub: userId, role: 'USER' }],
    ['without a role', { sub: userId, sid: sessionId }],
    ['with a role that does not exist', { sub: userId, sid: sessionId, role: 'OWNER' }],
  ])('is nobody when it is %s', (_what, claims) => {
    expect(callerOf(claims)).toBeUndefined();
  });
});

describe('an access token at the gateway', () => {
  const token = { issuer: 'parterre', audience: 'parterre', typ: 'at+jwt' };
  let key: NewSigningKey;
  let authentication: Authentication;
  beforeAll(async () => {
    key = await generateSigningKey();
    const subgraphs = { ask: async () => ({ jwks: [key.publicJwk] }) as never };
    const options = parterreAuthentication({ subgraphs, bus: memoryBus() });
    authentication = await openAuthentication(options, { clock: systemClock, logger: silentLogger });
  });
  afterAll(() => authentication.stop());

  /** Signed with the very key of the users subgraph, whatever else it says. */
  const present = async ({ issuer, audience, typ }: typeof token) => {
    const { kid, privateKey } = await importSigningKey(key.privateJwk);
    const signed = await new SignJWT({ role: 'ADMIN', sid: sessionId })
      .setProtectedHeader({ alg: 'EdDSA', kid, typ })
      .setIssuer(issuer)
      .setAudience(audience)
      .setSubject(userId)
      .setIssuedAt()
      .setExpirationTime('1m')
      .sign(privateKey);
    return authentication.authenticate({ authorization: `Bearer ${signed}` });
  };

  it('lets its user in', async () => {
    expect(await present(token)).toMatchObject({ subject: userId, identity: { role: 'ADMIN' } });
  });

  it.each([
    ['issuer', { issuer: 'https://elsewhere.example' }],
    ['audience', { audience: 'another shop' }],
    ['kind', { typ: 'JWT' }],
    ['kind, that of service tokens', { typ: 'service+jwt' }],
  ])('is refused when it is of another %s, although its signature is good', async (_what, foreign) => {
    await expect(present({ ...token, ...foreign })).rejects.toMatchObject({
      extensions: { code: 'UNAUTHENTICATED' },
    });
  });
});

describe('endings on the bus', () => {
  it('are heard from the moment asked for on, before anybody is let in', async () => {
    const bus = memoryBus();
    const long = new Date(now.getTime() - 20 * 60_000);
    await bus.publish([
      fact(SessionsEnded, { userId, sessionId, reason: 'LOGOUT', at }, long),
      fact(SessionsEnded, { userId, exceptSessionId: sessionId, reason: 'PASSWORD_CHANGED', at }, now),
    ]);
    const heard: Ending[] = [];
    const watching = await endedSessionsOn(bus).watch(
      (ending) => heard.push(ending),
      new Date(now.getTime() - 15 * 60_000),
    );
    expect(heard).toEqual([
      { subject: userId, exceptSessionId: sessionId, kind: 'PASSWORD_CHANGED', at: now },
    ]);
    await bus.publish([fact(SessionsEnded, { userId, reason: 'USER_BLOCKED', at }, now)]);
    expect(heard[1]).toEqual({ subject: userId, kind: 'USER_BLOCKED', at: now });
    await watching.stop();
    await bus.publish([fact(SessionsEnded, { userId, reason: 'USER_BLOCKED', at }, now)]);
    expect(heard).toHaveLength(2);
  });

  it('are not troubled by other facts, or by broken ones', async () => {
    const bus = memoryBus();
    const heard: Ending[] = [];
    await endedSessionsOn(bus).watch((ending) => heard.push(ending), now);
    const good = fact(SessionsEnded, { userId, reason: 'USER_BLOCKED', at }, now);
    await bus.publish([
      fact(UserBlocked, { userId, reason: 'sells on' }, now),
      { ...good, data: { userId: 7 } },
      { ...good, data: { ...good.data, at: 'yesterday' } },
    ]);
    expect(heard).toEqual([]);
  });

  it('that cannot be read in time let nobody in: the gateway does not start', async () => {
    let isStopped = false;
    const silent = {
      tail: async () => ({
        caughtUp: new Promise<void>(() => {}),
        async stop() {
          isStopped = true;
        },
      }),
    };
    await expect(endedSessionsOn(silent, 1).watch(() => {}, now)).rejects.toThrow(
      'look whether the bus answers',
    );
    expect(isStopped).toBe(true);
  });

  it('matter for as long as a token lives, and some more for clocks that differ', () => {
    expect(endedSessionsOn(memoryBus()).rememberMs).toBe(15 * 60_000);
  });
});
