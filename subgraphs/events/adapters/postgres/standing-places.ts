import type { BookingId, EventId, PriceZoneId } from '@parterre/contracts/kernel/ids.ts';
import { money } from '@parterre/contracts/kernel/money.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import { statement } from '@parterre/platform/postgres/statement.ts';
import type {
  ChangedShard,
  ReleasedPlaces,
  StandingPart,
  StandingPlaces,
} from '../../application/ports/places.ts';
import type { StandingRequest } from '../../domain/requested-places.ts';
import { spread } from '../../domain/standing-shards.ts';
import { isBeingSwept, isSoldOut, lockSection, reclaimSection, takeFromShards } from './standing-shards.ts';

/** SQL, because places are counted where they stand, in rows that are locked in one order by everybody. */
export const statements = {
  price: statement<{ id: PriceZoneId; price: string }>(
    `select p.price_zone_id as id, p.price_minor as price
     from sections s
     join ticket_types t on t.event_id = $1 and t.place = 0
     join event_prices p on p.event_id = $1 and p.ticket_type_id = t.id and p.price_zone_id = s.price_zone_id
     where s.id = $2 and s.plan_id = $3 and s.kind = 'STANDING'`,
  ),

  record: statement(
    `insert into standing_holds (booking_id, event_id, section_id, shard, quantity)
     select $1, $2, section_id, shard, quantity
     from unnest($3::uuid[], $4::int[], $5::int[]) as part (section_id, shard, quantity)`,
  ),

  of: statement<StandingPart>(
    `select section_id as "sectionId", shard, quantity from standing_holds
     where booking_id = $1 order by section_id, shard`,
  ),

  giveBack: statement(
    `with part as (
       select section_id, shard, quantity
       from unnest($2::uuid[], $3::int[], $4::int[]) as part (section_id, shard, quantity)
     ), used_up as (
       delete from standing_holds h using part p
       where h.booking_id = $1 and h.section_id = p.section_id and h.shard = p.shard and h.quantity = p.quantity
     )
     update standing_holds h set quantity = h.quantity - p.quantity from part p
     where h.booking_id = $1 and h.section_id = p.section_id and h.shard = p.shard and h.quantity > p.quantity`,
  ),

  giveBackExpired: statement<StandingPart & { bookingId: BookingId; eventId: EventId }>(
    `delete from standing_holds where booking_id = any ($1::uuid[])
     returning booking_id as "bookingId", event_id as "eventId", section_id as "sectionId", shard, quantity`,
  ),

  takeFromOneShard: statement<ChangedShard>(
    `with roomy as materialized (
       select shard from standing_shards
       where event_id = $1 and section_id = $2 and capacity - taken >= $3
       order by (shard + $4) % 8
       limit 1
       for update skip locked
     )
     update standing_shards s set taken = s.taken + $3, version = s.version + 1
     from roomy where s.event_id = $1 and s.section_id = $2 and s.shard = roomy.shard
     returning s.section_id as "sectionId", s.shard, s.taken, s.version`,
  ),
};

