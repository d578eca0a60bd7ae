import { describe, expect, it } from '@jest/globals';
import { watchEndedSessions } from './ended-sessions.ts';
import type { Ending } from './revocations.ts';

const start = Date.parse('2027-03-01T18:30:00.700Z');
const after = (seconds: number) => new Date(start + seconds * 1000);
const MINUTE_S = 60;

const ada = (sessionId: string, issuedAt: Date) => ({ subject: 'ada', sessionId, issuedAt });
const allOfAda = (at: Date, more: Partial<Ending> = {}): Ending => ({
  subject: 'ada',
  kind: 'BLOCKED',
  at,
  ...more,
});

describe('an ending', () => {
  it('of one session ends it for good, and no other', async () => {
    const { ended, hear } = await watch();
    hear(allOfAda(after(10), { sessionId: 'one', kind: 'LOGOUT' }));
    expect(ended.endingOf(ada('one', after(0)))?.kind).toBe('LOGOUT');
    expect(ended.endingOf(ada('one', after(20)))?.kind).toBe('LOGOUT');
    expect(ended.endingOf(ada('two', after(0)))).toBeUndefined();
    expect(ended.endingOf({ ...ada('one', after(0)), subject: 'bob' })).toBeUndefined();
  });

  it('of all sessions refuses what was issued before, to the millisecond', async () => {
    const { ended, hear } = await watch();
    hear(allOfAda(new Date(start)));
    expect(ended.endingOf(ada('one', new Date(start - 1)))).toBeDefined();
    expect(ended.endingOf(ada('two', new Date(start)))).toBeUndefined();
    expect(ended.endingOf({ ...ada('one', new Date(start - 1)), subject: 'bob' })).toBeUndefined();
  });

  it('of all sessions but one lets that one go on, until a later ending of all', async () => {
    const { ended, hear } = await watch();
    hear(allOfAda(after(10), { exceptSessionId: 'mine' }));
    expect(ended.endingOf(ada('mine', after(0)))).toBeUndefined();
    expect(ended.endingOf(ada('theirs', after(0)))).toBeDefined();
    hear(allOfAda(after(20)));
    expect(ended.endingOf(ada('mine', after(0)))).toBeDefined();
  });

  it('that comes late changes nothing about a later one', async () => {
    const { ended, hear } = await watch();
    hear(allOfAda(after(20)));
    hear(allOfAda(after(10), { exceptSessionId: 'mine' }));
    expect(ended.endingOf(ada('mine', after(15)))).toBeDefined();
  });

  it('is told of at the moment it is heard of', async () => {
    const { ended, hear } = await watch();
    const told: Ending[] = [];
    ended.whenEnded((ending) => told.push(ending));
    hear(allOfAda(after(10)));
    expect(told).toEqual([allOfAda(after(10))]);
  });
});

describe('what is remembered of endings', () => {
  it('begins as far back as a token can reach', async () => {
    const { since } = await watch();
    expect(since()).toEqual(after(-15 * MINUTE_S));
  });

  it('is forgotten when all the tokens have long expired', async () => {
    const { ended, hear, pass } = await watch();
    hear(allOfAda(after(0)));
    pass(16 * MINUTE_S);
    hear({ ...allOfAda(after(16 * MINUTE_S)), subject: 'bob' });
    expect(ended.endingOf(ada('one', after(-1)))).toBeUndefined();
  });

  it('is bounded, and too many endings never let an ended session in again', async () => {
    const { ended, hear } = await watch({ limit: 3 });
    for (let i = 0; i < 10; i += 1) hear({ ...allOfAda(after(i)), subject: `user ${i}`, sessionId: 'one' });
    for (let i = 0; i < 10; i += 1) {
      expect(ended.endingOf({ subject: `user ${i}`, sessionId: 'one', issuedAt: after(-1) })).toBeDefined();
    }
    // Those of the dropped ones' time have to refresh; whoever does is let in.
    expect(ended.endingOf({ subject: 'bob', sessionId: 'his', issuedAt: after(5) })).toBeDefined();
    expect(ended.endingOf({ subject: 'bob', sessionId: 'his', issuedAt: after(6) })).toBeUndefined();
  });

  it('is let go of when the gateway stops', async () => {
    const { ended, isStopped } = await watch();
    await ended.stop();
    expect(isStopped()).toBe(true);
  });
});

async function watch(options: { readonly limit?: number } = {}) {
  let now = start;
  let isStopped = false;
  let watched: { listener: (ending: Ending) => void; since: Date } | undefined;
  const ended = await watchEndedSessions({
    ...options,
    revocations: {
      rememberMs: 15 * MINUTE_S * 1000,
      async watch(listener, since) {
        watched = { listener, since };
        return {
          async stop() {
            isStopped = true;
          },
        };
      },
    },
    clock: { now: () => new Date(now) },
  });
  return {
    ended,
    since: () => watched?.since,
    isStopped: () => isStopped,
    hear: (ending: Ending) => watched?.listener(ending),
    pass(seconds: number) {
      now += seconds * 1000;
    },
  };
}
