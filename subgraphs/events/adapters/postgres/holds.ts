import type { BookingId, EventId, SeatId } from '@parterre/contracts/kernel/ids.ts';
import { money } from '@parterre/contracts/kernel/money.ts';
import type { ChangedSeat, Holds, ReleaseAnswer, TakenSeat } from '../../application/ports/storage.ts';
import { countPlaces } from '../../domain/requested-places.ts';
import { type EventRow, eventColumns, readEvent } from './event-rows.ts';
import { holdColumns, readHold, type StoredHold } from './hold-rows.ts';
import { queueBooking, queueBuyer, queueHold } from './sale-queue.ts';
import { seatObstacles } from './seat-obstacles.ts';

/** Holds in PostgreSQL (reliability.md, "Holding seats"). The clock is the database's, in every statement. */
export const holds: Holds = {
  queue: (tx, requested) => queueHold(tx, requested.bookingId, requested.eventId, requested.userId),
  queueBooking,

  async queueBuyer(tx, userId) {
    await queueBuyer(tx, userId);
    // A statement of its own: it sees what the one before it waited for.
    const [row] = await tx.sql<{ held: number }>(
      `select coalesce(sum(places), 0)::int as held from holds
       where user_id = $1 and status = 'HELD' and expires_at > clock_timestamp()`,
      [userId],
    );
    return row?.held ?? 0;
  },

  async terms(tx, requested) {
    const [row] = await tx.sql<EventRow & TermsRow>(
      `select ${eventColumns},
              date_trunc('milliseconds', clock_timestamp() + make_interval(secs => e.hold_seconds)) as expires_at,
              (select coalesce(sum(o.places), 0)::int from holds o
               where o.user_id = $3 and o.event_id = $1 and o.status = 'HELD'
                 and o.expires_at > clock_timestamp()) as already_held,
              (select to_jsonb(known) from (select ${holdColumns} from holds h where h.booking_id = $2) known)
                as known
       from (select) one left join events e on e.id = $1`,
      [requested.eventId, requested.bookingId, requested.userId],
    );
    if (!row) throw new Error('expected one row of terms, got none');
    return {
      event: row.id === null ? null : readEvent(row),
      expiresAt: row.expires_at,
      alreadyHeld: row.already_held,
      known: row.known && readHold(row.known),
    };
  },

  async takeSeats(tx, { eventId, bookingId, seatIds }, event, expiresAt) {
    // The race for a seat is closed here, in one statement: the rows that can be had are locked in seat order
    // and without waiting, counted, and changed only when all of them were got. A row that somebody else has
    // locked is skipped; one that somebody changed since the statement began is looked at again when it is
    // locked, and drops out. Never a read first and a write after it: that sells seats twice.
    const rows = await tx.sql<TakenRow>(
      `with wanted as materialized (
         select seat_id from event_seats
         where event_id = $1 and seat_id = any ($2::uuid[])
           and (state = 'F' or (state = 'H' and held_until <= clock_timestamp()))
         order by seat_index
         for update skip locked
       ), taken as (
         update event_seats set state = 'H', booking_id = $3, held_until = $4, version = version + 1
         where event_id = $1 and seat_id in (select seat_id from wanted)
           and (select count(*) from wanted) = $5
         returning seat_id, seat_index, version, price_minor
       )
       select t.seat_id as "seatId", t.seat_index as index, t.version, t.price_minor,
              s.section_id as "sectionId", s.price_zone_id as "priceZoneId"
       from taken t join seats s on s.id = t.seat_id order by t.seat_index`,
      [eventId, seatIds, bookingId, expiresAt, seatIds.length],
    );
    if (rows.length !== seatIds.length) return null;
    return rows.map(({ price_minor, ...seat }) => ({
      ...seat,
      price: money(BigInt(price_minor), event.currency),
    }));
  },

  obstacles: seatObstacles,

  async record(tx, { bookingId, ...requested }, hold) {
    await tx.sql(
      `insert into holds (booking_id, event_id, user_id, status, expires_at, seat_ids, places, requested, answer)
       values ($1, $2, $3, 'HELD', $4, $5, $6, $7, $8)`,
      [
        bookingId,
        requested.eventId,
        requested.userId,
        hold.expiresAt,
        requested.seatIds,
        countPlaces(requested),
        JSON.stringify(requested),
        JSON.stringify(hold),
      ],
    );
  },

  async lock(tx, bookingId) {
    const [row] = await tx.sql<StoredHold>(
      `select ${holdColumns} from holds h where h.booking_id = $1 for no key update`,
      [bookingId],
    );
    return row ? readHold(row) : null;
  },

  async sellSeats(tx, hold) {
    if (hold.status === 'FORBIDDEN') return [];
    const seats = await tx.sql<ChangedSeat>(
      `update event_seats set state = 'S', held_until = null, version = version + 1
       where event_id = $1 and seat_id = any ($2::uuid[]) and booking_id = $3
         and state = 'H' and held_until > clock_timestamp()
       returning seat_id as "seatId", seat_index as index, version`,
      [hold.eventId, hold.seatIds, hold.bookingId],
    );
    return seats.sort(inPlanOrder);
  },

  async markSold(tx, hold) {
    const rows = await tx.sql(
      `update holds h set status = 'SOLD'
       where h.booking_id = $1 and h.status = 'HELD' and h.expires_at > clock_timestamp()
         and h.places = cardinality(h.seat_ids) + (
           select coalesce(sum(p.quantity), 0) from standing_holds p where p.booking_id = h.booking_id)
       returning h.booking_id`,
      [hold.bookingId],
    );
    return rows.length === 1;
  },

  async freeSeats(tx, hold, seatIds) {
    if (hold.status === 'FORBIDDEN' || seatIds.length === 0) return [];
    const seats = await tx.sql<ChangedSeat>(
      `with own as materialized (
         select seat_id from event_seats
         where event_id = $1 and seat_id = any ($2::uuid[]) and booking_id = $3
         order by seat_index
         for update
       )
       update event_seats set state = 'F', booking_id = null, held_until = null, version = version + 1
       where event_id = $1 and seat_id in (select seat_id from own)
       returning seat_id as "seatId", seat_index as index, version`,
      [hold.eventId, seatIds, hold.bookingId],
    );
    return seats.sort(inPlanOrder);
  },

  async shrink(tx, hold, { seatIds, places }) {
    await tx.sql(
      `update holds set seat_ids = $2, places = $3, status = case when $3 = 0 then 'RELEASED' else status end
       where booking_id = $1`,
      [hold.bookingId, seatIds, places],
    );
  },

  async forbid(tx, bookingId) {
    await tx.sql(`insert into holds (booking_id, status) values ($1, 'FORBIDDEN')`, [bookingId]);
  },

  async expire(tx, limit) {
    // A volatile function is a filter and reads every open hold; asked once, it is a condition of the index.
    const expired = await tx.sql<{ bookingId: BookingId; eventId: EventId }>(
      `update holds set status = 'EXPIRED' where booking_id in (
         select booking_id from holds where status = 'HELD' and expires_at <= (select clock_timestamp())
         order by expires_at limit $1 for update skip locked)
       returning booking_id as "bookingId", event_id as "eventId"`,
      [limit],
    );
    if (expired.length === 0) return [];
    // Only what still is the booking's: the next buyer may have taken a seat since it could be had.
    const seats = await tx.sql<ChangedSeat & { booking_id: BookingId }>(
      `update event_seats s set state = 'F', booking_id = null, held_until = null, version = s.version + 1
       from holds h cross join unnest(h.seat_ids) as held (seat_id)
       where h.booking_id = any ($1::uuid[]) and s.event_id = h.event_id and s.seat_id = held.seat_id
         and s.booking_id = h.booking_id and s.state = 'H'
       returning h.booking_id, s.seat_id as "seatId", s.seat_index as index, s.version`,
      [expired.map((hold) => hold.bookingId)],
    );
    const byBooking = Map.groupBy(seats.sort(inPlanOrder), (seat) => seat.booking_id);
    return expired.map((hold) => ({
      ...hold,
      seats: (byBooking.get(hold.bookingId) ?? []).map(({ seatId, index, version }) => ({
        seatId,
        index,
        version,
      })),
    }));
  },

  async earlierRelease(tx, requestId) {
    const [row] = await tx.sql<{ answer: ReleaseAnswer }>(
      'select answer from releases where request_id = $1',
      [requestId],
    );
    return row?.answer ?? null;
  },

  async recordRelease(tx, requestId, bookingId, answer) {
    await tx.sql('insert into releases (request_id, booking_id, answer) values ($1, $2, $3)', [
      requestId,
      bookingId,
      answer,
    ]);
  },
};

function inPlanOrder(a: ChangedSeat, b: ChangedSeat): number {
  return a.index - b.index;
}

interface TermsRow {
  readonly expires_at: Date | null;
  readonly already_held: number;
  readonly known: StoredHold | null;
}

type TakenRow = Omit<TakenSeat, 'price'> & { readonly price_minor: string; readonly seatId: SeatId };
