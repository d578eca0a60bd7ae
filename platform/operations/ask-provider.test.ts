import { describe, expect, it } from '@jest/globals';
import { watchProvider } from './ask-provider.ts';

const start = new Date('2027-03-01T18:30:00.000Z');

/** A provider that is asked at a time that the test sets. */
function asked(ask: () => Promise<unknown>, patienceMs?: number) {
  let now = start;
  let count = 0;
  const counted = () => {
    count += 1;
    return ask();
  };
  const look = watchProvider({ name: 'smtp', ask: counted }, { now: () => now }, patienceMs);
  return {
    look,
    count: () => count,
    pass: (milliseconds: number) => {
      now = new Date(now.getTime() + milliseconds);
    },
  };
}

describe('whether a provider answers', () => {
  it('is asked of the provider itself', async () => {
    const { look } = asked(async () => true);
    expect(await look()).toEqual({ name: 'smtp', answers: true, askedAt: start, fault: null });
  });

  it('is asked once in ten seconds, however many look', async () => {
    const { look, count, pass } = asked(async () => true);
    await Promise.all([look(), look()]);
    pass(9_999);
    await look();
    expect(count()).toBe(1);
    pass(1);
    expect((await look()).askedAt).toEqual(new Date(start.getTime() + 10_000));
    expect(count()).toBe(2);
  });

  it('is no once it has been waited for', async () => {
    const { look } = asked(() => new Promise(() => {}), 1);
    expect(await look()).toMatchObject({ answers: false, fault: 'no answer within 1 ms' });
  });

  it.each([
    [Object.assign(new Error('connect to 10.0.0.3'), { code: 'ECONNREFUSED' }), 'Error ECONNREFUSED'],
    [new Error('no route to 10.0.0.3'), 'Error'],
    [
      Object.assign(new Error('Invalid API Key: sk_live_1'), {
        name: 'StripeAuthenticationError',
        statusCode: 401,
      }),
      'StripeAuthenticationError 401',
    ],
    ['a text', 'unknown'],
  ])('tells a fault by its name and code, never by what a server said: %s', async (error, fault) => {
    const { look } = asked(() => Promise.reject(error));
    expect(await look()).toMatchObject({ answers: false, fault });
  });
});
