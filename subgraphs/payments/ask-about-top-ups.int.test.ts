import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import { anonymous } from '@parterre/platform/kernel/caller.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import type { Logger } from '@parterre/platform/telemetry/logger.ts';
import { silentLogger } from '@parterre/platform/telemetry/logger.ts';
import { type TestClock, testClock } from '@parterre/platform/testing/test-clock.ts';
import { until } from '@parterre/platform/testing/until.ts';
import { createStripe } from './adapters/providers/stripe.ts';
import { ProviderUnavailable } from './application/ports.ts';
import { expectSoundLedger } from './testing/expect-sound-ledger.ts';
import { eur, openPaymentsFixture, type PaymentsFixture, userCaller } from './testing/fixture.ts';
import {
  type DoubleSession,
  type SignedMessage,
  type StripeDouble,
  startStripeDouble,
} from './testing/stripe-double.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

let stripe: StripeDouble;
let clock: TestClock;
let fixture: PaymentsFixture;
let userId: UserId;
/** What was logged, by its level. */
const logged: { readonly level: 'warn' | 'error'; readonly message: string }[] = [];
beforeAll(async () => {
  stripe = await startStripeDouble();
});
beforeEach(async () => {
  clock = testClock();
  fixture = await openPaymentsFixture({ config: stripe.settings, clock, logger: keptLogger() });
  userId = newId<'User'>();
  stripe.feel('well');
  stripe.asked.length = 0;
  logged.length = 0;
});
afterEach(async () => {
  await expectSoundLedger(fixture.database);
  await fixture.stop();
});
afterAll(() => stripe?.stop());

function keptLogger(): Logger {
  const keep = (level: 'warn' | 'error') => (fields: unknown, message?: string) => {
    const { err } = fields as { readonly err?: Error };
    logged.push({ level, message: `${message}: ${err?.message}` });
  };
  return { ...silentLogger, info: () => {}, warn: keep('warn'), error: keep('error') } as unknown as Logger;
}

const mutation = `mutation ($input: TopUpWalletInput!) {
  topUpWallet(input: $input) { redirectUrl userErrors { code } }
}`;
const executed = (idempotencyKey: string) =>
  fixture.execute(mutation, { input: { amount: eur('20.00'), idempotencyKey } }, userCaller(userId));
async function pageFor(idempotencyKey: string = newId()): Promise<DoubleSession> {
  const { data, errors } = await executed(idempotencyKey);
  if (errors) throw new AggregateError(errors);
  const { topUpWallet } = data as unknown as { topUpWallet: { redirectUrl: string | null } };
  return stripe.sessionAt(topUpWallet.redirectUrl);
}

/** Whose answer was lost: Stripe has the page, and here nobody knows it. */
async function pageUnknownHere(): Promise<DoubleSession> {
  stripe.feel('lose answers');
  await executed(newId());
  stripe.feel('well');
  const session = stripe.sessions.at(-1);
  if (!session) throw new Error('expected a session to have been opened');
  return session;
}

async function deliver(message: SignedMessage): Promise<readonly string[]> {
  const document = `mutation ($input: ReceiveProviderMessageInput!) {
    receiveProviderMessage(input: $input) { userErrors { code } }
  }`;
  const { data, errors } = await fixture.execute(document, { input: message }, anonymous);
  if (errors) throw new AggregateError(errors);
  const { receiveProviderMessage } = data as { receiveProviderMessage: { userErrors: { code: string }[] } };
  return receiveProviderMessage.userErrors.map(({ code }) => code);
}
const tell = (...said: Parameters<StripeDouble['event']>) =>
  deliver(stripe.sign(stripe.event(...said), { at: clock.now() }));

const topUpOf = async ({ metadata }: DoubleSession) => {
  const [row] = await fixture.database.sql<{ state: string; asks: number }>(
    'select state, asks from top_ups where id = $1',
    [metadata.parterre_top_up ?? ''],
  );
  return row;
};
const stateOf = async (session: DoubleSession) => (await topUpOf(session))?.state;
const availableNow = async () => (await fixture.balances(userId))[0];
const toldOf = async () =>
  (await fixture.published('WalletToppedUp')).filter(({ subject }) => subject === userId);

