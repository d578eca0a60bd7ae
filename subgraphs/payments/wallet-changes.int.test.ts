import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import { anonymous, type Caller } from '@parterre/platform/kernel/caller.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { openPaymentsFixture, type PaymentsFixture, userCaller } from './testing/fixture.ts';

let fixture: PaymentsFixture;
beforeAll(async () => {
  fixture = await openPaymentsFixture();
});
afterAll(() => fixture.stop());

const document = `subscription ($since: String) {
  walletChanged(since: $since) { id available { amount currencyCode } pending { amount } }
}`;

interface Message {
  readonly data: {
    readonly walletChanged: Readonly<Record<'available' | 'pending', { readonly amount: string }>>;
  };
  readonly extensions: { readonly cursor: string; readonly reset?: boolean };
}

interface Shown {
  readonly balances: readonly [string, string];
  readonly cursor: string;
  readonly reset: boolean;
}

async function watch(caller: Caller, since: string | null = null) {
  const stream = await fixture.subscribe(document, { since }, caller);
  if (!('next' in stream)) throw new Error(`expected a stream, got ${JSON.stringify(stream)}`);
  return {
    async next(): Promise<Shown | 'end'> {
      const { done, value } = await stream.next();
      if (done) return 'end';
      if (value.errors) throw new AggregateError(value.errors);
      const { data, extensions } = value as unknown as Message;
      const { available, pending } = data.walletChanged;
      return {
        balances: [available.amount, pending.amount],
        cursor: extensions.cursor,
        reset: extensions.reset ?? false,
      };
    },
    close: () => stream.return?.(),
  };
}

/** What a watcher is shown when everything that has happened is told. */
async function shown(messages: { next(): Promise<Shown | 'end'> }) {
  await fixture.relay();
  const message = await messages.next();
  if (message === 'end') throw new Error('expected a message, got the end');
  return message;
}

it('begins with the present state and tells of every movement of the money', async () => {
  const userId = newId<'User'>();
  const [booking, other] = [newId<'Booking'>(), newId<'Booking'>()];
  const messages = await watch(userCaller(userId));
  expect((await shown(messages)).balances).toEqual(['0.00', '0.00']);

  const moves: [() => Promise<unknown>, readonly [string, string]][] = [
    [() => fixture.topUp(userId, '100.00'), ['100.00', '0.00']],
    [() => fixture.authorize({ bookingId: booking, userId, amount: '30.00' }), ['70.00', '30.00']],
    [() => fixture.capture({ bookingId: booking }), ['70.00', '0.00']],
    [() => fixture.authorize({ bookingId: other, userId, amount: '20.00' }), ['50.00', '20.00']],
    [() => fixture.void({ bookingId: other, userId }), ['70.00', '0.00']],
    [() => fixture.refund(booking, '12.50'), ['82.50', '0.00']],
  ];
  for (const [move, balances] of moves) {
    await move();
    expect((await shown(messages)).balances).toEqual(balances);
  }
  await messages.close();
  expect(await messages.next()).toBe('end');
});

it('goes on from a cursor: what was missed is one message, and nothing comes when nothing was', async () => {
  const userId = newId<'User'>();
  const bookingId = newId<'Booking'>();
  await fixture.topUp(userId, '10.00');
  const first = await watch(userCaller(userId));
  const { cursor } = await shown(first);
  await first.close();

  await fixture.authorize({ bookingId, userId, amount: '4.00' });
  await fixture.capture({ bookingId });
  await fixture.relay();
  const second = await watch(userCaller(userId), cursor);
  const missed = await shown(second);
  expect(missed).toMatchObject({ balances: ['6.00', '0.00'], reset: false });
  await second.close();

  const third = await watch(userCaller(userId), missed.cursor);
  const waiting = third.next();
  await fixture.topUp(userId, '1.00');
  await fixture.relay();
  expect(await waiting).toMatchObject({ balances: ['7.00', '0.00'], reset: false });
  await third.close();

  const lost = await watch(userCaller(userId), `another.${cursor.split('.')[1]}`);
  expect(await lost.next()).toMatchObject({ balances: ['7.00', '0.00'], reset: true });
  await lost.close();
});

it("is the caller's own wallet, whoever else has money", async () => {
  const [userId, other]: UserId[] = [newId<'User'>(), newId<'User'>()];
  if (!userId || !other) throw new Error('expected two users');
  const messages = await watch(userCaller(other, 'ADMIN'));
  await shown(messages);
  const waiting = messages.next();
  await fixture.topUp(userId, '100.00');
  await fixture.relay();
  await fixture.topUp(other, '1.00');
  await fixture.relay();
  expect(await waiting).toMatchObject({ balances: ['1.00', '0.00'] });
  await messages.close();
});

it('is nothing for nobody and for subgraphs', async () => {
  for (const caller of [anonymous, { kind: 'subgraph', subgraph: 'tickets' } as const]) {
    const answer = await fixture.subscribe(document, {}, caller);
    expect(answer).toMatchObject({
      errors: [{ extensions: { code: expect.stringMatching(/^UNAUTH|FORBID/) } }],
    });
  }
});
