import type { InferEntity } from '@mikro-orm/core';
import type { BookingId, PaymentId, UserId } from '@parterre/contracts/kernel/ids.ts';
import { type CurrencyCode, money } from '@parterre/contracts/kernel/money.ts';
import { reject } from '@parterre/platform/kernel/rejection.ts';
import type { PaymentSummary } from '../../application/ports.ts';
import type { DeclinedPayment, Payment } from '../../domain/payment.ts';
import type { TransferId } from '../../domain/transfer.ts';
import type { PaymentRow } from './entities.ts';

/** A row of payments, with the transfer that authorized it. */
export interface PaymentColumns {
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

/** Throws when the row is none that this subgraph writes. */
export function readPayment(row: PaymentColumns): Payment {
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

/** What people see of a payment that asked for money. */
export function readSummary(row: InferEntity<typeof PaymentRow>): PaymentSummary {
  if (row.amountMinor == null) throw new Error(`expected payment ${row.id} to have an amount`);
  const currency = row.currency as CurrencyCode;
  return {
    id: row.id as PaymentId,
    bookingId: row.bookingId as BookingId,
    userId: row.userId as UserId,
    status: row.status as Payment['status'],
    amount: money(row.amountMinor, currency),
    refunded: money(row.refundedMinor, currency),
    createdAt: row.createdAt,
  };
}