describe('a top-up of which no message has come', () => {
  it('is in the wallet a day later if it was paid, and told of', async () => {
    const session = await pageFor();
    stripe.endPage(session, 'paid');
    clock.moveOn(25 * HOUR_MS);
    await fixture.runJobs();
    expect(await availableNow()).toBe('20.00');
    expect(await fixture.transactions(userId)).toMatchObject([{ kind: 'TOP_UP', status: 'POSTED' }]);
    expect((await toldOf()).map(({ data }) => data)).toMatchObject([{ amount: eur('20.00') }]);
    expect(await stateOf(session)).toBe('PAID');
    await fixture.runJobs();
    expect(stripe.asked).toHaveLength(1);
  });

  it('is not asked about while its page may be open', async () => {
    stripe.endPage(await pageFor(), 'paid');
    clock.moveOn(24 * HOUR_MS);
    await fixture.runJobs();
    expect(stripe.asked).toEqual([]);
  });

  it('has ended if its page has', async () => {
    const session = await pageFor();
    stripe.endPage(session, 'expired');
    clock.moveOn(25 * HOUR_MS);
    await fixture.runJobs();
    expect(await stateOf(session)).toBe('EXPIRED');
    expect(await availableNow()).toBe('0.00');
  });

  it('is looked at again while its page is open, after a pause that grows', async () => {
    const session = await pageFor();
    clock.moveOn(25 * HOUR_MS);
    await fixture.runJobs();
    await fixture.runJobs();
    expect(await topUpOf(session)).toEqual({ state: 'PENDING', asks: 1 });
    clock.moveOn(HOUR_MS / 6);
    await fixture.runJobs();
    clock.moveOn(HOUR_MS / 6);
    await fixture.runJobs();
    expect(await topUpOf(session)).toEqual({ state: 'PENDING', asks: 2 });
    stripe.endPage(session, 'paid');
    clock.moveOn(HOUR_MS / 6);
    await fixture.runJobs();
    expect(await availableNow()).toBe('20.00');
  });

  it('waits for a bank, and has failed when the bank says no', async () => {
    const session = await pageFor();
    stripe.endPage(session, 'with the bank');
    clock.moveOn(25 * HOUR_MS);
    await fixture.runJobs();
    expect(await stateOf(session)).toBe('PENDING');
    stripe.endPage(session, 'refused by the bank');
    clock.moveOn(6 * HOUR_MS);
    await fixture.runJobs();
    expect(await stateOf(session)).toBe('FAILED');
  });

  it('has ended when Stripe has known nothing of its page for a week, and not before', async () => {
    const session = await pageFor();
    stripe.forget(session);
    clock.moveOn(6 * DAY_MS);
    await fixture.runJobs();
    expect(await stateOf(session)).toBe('PENDING');
    clock.moveOn(DAY_MS);
    await fixture.runJobs();
    expect(await stateOf(session)).toBe('EXPIRED');
  });

  it('lands in a wallet that was frozen meanwhile', async () => {
    stripe.endPage(await pageFor(), 'paid');
    await fixture.block(userId);
    clock.moveOn(25 * HOUR_MS);
    await fixture.runJobs();
    expect(await availableNow()).toBe('20.00');
  });

  it('is one of many: all are asked about, each once, by however many servers', async () => {
    const sessions: DoubleSession[] = [];
    for (let count = 0; count < 23; count += 1) sessions.push(await pageFor());
    for (const session of sessions) stripe.endPage(session, 'paid');
    clock.moveOn(25 * HOUR_MS);
    await Promise.all(Array.from({ length: 4 }, () => fixture.runJobs()));
    expect(await availableNow()).toBe('460.00');
    expect(stripe.asked).toHaveLength(23);
  });
});

it('a top-up that another server has in hand is left to it, and nobody waits for it', async () => {
  const [inHand, other] = [await pageFor(), await pageFor()];
  clock.moveOn(25 * HOUR_MS);
  await fixture.database.transaction(async (tx) => {
    await tx.sql('select id from top_ups where id = $1 for update', [inHand.metadata.parterre_top_up ?? '']);
    await fixture.runJobs();
  });
  expect(stripe.asked).toEqual([`/v1/checkout/sessions/${other.id}`]);
});

