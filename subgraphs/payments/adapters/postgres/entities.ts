import { defineEntity, p } from '@mikro-orm/core';
import type { BookingId, PaymentId, RefundId, UserId, WalletId } from '@parterre/contracts/kernel/ids.ts';
import type { CurrencyCode } from '@parterre/contracts/kernel/money.ts';
import type { AccountCode } from '../../domain/account.ts';
import type { DeclinedPayment, Payment } from '../../domain/payment.ts';
import type { TopUpId, TopUpState } from '../../domain/top-up.ts';
import type { Transfer, TransferId } from '../../domain/transfer.ts';

// Wallets, transfers and accounts are referred to together with their currency, so that nothing is ever booked in
// another one. MikroORM cannot declare a foreign key of two columns of which one is shared: these relations stand
// without theirs, and tests/persistence/schema.int.test.ts names the four that are left.

/** A row of `wallets`: what a user has. Its balances are the sums of its entries, and change with them. */
export const WalletRow = defineEntity({
  name: 'WalletRow',
  tableName: 'wallets',
  properties: {
    id: p.uuid().primary().$type<WalletId>(),
    userId: p.uuid().$type<UserId>().unique('wallets_user_id_key'),
    currency: p.text().$type<CurrencyCode>(),
    availableMinor: p.bigint().defaultRaw('0'),
    pendingMinor: p.bigint().defaultRaw('0'),
    frozenAt: p.datetime().nullable(),
    openedAt: p.datetime(),
  },
  uniques: [{ name: 'wallets_id_currency_key', properties: ['id', 'currency'] }],
  checks: [
    { name: 'available_never_below_zero', expression: 'available_minor >= 0' },
    { name: 'pending_never_below_zero', expression: 'pending_minor >= 0' },
  ],
});

/** A row of `accounts`: an account of the ledger, of a wallet or of the server. */
export const AccountRow = defineEntity({
  name: 'AccountRow',
  tableName: 'accounts',
  properties: {
    code: p.text().collation('C').primary().$type<AccountCode>(),
    kind: p.text().$type<'AVAILABLE' | 'PENDING' | 'CASH_IN' | 'SALES'>(),
    wallet: () => p.manyToOne(WalletRow).nullable().createForeignKeyConstraint(false).index(false),
    currency: p.text().$type<CurrencyCode>(),
  },
  uniques: [{ name: 'accounts_code_currency_key', properties: ['code', 'currency'] }],
  checks: [
    { name: 'accounts_kind_check', expression: "kind in ('AVAILABLE', 'PENDING', 'CASH_IN', 'SALES')" },
    { name: 'accounts_currency_check', expression: "currency ~ '^[A-Z]{3}$'" },
    { name: 'accounts_check', expression: "(wallet_id is not null) = (kind in ('AVAILABLE', 'PENDING'))" },
  ],
});

/** A row of `payments`: one attempt to pay a booking; without an amount it was voided before it was authorized. */
export const PaymentRow = defineEntity({
  name: 'PaymentRow',
  tableName: 'payments',
  properties: {
    id: p.uuid().primary().$type<PaymentId>(),
    bookingId: p.uuid().$type<BookingId>(),
    attempt: p.integer(),
    userId: p.uuid().$type<UserId>(),
    status: p.text().$type<Payment['status']>(),
    amountMinor: p.bigint().nullable(),
    currency: p.text().$type<CurrencyCode>().nullable(),
    refundedMinor: p.bigint().defaultRaw('0'),
    declineCode: p.text().$type<DeclinedPayment['refusal']['code']>().nullable(),
    declineMessage: p.text().nullable(),
    declineField: p.array().columnType('text[]').nullable(),
    createdAt: p.datetime(),
  },
  uniques: [
    { name: 'payments_booking_id_attempt_key', properties: ['bookingId', 'attempt'] },
    { name: 'payments_one_captured_a_booking', properties: ['bookingId'], where: "status = 'CAPTURED'" },
  ],
  checks: [
    { name: 'payments_attempt_check', expression: 'attempt >= 1' },
    {
      name: 'payments_status_check',
      expression: "status in ('AUTHORIZED', 'CAPTURED', 'VOIDED', 'DECLINED')",
    },
    { name: 'payments_amount_minor_check', expression: 'amount_minor > 0' },
    { name: 'payments_check', expression: '(amount_minor is null) = (currency is null)' },
    { name: 'payments_check1', expression: "amount_minor is not null or status = 'VOIDED'" },
    { name: 'payments_check2', expression: "(decline_code is not null) = (status = 'DECLINED')" },
    { name: 'payments_check3', expression: "(decline_message is not null) = (status = 'DECLINED')" },
    {
      name: 'refunds_never_exceed_the_capture',
      expression:
        "refunded_minor >= 0 and refunded_minor <= case when status = 'CAPTURED' then amount_minor else 0 end",
    },
  ],
});

