import type { SqlMigration } from '@parterre/platform/postgres/database.ts';
import { tables } from './tables.ts';

/** The loyalty database, in order. */
export const migrations: readonly SqlMigration[] = [
  { name: '0001-points', up: tables },
  {
    name: '0020-retention',
    up: `
      comment on table accounts is 'kept: a row a user';
      comment on table operations is 'kept: the books';
      comment on table earnings is 'kept: the books';
      comment on table counted_refunds is 'kept: the books';
      comment on table reservations is 'kept: the books';
    `,
  },
];