describe('a top-up whose page is not known here', () => {
  it('is in the wallet if somebody has paid on it', async () => {
    const session = await pageUnknownHere();
    // Others that were paid since then, so that Stripe lists them first and in more than one page.
    for (let count = 0; count < 101; count += 1) stripe.addSession({ ...session, metadata: {} }, 'paid');
    stripe.endPage(session, 'paid');
    clock.moveOn(25 * HOUR_MS);
    await fixture.runJobs();
    expect(await availableNow()).toBe('20.00');
    expect(await stateOf(session)).toBe('PAID');
    expect(stripe.asked).toEqual(['/v1/checkout/sessions', '/v1/checkout/sessions from there on']);
  });

  it('has ended after a week if nobody has, and no second page is opened', async () => {
    const session = await pageUnknownHere();
    stripe.endPage(session, 'expired');
    const opened = stripe.requests.length;
    clock.moveOn(25 * HOUR_MS);
    await fixture.runJobs();
    expect(await stateOf(session)).toBe('PENDING');
    clock.moveOn(6 * DAY_MS);
    await fixture.runJobs();
    expect(await stateOf(session)).toBe('EXPIRED');
    expect(stripe.requests).toHaveLength(opened);
    expect(await availableNow()).toBe('0.00');
  });

  it('is looked for no further when the server stops, and again when it has started', async () => {
    const session = await pageUnknownHere();
    for (let count = 0; count < 101; count += 1) stripe.addSession({ ...session, metadata: {} }, 'paid');
    stripe.endPage(session, 'paid');
    clock.moveOn(25 * HOUR_MS);
    const [job] = fixture.service.jobs ?? [];
    await job?.run({ now: clock.now(), signal: AbortSignal.abort() });
    expect(stripe.asked).toEqual(['/v1/checkout/sessions']);
    clock.moveOn(HOUR_MS);
    await fixture.runJobs();
    expect(await availableNow()).toBe('20.00');
  });
});

describe('a message that comes after all', () => {
  it('changes nothing when it comes after the answer', async () => {
    const session = stripe.endPage(await pageFor(), 'paid');
    clock.moveOn(25 * HOUR_MS);
    await fixture.runJobs();
    expect(await tell('completed', session)).toEqual([]);
    expect(await tell('completed', session)).toEqual([]);
    expect(await availableNow()).toBe('20.00');
    expect(await toldOf()).toHaveLength(1);
  });

  it('leaves nothing to ask when it comes before', async () => {
    const session = stripe.endPage(await pageFor(), 'paid');
    clock.moveOn(25 * HOUR_MS);
    await tell('completed', session);
    await fixture.runJobs();
    expect(stripe.asked).toEqual([]);
    expect(await availableNow()).toBe('20.00');
  });

  it('brings its money also when the top-up had been taken for ended', async () => {
    const session = await pageFor();
    stripe.forget(session);
    clock.moveOn(8 * DAY_MS);
    await fixture.runJobs();
    expect(await stateOf(session)).toBe('EXPIRED');
    await tell('completed', session);
    expect(await availableNow()).toBe('20.00');
  });

  it('brings nothing that a person has given back at Stripe, who says so as docs/operations.md has it', async () => {
    const session = stripe.endPage(await pageFor(), 'paid');
    const by = session.metadata.parterre_top_up ?? '';
    const refund = "update top_ups set state = 'REFUNDED' where id = $1 and state <> 'PAID' returning id";
    expect(await fixture.database.sql(refund, [by])).toHaveLength(1);
    // Its messages are sent again for three days.
    expect(await tell('completed', session)).toEqual([]);
    clock.moveOn(25 * HOUR_MS);
    await fixture.runJobs();
    expect(stripe.asked).toEqual([]);
    expect([await stateOf(session), await availableNow()]).toEqual(['REFUNDED', '0.00']);
  });

  it('brings nothing that a person gives back at that moment', async () => {
    const session = stripe.endPage(await pageFor(), 'paid');
    clock.moveOn(25 * HOUR_MS);
    const by = session.metadata.parterre_top_up ?? '';
    const telling = Promise.withResolvers<unknown>();
    await fixture.database.transaction(async (tx) => {
      await tx.sql("update top_ups set state = 'REFUNDED' where id = $1", [by]);
      tell('completed', session).then(telling.resolve, telling.resolve);
      await until('the message to wait for it', async () => {
        const waiting = await fixture.database.sql(
          `select from pg_stat_activity
           where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0`,
        );
        return waiting.length > 0;
      });
    });
    await telling.promise;
    expect([await stateOf(session), await availableNow()]).toEqual(['REFUNDED', '0.00']);
    expect(await tell('completed', session)).toEqual([]);
  });

  it.each(['known', 'unknown'] as const)(
    'at the same moment as the answer is one credit, of a page that is %s here',
    async (what) => {
      const begun: DoubleSession[] = [];
      for (let count = 0; count < 10; count += 1) {
        begun.push(what === 'known' ? await pageFor() : await pageUnknownHere());
      }
      const sessions = begun.map((session) => stripe.endPage(session, 'paid'));
      logged.length = 0;
      clock.moveOn(25 * HOUR_MS);
      await Promise.all([
        fixture.runJobs(),
        fixture.runJobs(),
        ...sessions.map((session) => tell('completed', session)),
        ...sessions.map((session) => tell('completed', session)),
      ]);
      expect(await availableNow()).toBe('200.00');
      expect(await toldOf()).toHaveLength(10);
      expect(logged).toEqual([]);
    },
  );
});

