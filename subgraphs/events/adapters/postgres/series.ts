import { type FilterQuery, type InferEntity, LockMode, raw } from '@mikro-orm/postgresql';
import { isAdmin } from '@parterre/contracts/kernel/caller.ts';
import type { EventId, EventSeriesId, UserId } from '@parterre/contracts/kernel/ids.ts';
import { money } from '@parterre/contracts/kernel/money.ts';
import type { Caller } from '@parterre/platform/kernel/caller.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import type { Database, Transaction } from '@parterre/platform/postgres/database.ts';
import { statement } from '@parterre/platform/postgres/statement.ts';
import type { Offer } from '../../application/ports/catalogue.ts';
import type { Series, SeriesTicketType } from '../../application/ports/series.ts';
import type { EventSeries } from '../../domain/event-series.ts';
import { EventRow, SeriesArtistRow } from './entities.ts';
import { EventSeriesRow, SeriesPriceRow, SeriesTicketTypeRow } from './series-entities.ts';
import { SeatingPlanRow, SectionRow } from './venue-entities.ts';

type StoredSeries = InferEntity<typeof EventSeriesRow>;

/** SQL, because slots are made of their series by the hundred, without coming here. */
export const statements = {
  // A page of each of several lists is a lateral join, which the query builder cannot say.
  slotPages: statement<{ seriesId: EventSeriesId; sortKey: string; id: EventId }>(
    `select series.id as "seriesId", slot.id,
            to_char(slot.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "sortKey"
     from unnest($1::uuid[]) as series (id)
     cross join lateral (
       select e.id, e.starts_at from events e
       where e.series_id = series.id
         and ($2::boolean or e.status <> 'DRAFT' or e.organizer_id = $3::uuid)
         and e.starts_at >= coalesce($4::timestamptz, '-infinity')
         and (e.starts_at, e.id) > (coalesce($5::timestamptz, '-infinity'), coalesce($6::uuid, '00000000-0000-0000-0000-000000000000'))
       order by e.starts_at, e.id limit $7) as slot
     order by series.id, slot.starts_at, slot.id`,
  ),

  addEvents: statement(
    `insert into events (id, series_id, slot_at, starts_at, ends_at, organizer_id, hall_id, plan_id, title, description, status,
                         currency, hold_seconds, max_seats_per_user, refund_tiers, refuses_single_seats, minimum_guests,
                         minimum_decided_hours_before)
     select slot.id, s.id, slot.starts_at, slot.starts_at, slot.ends_at, s.organizer_id, s.hall_id, s.plan_id, s.title, s.description,
            'DRAFT', s.currency, s.hold_seconds, s.max_seats_per_user, s.refund_tiers,
            s.refuses_single_seats, s.minimum_guests, s.minimum_decided_hours_before
     from event_series s,
          unnest($2::uuid[], $3::timestamptz[], $4::timestamptz[]) as slot (id, starts_at, ends_at)
     where s.id = $1`,
  ),

  addArtists: statement(
    `insert into event_artists (event_id, place, artist_id)
     select slot.id, a.place, a.artist_id
     from series_artists a, unnest($2::uuid[]) as slot (id) where a.series_id = $1`,
  ),

  addTicketTypes: statement(
    `with types as materialized (
       select gen_random_uuid() as id, slot.id as event_id, t.place, t.key, t.label, t.max_per_booking, t.max_per_event,
              t.needs_key, t.proof
       from series_ticket_types t, unnest($2::uuid[]) as slot (id) where t.series_id = $1)
     insert into ticket_types (id, event_id, place, key, label, max_per_booking, max_per_event, needs_id, proof)
     select t.id, t.event_id, t.place, t.key, t.label, t.max_per_booking, t.max_per_event, needed.id, t.proof
     from types t left join types needed on needed.event_id = t.event_id and needed.key = t.needs_key`,
  ),

  addPrices: statement(
    `insert into event_prices (event_id, ticket_type_id, price_zone_id, price_minor)
     select t.event_id, t.id, p.price_zone_id, p.price_minor
     from series_prices p
     join ticket_types t on t.event_id = any ($2::uuid[]) and t.key = p.type_key
     where p.series_id = $1`,
  ),
};

