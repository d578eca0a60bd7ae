import { idempotencyMigrations } from '../idempotency/migrations.ts';
import { inboxMigrations } from '../inbox/migrations.ts';
import { outboxMigrations } from '../outbox/migrations.ts';
import { sagaMigrations } from '../saga/migrations.ts';
import type { SqlMigration } from './database.ts';

/** The tables that every room's database has; they come before the room's own. */
export const platformMigrations: readonly SqlMigration[] = [
  ...outboxMigrations,
  ...inboxMigrations,
  ...idempotencyMigrations,
  ...sagaMigrations,
];