describe('a provider', () => {
  it.each(['fail', 'lose answers'] as const)(
    'that is away for days (%s) is asked less and less, and then the money comes',
    async (mood) => {
      const session = stripe.endPage(await pageFor(), 'paid');
      stripe.feel(mood);
      clock.moveOn(25 * HOUR_MS);
      for (let hour = 0; hour < 72; hour += 1) {
        await fixture.runJobs();
        clock.moveOn(HOUR_MS);
      }
      const { state, asks } = (await topUpOf(session)) ?? {};
      expect(state).toBe('PENDING');
      expect(asks).toBeGreaterThan(12);
      expect(asks).toBeLessThan(20);
      expect(new Set(logged.map(({ level }) => level))).toEqual(new Set(['warn']));
      stripe.feel('well');
      clock.moveOn(6 * HOUR_MS);
      await fixture.runJobs();
      expect(await availableNow()).toBe('20.00');
    },
    120_000,
  );

  it('that says nothing is an outage, and that does not know the page is not', async () => {
    const session = await pageFor();
    const options = {
      secretKey: stripe.secretKey,
      webhookSecret: '',
      apiUrl: stripe.url,
      publicUrl: stripe.url,
    };
    const provider = createStripe({ ...options, logger: silentLogger, timeoutMs: 50 });
    const id = newId<'TopUp'>();
    const page = { sessionId: session.id, url: session.url };
    const topUp = {
      id,
      userId,
      amount: { minor: 2_000n, currency: 'EUR' },
      state: 'PENDING',
      page,
      createdAt: clock.now(),
    } as const;
    stripe.feel('stay silent');
    await expect(provider.askAbout(topUp)).rejects.toBeInstanceOf(ProviderUnavailable);
    await expect(provider.askAbout({ ...topUp, page: null })).rejects.toBeInstanceOf(ProviderUnavailable);
  });

  it.each<[string, Partial<DoubleSession>, RegExp]>([
    ['another amount', { amount_total: 2_001 }, /expected .*20\.00.* to be paid for top-up .* got .*20\.01/],
    ['another currency', { currency: 'usd' }, /expected .*EUR.* to be paid for top-up .* got .*USD/],
    ['another top-up', { metadata: { parterre_top_up: newId() } }, /to be about top-up/],
    ['no top-up', { metadata: {} }, /to name a top-up/],
  ])('that says %s moves nothing and alarms, each time it is asked', async (_what, change, message) => {
    const session = stripe.endPage(await pageFor(), 'paid');
    stripe.change(session, change);
    clock.moveOn(25 * HOUR_MS);
    await fixture.runJobs();
    clock.moveOn(HOUR_MS);
    await fixture.runJobs();
    expect(await availableNow()).toBe('0.00');
    expect(await topUpOf(session)).toEqual({ state: 'PENDING', asks: 2 });
    expect(logged).toEqual(Array(2).fill({ level: 'error', message: expect.stringMatching(message) }));
    stripe.change(session, { ...session });
    clock.moveOn(DAY_MS);
    await fixture.runJobs();
    expect(await availableNow()).toBe('20.00');
  });

  it('that does not take the key is a fault, and holds up no other top-up', async () => {
    const session = stripe.endPage(await pageFor(), 'paid');
    stripe.feel('refuse');
    clock.moveOn(25 * HOUR_MS);
    await fixture.runJobs();
    expect(await stateOf(session)).toBe('PENDING');
    expect(logged).toMatchObject([{ level: 'error' }]);
    stripe.feel('well');
    clock.moveOn(HOUR_MS);
    await fixture.runJobs();
    expect(await availableNow()).toBe('20.00');
  });
});

it('a server whose money is free asks nobody', async () => {
  const free = await openPaymentsFixture({ clock });
  try {
    await free.topUp(userId, '20.00');
    clock.moveOn(25 * HOUR_MS);
    await free.runJobs();
    expect((await free.balances(userId))[0]).toBe('20.00');
    expect(stripe.asked).toEqual([]);
  } finally {
    await free.stop();
  }
});
