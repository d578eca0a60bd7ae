import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { BookingId, UserId } from '@parterre/contracts/kernel/ids.ts';
import type { Caller } from '@parterre/platform/kernel/caller.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { expectSoundLedger } from '../../testing/expect-sound-ledger.ts';
import {
  eur,
  openPaymentsFixture,
  type PaymentsFixture,
  topUpMutation,
  userCaller,
  walletQuery,
} from '../../testing/fixture.ts';

let fixture: PaymentsFixture;
let userId: UserId;
beforeAll(async () => {
  fixture = await openPaymentsFixture();
});
beforeEach(() => {
  userId = newId<'User'>();
});
afterEach(() => expectSoundLedger(fixture.database));
afterAll(() => fixture.stop());

const anonymous: Caller = { kind: 'anonymous' };
const readWallet = (caller: Caller) =>
  fixture.execute(walletQuery, { users: [{ __typename: 'User', id: userId }] }, caller);
const codesOf = (answer: { readonly userErrors: readonly { readonly code: string }[] }) =>
  answer.userErrors.map((error) => error.code);

describe('a wallet', () => {
  it('is there, empty, before the fact of its owner has come, and keeps its id when it is opened', async () => {
    const query = `query ($users: [_Any!]!) { _entities(representations: $users) { ... on User { wallet { id available { amount currencyCode } } } } }`;
    const read = () =>
      fixture.request(query, { users: [{ __typename: 'User', id: userId }] }, userCaller(userId));
    const before = await read();
    expect(before).toMatchObject({ _entities: [{ wallet: { available: eur('0.00') } }] });
    await fixture.register(userId);
    expect(await read()).toEqual(before);
  });

  it('is opened once, however often the fact comes and whatever was put in meanwhile', async () => {
    await fixture.topUp(userId, '5.00');
    await fixture.register(userId);
    await fixture.register(userId);
    expect(await fixture.balances(userId)).toEqual(['5.00', '0.00']);
  });

  it("shows itself to its owner and to an administrator, and is forbidden to anybody else's eyes", async () => {
    await fixture.topUp(userId, '5.00');
    expect((await readWallet(userCaller(userId))).errors).toBeUndefined();
    expect((await readWallet(userCaller(newId(), 'ADMIN'))).errors).toBeUndefined();
    for (const caller of [userCaller(newId()), userCaller(newId(), 'ORGANIZER')]) {
      const result = await readWallet(caller);
      expect(result.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
      expect(result.data).toEqual({ _entities: [{ wallet: null }] });
    }
    expect((await readWallet(anonymous)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('tells what moved it, newest first: payments by what became of them', async () => {
    await fixture.topUp(userId, '100.00');
    const pay = async (amount: string) => {
      const bookingId = newId<'Booking'>();
      await fixture.authorize({ bookingId, userId, amount });
      return bookingId;
    };
    await pay('1.00');
    await fixture.void({ bookingId: await pay('2.00'), userId });
    const captured = await pay('3.00');
    await fixture.capture({ bookingId: captured });
    await fixture.refund(captured, '0.50');
    const shown = (await fixture.transactions(userId)).map(({ kind, status, amount, payment }) =>
      [kind, status, amount.amount, payment?.status ?? '-'].join(' '),
    );
    expect(shown).toEqual([
      'REFUND POSTED 0.50 CAPTURED',
      'PAYMENT POSTED -3.00 CAPTURED',
      'PAYMENT VOIDED -2.00 VOIDED',
      'PAYMENT PENDING -1.00 AUTHORIZED',
      'TOP_UP POSTED 100.00 -',
    ]);
    expect(await fixture.balances(userId)).toEqual(['96.50', '1.00']);
  });

  it('is turned over page by page, without a gap and without a repetition', async () => {
    for (const amount of ['1.00', '2.00', '3.00', '4.00', '5.00']) await fixture.topUp(userId, amount);
    const query = `query ($users: [_Any!]!, $after: String) { _entities(representations: $users) { ... on User { wallet {
      transactions(first: 2, after: $after) { nodes { amount { amount } } pageInfo { hasNextPage endCursor } } } } } }`;
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const data: Page = await fixture.request(
        query,
        { users: [{ __typename: 'User', id: userId }], after },
        userCaller(userId),
      );
      const { nodes, pageInfo } = data._entities[0].wallet.transactions;
      seen.push(...nodes.map((node) => node.amount.amount));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(['5.00', '4.00', '3.00', '2.00', '1.00']);
  });

  it('is turned over the same while money moves: what was there comes once, in its order, and nothing else', async () => {
    const pending: BookingId[] = [];
    for (let line = 0; line < 8; line += 1) {
      const bookingId = newId<'Booking'>();
      await fixture.topUp(userId, '2.00');
      await fixture.authorize({ bookingId, userId, amount: '1.00' });
      pending.push(bookingId);
    }
    const before = (await fixture.transactions(userId)).map(({ id }) => id);
    const query = `query ($users: [_Any!]!, $after: String) { _entities(representations: $users) { ... on User { wallet {
      transactions(first: 3, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } } } } }`;
    const turnTo = (after: string | null) =>
      fixture.request<StatementPage>(
        query,
        { users: [{ __typename: 'User', id: userId }], after },
        userCaller(userId),
      );
    const move = async () => {
      const bookingId = pending.pop();
      await fixture.topUp(userId, '0.01');
      // Lines on pages to come change their status, from the newest and from the oldest on.
      if (bookingId) await fixture.capture({ bookingId });
      const other = pending.shift();
      if (other) await fixture.void({ bookingId: other, userId });
      if (bookingId) await fixture.refund(bookingId, '0.50');
    };
    const seen: string[] = [];
    let after: string | null = null;
    do {
      // The first page is the one that new lines belong to.
      const moving = after === null ? undefined : move();
      const data: StatementPage = await turnTo(after);
      await moving;
      const { nodes, pageInfo } = data._entities[0].wallet.transactions;
      seen.push(...nodes.map(({ id }) => id));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(before);
    expect((await fixture.transactions(userId)).length).toBeGreaterThan(before.length);
  });

  it.each([
    ['a page of -1', { first: -1 }],
    ['a page of 101', { first: 101 }],
    ['a cursor of its own making', { after: 'abc' }],
    ['a cursor of another list', { after: Buffer.from('["x"]').toString('base64url') }],
  ])('refuses %s', async (_what, page) => {
    const { errors } = await fixture.execute(
      `query ($users: [_Any!]!, $first: Int, $after: String) { _entities(representations: $users) { ... on User {
         wallet { transactions(first: $first, after: $after) { nodes { id } } } } } }`,
      { users: [{ __typename: 'User', id: userId }], ...page },
      userCaller(userId),
    );
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});

type Page = PageOf<{ readonly amount: { readonly amount: string } }>;
type StatementPage = PageOf<{ readonly id: string }>;

interface PageOf<Node> {
  readonly _entities: [
    {
      readonly wallet: {
        readonly transactions: {
          readonly nodes: readonly Node[];
          readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
        };
      };
    },
  ];
}

describe('topUpWallet', () => {
  it('works right after registering, before the fact has arrived, and publishes it', async () => {
    const answer = await fixture.topUp(userId, '25.50');
    expect(answer).toEqual({ wallet: { available: eur('25.50') }, userErrors: [] });
    const facts = (await fixture.published('WalletToppedUp')).filter((fact) => fact.subject === userId);
    expect(facts.map((fact) => fact.data)).toEqual([
      { userId, amount: eur('25.50'), available: eur('25.50') },
    ]);
  });

  it('answers a repetition with the first outcome, refusals included, and does nothing', async () => {
    await fixture.topUp(userId, '25.00', 'a');
    expect((await fixture.topUp(userId, '25.00', 'a')).userErrors).toEqual([]);
    const refused = await fixture.topUp(userId, '0.00', 'b');
    expect(await fixture.topUp(userId, '0.00', 'b')).toEqual(refused);
    expect(await fixture.balances(userId)).toEqual(['25.00', '0.00']);
  });

  it('refuses a key that came with another amount, but every user has keys of their own', async () => {
    await fixture.topUp(userId, '25.00', 'a');
    expect(codesOf(await fixture.topUp(userId, '26.00', 'a'))).toEqual(['IDEMPOTENCY_KEY_REUSED']);
    const other = newId<'User'>();
    expect(codesOf(await fixture.topUp(other, '26.00', 'a'))).toEqual([]);
  });

  it.each(['0.00', '-5.00', '0.001', '10000000.01', '99999999999999999999'])(
    'refuses an amount of %s at its field',
    async (amount) => {
      const answer = await fixture.topUp(userId, amount);
      expect(answer.userErrors).toEqual([
        expect.objectContaining({ code: 'INVALID_AMOUNT', field: ['amount', 'amount'] }),
      ]);
      expect(answer.wallet).toBeNull();
    },
  );

  it.each(['', 'x'.repeat(201), 'nul\0'])('refuses the key %j', async (key) => {
    expect(codesOf(await fixture.topUp(userId, '1.00', key))).toEqual(['INVALID_IDEMPOTENCY_KEY']);
  });

  it('refuses to fill a wallet above its limit', async () => {
    for (let i = 0; i < 10; i += 1) await fixture.topUp(userId, '10000000.00');
    expect(codesOf(await fixture.topUp(userId, '0.01'))).toEqual(['BALANCE_LIMIT_EXCEEDED']);
    expect(await fixture.balances(userId)).toEqual(['100000000.00', '0.00']);
  });

  it('is refused while its owner is blocked', async () => {
    await fixture.block(userId);
    expect(codesOf(await fixture.topUp(userId, '1.00'))).toEqual(['WALLET_FROZEN']);
  });

  it('needs somebody who is signed in', async () => {
    const input = { amount: eur('1.00'), idempotencyKey: 'a' };
    const { errors } = await fixture.execute(topUpMutation, { input }, anonymous);
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});

describe('payment', () => {
  const query =
    'query ($id: ID!) { payment(id: $id) { id status amount { amount } refunded { amount } booking { id } } }';

  it('shows itself to its payer and to an administrator; for anybody else there is none', async () => {
    await fixture.topUp(userId, '100.00');
    const bookingId = newId<'Booking'>();
    const { payment } = await fixture.authorize({ bookingId, userId, amount: '40.00' });
    await fixture.capture({ bookingId });
    await fixture.refund(bookingId, '10.00');
    const id = payment?.id ?? '';
    const shown = {
      payment: {
        id,
        status: 'CAPTURED',
        amount: { amount: '40.00' },
        refunded: { amount: '10.00' },
        booking: { id: bookingId },
      },
    };
    expect(await fixture.request(query, { id }, userCaller(userId))).toEqual(shown);
    expect(await fixture.request(query, { id }, userCaller(newId(), 'ADMIN'))).toEqual(shown);
    expect(await fixture.request(query, { id }, userCaller(newId(), 'ORGANIZER'))).toEqual({ payment: null });
    expect(await fixture.request(query, { id: newId() }, userCaller(userId))).toEqual({ payment: null });
    expect(await fixture.request(query, { id: 'none' }, userCaller(userId))).toEqual({ payment: null });
    const entity = await fixture.request(
      'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Payment { id amount { amount } } } }',
      { of: [{ __typename: 'Payment', id }] },
      userCaller(newId()),
    );
    expect(entity).toEqual({ _entities: [null] });
  });

  it('is none where an attempt was voided before it asked for money', async () => {
    const { payment } = await fixture.void({ bookingId: newId<'Booking'>(), userId });
    expect(await fixture.request(query, { id: payment?.id }, userCaller(userId))).toEqual({ payment: null });
  });
});