/** A row of `transfers`: a movement of money. Rows are only ever added; a trigger refuses everything else. */
export const TransferRow = defineEntity({
  name: 'TransferRow',
  tableName: 'transfers',
  properties: {
    id: p.uuid().primary().$type<TransferId>(),
    kind: p.text().$type<Transfer['kind']>(),
    state: p.text().$type<Transfer['state']>(),
    wallet: () => p.manyToOne(WalletRow).createForeignKeyConstraint(false).index(false),
    amountMinor: p.bigint(),
    currency: p.text().$type<CurrencyCode>(),
    payment: () =>
      p
        .manyToOne(PaymentRow)
        .nullable()
        .deleteRule('no action')
        .updateRule('no action')
        .foreignKeyName('transfers_payment_id_fkey'),
    resolves: () =>
      p
        .manyToOne(TransferRow)
        .nullable()
        .fieldName('resolves')
        .deleteRule('no action')
        .updateRule('no action')
        .foreignKeyName('transfers_resolves_fkey'),
    refundId: p.uuid().$type<RefundId>().nullable(),
    createdAt: p.datetime(),
  },
  uniques: [
    { name: 'transfers_id_currency_key', properties: ['id', 'currency'] },
    { name: 'transfers_resolve_once', properties: ['resolves'], where: 'resolves is not null' },
    { name: 'transfers_authorize_once', properties: ['payment'], where: "kind = 'AUTHORIZATION'" },
    { name: 'transfers_refund_once', properties: ['refundId'], where: 'refund_id is not null' },
  ],
  indexes: [
    { name: 'transfers_refunds', properties: ['payment'], where: "kind = 'REFUND'" },
    { name: 'transfers_statement', properties: ['wallet', 'id'], where: 'resolves is null' },
  ],
  checks: [
    { name: 'transfers_amount_minor_check', expression: 'amount_minor > 0' },
    {
      name: 'transfers_check',
      expression: `((kind = 'TOP_UP' and state = 'POSTED') or (kind = 'AUTHORIZATION' and state = 'PENDING')
        or (kind = 'CAPTURE' and state = 'POSTED') or (kind = 'VOID' and state = 'VOIDED')
        or (kind = 'REFUND' and state = 'POSTED'))`,
    },
    { name: 'transfers_check1', expression: "(payment_id is null) = (kind = 'TOP_UP')" },
    { name: 'transfers_check2', expression: "(resolves is not null) = (kind in ('CAPTURE', 'VOID'))" },
    { name: 'transfers_check3', expression: "(refund_id is not null) = (kind = 'REFUND')" },
  ],
});

/** A row of `entries`: one side of a transfer. Rows are only ever added, and those of a transfer sum to zero. */
export const EntryRow = defineEntity({
  name: 'EntryRow',
  tableName: 'entries',
  properties: {
    transfer: () => p.manyToOne(TransferRow).primary().createForeignKeyConstraint(false).index(false),
    account: () =>
      p.manyToOne(AccountRow).primary().fieldName('account').createForeignKeyConstraint(false).index(false),
    amountMinor: p.bigint(),
    currency: p.text().$type<CurrencyCode>(),
  },
  checks: [{ name: 'entries_amount_minor_check', expression: 'amount_minor <> 0' }],
});

/** A row of `top_ups`: money that a user is to pay on a provider's page. */
export const TopUpRow = defineEntity({
  name: 'TopUpRow',
  tableName: 'top_ups',
  properties: {
    id: p.uuid().primary().$type<TopUpId>(),
    userId: p.uuid().$type<UserId>(),
    amountMinor: p.bigint(),
    currency: p.text().$type<CurrencyCode>(),
    state: p.text().$type<TopUpState>(),
    sessionId: p.text().nullable().unique('top_ups_session_id_key'),
    pageUrl: p.text().nullable(),
    transfer: () =>
      p
        .manyToOne(TransferRow)
        .nullable()
        .index(false)
        .deleteRule('no action')
        .updateRule('no action')
        .foreignKeyName('top_ups_transfer_id_fkey'),
    createdAt: p.datetime(),
    askAt: p.datetime().defaultRaw("(now() + '25:00:00'::interval)"),
    asks: p.integer().defaultRaw('0'),
  },
  uniques: [{ name: 'top_ups_transfer_id_key', properties: ['transfer'] }],
  indexes: [{ name: 'top_ups_to_ask_about', properties: ['askAt'], where: "state = 'PENDING'" }],
  checks: [
    { name: 'top_ups_amount_minor_check', expression: 'amount_minor > 0' },
    {
      name: 'top_ups_state_check',
      expression: "state in ('PENDING', 'PAID', 'EXPIRED', 'FAILED', 'REFUNDED')",
    },
    { name: 'top_ups_page_check', expression: '(session_id is null) = (page_url is null)' },
    { name: 'top_ups_asks_check', expression: 'asks >= 0' },
    { name: 'top_ups_paid_check', expression: "(transfer_id is not null) = (state = 'PAID')" },
  ],
});

export const entities = [WalletRow, AccountRow, PaymentRow, TransferRow, EntryRow, TopUpRow];
