import type { SqlMigration } from '@parterre/platform/postgres/database.ts';
import { ledgerRules } from './ledger-rules.ts';
import { tables } from './tables.ts';

/** The payments database, in order. */
export const migrations: readonly SqlMigration[] = [
  { name: '0001-ledger', up: tables },
  { name: '0002-ledger-rules', up: ledgerRules },
];
