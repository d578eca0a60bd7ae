import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BookingId, UserId } from '@parterre/contracts/kernel/ids.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { firstLedgerFault, type LedgerFault } from '../../ops/audit/ledger-check.ts';
import { checkLedger } from '../../ops/cli/ledger.ts';
import { openPaymentsFixture, type PaymentsFixture } from '../../subgraphs/payments/testing/fixture.ts';

let fixture: PaymentsFixture;
const userId: UserId = newId<'User'>();
const refunded: BookingId = newId<'Booking'>();
const voided: BookingId = newId<'Booking'>();
const open: BookingId = newId<'Booking'>();
let installation: Parameters<typeof checkLedger>[0];

/** One wallet with a transfer of each kind in it: 100.00 in, 40.00 paid of which 10.00 came back, 5.00 set aside. */
beforeAll(async () => {
  fixture = await openPaymentsFixture();
  await fixture.topUp(userId, '100.00');
  for (const [bookingId, amount] of [
    [refunded, '40.00'],
    [voided, '7.00'],
    [open, '5.00'],
  ] as const) {
    await fixture.authorize({ bookingId, userId, amount });
  }
  await fixture.capture({ bookingId: refunded });
  await fixture.refund(refunded, '10.00');
  await fixture.void({ bookingId: voided, userId });
  // One that was declined, and a tombstone: neither has moved money.
  await fixture.authorize({ bookingId: newId<'Booking'>(), userId, amount: '1000.00' });
  await fixture.void({ bookingId: newId<'Booking'>(), userId });
  await fixture.database.sql(
    `insert into top_ups (id, user_id, amount_minor, currency, state, transfer_id, created_at)
     select gen_random_uuid(), $1, amount_minor, currency, 'PAID', id, created_at from transfers where kind = 'TOP_UP'`,
    [userId],
  );
  const [row] = await fixture.database.sql<{ name: string }>('select current_database() as name');
  const payments = new URL(`/${row?.name}`, process.env.TEST_POSTGRES_URL).href;
  installation = { urls: { payments } as (typeof installation)['urls'] };
});
afterAll(() => fixture.stop());

class RolledBack extends Error {}

/** What is found where the database was made to hold a lie, past everything by which it refuses one. */
async function foundIn(lie: string): Promise<LedgerFault | null> {
  let found: LedgerFault | null = null;
  await fixture.database
    .transaction(async (tx) => {
      await tx.sql('set local session_replication_role = replica');
      await tx.sql('alter table wallets drop constraint available_never_below_zero');
      await tx.sql('alter table payments drop constraint refunds_never_exceed_the_capture');
      await tx.sql('alter table top_ups drop constraint top_ups_paid_check');
      await tx.sql('drop index transfers_resolve_once');
      await tx.sql(lie);
      found = await firstLedgerFault((sql) => tx.sql(sql));
      throw new RolledBack();
    })
    .catch((error: unknown) => {
      if (!(error instanceof RolledBack)) throw error;
    });
  return found;
}

const of = (kind: string) => `(select id from transfers where kind = '${kind}' order by id limit 1)`;

