import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import { anonymous } from '@parterre/platform/kernel/caller.ts';
import type { Clock } from '@parterre/platform/kernel/clock.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import fc from 'fast-check';
import { expectSoundLedger } from './testing/expect-sound-ledger.ts';
import { eur, openPaymentsFixture, type PaymentsFixture, userCaller } from './testing/fixture.ts';
import {
  type DoubleSession,
  type SignedMessage,
  type StripeDouble,
  startStripeDouble,
} from './testing/stripe-double.ts';

let stripe: StripeDouble;
let fixture: PaymentsFixture;
let userId: UserId;
beforeAll(async () => {
  stripe = await startStripeDouble();
  fixture = await openPaymentsFixture({
    config: { ...stripe.settings, PUBLIC_URL: 'https://tickets.example' },
  });
});
beforeEach(() => {
  userId = newId<'User'>();
  stripe.feel('well');
  stripe.setClock(0);
  stripe.requests.length = 0;
});
afterEach(() => expectSoundLedger(fixture.database));
afterAll(async () => {
  await fixture?.stop();
  await stripe?.stop();
});

const mutation = `mutation ($input: TopUpWalletInput!) {
  topUpWallet(input: $input) { wallet { available { amount } pending { amount } } redirectUrl userErrors { code } }
}`;
interface Begun {
  readonly wallet: object | null;
  readonly redirectUrl: string | null;
  readonly userErrors: readonly { readonly code: string }[];
}

const executed = (amount: string, idempotencyKey: string) =>
  fixture.execute(mutation, { input: { amount: eur(amount), idempotencyKey } }, userCaller(userId));
async function begin(amount = '20.00', idempotencyKey: string = newId()): Promise<Begun> {
  const { data, errors } = await executed(amount, idempotencyKey);
  if (errors) throw new AggregateError(errors);
  return (data as unknown as { topUpWallet: Begun }).topUpWallet;
}
const pageFor = async (amount?: string): Promise<DoubleSession> =>
  stripe.sessionAt((await begin(amount)).redirectUrl);

/** As the gateway hands it on: the codes of what was refused, and of errors. */
async function deliver(message: SignedMessage): Promise<readonly string[]> {
  const document = `mutation ($input: ReceiveProviderMessageInput!) {
    receiveProviderMessage(input: $input) { userErrors { code } }
  }`;
  const { data, errors } = await fixture.execute(document, { input: message }, anonymous);
  if (errors) return errors.map(({ extensions }) => String(extensions.code));
  const { receiveProviderMessage } = data as { receiveProviderMessage: Pick<Begun, 'userErrors'> };
  return receiveProviderMessage.userErrors.map(({ code }) => code);
}
const tell = (...said: Parameters<StripeDouble['event']>) => deliver(stripe.sign(stripe.event(...said)));
const stateOf = async ({ metadata }: DoubleSession) => {
  const rows = await fixture.database.sql<{ state: string }>('select state from top_ups where id = $1', [
    metadata.parterre_top_up ?? '',
  ]);
  return rows[0]?.state;
};
const toldOf = async () =>
  (await fixture.published('WalletToppedUp')).filter(({ subject }) => subject === userId);

