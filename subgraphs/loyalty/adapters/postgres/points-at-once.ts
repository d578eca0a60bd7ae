import { enteredInbox } from '@parterre/platform/inbox/apply-fact.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { asOutboxRow } from '@parterre/platform/outbox/append-facts.ts';
import type { Database } from '@parterre/platform/postgres/database.ts';
import { statement } from '@parterre/platform/postgres/statement.ts';
import type { PointsAtOnce } from '../../application/ports/points.ts';
import { MAX_POINTS } from '../../domain/account.ts';
import { LEVEL_WINDOW_MS } from '../../domain/level.ts';

/**
 * SQL, because it is all that a sale does here in one round trip. The gate (migration 0043) waits for the account's lock and
 * looks behind it. The inbox row comes after the gate, since a fact that is noted must have been applied; `apply` takes the two
 * the other way round, so one of two deliveries of a fact at the same moment may be run again as a deadlock.
 */
export const statements = {
  earn: statement<{ fact_id: string }>(
    `with gate as materialized (
       select * from earning_gate($4::uuid, $5::timestamptz)
     ), due as materialized (
       select (gate.points + given.points)::int as balance, given.points::int as points, least(gate.oldest, $6::timestamptz) as oldest
       from gate join unnest($7::text[], $8::bigint[], $9::int[], $10::int[]) as given (level, points, least, below)
         on given.level = gate.level
       where given.points > 0 and gate.points + given.points <= ${MAX_POINTS}
         and gate.earned + given.points >= given.least
         and (given.below is null or gate.earned + given.points < given.below)
     ), entered as (
       ${enteredInbox('due')}
     ), earning as (
       insert into earnings (booking_id, user_id, paid_minor, points, earned_at)
       select $11::uuid, $4, $12::bigint, due.points, $6 from entered, due on conflict do nothing returning points
     ), operation as (
       insert into operations (id, user_id, kind, points, booking_id, created_at)
       select $13::uuid, $4, 'EARNED', points, $11, $14::timestamptz from earning
     ), account as (
       update accounts a set points = due.balance, review_at = due.oldest + $15::float8 * interval '1 millisecond'
       from earning, due where a.user_id = $4
     ), told as (
       insert into outbox (fact)
       select ($16::jsonb || jsonb_build_object('data', jsonb_build_object(
         'userId', $4, 'bookingId', $11, 'points', due.points, 'balance', due.balance)))::json
       from earning, due
     )
     select fact_id from entered`,
  ),
};

/** What a sale earns, in PostgreSQL, in one statement. */
export function createPostgresPointsAtOnce(database: Database): PointsAtOnce {
  return {
    async earn(entry, { bookingId, userId, paidMinor, earnedAt, since }, levels, head, now) {
      const entered = await database.atOnce(statements.earn, [
        ...entry,
        ...[userId, since, earnedAt],
        ...[levels.map(({ level }) => level), levels.map(({ points }) => points)],
        ...[levels.map(({ from }) => from), levels.map(({ below }) => below)],
        ...[bookingId, paidMinor, newId<'PointsOperation'>(), now, LEVEL_WINDOW_MS, asOutboxRow(head)],
      ]);
      return entered.length === 1;
    },
  };
}