describe('the check of the ledger', () => {
  it('finds nothing in a sound one, and counts it', async () => {
    expect(await checkLedger(installation)).toEqual({
      json: { fault: null, counts: { transfers: 7, entries: 14, wallets: 1, payments: 5, topUps: 1 } },
      lines: ['the ledger is sound: 7 transfers, 14 entries, 1 wallets, 5 payments, 1 top-ups'],
    });
    expect(await foundIn('select 1')).toBeNull();
  });

  it.each<[string, string, Partial<LedgerFault>]>([
    [
      'an entry of another amount',
      `update entries set amount_minor = amount_minor + 1 where transfer_id = ${of('TOP_UP')} and amount_minor > 0`,
      { fault: 'the entries of a transfer do not sum to zero', expected: '0.00 EUR', got: '0.01 EUR' },
    ],
    [
      'both entries of another amount',
      `update entries set amount_minor = amount_minor * 2 where transfer_id = ${of('CAPTURE')}`,
      {
        fault: 'an entry is not what its transfer moves',
        account: 'sales:EUR',
        expected: '40.00 EUR',
        got: '80.00 EUR',
      },
    ],
    [
      'an entry of another account',
      `update entries set account = 'cash-in:EUR' where transfer_id = ${of('REFUND')} and account = 'sales:EUR'`,
      {
        fault: 'an entry is not what its transfer moves',
        account: 'cash-in:EUR',
        expected: 'nothing',
        got: '-10.00 EUR',
      },
    ],
    [
      'a transfer without entries',
      `delete from entries where transfer_id = ${of('VOID')}`,
      { fault: 'an entry is not what its transfer moves', expected: '7.00 EUR', got: 'nothing' },
    ],
    [
      'entries without a transfer',
      `update entries set transfer_id = gen_random_uuid() where transfer_id = ${of('REFUND')}`,
      { fault: 'the entries of a transfer do not sum to zero' },
    ],
    [
      'entries of a transfer that is gone',
      `delete from transfers where id = ${of('REFUND')}`,
      { fault: 'an entry is not what its transfer moves', expected: 'nothing' },
    ],
    [
      'entries in another currency',
      `update entries set currency = 'USD' where transfer_id = ${of('REFUND')}`,
      { fault: 'an entry is in another currency than its transfer', expected: 'EUR', got: 'USD' },
    ],
    [
      'an account that is another one',
      `update accounts set kind = 'CASH_IN' where code = 'sales:EUR'`,
      {
        fault: 'an account is not there, or another one than it is called',
        account: 'sales:EUR',
        got: 'CASH_IN EUR',
      },
    ],
    [
      'a capture of what another payment had set aside',
      `update transfers set resolves = ${of('TOP_UP')} where kind = 'CAPTURE'`,
      {
        fault: 'a transfer ends none that was pending for the same money',
        expected: '40.00 EUR',
        got: 'nothing',
      },
    ],
    [
      'a pending transfer that is ended twice',
      `with again as (insert into transfers select gen_random_uuid(), kind, state, wallet_id, amount_minor, currency,
         payment_id, resolves, refund_id, created_at from transfers where kind = 'VOID' returning id, wallet_id)
       insert into entries select again.id, e.account, e.amount_minor, e.currency
       from again, entries e where e.transfer_id = ${of('VOID')}`,
      { fault: 'a pending transfer is ended more than once', expected: '1', got: '2' },
    ],
    [
      'a balance that somebody wrote',
      'update wallets set available_minor = available_minor + 100',
      { fault: 'a balance is not the sum of its entries', expected: '65.00 EUR', got: '66.00 EUR' },
    ],
    [
      'a wallet that owes, as its entries say',
      `with entry as (delete from entries where transfer_id = ${of('TOP_UP')}),
         transfer as (delete from transfers where kind = 'TOP_UP'), gone as (delete from top_ups)
       update wallets set available_minor = available_minor - 10000`,
      { fault: 'a balance is below zero', expected: '0.00 EUR', got: '-35.00 EUR' },
    ],
    [
      'a refund of more than was paid, booked as it should be',
      `with entry as (update entries set amount_minor = 5000 * sign(amount_minor) where transfer_id = ${of('REFUND')}),
         transfer as (update transfers set amount_minor = 5000 where kind = 'REFUND'),
         payment as (update payments set refunded_minor = 5000 where booking_id = '${refunded}')
       update wallets set available_minor = available_minor + 4000`,
      { fault: 'more is refunded than was paid', expected: '40.00 EUR', got: '50.00 EUR' },
    ],
    [
      'a payment that is called captured',
      `update payments set status = 'CAPTURED' where booking_id = '${open}'`,
      {
        fault: 'a payment is not what the ledger says became of its money',
        expected: 'AUTHORIZED',
        got: 'CAPTURED',
      },
    ],
    [
      'a payment of more than was set aside',
      `update payments set amount_minor = 4001 where booking_id = '${refunded}'`,
      { fault: 'a payment is of another amount than was set aside', expected: '40.00 EUR', got: '40.01 EUR' },
    ],
    [
      'a refund that is not counted',
      `update payments set refunded_minor = 0 where booking_id = '${refunded}'`,
      { fault: 'a payment does not count its refunds', expected: '10.00 EUR', got: '0.00 EUR' },
    ],
    [
      'a top-up of another amount than came in',
      'update top_ups set amount_minor = 1',
      { fault: 'a top-up that is paid has not brought its money', expected: '0.01 EUR', got: '100.00 EUR' },
    ],
    [
      'a top-up that has brought money and is not paid',
      `update top_ups set state = 'EXPIRED'`,
      { fault: 'a top-up that is not paid has brought money', expected: 'PAID', got: 'EXPIRED' },
    ],
  ])('finds %s', async (_what, lie, expected) => {
    expect(await foundIn(lie)).toMatchObject(expected);
    expect(await foundIn('select 1')).toBeNull();
  });

  it('prints the first fault in one line, and ends with 1', async () => {
    await fixture.database.sql('update wallets set pending_minor = pending_minor + 1');
    const [{ id } = { id: '' }] = await fixture.database.sql<{ id: string }>('select id from wallets');
    expect(await checkLedger(installation)).toMatchObject({
      exitCode: 1,
      lines: [
        `a balance is not the sum of its entries: transfer -, account wallet:${id}:pending, expected 5.00 EUR, got 5.01 EUR`,
      ],
    });
    await fixture.database.sql('update wallets set pending_minor = pending_minor - 1');
  });
});
