import type { FailedSignIns } from '../../application/ports/failed-sign-ins.ts';

/** Failed sign-ins in PostgreSQL, one row each; the sweep forgets them after the window. */
export const failedSignIns: FailedSignIns = {
  async count(sql, key, since) {
    const [row] = await sql.sql<{ failures: number }>(
      'select count(*)::int as failures from failed_sign_ins where key = $1 and failed_at > $2',
      [key, since],
    );
    return row?.failures ?? 0;
  },

  async lock(tx, key) {
    await tx.sql('select pg_advisory_xact_lock(hashtextextended($1, 1))', [key]);
  },

  async add(tx, key, at) {
    await tx.sql('insert into failed_sign_ins (key, failed_at) values ($1, $2)', [key, at]);
  },
};
