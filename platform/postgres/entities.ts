import { defineEntity, p } from '@mikro-orm/core';

/**
 * The tables that every subgraph's database has, as MikroORM compares them with the migrated database. Nothing reads
 * them through it: they are the outbox, the inbox and the sagas, whose statements are SQL (docs/architecture.md).
 */
export const OutboxRow = defineEntity({
  name: 'OutboxRow',
  tableName: 'outbox',
  properties: {
    id: p.bigint().primary().generated('identity'),
    fact: p.json().columnType('json'),
    createdAt: p.datetime().defaultRaw('now()'),
  },
});

export const InboxRow = defineEntity({
  name: 'InboxRow',
  tableName: 'inbox',
  properties: {
    consumer: p.text().primary(),
    factId: p.uuid().primary(),
    appliedAt: p.datetime().defaultRaw('now()'),
  },
  indexes: [{ name: 'inbox_by_age', properties: ['appliedAt'], type: 'brin' }],
});

export const DeadLetterRow = defineEntity({
  name: 'DeadLetterRow',
  tableName: 'dead_letters',
  properties: {
    id: p.bigint().primary().generated('identity'),
    consumer: p.text(),
    key: p.text(),
    factId: p.uuid(),
    fact: p.json().columnType('json'),
    position: p.text(),
    status: p.text(),
    cause: p.text().nullable(),
    attempts: p.integer().defaultRaw('0'),
    createdAt: p.datetime().defaultRaw('now()'),
    retryAt: p.datetime().nullable(),
  },
  uniques: [{ name: 'dead_letters_consumer_fact_id_key', properties: ['consumer', 'factId'] }],
  indexes: [
    { name: 'dead_letters_by_key', properties: ['consumer', 'key', 'id'] },
    { name: 'dead_letters_to_retry', properties: ['retryAt'], where: 'retry_at is not null' },
  ],
  checks: [
    { name: 'dead_letters_status_check', expression: "status in ('FAILED', 'WAITING')" },
    { name: 'dead_letters_check', expression: "(status = 'FAILED') = (cause is not null)" },
  ],
});

export const ConsumerGroupRow = defineEntity({
  name: 'ConsumerGroupRow',
  tableName: 'consumer_groups',
  properties: {
    name: p.text().primary(),
    isReplayable: p.boolean().defaultRaw('false'),
  },
});

export const ConsumerPositionRow = defineEntity({
  name: 'ConsumerPositionRow',
  tableName: 'consumer_positions',
  properties: {
    group: () =>
      p
        .manyToOne(ConsumerGroupRow)
        .primary()
        .deleteRule('no action')
        .updateRule('no action')
        .foreignKeyName('consumer_positions_group_name_fkey'),
    part: p.text().primary(),
    position: p.text(),
    storedAt: p.datetime().defaultRaw('now()'),
  },
});

export const ConsumerMemberRow = defineEntity({
  name: 'ConsumerMemberRow',
  tableName: 'consumer_members',
  properties: { groupName: p.text().primary(), part: p.text().primary(), member: p.uuid() },
});

export const IdempotencyKeyRow = defineEntity({
  name: 'IdempotencyKeyRow',
  tableName: 'idempotency_keys',
  properties: {
    userId: p.text().primary(),
    operation: p.text().primary(),
    key: p.text().primary(),
    inputHash: p.text(),
    outcome: p.json().columnType('json').nullable(),
    createdAt: p.datetime().defaultRaw('now()'),
  },
  indexes: [{ name: 'idempotency_keys_by_age', properties: ['createdAt'], type: 'brin' }],
  checks: [{ name: 'idempotency_keys_key_check', expression: 'length(key) >= 1 and length(key) <= 200' }],
});

export const SagaRow = defineEntity({
  name: 'SagaRow',
  tableName: 'sagas',
  properties: {
    id: p.uuid().primary(),
    type: p.text(),
    step: p.text(),
    state: p.json(),
    version: p.integer().defaultRaw('1'),
    wakeAt: p.datetime().nullable(),
    leaseOwner: p.text().nullable(),
    failures: p.integer().defaultRaw('0'),
    parkedAt: p.datetime().nullable(),
    parkedCause: p.text().nullable(),
    createdAt: p.datetime().defaultRaw('now()'),
    updatedAt: p.datetime().defaultRaw('now()'),
    faults: p.integer().defaultRaw('0'),
  },
  indexes: [
    { name: 'sagas_timers', properties: ['wakeAt'], where: "wake_at is not null and step = 'waiting'" },
    { name: 'sagas_steps', properties: ['wakeAt'], where: "wake_at is not null and step <> 'waiting'" },
    { name: 'sagas_done_by_age', properties: ['updatedAt'], type: 'brin', where: "step = 'done'" },
    { name: 'sagas_leased', properties: ['leaseOwner'], where: 'lease_owner is not null' },
    { name: 'sagas_parked', properties: ['parkedAt'], where: 'parked_at is not null' },
  ],
  checks: [
    { name: 'sagas_check', expression: '(parked_at is null) = (parked_cause is null)' },
    { name: 'sagas_check1', expression: 'parked_at is null or wake_at is null' },
    { name: 'sagas_check2', expression: 'lease_owner is null or wake_at is not null' },
  ],
});

export const platformEntities = [
  OutboxRow,
  InboxRow,
  DeadLetterRow,
  ConsumerGroupRow,
  ConsumerPositionRow,
  ConsumerMemberRow,
  IdempotencyKeyRow,
  SagaRow,
];
