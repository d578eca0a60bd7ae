import type { BookingId } from '@parterre/contracts/kernel/ids.ts';
import type { Database } from '@parterre/platform/postgres/database.ts';
import { statement } from '@parterre/platform/postgres/statement.ts';
import type {
  CancellationState,
  CancellationWork,
  EventCancellations,
  OpenCancellation,
  ToldBooking,
} from '../../application/ports/cancellations.ts';
import { progressOf } from '../../domain/event-cancellation.ts';
import { EventCancellationRow } from './entities.ts';

const live = `('CONFIRMED', 'PARTIALLY_REFUNDED')`;
/** As the index says it by which these, and the live ones among them, are found. */
const alive = `('AWAITING_PAYMENT', 'CONFIRMED', 'PARTIALLY_REFUNDED')`;

/** The column that says when such work is due. */
const due = { tell: 'tell_at', refund: 'refund_at' } as const satisfies Record<CancellationWork, string>;

/** Processes that look at the same time look at different ones. */
const takeDue = (column: string, more: string) =>
  statement<OpenCancellation>(
    `update event_cancellations set ${column} = $3
     where event_id in (
       select event_id from event_cancellations
       where look_until is not null ${more} and (${column} is null or ${column} <= $2)
       order by ${column} nulls first limit $1 for update skip locked)
     returning event_id as "eventId", reason, minimum_guests as "minimumGuests", is_done as "isDone"`,
  );

const setDue = (column: string) =>
  statement(`update event_cancellations set ${column} = $2 where event_id = $1`);

/** SQL, because bookings come in batches past what others lock, what is known is no error, and all is counted at once. */
export const statements = {
  begin: statement<{ eventId: string }>(
    `insert into event_cancellations (event_id, organizer_id, reason, cancelled_at, minimum_guests, look_until)
     values ($1, $2, $3, $4, $5, clock_timestamp() + interval '10 minutes')
     on conflict do nothing returning event_id as "eventId"`,
  ),

  takeDueToTell: takeDue(due.tell, ''),
  takeDueToRefund: takeDue(due.refund, 'and not is_done'),
  setDueToTell: setDue(due.tell),
  setDueToRefund: setDue(due.refund),

  lock: statement<{ eventId: string }>(
    `select event_id as "eventId" from event_cancellations where event_id = $1 for update skip locked`,
  ),

  // One walk over the bookings of the event; a refund fails when it has begun and got "no", or no answer.
  count: statement<CancellationState>(
    `with failing as (
       select b.id, bool_or(s.parked_at is null) as is_retried
       from bookings b join refunds r on r.booking_id = b.id join sagas s on s.id = r.id
       where b.event_id = $1 and b.status in ${live} and r.status = 'RUNNING'
         and (s.failures > 0 or s.parked_at is not null)
       group by b.id
     )
     select count(*) filter (where b.told_cancelled_at is not null or b.status in ${live})::int as total,
            count(*) filter (where b.told_cancelled_at is not null and b.status = 'REFUNDED')::int as refunded,
            count(f.id)::int as failed,
            count(*) filter (where f.is_retried)::int as retried,
            count(*) filter (where b.status in ${alive} and f.id is null)::int as moving,
            count(*) filter (where b.status in ${alive}) = 0 as "isDone"
     from bookings b left join failing f on f.id = b.id where b.event_id = $1`,
  ),

  takeUntold: statement<ToldBooking>(
    `with untold as materialized (
       select id from bookings
       where event_id = $1 and status in ${live} and told_cancelled_at is null
       order by id limit $2 for update skip locked
     )
     update bookings b set told_cancelled_at = $3 from untold u where b.id = u.id
     returning b.id as "bookingId", b.user_id as "userId", b.event_id as "eventId",
               b.event_title as "eventTitle", b.starts_at as "startsAt"`,
  ),

  // What the saga says is looked at here, so that those that end already do not hide the others.
  unpaid: statement<{ id: BookingId }>(
    `select b.id from bookings b join sagas s on s.id = b.id
     where b.event_id = $1 and b.status = 'AWAITING_PAYMENT' and s.state ->> 'cancelReason' is null
       and s.state -> 'phase' ->> 'name' in ('awaiting', 'paying')
     order by b.id limit $2`,
  ),

  paid: statement<{ id: BookingId }>(
    `select b.id from bookings b
     where b.event_id = $1 and b.status in ${live} and b.told_cancelled_at is not null
       and exists (select from tickets t where t.booking_id = b.id and t.status = 'VALID')
     order by b.id limit $2`,
  ),

  close: statement(
    `update event_cancellations set look_until = null
     where event_id = $1 and is_done and look_until <= clock_timestamp()`,
  ),
};

/** Rows become domain values at once, so an identity map would only answer later reads with what was. */
const anew = { disableIdentityMap: true } as const;

/** Cancelled events in PostgreSQL. */
export function createPostgresEventCancellations(database: Database): EventCancellations {
  return {
    async begin(tx, { eventId, organizerId, reason, cancelledAt, minimumGuests }) {
      const begun = await tx.sql(statements.begin, [
        eventId,
        organizerId,
        reason,
        cancelledAt,
        minimumGuests,
      ]);
      return begun.length > 0 ? 'begun' : 'known';
    },

    async find(eventId) {
      const row = await database.em().findOne(EventCancellationRow, { eventId }, anew);
      if (!row) return null;
      const { organizerId, reason, minimumGuests = null } = row;
      return { eventId, organizerId, reason, minimumGuests, ...progressOf(row) };
    },

    takeDue(work, limit, { now, next }) {
      const take = work === 'tell' ? statements.takeDueToTell : statements.takeDueToRefund;
      return database.sql(take, [limit, now, next]);
    },

    async setDue(work, eventId, at) {
      await database.sql(work === 'tell' ? statements.setDueToTell : statements.setDueToRefund, [
        eventId,
        at,
      ]);
    },

    async lock(tx, eventId) {
      return (await tx.sql(statements.lock, [eventId])).length > 0;
    },

    async count(tx, eventId) {
      const [counts] = await tx.sql(statements.count, [eventId]);
      if (!counts) throw new Error('expected one row of counts, got none');
      return counts;
    },

    async progressIn(tx, eventId) {
      const row = await tx.em.findOneOrFail(EventCancellationRow, { eventId }, anew);
      return progressOf(row);
    },

    async setProgress(tx, eventId, { status, total, refunded, failed }) {
      const progress = { isDone: status === 'DONE', total, refunded, failed };
      await tx.em.nativeUpdate(EventCancellationRow, { eventId }, progress);
    },

    takeUntold: (tx, eventId, { limit, now }) => tx.sql(statements.takeUntold, [eventId, limit, now]),

    async unpaid(tx, eventId, limit) {
      const rows = await tx.sql(statements.unpaid, [eventId, limit]);
      return rows.map(({ id }) => id);
    },

    async paid(eventId, limit) {
      const rows = await database.sql(statements.paid, [eventId, limit]);
      return rows.map(({ id }) => id);
    },

    async close(eventId) {
      await database.sql(statements.close, [eventId]);
    },
  };
}
