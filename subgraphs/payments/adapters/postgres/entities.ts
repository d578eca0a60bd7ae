import { defineEntity, p } from '@mikro-orm/core';

/** What is read of the books through MikroORM. Writing is SQL: it locks, and it moves money in one statement. */
export const WalletRow = defineEntity({
  name: 'WalletRow',
  tableName: 'wallets',
  properties: {
    id: p.uuid().primary(),
    userId: p.uuid(),
    currency: p.text(),
    availableMinor: p.bigint(),
    pendingMinor: p.bigint(),
    frozenAt: p.datetime().nullable(),
    openedAt: p.datetime(),
  },
});

export const PaymentRow = defineEntity({
  name: 'PaymentRow',
  tableName: 'payments',
  properties: {
    id: p.uuid().primary(),
    bookingId: p.uuid(),
    attempt: p.integer(),
    userId: p.uuid(),
    status: p.text(),
    amountMinor: p.bigint().nullable(),
    currency: p.text().nullable(),
    refundedMinor: p.bigint(),
    createdAt: p.datetime(),
  },
});