describe('a top-up by a page of Stripe', () => {
  it('begins with the page, and with no money anywhere', async () => {
    const begun = await begin('20.00', 'first');
    const session = stripe.sessionAt(begun.redirectUrl);
    expect(begun).toEqual({
      wallet: { available: { amount: '0.00' }, pending: { amount: '0.00' } },
      redirectUrl: session.url,
      userErrors: [],
    });
    expect(await fixture.transactions(userId)).toEqual([]);
    expect(await stateOf(session)).toBe('PENDING');
    const [request] = stripe.requests;
    expect(request?.key).toBe(session.metadata.parterre_top_up);
    expect(Object.fromEntries(request?.form ?? [])).toMatchObject({
      mode: 'payment',
      'line_items[0][price_data][currency]': 'eur',
      'line_items[0][price_data][unit_amount]': '2000',
      success_url: 'https://tickets.example/#/account',
    });
  });

  it('is in the wallet when Stripe says that it is paid, once, however often it says so', async () => {
    const session = await pageFor('20.00');
    const message = stripe.sign(stripe.event('completed', session));
    expect(await deliver(message)).toEqual([]);
    expect(await deliver(message)).toEqual([]);
    expect(await tell('completed', session)).toEqual([]);
    expect(await fixture.balances(userId)).toEqual(['20.00', '0.00']);
    expect(await fixture.transactions(userId)).toMatchObject([{ kind: 'TOP_UP', status: 'POSTED' }]);
    expect((await toldOf()).map(({ data }) => data)).toMatchObject([{ amount: eur('20.00') }]);
    expect(await stateOf(session)).toBe('PAID');
  });

  it('is credited once by 20 messages at once', async () => {
    const session = await pageFor();
    const all = await Promise.all(Array.from({ length: 20 }, () => tell('completed', session)));
    expect(all.flat()).toEqual([]);
    expect(await fixture.balances(userId)).toEqual(['20.00', '0.00']);
  });

  it('opens one page for one key, also for 10 requests at once and after it was paid', async () => {
    const pages = await Promise.all(Array.from({ length: 10 }, () => begin('20.00', 'the key')));
    const [page, ...others] = new Set(pages.map(({ redirectUrl }) => redirectUrl));
    expect(others).toEqual([]);
    const session = stripe.sessionAt(page ?? null);
    await tell('completed', session);
    expect(await begin('20.00', 'the key')).toMatchObject({
      redirectUrl: page,
      wallet: { available: { amount: '20.00' } },
    });
    expect(stripe.sessions.filter(({ metadata }) => metadata === session.metadata)).toHaveLength(1);
    expect(await begin('21.00', 'the key')).toMatchObject({
      userErrors: [{ code: 'IDEMPOTENCY_KEY_REUSED' }],
    });
  });

  it.each(['lose answers', 'fail'] as const)(
    'outlives that Stripe %s: the same key leads to the page, and there is one',
    async (mood) => {
      stripe.feel(mood);
      const { errors } = await executed('20.00', 'retried');
      expect(errors?.[0]?.extensions.code).toBe('SERVICE_UNAVAILABLE');
      stripe.feel('well');
      const session = stripe.sessionAt((await begin('20.00', 'retried')).redirectUrl);
      const topUp = session.metadata.parterre_top_up;
      expect(new Set(stripe.requests.map(({ key }) => key))).toEqual(new Set([topUp]));
      expect(stripe.sessions.filter(({ metadata }) => metadata.parterre_top_up === topUp)).toHaveLength(1);
      await tell('completed', session);
      expect(await fixture.balances(userId)).toEqual(['20.00', '0.00']);
    },
  );

  it.each([
    ['behind', -60_000],
    ['ahead', 60_000],
  ])("is begun also where Stripe's clock is a minute %s", async (_where, ms) => {
    stripe.setClock(ms);
    expect(await begin()).toMatchObject({ redirectUrl: expect.any(String), userErrors: [] });
  });

  it('whose answer was lost has its page also 22 hours later, when the same is asked', async () => {
    stripe.feel('fail');
    await executed('20.00', 'a day ago');
    stripe.feel('well');
    stripe.setClock(22 * 3_600_000);
    expect(await begin('20.00', 'a day ago')).toMatchObject({
      redirectUrl: expect.any(String),
      userErrors: [],
    });
    expect(new Set(stripe.requests.map(({ form }) => form.toString())).size).toBe(1);
  });

  it('may be paid before its page is known here, because the answer was lost', async () => {
    stripe.feel('lose answers');
    await executed('20.00', 'lost');
    stripe.feel('well');
    const session = stripe.sessions.at(-1);
    if (!session) throw new Error('expected a session to have been opened');
    expect(await tell('completed', session)).toEqual([]);
    expect(await fixture.balances(userId)).toEqual(['20.00', '0.00']);
    expect(await begin('20.00', 'lost')).toEqual({
      wallet: { available: { amount: '20.00' }, pending: { amount: '0.00' } },
      redirectUrl: null,
      userErrors: [],
    });
  });

  it('that Stripe does not take is refused, and stays so without being asked again', async () => {
    expect(await begin('0.10', 'too little')).toEqual({
      wallet: null,
      redirectUrl: null,
      userErrors: [{ code: 'PROVIDER_REFUSED' }],
    });
    const asked = stripe.requests.length;
    expect(await begin('0.10', 'too little')).toMatchObject({ userErrors: [{ code: 'PROVIDER_REFUSED' }] });
    expect(stripe.requests).toHaveLength(asked);
  });

  it('is refused at once where it would not fit, and Stripe is not asked', async () => {
    await fixture.block(userId);
    expect(await begin()).toMatchObject({ redirectUrl: null, userErrors: [{ code: 'WALLET_FROZEN' }] });
    expect(stripe.requests).toEqual([]);
  });
});

