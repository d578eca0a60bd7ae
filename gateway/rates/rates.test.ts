import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { GraphQLError } from 'graphql';
import type { Caller } from '../caller.ts';
import { admittedOperation } from '../testing/admitted-operation.ts';
import type { RateRefusal } from './rate-limited.ts';
import type { RateRule } from './rate-rules.ts';
import { createMemoryRateStore } from './rate-store.ts';
import { createRates, noRates, type RateAllowance, type Rates, type RatesOptions } from './rates.ts';

const guesses: RateRule = {
  name: 'guesses',
  by: 'address',
  fields: ['Mutation.open'],
  key: (args) => String(args.door),
  points: 2,
  durationMs: 60_000,
  isFree: (payload) => payload.isOpen === true,
};
const apples: RateRule = {
  name: 'apples',
  by: 'subject',
  fields: ['Mutation.pick'],
  weight: ({ count }) => Number(count),
  points: 10,
  durationMs: 60_000,
};
const cost: RateRule = { name: 'cost', by: 'address', points: 1_000, durationMs: 10_000 };

const nobody: Caller = { scope: 'anonymous', identity: null };
const ann: Caller = { scope: 'ann', identity: null, subject: 'ann' };
const bob: Caller = { scope: 'bob', identity: null, subject: 'bob' };

function ratesOf(rules: RateRule[], options: Partial<RatesOptions> = {}): Rates {
  return createRates({
    rules,
    store: createMemoryRateStore(),
    refusedCost: 100,
    bytes: { points: 1_000, durationMs: 60_000 },
    ...options,
  });
}

const open = (door: string) =>
  admittedOperation('mutation($door: String) { open(door: $door) { isOpen } }', { door });

function expectAllowed(verdict: RateAllowance | RateRefusal): RateAllowance {
  if (verdict.kind !== 'allowed') throw verdict.error;
  return verdict;
}

function expectLimited(verdict: { kind: string } | undefined): RateRefusal {
  if (verdict?.kind !== 'limited') throw new Error(`expected a refusal, got ${verdict?.kind}`);
  return verdict as RateRefusal;
}

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

