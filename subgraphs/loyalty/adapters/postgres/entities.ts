import { defineEntity, p } from '@mikro-orm/core';

/** What is read of accounts and operations through MikroORM. Writing is SQL: it locks, and moves points in one statement. */
export const AccountRow = defineEntity({
  name: 'AccountRow',
  tableName: 'accounts',
  properties: {
    userId: p.uuid().primary(),
    points: p.integer(),
    reservedPoints: p.integer(),
    owedPoints: p.integer(),
    level: p.text(),
    reviewAt: p.datetime().nullable(),
    frozenAt: p.datetime().nullable(),
    openedAt: p.datetime(),
  },
});

export const OperationRow = defineEntity({
  name: 'OperationRow',
  tableName: 'operations',
  properties: {
    id: p.uuid().primary(),
    userId: p.uuid(),
    kind: p.text(),
    points: p.integer(),
    bookingId: p.uuid(),
    createdAt: p.datetime(),
  },
});
