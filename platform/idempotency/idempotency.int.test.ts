import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../kernel/ids.ts';
import { barrier } from '../testing/barrier.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { claim, complete, type KeyedInput, listInProgress, recall } from './idempotency.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase({ poolSize: 20 });
});
afterAll(() => test.drop());

const topUp = (changes: Partial<KeyedInput> = {}): KeyedInput => ({
  userId: 'ada',
  operation: 'topUpWallet',
  key: newId(),
  input: { amount: { amount: '10.00', currencyCode: 'EUR' } },
  ...changes,
});

/** As a mutation of one transaction does it. */
function doOnce(keyed: KeyedInput, effect: () => unknown) {
  return test.database.transaction(async (tx) => {
    const claimed = await claim(tx, keyed);
    if (claimed.kind !== 'new') return claimed;
    const outcome = effect();
    await complete(tx, keyed, outcome);
    return { kind: 'done', outcome };
  });
}

describe('an idempotency key', () => {
  it('gives back the first outcome to the same input, and has no second effect', async () => {
    const keyed = topUp();
    let effects = 0;
    const effect = () => ({ balance: String(++effects) });
    expect(await doOnce(keyed, effect)).toEqual({ kind: 'done', outcome: { balance: '1' } });
    expect(await doOnce(keyed, effect)).toEqual({ kind: 'done', outcome: { balance: '1' } });
    expect(effects).toBe(1);
  });

  it('has one effect when a hundred callers come at once', async () => {
    const keyed = topUp();
    let effects = 0;
    const outcomes = await Promise.all(
      Array.from({ length: 100 }, () => doOnce(keyed, () => ({ balance: String(++effects) }))),
    );
    expect(effects).toBe(1);
    expect(outcomes).toEqual(
      Array.from({ length: 100 }, () => ({ kind: 'done', outcome: { balance: '1' } })),
    );
  });

  it('is free again when its transaction was rolled back', async () => {
    const keyed = topUp();
    const failing = doOnce(keyed, () => {
      throw new Error('the bank is closed');
    });
    await expect(failing).rejects.toThrow('the bank is closed');
    expect(await doOnce(keyed, () => 'open')).toEqual({ kind: 'done', outcome: 'open' });
  });

  it('is refused with another input', async () => {
    const keyed = topUp();
    await doOnce(keyed, () => 1);
    expect(await doOnce({ ...keyed, input: { amount: '11.00' } }, () => 2)).toEqual({ kind: 'reused' });
  });

  it('is another key for another user, and for another operation', async () => {
    const keyed = topUp();
    await doOnce(keyed, () => 'hers');
    expect(await doOnce({ ...keyed, userId: 'bob' }, () => 'his')).toEqual({ kind: 'done', outcome: 'his' });
    expect(await doOnce({ ...keyed, operation: 'pay' }, () => 'paid')).toEqual({
      kind: 'done',
      outcome: 'paid',
    });
  });

  it('says that it is in progress between the transactions of a longer operation', async () => {
    const keyed = topUp();
    const claimAgain = () => test.database.transaction((tx) => claim(tx, keyed));
    expect(await claimAgain()).toEqual({ kind: 'new' });
    expect(await claimAgain()).toEqual({ kind: 'in-progress' });
    await test.database.transaction((tx) => complete(tx, keyed, { booking: 'b' }));
    expect(await claimAgain()).toEqual({ kind: 'done', outcome: { booking: 'b' } });
  });

  it('keeps its first outcome when it is completed twice', async () => {
    const keyed = topUp();
    await doOnce(keyed, () => 'first');
    await test.database.transaction((tx) => complete(tx, keyed, 'second'));
    expect(await recall(test.database, keyed)).toEqual({ kind: 'done', outcome: 'first' });
  });

  it('that is gone stops nobody who owes its answer, and is free', async () => {
    const keyed = topUp();
    await test.database.transaction((tx) => complete(tx, keyed, 'an answer that nobody asks for'));
    expect(await doOnce(keyed, () => 'new')).toEqual({ kind: 'done', outcome: 'new' });
  });

  it('can be recalled without being taken', async () => {
    const keyed = topUp();
    expect(await recall(test.database, keyed)).toEqual({ kind: 'absent' });
    expect(await test.database.transaction((tx) => claim(tx, keyed))).toEqual({ kind: 'new' });
    expect(await recall(test.database, keyed)).toEqual({ kind: 'in-progress' });
    expect(await recall(test.database, { ...keyed, input: 'another' })).toEqual({ kind: 'reused' });
  });

  it('is listed for its user and operation while it has no outcome', async () => {
    const of = { userId: newId(), operation: 'topUpWallet' };
    const open = topUp(of);
    const others = [topUp({ ...of, operation: 'another' }), topUp()];
    for (const keyed of [open, ...others]) await test.database.transaction((tx) => claim(tx, keyed));
    await doOnce(topUp(of), () => 'done');
    expect(await listInProgress(test.database, of)).toEqual([open.key]);
  });

  it('makes the second caller wait for the first', async () => {
    const keyed = topUp();
    const claimed = barrier(2);
    const release = barrier(2);
    const order: string[] = [];
    const first = test.database.transaction(async (tx) => {
      await claim(tx, keyed);
      await claimed();
      await release();
      order.push('first');
      await complete(tx, keyed, 1);
    });
    await claimed();
    const second = test.database
      .transaction((tx) => claim(tx, keyed))
      .then((result) => {
        order.push('second');
        return result;
      });
    await release();
    await first;
    expect(await second).toEqual({ kind: 'done', outcome: 1 });
    expect(order).toEqual(['first', 'second']);
  });
});