/** Series in PostgreSQL. */
export function createPostgresSeries(database: Database): Series {
  return {
    async byId(ids, caller) {
      const rows = await database
        .em()
        .find(EventSeriesRow, { $and: [{ id: { $in: [...ids] } }, ...visibleTo(caller)] });
      return new Map(rows.map((row) => [row.id, readSeries(row)]));
    },

    async page({ organizerId, limit, after }) {
      const rows = await database
        .em()
        .find(
          EventSeriesRow,
          { ...(organizerId && { organizerId }), ...(after && { id: { $lt: after } }) },
          { orderBy: { id: 'desc' }, limit },
        );
      return rows.map(readSeries);
    },

    async artistsOf(ids) {
      const bill = await database
        .em()
        .find(
          SeriesArtistRow,
          { series: { $in: [...ids] } },
          { populate: ['artist'], orderBy: { series: 'asc', place: 'asc' } },
        );
      const lists = Map.groupBy(bill, (entry) => entry.series.id);
      return new Map(
        [...lists].map(([id, entries]) => [id, entries.map(({ artist: { id, name } }) => ({ id, name }))]),
      );
    },

    async ticketTypesOf(ids) {
      const em = database.em();
      const types = await em.find(
        SeriesTicketTypeRow,
        { series: { $in: [...ids] } },
        { orderBy: { series: 'asc', place: 'asc' } },
      );
      const prices = await em.find(
        SeriesPriceRow,
        { series: { $in: [...ids] } },
        { populate: ['series'], orderBy: { series: 'asc', priceZone: { place: 'asc' } } },
      );
      const pricesOf = Map.groupBy(prices, ({ series, typeKey }) => `${series.id}/${typeKey}`);
      const read = ({ series, ...type }: InferEntity<typeof SeriesTicketTypeRow>): SeriesTicketType => ({
        key: type.key,
        label: type.label,
        maxPerBooking: type.maxPerBooking ?? null,
        maxPerEvent: type.maxPerEvent ?? null,
        needsKey: type.needsKey ?? null,
        proof: type.proof ?? null,
        prices: (pricesOf.get(`${series.id}/${type.key}`) ?? []).map((row) => ({
          priceZoneId: row.priceZone.id,
          price: money(row.priceMinor, row.series.currency),
        })),
      });
      const lists = Map.groupBy(types, ({ series }) => series.id);
      return new Map([...lists].map(([id, rows]) => [id, rows.map(read)]));
    },

    async organizersOf(ids) {
      const rows = await database.em().find(EventSeriesRow, { id: { $in: [...ids] } });
      return rows.map(({ id, organizerId }) => ({ seriesId: id, organizerId }));
    },

    async slotPages(ids, { startsFrom, page: { limit, after } }, caller) {
      const rows = await database.sql(statements.slotPages, [
        ids,
        isAdmin(caller),
        organizerOf(caller),
        startsFrom,
        after?.sortKey ?? null,
        after?.id ?? null,
        limit,
      ]);
      return Map.groupBy(rows, ({ seriesId }) => seriesId);
    },

    async add(tx, { hallId, planId, ...series }, offer) {
      await tx.em.insert(EventSeriesRow, { ...series, hall: hallId, plan: planId });
      await addOffer(tx, series.id, offer);
    },

    async find(tx, id) {
      const row = await tx.em.findOne(EventSeriesRow, { id });
      return row && readSeries(row);
    },

    async lock(tx, id) {
      const row = await tx.em.findOne(
        EventSeriesRow,
        { id },
        { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
      );
      return row && readSeries(row);
    },

    async timeZone(tx, { id }) {
      const { hall } = await tx.em.findOneOrFail(
        EventSeriesRow,
        { id },
        { populate: ['hall.venue'], strategy: 'joined', disableIdentityMap: true },
      );
      return hall.venue.timeZone;
    },

    async slots(tx, id, { startsAt, endsAt }) {
      const rows = await tx.em.find(
        EventRow,
        {
          series: id,
          $or: [
            { startsAt: { $lt: endsAt }, endsAt: { $gt: startsAt } },
            { slotAt: { $gte: startsAt, $lt: endsAt } },
          ],
        },
        { orderBy: { startsAt: 'asc', id: 'asc' }, refresh: true },
      );
      return rows.map((row) => ({
        eventId: row.id,
        // Every slot has one: `a_slot_is_of_a_series`.
        slotAt: row.slotAt ?? row.startsAt,
        startsAt: row.startsAt,
        endsAt: row.endsAt,
        status: row.status,
      }));
    },

    async onSale(tx, id, now) {
      const wanted = { series: id, status: 'ON_SALE' as const, endsAt: { $gt: now } };
      const rows = await tx.em.find(EventRow, wanted, { fields: ['id'] });
      return rows.map((row) => row.id);
    },

    async addSlots(tx, id, times) {
      const ids = times.map(() => newId<'Event'>()) satisfies EventId[];
      const starts = times.map(({ startsAt }) => startsAt);
      const ends = times.map(({ endsAt }) => endsAt);
      await tx.sql(statements.addEvents, [id, ids, starts, ends]);
      await tx.sql(statements.addArtists, [id, ids]);
      await tx.sql(statements.addTicketTypes, [id, ids]);
      await tx.sql(statements.addPrices, [id, ids]);
      return ids;
    },

    async planSize(tx, id) {
      const { seatCount } = await tx.em.findOneOrFail(SeatingPlanRow, { id });
      return { seatCount, standingSections: await tx.em.count(SectionRow, { plan: id, kind: 'STANDING' }) };
    },
  };
}

function readSeries({ hall, plan, ...series }: StoredSeries): EventSeries {
  return {
    id: series.id,
    organizerId: series.organizerId,
    hallId: hall.id,
    planId: plan.id,
    title: series.title,
    description: series.description ?? null,
    currency: series.currency,
    holdSeconds: series.holdSeconds,
    maxSeatsPerUser: series.maxSeatsPerUser,
    refundTiers: series.refundTiers,
    refusesSingleSeats: series.refusesSingleSeats,
    minimumGuests: series.minimumGuests ?? null,
    minimumDecidedHoursBefore: series.minimumDecidedHoursBefore ?? null,
  };
}

async function addOffer(
  tx: Transaction,
  series: EventSeriesId,
  { artistIds, ticketTypes, prices }: Offer,
): Promise<void> {
  const bill = artistIds.map((artist, index) => ({ series, place: index + 1, artist }));
  if (bill.length > 0) await tx.em.insertMany(SeriesArtistRow, bill);
  const keys = new Map(ticketTypes.map(({ id, key }) => [id, key]));
  const types = ticketTypes.map(({ id: _, needsId, ...type }, place) => ({
    ...type,
    series,
    place,
    needsKey: needsId === null ? null : (keys.get(needsId) ?? null),
  }));
  await tx.em.insertMany(SeriesTicketTypeRow, types);
  const rows = ticketTypes.flatMap(({ id, key }) =>
    [...(prices.get(id) ?? [])].map(([priceZone, { minor }]) => ({
      series,
      typeKey: key,
      priceZone,
      priceMinor: minor,
    })),
  );
  if (rows.length > 0) await tx.em.insertMany(SeriesPriceRow, rows);
}

/** Of whom nothing was published yet is for who may manage it: the organizer, and administrators. */
function visibleTo(caller: Caller): FilterQuery<StoredSeries>[] {
  if (isAdmin(caller)) return [];
  const isPublished = (series: string) =>
    `exists (select from events e where e.series_id = ${series}.id and e.status <> 'DRAFT')`;
  const published: FilterQuery<StoredSeries> = { [raw(isPublished)]: [] };
  const organizerId = organizerOf(caller);
  return [organizerId === null ? published : { $or: [published, { organizerId }] }];
}

/** Whose drafts the caller may see beside those of nobody. */
function organizerOf(caller: Caller): UserId | null {
  return caller.kind === 'user' && caller.role === 'ORGANIZER' ? caller.userId : null;
}
