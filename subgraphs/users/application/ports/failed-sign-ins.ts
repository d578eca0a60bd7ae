import type { Sql } from '@parterre/platform/postgres/database.ts';

/** Failed sign-ins, counted in the database so that every replica knows of them. */
export interface FailedSignIns {
  count(sql: Sql, key: string, since: Date): Promise<number>;
  /** Lets one transaction at a time decide about this key. */
  lock(tx: Sql, key: string): Promise<void>;
  add(tx: Sql, key: string, at: Date): Promise<void>;
}
