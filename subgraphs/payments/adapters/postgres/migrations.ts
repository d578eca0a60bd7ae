import type { SqlMigration } from '@parterre/platform/postgres/database.ts';
import { ledgerRules } from './ledger-rules.ts';
import { tables } from './tables.ts';

/** The payments database, in order. */
export const migrations: readonly SqlMigration[] = [
  { name: '0001-ledger', up: tables },
  { name: '0002-ledger-rules', up: ledgerRules },
  {
    name: '0020-retention',
    up: `
      comment on table wallets is 'kept: a row a user';
      comment on table accounts is 'kept: the books';
      comment on table payments is 'kept: the books';
      comment on table transfers is 'kept: the books';
      comment on table entries is 'kept: the books';
    `,
  },
];
