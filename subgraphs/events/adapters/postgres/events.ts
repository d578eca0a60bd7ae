import type { PriceZoneId } from '@parterre/contracts/kernel/ids.ts';
import { money } from '@parterre/contracts/kernel/money.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { Billing, Events } from '../../application/ports/storage.ts';
import type { Event } from '../../domain/event.ts';
import { shardCapacities } from '../../domain/standing-shards.ts';
import { EventEntity } from './entities.ts';
import { type EventRow, eventColumns, readEvent } from './event-rows.ts';
import { pauseSales } from './sale-queue.ts';

/** Events in PostgreSQL. */
export const events: Events = {
  async add(tx, event) {
    tx.em.create(EventEntity, { ...event, status: 'DRAFT' });
    await tx.em.flush();
  },

  async lock(tx, id) {
    await pauseSales(tx, id);
    const rows = await tx.sql<EventRow>(
      `select ${eventColumns} from events e where e.id = $1 for no key update`,
      [id],
    );
    return rows[0] ? readEvent(rows[0]) : null;
  },

  async find(sql, id) {
    const rows = await sql.sql<EventRow>(`select ${eventColumns} from events e where e.id = $1`, [id]);
    return rows[0] ? readEvent(rows[0]) : null;
  },

  async change(tx, { id, title, startsAt, endsAt, holdSeconds, maxSeatsPerUser, refundTiers }) {
    await tx.em.nativeUpdate(
      EventEntity,
      { id },
      { title, startsAt, endsAt, holdSeconds, maxSeatsPerUser, refundTiers },
    );
  },

  async putOnSale(tx, id) {
    await tx.em.nativeUpdate(EventEntity, { id }, { status: 'ON_SALE' });
  },

  async setArtists(tx, id, artistIds) {
    await tx.sql('delete from event_artists where event_id = $1', [id]);
    await tx.sql(
      `insert into event_artists (event_id, artist_id, place)
       select $1, artist_id, place from unnest($2::uuid[]) with ordinality as bill (artist_id, place)`,
      [id, artistIds],
    );
  },

  async setPrices(tx, id, prices) {
    await tx.sql('delete from event_prices where event_id = $1', [id]);
    await tx.sql(
      `insert into event_prices (event_id, price_zone_id, price_minor)
       select $1, price_zone_id, price_minor
       from unnest($2::uuid[], $3::bigint[]) as price (price_zone_id, price_minor)`,
      [id, [...prices.keys()], [...prices.values()].map((price) => price.minor)],
    );
  },

  async prices(sql, event) {
    const rows = await sql.sql<{ id: PriceZoneId; minor: string }>(
      'select price_zone_id as id, price_minor as minor from event_prices where event_id = $1',
      [event.id],
    );
    return new Map(rows.map(({ id, minor }) => [id, money(BigInt(minor), event.currency)]));
  },

  async billing(sql, event) {
    const [row] = await sql.sql<Billing>(
      `select h.name as "hallName", v.name as "venueName", v.time_zone as "timeZone",
              coalesce((select json_agg(json_build_object('artistId', a.id, 'name', a.name) order by b.place)
                        from event_artists b join artists a on a.id = b.artist_id
                        where b.event_id = $1), '[]') as artists
       from halls h join venues v on v.id = h.venue_id where h.id = $2`,
      [event.id, event.hallId],
    );
    if (!row) throw new Error(`expected the hall ${event.hallId} of event ${event.id}, got none`);
    return row;
  },

  async openPlaces(tx, event) {
    await tx.sql(
      `insert into event_seats (event_id, seat_id, seat_index, price_minor)
       select $1, s.id, s.seat_index, p.price_minor
       from seats s join event_prices p on p.event_id = $1 and p.price_zone_id = s.price_zone_id
       where s.plan_id = $2 order by s.seat_index`,
      [event.id, event.planId],
    );
    await openStanding(tx, event);
  },
};

async function openStanding(tx: Transaction, event: Event): Promise<void> {
  const sections = await tx.sql<{ id: string; capacity: number }>(
    `select id, capacity from sections where plan_id = $1 and kind = 'STANDING'`,
    [event.planId],
  );
  const shards = sections.flatMap(({ id, capacity }) =>
    shardCapacities(capacity).map((places, shard) => ({ id, shard, places })),
  );
  await tx.sql(
    `insert into standing_shards (event_id, section_id, shard, capacity)
     select $1, section_id, shard, capacity
     from unnest($2::uuid[], $3::int[], $4::int[]) as part (section_id, shard, capacity)`,
    [
      event.id,
      shards.map((part) => part.id),
      shards.map((part) => part.shard),
      shards.map((part) => part.places),
    ],
  );
}
