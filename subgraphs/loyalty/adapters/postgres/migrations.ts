import type { SqlMigration } from '@parterre/platform/postgres/database.ts';
import { tables } from './tables.ts';

/** The loyalty database, in order. */
export const migrations: readonly SqlMigration[] = [{ name: '0001-points', up: tables }];