/** Standing places in PostgreSQL. Shards are always locked in the order of section and number. */
export function createPostgresStandingPlaces(): StandingPlaces {
  return {
    async take(tx, event, requested) {
      const [zone] = await tx.sql(statements.price, [event.id, requested.sectionId, event.planId]);
      if (!zone) return 'no-such-section';
      const priced = { priceZoneId: zone.id, price: money(BigInt(zone.price), event.currency) };
      const alone = await takeFromOneShard(tx, event.id, requested);
      if (alone) return { ...priced, ...alone, reclaimed: [] };
      const several = await takeFromSeveral(tx, event.id, requested);
      return typeof several === 'string' ? several : { ...priced, ...several };
    },

    async record(tx, eventId, bookingId, parts) {
      if (parts.length === 0) return;
      await tx.sql(statements.record, [
        bookingId,
        eventId,
        parts.map((part) => part.sectionId),
        parts.map((part) => part.shard),
        parts.map((part) => part.quantity),
      ]);
    },

    async of(tx, bookingId) {
      return tx.sql(statements.of, [bookingId]);
    },

    async free(tx, eventId, bookingId, parts) {
      if (parts.length === 0) return [];
      const columns = [
        parts.map((part) => part.sectionId),
        parts.map((part) => part.shard),
        parts.map((part) => part.quantity),
      ];
      await tx.sql(statements.giveBack, [bookingId, ...columns]);
      return takeFromShards(
        tx,
        parts.map((part) => ({ ...part, eventId, quantity: -part.quantity })),
      );
    },

    async freeExpired(tx, bookingIds) {
      const parts = await tx.sql(statements.giveBackExpired, [bookingIds]);
      if (parts.length === 0) return [];
      const changes = await takeFromShards(
        tx,
        parts.map((part) => ({ ...part, quantity: -part.quantity })),
      );
      const changeOf = new Map(
        changes.map((change) => [`${change.eventId}/${change.sectionId}/${change.shard}`, change]),
      );
      return [...Map.groupBy(parts, (part) => part.bookingId)].map(([bookingId, own]): ReleasedPlaces => {
        const eventId = own[0]?.eventId;
        if (!eventId) throw new Error('expected a group of at least one part, got an empty one');
        // A shard that several of these holds had a part of tells its count in the fact of each.
        return {
          bookingId,
          eventId,
          changes: own.flatMap((part) => {
            const change = changeOf.get(`${part.eventId}/${part.sectionId}/${part.shard}`);
            return change ? [withoutEvent(change)] : [];
          }),
        };
      });
    },
  };
}

interface Taken {
  readonly parts: readonly StandingPart[];
  readonly changes: readonly ChangedShard[];
}

/**
 * The usual way: one shard that has enough and that nobody else is just changing. Where to begin differs from
 * buyer to buyer, so that they spread over the shards.
 */
async function takeFromOneShard(
  tx: Transaction,
  eventId: EventId,
  requested: StandingRequest,
): Promise<Taken | null> {
  const [change] = await tx.sql(statements.takeFromOneShard, [
    eventId,
    requested.sectionId,
    requested.quantity,
    Math.floor(Math.random() * 8),
  ]);
  if (!change) return null;
  return { parts: [{ ...requested, shard: change.shard }], changes: [change] };
}

/**
 * When no single shard would do. In a rush nearly everybody comes too late: they are refused without a lock, and write
 * nothing. Where there may be places it waits for all shards of the section, in order, so that none is refused that is there.
 * The wait is bounded by the database's lock timeout; what others do with a shard is over in milliseconds. No deadlock:
 * sections are asked in order, and of this one nothing is locked yet.
 */
async function takeFromSeveral(
  tx: Transaction,
  eventId: EventId,
  requested: StandingRequest,
): Promise<(Taken & { readonly reclaimed: readonly ReleasedPlaces[] }) | 'sold-out' | 'contended'> {
  const { sectionId, quantity } = requested;
  if (await isSoldOut(tx, eventId, requested)) return 'sold-out';
  let shards = await lockSection(tx, eventId, requested);
  let reclaimed: readonly ReleasedPlaces[] = [];
  let parts = spread(quantity, shards);
  if (!parts) {
    reclaimed = await reclaimSection(tx, eventId, sectionId);
    shards = await lockSection(tx, eventId, requested);
    parts = spread(quantity, shards);
  }
  if (!parts) return (await isBeingSwept(tx, eventId, sectionId)) ? 'contended' : 'sold-out';
  const own = parts.map(({ shard, places }) => ({ sectionId, shard, quantity: places }));
  const changes = await takeFromShards(
    tx,
    own.map((part) => ({ ...part, eventId })),
  );
  return { parts: own, changes: changes.map(withoutEvent), reclaimed };
}

function withoutEvent({ sectionId, shard, taken, version }: ChangedShard): ChangedShard {
  return { sectionId, shard, taken, version };
}
