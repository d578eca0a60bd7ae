import type { InferEntity } from '@mikro-orm/core';
import type { BookingId, PaymentId, UserId } from '@parterre/contracts/kernel/ids.ts';
import { type CurrencyCode, money } from '@parterre/contracts/kernel/money.ts';
import { reject } from '@parterre/platform/kernel/rejection.ts';
import { BoundedMap } from '@parterre/platform/memory/bounded-map.ts';
import { asOutboxRow } from '@parterre/platform/outbox/append-facts.ts';
import type { Database } from '@parterre/platform/postgres/database.ts';
import { statement } from '@parterre/platform/postgres/statement.ts';
import type { PaymentSummary, Payments } from '../../application/ports.ts';
import type { AuthorizedPayment, DeclinedPayment, Payment } from '../../domain/payment.ts';
import type { Transfer, TransferId } from '../../domain/transfer.ts';
import { PaymentRow } from './entities.ts';

/** A row of payments, with the transfer that authorized it. */
interface PaymentColumns {
  readonly id: PaymentId;
  readonly booking_id: BookingId;
  readonly attempt: number;
  readonly user_id: UserId;
  readonly status: Payment['status'];
  readonly amount_minor: string | null;
  readonly currency: CurrencyCode | null;
  readonly refunded_minor: string;
  readonly decline_code: DeclinedPayment['refusal']['code'] | null;
  readonly decline_message: string | null;
  readonly decline_field: string[] | null;
  readonly created_at: Date;
  readonly authorization_id: TransferId | null;
}

/**
 * SQL, because every booking takes these steps while its payer's wallet is locked, what is there already is no error,
 * and sums change where they stand.
 */
export const statements = {
  find: statement<PaymentColumns>(
    `select p.id, p.booking_id, p.attempt, p.user_id, p.status, p.amount_minor, p.currency, p.refunded_minor,
            p.decline_code, p.decline_message, p.decline_field, p.created_at,
            (select t.id from transfers t where t.payment_id = p.id and t.kind = 'AUTHORIZATION') as authorization_id
     from payments p where p.booking_id = $1 and p.attempt = $2`,
  ),

  insert: statement<{ id: PaymentId }>(
    `insert into payments (id, booking_id, attempt, user_id, status, amount_minor, currency,
                           decline_code, decline_message, decline_field, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing returning id`,
  ),

  // The wallet's lock is waited for first, and whatever hangs on it is looked at again as it then is. The outbox row comes
  // last, so that facts about a wallet get their numbers in the order in which they happen to it.
  authorizeAtOnce: statement<{ id: string }>(
    `with wallet as materialized (
       select id, currency, available_minor, frozen_at from wallets where user_id = $4 for no key update
     ), payment as (
       insert into payments (id, booking_id, attempt, user_id, status, amount_minor, currency, created_at)
       select $1::uuid, $2::uuid, $3::int, $4::uuid, 'AUTHORIZED', $5::bigint, $6::text, $7::timestamptz from wallet
       where frozen_at is null and currency = $6 and available_minor >= $5
       on conflict do nothing returning id
     ), transfer as (
       insert into transfers (id, kind, state, wallet_id, amount_minor, currency, payment_id, created_at)
       select $8::uuid, 'AUTHORIZATION', 'PENDING', wallet.id, $5, $6, payment.id, $7 from payment, wallet
     ), entry as (
       insert into entries (transfer_id, account, amount_minor, currency)
       select $8, account, minor, $6 from payment, unnest($9::text[], $10::bigint[]) as side (account, minor)
     ), moved as (
       update wallets w set available_minor = w.available_minor - $5, pending_minor = w.pending_minor + $5
       from payment, wallet where w.id = wallet.id
     )
     insert into outbox (fact) select $11::json from payment returning id`,
  ),

  // As above; the payment's own status decides between this, another capture and a void.
  captureAtOnce: statement<{ id: string }>(
    `with wallet as materialized (
       select id from wallets where id = $1 for no key update
     ), payment as (
       update payments p set status = 'CAPTURED' from wallet
       where p.id = $2 and p.status = 'AUTHORIZED' returning p.id
     ), transfer as (
       insert into transfers (id, kind, state, wallet_id, amount_minor, currency, payment_id, resolves, created_at)
       select $3::uuid, 'CAPTURE', 'POSTED', $1::uuid, $4::bigint, $5::text, payment.id, $6::uuid, $7::timestamptz from payment
     ), entry as (
       insert into entries (transfer_id, account, amount_minor, currency)
       select $3, account, minor, $5 from payment, unnest($8::text[], $9::bigint[]) as side (account, minor)
     ), moved as (
       update wallets w set pending_minor = w.pending_minor - $4 from payment where w.id = $1
     )
     insert into outbox (fact) select $10::json from payment returning id`,
  ),

  resolve: statement<{ id: PaymentId }>(
    `update payments set status = $2 where id = $1 and status = 'AUTHORIZED' returning id`,
  ),

  addRefund: statement(
    `update payments set refunded_minor = refunded_minor + $2 where id = $1 and status = 'CAPTURED'`,
  ),
};

/** Authorizations of this process that are remembered until they are captured: some 300 bytes each. */
const MOST_AUTHORIZED = 1_000;