describe('the rate of a field', () => {
  it('is refused with a code, the time to come back, and headers that say the same', async () => {
    const rates = ratesOf([guesses]);
    const asked = { address: '192.0.2.1', caller: nobody, operation: open('a') };
    expectAllowed(await rates.admit(asked));
    jest.advanceTimersByTime(500);
    expectAllowed(await rates.admit(asked));
    const { status, retryAfterMs, error, headers } = expectLimited(await rates.admit(asked));
    expect({ status, retryAfterMs }).toEqual({ status: 429, retryAfterMs: 59_500 });
    expect(error).toBeInstanceOf(GraphQLError);
    expect(error.extensions).toEqual({ code: 'RATE_LIMITED', retryAfterMs: 59_500 });
    expect(headers).toEqual({
      'retry-after': '60',
      'ratelimit-policy': '"guesses";q=2;w=60',
      ratelimit: '"guesses";r=0;t=60',
    });
  });

  it('is counted apart for each key, and never keeps another address out', async () => {
    const rates = ratesOf([guesses]);
    const from = (address: string, door: string) =>
      rates.admit({ address, caller: nobody, operation: open(door) });
    for (let tries = 0; tries < 3; tries += 1) await from('192.0.2.1', 'a');
    expectLimited(await from('192.0.2.1', 'a'));
    expectAllowed(await from('192.0.2.1', 'b'));
    expectAllowed(await from('192.0.2.2', 'a'));
  });

  it('is one for all addresses of an IPv6 network', async () => {
    const rates = ratesOf([guesses]);
    for (const last of ['1', '2']) {
      await rates.admit({ address: `2001:db8::${last}`, caller: nobody, operation: open('a') });
    }
    expectLimited(await rates.admit({ address: '2001:db8::3', caller: nobody, operation: open('a') }));
  });

  it('counts every call of an operation, under whatever alias and in whatever fragment', async () => {
    const rates = ratesOf([guesses]);
    const operation = admittedOperation(
      'mutation { a: open(door: "x") { isOpen } ...f ... on Mutation { c: open(door: "x") { isOpen } } } fragment f on Mutation { b: open(door: "x") { isOpen } }',
    );
    expectLimited(await rates.admit({ address: '192.0.2.1', caller: nobody, operation }));
  });

  it('takes nothing when a part of an operation is refused', async () => {
    const rates = ratesOf([apples, guesses]);
    const both = admittedOperation('mutation { a: open(door: "x") { isOpen } pick(count: 6) }');
    const asked = { address: '192.0.2.1', caller: ann, operation: both };
    expectAllowed(await rates.admit(asked));
    expectLimited(await rates.admit(asked));
    expectAllowed(await rates.admit({ ...asked, operation: open('x') }));
    expectAllowed(
      await rates.admit({ ...asked, operation: admittedOperation('mutation { pick(count: 4) }') }),
    );
  });

  it('is not counted when the answer shows that it was none', async () => {
    const rates = ratesOf([guesses]);
    const operation = admittedOperation('mutation { mine: open(door: "a") { isOpen } }');
    const asked = { address: '192.0.2.1', caller: nobody, operation };
    for (let times = 0; times < 10; times += 1) {
      const { settle } = expectAllowed(await rates.admit(asked));
      await settle({ mine: { isOpen: true } });
    }
  });

  it.each([
    ['at once', 'mutation { mine: open(door: "a") { really: isOpen } }'],
    ['in a fragment', 'mutation { mine: open(door: "a") { ... on Opened { really: isOpen } } }'],
    [
      'in one with a name',
      'mutation { mine: open(door: "a") { ...f } } fragment f on Opened { ...g } fragment g on Opened { really: isOpen }',
    ],
  ])('is not counted when the answer shows that under an alias: %s', async (_where, query) => {
    const rates = ratesOf([guesses]);
    const asked = { address: '192.0.2.1', caller: nobody, operation: admittedOperation(query) };
    for (let times = 0; times < 10; times += 1) {
      await expectAllowed(await rates.admit(asked)).settle({ mine: { really: true } });
    }
  });

  it.each([
    ['at once', 'mutation { open(door: "a") { isOpen: wasKnockedAt } }'],
    ['in a fragment', 'mutation { open(door: "a") { ... { isOpen: wasKnockedAt } } }'],
    [
      'in one with a name',
      'mutation { open(door: "a") { ...f } } fragment f on Opened { isOpen: wasKnockedAt }',
    ],
    ['beside the field', 'mutation { open(door: "a") { isOpen: wasKnockedAt no: isOpen } }'],
  ])('is counted when something else has the name of what shows it: %s', async (_where, query) => {
    const rates = ratesOf([guesses]);
    const asked = { address: '192.0.2.1', caller: nobody, operation: admittedOperation(query) };
    const data = { open: { isOpen: true, no: false } };
    for (let times = 0; times < 2; times += 1) await expectAllowed(await rates.admit(asked)).settle(data);
    expectLimited(await rates.admit(asked));
  });

  it('tells the calls of one operation apart', async () => {
    const rates = ratesOf([guesses]);
    const operation = admittedOperation(
      'mutation { a: open(door: "a") { isOpen: wasKnockedAt } b: open(door: "b") { isOpen } }',
    );
    const asked = { address: '192.0.2.1', caller: nobody, operation };
    const data = { a: { isOpen: true }, b: { isOpen: true } };
    for (let times = 0; times < 2; times += 1) await expectAllowed(await rates.admit(asked)).settle(data);
    expectLimited(await rates.admit({ ...asked, operation: open('a') }));
    expectAllowed(await rates.admit({ ...asked, operation: open('b') }));
  });

  it('takes no name of an object of JavaScript for an answer', async () => {
    const shown: RateRule = { ...guesses, isFree: ({ isOpen }) => isOpen !== undefined };
    const rates = ratesOf([shown]);
    const operation = admittedOperation(
      'mutation { open(door: "a") { constructor: isOpen @skip(if: true) wasKnockedAt } }',
    );
    const asked = { address: '192.0.2.1', caller: nobody, operation };
    const data = { open: { wasKnockedAt: true } };
    for (let times = 0; times < 2; times += 1) await expectAllowed(await rates.admit(asked)).settle(data);
    expectLimited(await rates.admit(asked));
  });

  it('is judged by the field that was called', async () => {
    const byField: RateRule = {
      ...guesses,
      fields: ['Mutation.open', 'Mutation.close'],
      isFree: ({ isOpen }, field) => isOpen === (field === 'Mutation.open'),
    };
    const rates = ratesOf([byField]);
    const operation = admittedOperation(
      'mutation { open(door: "a") { isOpen } close(door: "b") { isOpen } }',
    );
    const asked = { address: '192.0.2.1', caller: nobody, operation };
    const data = { open: { isOpen: true }, close: { isOpen: true } };
    for (let times = 0; times < 2; times += 1) await expectAllowed(await rates.admit(asked)).settle(data);
    expectLimited(await rates.admit(asked));
    expectAllowed(await rates.admit({ ...asked, operation: open('a') }));
  });

  it.each([
    ['it says otherwise', { open: { isOpen: false } }],
    ['it was not asked', { open: {} }],
    ['it failed', { open: null }],
    ['there is none', null],
  ])('is counted when the answer does not show it: %s', async (_why, data) => {
    const rates = ratesOf([guesses]);
    const asked = { address: '192.0.2.1', caller: nobody, operation: open('a') };
    for (let times = 0; times < 2; times += 1) await expectAllowed(await rates.admit(asked)).settle(data);
    expectLimited(await rates.admit(asked));
  });
});

