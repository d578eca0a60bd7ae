import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import { money } from '@parterre/contracts/kernel/money.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { availableOf, cashIn, pendingOf, sales, walletIdOf } from '../../domain/account.ts';
import { paymentIdOf } from '../../domain/payment.ts';
import { authorization, capture, giveBack, refund, type Transfer, topUp } from '../../domain/transfer.ts';
import { expectSoundLedger } from '../../testing/expect-sound-ledger.ts';
import { openPaymentsFixture, type PaymentsFixture } from '../../testing/fixture.ts';
import { createPostgresLedger } from './ledger.ts';

/** What no program gets past the database, a wrong one neither. Each is tried behind the application's back. */
let fixture: PaymentsFixture;
let userId: UserId;
beforeAll(async () => {
  fixture = await openPaymentsFixture();
});
afterAll(async () => {
  await expectSoundLedger(fixture.database);
  await fixture.stop();
});
beforeEach(async () => {
  userId = newId<'User'>();
  await fixture.topUp(userId, '100.00');
});

const eur = (minor: bigint) => money(minor, 'EUR');
const record = (...transfers: readonly Transfer[]) =>
  fixture.database.transaction(async (tx) => {
    for (const transfer of transfers) await createPostgresLedger(fixture.database).record(tx, transfer);
  });

/** An authorized payment of 40.00, as its next transfer refers to it. */
async function held() {
  const bookingId = newId<'Booking'>();
  await fixture.authorize({ bookingId, userId, amount: '40.00' });
  const paymentId = paymentIdOf(bookingId, 1);
  const [row] = await fixture.database.sql<{ id: Transfer['id'] }>(
    `select id from transfers where payment_id = $1 and kind = 'AUTHORIZATION'`,
    [paymentId],
  );
  if (!row) throw new Error('expected an authorization');
  return { bookingId, walletId: walletIdOf(userId), pending: { paymentId, resolves: row.id } };
}

describe('the ledger is only ever added to', () => {
  it.each([
    'update entries set amount_minor = amount_minor + 1',
    'delete from entries',
    'truncate entries',
    `update transfers set state = 'VOIDED'`,
    'delete from transfers',
    'truncate transfers cascade',
    'delete from entries where false',
  ])('refuses: %s', async (statement) => {
    await expect(fixture.database.sql(statement)).rejects.toThrow('the ledger is only ever added to');
  });
});

describe('a transfer is whole when its transaction commits', () => {
  const walletId = () => walletIdOf(userId);

  it('refuses entries that do not sum to zero', async () => {
    const transfer = topUp(walletId(), eur(100n), new Date());
    const [from, to] = transfer.entries;
    const short: Transfer = { ...transfer, entries: [{ ...from, minor: from.minor + 1n }, to] };
    await expect(record(short)).rejects.toThrow('do not sum to zero');
  });

  it('refuses an entry that is added to an old transfer', async () => {
    const add = fixture.database.sql(
      `insert into entries (transfer_id, account, amount_minor, currency)
       select id, $2, 5, 'EUR' from transfers where wallet_id = $1`,
      [walletId(), pendingOf(walletId())],
    );
    await expect(add).rejects.toThrow('do not sum to zero');
  });

  it('refuses a transfer without entries', async () => {
    const add = fixture.database.sql(
      `insert into transfers (id, kind, state, wallet_id, amount_minor, currency, created_at)
       values ($1, 'TOP_UP', 'POSTED', $2, 100, 'EUR', now())`,
      [newId(), walletId()],
    );
    await expect(add).rejects.toThrow('does not move 100 of its wallet');
  });

  it('refuses a transfer that moves another amount than it says', async () => {
    const transfer = topUp(walletId(), eur(100n), new Date());
    await expect(record({ ...transfer, amount: eur(99n) })).rejects.toThrow('does not move 99');
  });

  it("refuses a transfer that takes from another user's wallet", async () => {
    const other = newId<'User'>();
    await fixture.topUp(other, '100.00');
    const theft: Transfer = {
      ...topUp(walletId(), eur(100n), new Date()),
      entries: [
        { account: availableOf(walletIdOf(other)), minor: -100n },
        { account: availableOf(walletId()), minor: 100n },
      ],
    };
    await expect(record(theft)).rejects.toThrow('does not move 100 of its wallet');
  });

  it('refuses an entry in another currency than its account', async () => {
    const mixed: Transfer = {
      ...topUp(walletId(), eur(100n), new Date()),
      entries: [
        { account: cashIn('USD'), minor: -100n },
        { account: availableOf(walletId()), minor: 100n },
      ],
    };
    await expect(record(mixed)).rejects.toThrow('foreign key');
  });
});