/** Payments in PostgreSQL. */
export function createPostgresPayments(database: Database): Payments {
  const justAuthorized = new BoundedMap<string, AuthorizedPayment>(MOST_AUTHORIZED);
  const keyOf = (bookingId: BookingId, attempt: number) => `${bookingId} ${attempt}`;

  return {
    async find(tx, bookingId, attempt) {
      const [row] = await tx.sql(statements.find, [bookingId, attempt]);
      return row ? readPayment(row) : null;
    },

    async look(bookingId, attempt) {
      const known = justAuthorized.get(keyOf(bookingId, attempt));
      if (known) return known;
      const [row] = await database.sql(statements.find, [bookingId, attempt]);
      return row ? readPayment(row) : null;
    },

    async authorizeAtOnce(payment, transfer, fact) {
      const { id, bookingId, attempt, userId, amount, createdAt } = payment;
      const told = await database.atOnce(statements.authorizeAtOnce, [
        ...[id, bookingId, attempt, userId, amount.minor, amount.currency, createdAt],
        ...[transfer.id, ...sidesOf(transfer)],
        asOutboxRow(fact),
      ]);
      if (told.length === 1) justAuthorized.set(keyOf(bookingId, attempt), payment);
      return told.length === 1;
    },

    async captureAtOnce({ bookingId, attempt }, transfer, fact) {
      const { walletId, paymentId, resolves, amount, createdAt } = transfer;
      // Asked once: what comes of it is read.
      justAuthorized.delete(keyOf(bookingId, attempt));
      const told = await database.atOnce(statements.captureAtOnce, [
        ...[walletId, paymentId, transfer.id, amount.minor, amount.currency, resolves, createdAt],
        ...sidesOf(transfer),
        asOutboxRow(fact),
      ]);
      return told.length === 1;
    },

    async findCaptured(tx, bookingId) {
      // Anew each time: it is looked at before and after its payer's wallet is locked.
      const row = await tx.em.findOne(PaymentRow, { bookingId, status: 'CAPTURED' }, { refresh: true });
      if (!row) return null;
      const { attempt, refundedMinor } = row;
      const { id, userId, createdAt, amount } = readSummary(row);
      return { id, bookingId, attempt, userId, createdAt, status: 'CAPTURED', amount, refundedMinor };
    },

    async insert(tx, payment) {
      const refusal = payment.status === 'DECLINED' ? payment.refusal : null;
      const inserted = await tx.sql(statements.insert, [
        payment.id,
        payment.bookingId,
        payment.attempt,
        payment.userId,
        payment.status,
        payment.amount?.minor,
        payment.amount?.currency,
        refusal?.code,
        refusal?.message,
        refusal?.field,
        payment.createdAt,
      ]);
      return inserted.length === 1;
    },

    async resolve(tx, paymentId, status) {
      const resolved = await tx.sql(statements.resolve, [paymentId, status]);
      if (resolved.length !== 1) throw new Error(`expected payment ${paymentId} to be authorized`);
    },

    async addRefund(tx, paymentId, minor) {
      await tx.sql(statements.addRefund, [paymentId, minor]);
    },

    async summaries(paymentIds) {
      const rows = await database.em().find(PaymentRow, {
        id: { $in: [...paymentIds] },
        amountMinor: { $ne: null },
      });
      return rows.map(readSummary);
    },
  };
}

/** What unnest makes rows of again. */
function sidesOf({ entries }: Pick<Transfer, 'entries'>): [string[], bigint[]] {
  return [entries.map(({ account }) => account), entries.map(({ minor }) => minor)];
}

/** Throws when the row is none that this subgraph writes. */
function readPayment(row: PaymentColumns): Payment {
  const recorded = {
    id: row.id,
    bookingId: row.booking_id,
    attempt: row.attempt,
    userId: row.user_id,
    createdAt: row.created_at,
  };
  const amount =
    row.amount_minor !== null && row.currency !== null ? money(BigInt(row.amount_minor), row.currency) : null;
  if (row.status === 'VOIDED') return { ...recorded, status: row.status, amount };
  if (amount === null) throw new Error(`expected payment ${row.id} to have an amount`);
  switch (row.status) {
    case 'AUTHORIZED':
      if (!row.authorization_id) throw new Error(`expected payment ${row.id} to have an authorization`);
      return { ...recorded, status: row.status, amount, authorizationId: row.authorization_id };
    case 'CAPTURED':
      return { ...recorded, status: row.status, amount, refundedMinor: BigInt(row.refunded_minor) };
    case 'DECLINED':
      if (!row.decline_code) throw new Error(`expected payment ${row.id} to say why it was declined`);
      return {
        ...recorded,
        status: row.status,
        amount,
        refusal: reject(row.decline_code, row.decline_message ?? '', row.decline_field),
      };
  }
}

/** What is shown of a payment that asked for money. */
function readSummary(row: InferEntity<typeof PaymentRow>): PaymentSummary {
  const { id, bookingId, userId, status, amountMinor, currency, refundedMinor, createdAt } = row;
  if (amountMinor == null || currency == null) throw new Error(`expected payment ${id} to have an amount`);
  const [amount, refunded] = [money(amountMinor, currency), money(refundedMinor, currency)];
  return { id, bookingId, userId, status, amount, refunded, createdAt };
}