describe('the rate of a caller', () => {
  const pick = (count: number) => admittedOperation('mutation($n: Int) { pick(count: $n) }', { n: count });

  it('follows the caller to every address, by weight', async () => {
    const rates = ratesOf([apples]);
    expectAllowed(await rates.admit({ address: '192.0.2.1', caller: ann, operation: pick(8) }));
    expectLimited(await rates.admit({ address: '192.0.2.2', caller: ann, operation: pick(3) }));
    expectAllowed(await rates.admit({ address: '192.0.2.2', caller: bob, operation: pick(3) }));
  });

  it('does not hold for whoever is not signed in', async () => {
    const rates = ratesOf([apples]);
    expectAllowed(await rates.admit({ address: '192.0.2.1', caller: nobody, operation: pick(100) }));
  });
});

describe('the rate of cost', () => {
  const costing = (points: number) => admittedOperation('{ page }', {}, points);

  it('ends when an address has used it up, and begins again', async () => {
    const rates = ratesOf([cost]);
    const asked = { address: '192.0.2.1', caller: nobody, operation: costing(600) };
    expect(expectAllowed(await rates.admit(asked)).headers).toEqual({
      'ratelimit-policy': '"cost";q=1000;w=10',
      ratelimit: '"cost";r=400;t=10',
    });
    expectLimited(await rates.admit(asked));
    expectAllowed(await rates.admit({ ...asked, operation: costing(400) }));
    jest.advanceTimersByTime(10_000);
    expectAllowed(await rates.admit(asked));
  });

  it('is used up by operations that are refused, and then nothing more is read', async () => {
    const rates = ratesOf([cost]);
    for (let times = 0; times < 10; times += 1) {
      expect(await rates.begin('192.0.2.1')).toBeUndefined();
      await rates.refused('192.0.2.1');
    }
    // 9 × 101 points, and the tenth took what was left.
    expectLimited(await rates.begin('192.0.2.1'));
    expect(await rates.begin('192.0.2.2')).toBeUndefined();
  });
});

describe('the bytes of an address', () => {
  it('are bounded in a window', async () => {
    const rates = ratesOf([]);
    expect(await rates.bytes('192.0.2.1', 900)).toBeUndefined();
    expectLimited(await rates.bytes('192.0.2.1', 200));
    expect(await rates.bytes('192.0.2.1', 100)).toBeUndefined();
  });
});

describe('several gateways', () => {
  it('count together what root fields take, and each by itself what operations cost', async () => {
    const sharedStore = createMemoryRateStore();
    const [one, other] = [0, 1].map(() => ratesOf([guesses, cost], { sharedStore })) as [Rates, Rates];
    const asked = { address: '192.0.2.1', caller: nobody, operation: open('a') };
    expectAllowed(await one.admit(asked));
    const { settle } = expectAllowed(await other.admit(asked));
    expectLimited(await one.admit(asked));
    await settle({ open: { isOpen: true } });
    expectAllowed(await one.admit(asked));
    expectLimited(await other.admit(asked));
    const page = admittedOperation('{ page }', {}, 900);
    for (const rates of [one, other]) expectAllowed(await rates.admit({ ...asked, operation: page }));
  });
});

describe('no rates', () => {
  it('refuse nothing', async () => {
    for (let times = 0; times < 50; times += 1) {
      expect(await noRates.begin('192.0.2.1')).toBeUndefined();
      expectAllowed(await noRates.admit({ address: '192.0.2.1', caller: nobody, operation: open('a') }));
    }
  });
});