describe('messages of Stripe', () => {
  it.each<[string, (session: DoubleSession) => SignedMessage]>([
    [
      'signed with another secret',
      (s) => stripe.sign(stripe.event('completed', s), { secret: 'whsec_other' }),
    ],
    [
      'changed on the way',
      (s) => {
        const { text, signature } = stripe.sign(stripe.event('expired', s));
        return { text: text.replace('.expired', '.completed').replace('unpaid', 'paid'), signature };
      },
    ],
    ['without a signature', (s) => ({ text: stripe.event('completed', s), signature: '' })],
    [
      'with a signature that is none',
      (s) => ({ text: stripe.event('completed', s), signature: 'v1=ab,t=x' }),
    ],
    [
      'more than 5 minutes old',
      (s) => stripe.sign(stripe.event('completed', s), { at: new Date(Date.now() - 302_000) }),
    ],
  ])('%s move nothing', async (_what, forge) => {
    const session = await pageFor();
    expect(await deliver(forge(session))).toEqual(['INVALID_SIGNATURE']);
    expect(await fixture.balances(userId)).toEqual(['0.00', '0.00']);
    expect(await stateOf(session)).toBe('PENDING');
  });

  it('that come 4 minutes late count', async () => {
    const session = await pageFor();
    const at = new Date(Date.now() - 240_000);
    expect(await deliver(stripe.sign(stripe.event('completed', session), { at }))).toEqual([]);
    expect(await fixture.balances(userId)).toEqual(['20.00', '0.00']);
  });

  it('say in any order, any number of times, the same in the end: paid is paid, and once', async () => {
    type Said = readonly [
      'completed' | 'expired' | 'async_payment_failed' | 'async_payment_succeeded',
      'paid' | 'unpaid',
    ];
    const said: readonly Said[] = [
      ['completed', 'unpaid'],
      ['expired', 'unpaid'],
      ['async_payment_failed', 'unpaid'],
      ['async_payment_succeeded', 'paid'],
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...said), { minLength: 1, maxLength: 6 }),
        async (messages) => {
          userId = newId<'User'>();
          const session = await pageFor('10.00');
          for (const [type, payment_status] of messages) {
            expect(await tell(type, session, { payment_status })).toEqual([]);
          }
          const isPaid = messages.some(([, status]) => status === 'paid');
          expect(await fixture.balances(userId)).toEqual([isPaid ? '10.00' : '0.00', '0.00']);
          expect((await stateOf(session)) === 'PAID').toBe(isPaid);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('of a payment after the page had expired bring its money', async () => {
    const session = await pageFor();
    await tell('expired', session);
    expect(await stateOf(session)).toBe('EXPIRED');
    await tell('completed', session);
    expect(await fixture.balances(userId)).toEqual(['20.00', '0.00']);
    await tell('expired', session);
    expect(await stateOf(session)).toBe('PAID');
  });

  it('of a payment land in a wallet that was frozen meanwhile', async () => {
    const session = await pageFor();
    await fixture.block(userId);
    expect(await tell('completed', session)).toEqual([]);
    expect(await fixture.balances(userId)).toEqual(['20.00', '0.00']);
  });

  it.each<[string, Partial<DoubleSession>]>([
    ['another amount', { amount_total: 2_001 }],
    ['another currency', { currency: 'usd' }],
    ['another session', { id: 'cs_test_of_somebody_else' }],
  ])('of %s than was asked for are a fault, and move nothing', async (_what, change) => {
    const session = await pageFor();
    expect(await tell('completed', session, change)).toEqual(['INTERNAL_SERVER_ERROR']);
    expect(await fixture.balances(userId)).toEqual(['0.00', '0.00']);
    expect(await stateOf(session)).toBe('PENDING');
  });

  it('about what the seller does otherwise are taken, and those about a top-up that is not here are not', async () => {
    const session = await pageFor();
    expect(await tell('completed', session, { metadata: {} })).toEqual([]);
    const other = stripe.event('completed', session).replace('checkout.session.completed', 'invoice.paid');
    expect(await deliver(stripe.sign(other))).toEqual([]);
    for (const parterre_top_up of [newId(), 'no identifier']) {
      expect(await tell('completed', session, { metadata: { parterre_top_up } })).toEqual([
        'TOP_UP_NOT_FOUND',
      ]);
    }
    expect(await fixture.balances(userId)).toEqual(['0.00', '0.00']);
  });
});

it('a server whose money is free takes no messages', async () => {
  const free = await openPaymentsFixture();
  const document = `mutation ($input: ReceiveProviderMessageInput!) {
    receiveProviderMessage(input: $input) { userErrors { code } }
  }`;
  try {
    const { data } = await free.execute(document, { input: stripe.sign('{}') }, anonymous);
    expect(data).toEqual({ receiveProviderMessage: { userErrors: [{ code: 'NO_PROVIDER' }] } });
  } finally {
    await free.stop();
  }
});

describe('what an administrator sees of Stripe', () => {
  const later = { now: () => new Date(Date.now() + 27 * 3_600_000) };
  const statusOf = async (clock?: Clock) => {
    const opened = await openPaymentsFixture({ config: { ...stripe.settings }, ...(clock && { clock }) });
    try {
      await opened.database.sql(
        `insert into top_ups (id, user_id, amount_minor, currency, state, created_at, ask_at)
         values ($1, $2, 100, 'EUR', 'PENDING', now(), now())`,
        [newId(), newId()],
      );
      const query =
        '{ services { payments { provider { name answers fault } overdueWork { kind count } } } }';
      const admin = { ...userCaller(newId<'User'>()), role: 'ADMIN' };
      const { data } = await opened.execute(query, {}, admin);
      return (data as { services: { payments: object } }).services.payments;
    } finally {
      await opened.stop();
    }
  };

  it('is whether it answers', async () => {
    expect(await statusOf()).toEqual({
      provider: { name: 'stripe', answers: true, fault: null },
      overdueWork: [],
    });
  });

  it('is by which kind of fault it does not, without a word of its own', async () => {
    stripe.feel('refuse');
    expect(await statusOf()).toMatchObject({
      provider: { name: 'stripe', answers: false, fault: expect.stringMatching(/^[\w ]+ 403$/) },
    });
  });

  it('is how many top-ups have no end, a day after their page had one', async () => {
    expect(await statusOf(later)).toMatchObject({ overdueWork: [{ kind: 'TOP_UP_NOT_SETTLED', count: 1 }] });
  });
});
