import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import type { Database } from '@parterre/platform/postgres/database.ts';
import { statement } from '@parterre/platform/postgres/statement.ts';
import type { Accounts } from '../../application/ports/points.ts';
import type { Account } from '../../domain/account.ts';
import type { Level } from '../../domain/level.ts';
import { AccountRow, OperationRow } from './entities.ts';

interface AccountColumns {
  readonly user_id: UserId;
  readonly points: number;
  readonly reserved_points: number;
  readonly owed_points: number;
  readonly level: Level;
  readonly frozen_at: Date | null;
}

const columns = 'user_id, points, reserved_points, owed_points, level, frozen_at';

/** SQL, because accounts are locked for what follows, and points move together with the operations they are the sum of. */
export const statements = {
  lock: statement<AccountColumns>(`select ${columns} from accounts where user_id = $1 for no key update`),

  open: statement('insert into accounts (user_id, opened_at) values ($1, $2) on conflict do nothing'),

  lockDue: statement<AccountColumns>(
    `select ${columns} from accounts where review_at <= $1
     order by review_at limit $2 for no key update skip locked`,
  ),

  // Points change by the operations that are added, in the same statement, and by nothing else.
  write: statement<{ points: number }>(
    `with added as (
       insert into operations (id, user_id, kind, points, booking_id, created_at)
       select id, $1, kind, points, booking_id, $2
       from unnest($3::uuid[], $4::text[], $5::int[], $6::uuid[]) as operation (id, kind, points, booking_id)
       returning points
     )
     update accounts set points = points + coalesce((select sum(points) from added), 0)::int,
                         reserved_points = $7, owed_points = $8, level = $9,
                         review_at = case when $10::boolean then $11::timestamptz else review_at end
     where user_id = $1 returning points`,
  ),
};

/** Accounts in PostgreSQL. */
export function createPostgresAccounts(database: Database): Accounts {
  return {
    async lock(tx, userId, now) {
      const [known] = await tx.sql(statements.lock, [userId]);
      if (known) return readAccount(known);
      await tx.sql(statements.open, [userId, now]);
      const [opened] = await tx.sql(statements.lock, [userId]);
      if (!opened) throw new Error(`expected the account of user ${userId} to be there once it is opened`);
      return readAccount(opened);
    },

    async write(tx, { account, operations }, now, review) {
      const [written] = await tx.sql(statements.write, [
        account.userId,
        now,
        operations.map((operation) => operation.id),
        operations.map((operation) => operation.kind),
        operations.map((operation) => operation.points),
        operations.map((operation) => operation.bookingId),
        account.reserved,
        account.owed,
        account.level,
        review !== undefined,
        review?.at,
      ]);
      if (written?.points !== account.points) {
        throw new Error(
          `expected user ${account.userId} to have ${account.points} points, got ${written?.points}`,
        );
      }
    },

    async freeze(tx, userId, since) {
      await tx.em.nativeUpdate(AccountRow, { userId }, { frozenAt: since });
    },

    async lockDue(tx, now, limit) {
      const rows = await tx.sql(statements.lockDue, [now, limit]);
      return rows.map(readAccount);
    },

    async findOf(userIds) {
      const rows = await database.em().find(AccountRow, { userId: { $in: [...userIds] } });
      return rows.map(({ userId, points, reservedPoints, owedPoints, level, frozenAt }) => ({
        userId,
        points,
        reserved: reservedPoints,
        owed: owedPoints,
        level,
        isFrozen: frozenAt != null,
      }));
    },

    async history(userId, { limit, after }) {
      const older = after && { id: { $lt: after } };
      return database
        .em()
        .find(OperationRow, { account: userId, ...older }, { orderBy: { id: 'desc' }, limit });
    },
  };
}

function readAccount(row: AccountColumns): Account {
  return {
    userId: row.user_id,
    points: row.points,
    reserved: row.reserved_points,
    owed: row.owed_points,
    level: row.level,
    isFrozen: row.frozen_at !== null,
  };
}
