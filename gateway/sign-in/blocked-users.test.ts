import { describe, expect, it } from '@jest/globals';
import { fact } from '@parterre/contracts/facts/fact.ts';
import { UserBlocked, UserUnblocked } from '@parterre/contracts/facts/users.ts';
import type { FactEnvelope, TailOptions } from '@parterre/platform/bus/bus.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { watchBlockedUsers } from './blocked-users.ts';

const start = Date.parse('2027-03-01T18:30:00.700Z');
const after = (seconds: number) => new Date(start + seconds * 1000);

describe('blocked users', () => {
  it('are refused with every token while they are blocked', async () => {
    const { blocked, hear, ada } = await watch();
    hear(fact(UserBlocked, { userId: ada, reason: 'sells on' }, after(10)));
    expect(blocked.refuses(ada, after(0))).toBe(true);
    expect(blocked.refuses(ada, after(20))).toBe(true);
    expect(blocked.refuses(newId<'User'>(), after(0))).toBe(false);
  });

  it('are let in after unblocking with tokens issued from that second on', async () => {
    const { blocked, hear, ada } = await watch();
    hear(fact(UserBlocked, { userId: ada, reason: 'sells on' }, after(10)));
    hear(fact(UserUnblocked, { userId: ada }, after(20)));
    expect(blocked.refuses(ada, new Date('2027-03-01T18:30:19Z'))).toBe(true);
    // Unblocked at 18:30:20.700; a token issued at 18:30:20.900 says 18:30:20.
    expect(blocked.refuses(ada, new Date('2027-03-01T18:30:20Z'))).toBe(false);
  });

  it('are told of at the moment of the block', async () => {
    const { blocked, hear, ada } = await watch();
    const told: string[] = [];
    blocked.whenBlocked((userId) => told.push(userId));
    hear(fact(UserBlocked, { userId: ada, reason: 'sells on' }, after(10)));
    hear(fact(UserUnblocked, { userId: ada }, after(20)));
    expect(told).toEqual([ada]);
  });

  it('are looked for as far back as a token can reach', async () => {
    const { tailed } = await watch();
    expect(tailed()?.since).toEqual(after(-15 * 60));
    expect(tailed()?.topics).toEqual(['users']);
  });

  it('are forgotten when their tokens have long expired', async () => {
    const { blocked, hear, ada, pass } = await watch();
    hear(fact(UserBlocked, { userId: ada, reason: 'sells on' }, after(0)));
    pass(16 * 60);
    hear(fact(UserBlocked, { userId: newId<'User'>(), reason: 'sells on' }, after(16 * 60)));
    expect(blocked.refuses(ada, after(0))).toBe(false);
  });

  it('are not troubled by other facts, or by broken ones', async () => {
    const { blocked, hear, ada } = await watch();
    const broken = { ...fact(UserBlocked, { userId: ada, reason: '' }, after(0)), data: { userId: 7 } };
    hear(broken);
    hear({ ...broken, type: 'UserRegistered', data: { userId: ada } });
    expect(blocked.refuses(ada, after(0))).toBe(false);
  });
});

async function watch() {
  let now = start;
  let tailed: TailOptions | undefined;
  const blocked = await watchBlockedUsers({
    bus: {
      async tail(options) {
        tailed = options;
        return { stop: async () => {} };
      },
    },
    clock: { now: () => new Date(now) },
  });
  return {
    blocked,
    ada: newId<'User'>(),
    tailed: () => tailed,
    hear: (envelope: FactEnvelope) => tailed?.handle({ fact: envelope, position: '1' }),
    pass(seconds: number) {
      now += seconds * 1000;
    },
  };
}