describe('a pending transfer', () => {
  it('is resolved at most once', async () => {
    const { walletId, pending } = await held();
    // More is set aside, so that the balance alone would allow both.
    await held();
    const both = record(
      capture(walletId, pending, eur(4000n), new Date()),
      giveBack(walletId, pending, eur(4000n), new Date()),
    );
    await expect(both).rejects.toThrow('transfers_resolve_once');
  });

  it('is resolved for its whole amount', async () => {
    const { walletId, pending } = await held();
    const part = record(capture(walletId, pending, eur(3999n), new Date()));
    await expect(part).rejects.toThrow('does not fit the pending transfer');
  });

  it('is the only kind of transfer that can be resolved', async () => {
    const { walletId, pending, bookingId } = await held();
    await fixture.capture({ bookingId });
    const [row] = await fixture.database.sql<{ id: Transfer['id'] }>(
      'select id from transfers where resolves = $1',
      [pending.resolves],
    );
    if (!row) throw new Error('expected a capture');
    const again = { ...pending, resolves: row.id };
    const twice = fixture.database.transaction(async (tx) => {
      await tx.sql('update wallets set pending_minor = 4000 where id = $1', [walletId]);
      await createPostgresLedger(fixture.database).record(
        tx,
        capture(walletId, again, eur(4000n), new Date()),
      );
    });
    await expect(twice).rejects.toThrow('does not fit the pending transfer');
  });

  it('is made once for a payment', async () => {
    const { walletId, pending } = await held();
    const again = record(authorization(walletId, pending.paymentId, eur(4000n), new Date()));
    await expect(again).rejects.toThrow('transfers_authorize_once');
  });
});

describe('a balance', () => {
  it('never goes below zero, available', async () => {
    const taken: Transfer = {
      ...topUp(walletIdOf(userId), eur(10001n), new Date()),
      entries: [
        { account: availableOf(walletIdOf(userId)), minor: -10001n },
        { account: sales('EUR'), minor: 10001n },
      ],
    };
    await expect(record(taken)).rejects.toThrow('available_never_below_zero');
  });

  it('never goes below zero, pending', async () => {
    const update = fixture.database.sql('update wallets set pending_minor = -1 where user_id = $1', [userId]);
    await expect(update).rejects.toThrow('pending_never_below_zero');
  });
});

describe('refunds', () => {
  async function capturedPayment() {
    const { bookingId, walletId, pending } = await held();
    await fixture.capture({ bookingId });
    return { walletId, paymentId: pending.paymentId };
  }
  const count = (paymentId: string, minor: bigint) =>
    fixture.database.sql('update payments set refunded_minor = $2 where id = $1', [paymentId, minor]);

  it('never exceed what was captured', async () => {
    const { paymentId } = await capturedPayment();
    await expect(count(paymentId, 4001n)).rejects.toThrow('refunds_never_exceed_the_capture');
  });

  it('are none before the capture', async () => {
    const { pending } = await held();
    await expect(count(pending.paymentId, 1n)).rejects.toThrow('refunds_never_exceed_the_capture');
  });

  it('are counted at their payment, or not made', async () => {
    const { walletId, paymentId } = await capturedPayment();
    const of = { paymentId, refundId: newId<'Refund'>() };
    await expect(record(refund(walletId, of, eur(1000n), new Date()))).rejects.toThrow(
      'does not count its refunds',
    );
  });

  it('of one id are made once', async () => {
    const { walletId, paymentId } = await capturedPayment();
    const of = { paymentId, refundId: newId<'Refund'>() };
    const twice = record(
      refund(walletId, of, eur(1000n), new Date()),
      refund(walletId, of, eur(1000n), new Date()),
    );
    await expect(twice).rejects.toThrow('transfers_refund_once');
  });
});

it('a booking is captured once, whatever the attempt', async () => {
  const first = await held();
  await fixture.capture({ bookingId: first.bookingId });
  await fixture.authorize({ bookingId: first.bookingId, attempt: 2, userId, amount: '40.00' });
  const again = fixture.database.sql(
    `update payments set status = 'CAPTURED' where booking_id = $1 and attempt = 2`,
    [first.bookingId],
  );
  await expect(again).rejects.toThrow('payments_one_captured_a_booking');
});
