import { describe, expect, it } from '@jest/globals';
import { fact } from '@parterre/contracts/facts/fact.ts';
import { UserBlocked, UserRoleChanged, UserUnblocked } from '@parterre/contracts/facts/users.ts';
import type { FactEnvelope, TailOptions } from '@parterre/platform/bus/bus.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { watchEndedSessions } from './ended-sessions.ts';

const start = Date.parse('2027-03-01T18:30:00.700Z');
const after = (seconds: number) => new Date(start + seconds * 1000);

describe('ended sessions', () => {
  it('are all those of a blocked user', async () => {
    const { ended, hear, ada } = await watch();
    hear(fact(UserBlocked, { userId: ada, reason: 'sells on' }, after(10)));
    expect(ended.refuses(ada, after(0))).toBe(true);
    expect(ended.refuses(ada, after(20))).toBe(true);
    expect(ended.refuses(newId<'User'>(), after(0))).toBe(false);
  });

  it('leave tokens issued from the second of unblocking on', async () => {
    const { ended, hear, ada } = await watch();
    hear(fact(UserBlocked, { userId: ada, reason: 'sells on' }, after(10)));
    hear(fact(UserUnblocked, { userId: ada }, after(20)));
    expect(ended.refuses(ada, new Date('2027-03-01T18:30:19Z'))).toBe(true);
    // Unblocked at 18:30:20.700; a token issued at 18:30:20.900 says 18:30:20.
    expect(ended.refuses(ada, new Date('2027-03-01T18:30:20Z'))).toBe(false);
  });

  it('are told of at the moment they end', async () => {
    const { ended, hear, ada } = await watch();
    const told: string[] = [];
    ended.whenEnded((userId) => told.push(userId));
    hear(fact(UserBlocked, { userId: ada, reason: 'sells on' }, after(10)));
    hear(fact(UserUnblocked, { userId: ada }, after(20)));
    expect(told).toEqual([ada]);
  });

  it('are those of somebody who has lost rights, for older tokens alone', async () => {
    const { ended, hear, ada } = await watch();
    const demotion = { userId: ada, role: 'USER', previousRole: 'ADMIN' } as const;
    hear(fact(UserRoleChanged, demotion, after(10)));
    expect(ended.refuses(ada, after(0))).toBe(true);
    expect(ended.refuses(ada, after(11))).toBe(false);
  });

  it('are not those of somebody who has got more rights', async () => {
    const { ended, hear, ada } = await watch();
    const promotion = { userId: ada, role: 'ORGANIZER', previousRole: 'USER' } as const;
    hear(fact(UserRoleChanged, promotion, after(10)));
    expect(ended.refuses(ada, after(0))).toBe(false);
  });

  it('stay ended for a blocked user who loses rights as well', async () => {
    const { ended, hear, ada } = await watch();
    hear(fact(UserBlocked, { userId: ada, reason: 'sells on' }, after(10)));
    hear(fact(UserRoleChanged, { userId: ada, role: 'USER', previousRole: 'ORGANIZER' }, after(20)));
    expect(ended.refuses(ada, after(30))).toBe(true);
  });

  it('are looked for as far back as a token can reach', async () => {
    const { tailed } = await watch();
    expect(tailed()?.since).toEqual(after(-15 * 60));
    expect(tailed()?.topics).toEqual(['users']);
  });

  it('are forgotten when their tokens have long expired', async () => {
    const { ended, hear, ada, pass } = await watch();
    hear(fact(UserBlocked, { userId: ada, reason: 'sells on' }, after(0)));
    pass(16 * 60);
    hear(fact(UserBlocked, { userId: newId<'User'>(), reason: 'sells on' }, after(16 * 60)));
    expect(ended.refuses(ada, after(0))).toBe(false);
  });

  it('are not troubled by other facts, or by broken ones', async () => {
    const { ended, hear, ada } = await watch();
    const broken = { ...fact(UserBlocked, { userId: ada, reason: '' }, after(0)), data: { userId: 7 } };
    hear(broken);
    hear({ ...broken, type: 'UserRegistered', data: { userId: ada } });
    expect(ended.refuses(ada, after(0))).toBe(false);
  });
});

async function watch() {
  let now = start;
  let tailed: TailOptions | undefined;
  const ended = await watchEndedSessions({
    bus: {
      async tail(options) {
        tailed = options;
        return { stop: async () => {} };
      },
    },
    clock: { now: () => new Date(now) },
  });
  return {
    ended,
    ada: newId<'User'>(),
    tailed: () => tailed,
    hear: (envelope: FactEnvelope) => tailed?.handle({ fact: envelope, position: '1' }),
    pass(seconds: number) {
      now += seconds * 1000;
    },
  };
}
