import { type FilterQuery, type InferEntity, type Loaded, LockMode, raw } from '@mikro-orm/postgresql';
import { isAdmin } from '@parterre/contracts/kernel/caller.ts';
import type { ArtistId, EventId, PriceZoneId, TicketTypeId } from '@parterre/contracts/kernel/ids.ts';
import { type Money, money } from '@parterre/contracts/kernel/money.ts';
import type { Caller } from '@parterre/platform/kernel/caller.ts';
import type { Database, Transaction } from '@parterre/platform/postgres/database.ts';
import { statement } from '@parterre/platform/postgres/statement.ts';
import type { Billing, Events, SortKey, WantedEvents } from '../../application/ports/catalogue.ts';
import type { Event } from '../../domain/event.ts';
import type { Prices } from '../../domain/prices.ts';
import { shardCapacities } from '../../domain/standing-shards.ts';
import type { TicketTypeOfEvent, TicketTypes } from '../../domain/ticket-type.ts';
import { EventArtistRow, EventPriceRow, EventRow, isOver, TicketTypeRow } from './entities.ts';
import { pauseAllSales, pauseSales } from './sale-locks.ts';
import { SectionRow } from './venue-entities.ts';

type StoredEvent = InferEntity<typeof EventRow>;
type StoredType = InferEntity<typeof TicketTypeRow>;
type BilledEvent = Loaded<StoredEvent, 'hall.venue' | 'bill.artist'>;
type Condition = FilterQuery<StoredEvent>;

/** The greatest amount that PostgreSQL keeps. */
const MOST_MINOR = 9_223_372_036_854_775_807n;

/** SQL, because places are made of a plan by the ten thousand, without coming here. */
export const statements = {
  // Event by event: every one has the same seats, at the prices of its own types.
  openSeats: statement(
    `insert into event_seats (event_id, seat_id, seat_index, price_minor)
     select event.id, s.id, s.seat_index, p.price_minor
     from unnest($1::uuid[]) as event (id)
     join ticket_types t on t.event_id = event.id and t.place = 0
     join event_prices p on p.event_id = event.id and p.ticket_type_id = t.id
     join seats s on s.plan_id = $2 and s.price_zone_id = p.price_zone_id
     order by event.id, s.seat_index`,
  ),

  // In the order in which holds take them; it waits for whoever is blocking one.
  lockSeats: statement(`select from event_seats where event_id = $1 order by seat_index for no key update`),

  // No other version: where the seat stands is the same.
  priceSeats: statement(
    `update event_seats e set price_minor = p.price_minor
     from seats s, ticket_types t, event_prices p
     where e.event_id = $1 and s.id = e.seat_id and t.event_id = $1 and t.place = 0
       and p.event_id = $1 and p.ticket_type_id = t.id and p.price_zone_id = s.price_zone_id
       and e.price_minor <> p.price_minor`,
  ),

  // The rows are locked, so this sees what was told last.
  tellAt: statement<{ toldAt: Date }>(
    `update events e set told_at = told.at
     from (select greatest($2::timestamptz, max(told_at) + interval '1 millisecond') as at
           from events where id = any ($1::uuid[])) told
     where e.id = any ($1::uuid[]) returning e.told_at as "toldAt"`,
  ),

  openShards: statement(
    `insert into standing_shards (event_id, section_id, shard, capacity)
     select event.id, part.section_id, part.shard, part.capacity
     from unnest($1::uuid[]) as event (id),
          unnest($2::uuid[], $3::int[], $4::int[]) as part (section_id, shard, capacity)`,
  ),
};

/** Events in PostgreSQL. */
export function createPostgresEvents(database: Database): Events {
  return {
    async byId(ids, caller) {
      const rows = await database
        .em()
        .find(EventRow, { $and: [{ id: { $in: [...ids] } }, ...visibleTo(caller)] });
      return new Map(rows.map((row) => [row.id, readEvent(row)]));
    },

    async list(wanted, caller) {
      if (wanted.mine && caller.kind !== 'user') return [];
      const rows = await database
        .em()
        .find(
          EventRow,
          { $and: [...visibleTo(caller), ...conditionsOf(wanted, caller)] },
          { orderBy: [{ startsAt: 'asc' }, { id: 'asc' }], limit: wanted.page.limit, populate: ['startKey'] },
        );
      return rows.map((row) => ({ row: readEvent(row), sortKey: row.startKey }));
    },

    async pricesOf(eventIds) {
      const rows = await database.em().find(
        EventPriceRow,
        { event: { $in: [...eventIds] } },
        {
          fields: ['priceMinor', 'event.currency', 'ticketType.id', 'priceZone.id'],
          orderBy: [{ event: 'asc' }, { ticketType: { place: 'asc' } }, { priceZone: { place: 'asc' } }],
        },
      );
      const prices = rows.map(({ event, ticketType, priceZone, priceMinor }) => ({
        eventId: event.id,
        ticketTypeId: ticketType.id,
        priceZoneId: priceZone.id,
        price: money(priceMinor, event.currency),
      }));
      return Map.groupBy(prices, (price) => price.eventId);
    },

    async ticketTypes(ids) {
      const rows = await database.em().find(TicketTypeRow, { id: { $in: [...ids] } });
      return new Map(rows.map((row) => [row.id, readTicketType(row)]));
    },

    async ticketTypesOf(eventIds) {
      const rows = await database
        .em()
        .find(TicketTypeRow, offeredAt(eventIds), { orderBy: { event: 'asc', place: 'asc' } });
      return Map.groupBy(rows.map(readTicketType), ({ eventId }) => eventId);
    },

    async organizersOf(eventIds) {
      const rows = await database.em().find(EventRow, { id: { $in: [...eventIds] } });
      return rows.map(({ id, organizerId, series }) => ({
        eventId: id,
        organizerId,
        seriesId: series?.id ?? null,
      }));
    },

    async add(tx, { hallId, planId, seriesId: series, ...event }, { artistIds, ticketTypes, prices }) {
      await tx.em.insert(EventRow, { ...event, hall: hallId, plan: planId, series });
      await addArtists(tx, event.id, artistIds);
      await addTicketTypes(tx, event.id, ticketTypes);
      await addPrices(tx, event.id, prices);
    },

    async find(tx, id) {
      const row = await tx.em.findOne(EventRow, { id }, { refresh: true });
      return row && readEvent(row);
    },

    async lock(tx, id) {
      await pauseSales(tx, id);
      const row = await tx.em.findOne(
        EventRow,
        { id },
        { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
      );
      return row && readEvent(row);
    },

    async lockAll(tx, ids) {
      await pauseAllSales(tx, ids);
      const rows = await tx.em.find(
        EventRow,
        { id: { $in: [...ids] } },
        { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true, orderBy: { id: 'asc' } },
      );
      return rows.map(readEvent);
    },

    async change(tx, { id, ...event }) {
      const { title, description, startsAt, endsAt, holdSeconds, maxSeatsPerUser, refundTiers } = event;
      const { refusesSingleSeats, minimumGuests, minimumDecidedHoursBefore } = event;
      const terms = {
        title,
        description,
        startsAt,
        endsAt,
        holdSeconds,
        maxSeatsPerUser,
        refundTiers,
        refusesSingleSeats,
        minimumGuests,
        minimumDecidedHoursBefore,
      };
      await tx.em.nativeUpdate(EventRow, { id }, terms);
    },

    async putOnSale(tx, ids) {
      await tx.em.nativeUpdate(EventRow, { id: { $in: [...ids] } }, { status: 'ON_SALE' });
    },

    async cancel(tx, ids) {
      await tx.em.nativeUpdate(EventRow, { id: { $in: [...ids] } }, { status: 'CANCELLED' });
    },

    async tellAt(tx, ids, now) {
      const [told] = await tx.sql(statements.tellAt, [ids, now]);
      return told?.toldAt ?? now;
    },

    async setArtists(tx, id, artistIds) {
      await tx.em.nativeDelete(EventArtistRow, { event: id });
      await addArtists(tx, id, artistIds);
    },

    async setPrices(tx, id, prices, ticketTypes) {
      await tx.em.nativeDelete(EventPriceRow, { event: id });
      if (ticketTypes) {
        await tx.em.nativeDelete(TicketTypeRow, { event: id });
        await addTicketTypes(tx, id, ticketTypes);
      }
      await addPrices(tx, id, prices);
    },

    async changeOffer(tx, id, prices, ticketTypes) {
      await tx.em.nativeDelete(EventPriceRow, { event: id });
      if (ticketTypes) await changeTicketTypes(tx, id, ticketTypes);
      await addPrices(tx, id, prices);
      await tx.sql(statements.lockSeats, [id]);
      await tx.sql(statements.priceSeats, [id]);
    },

    async knownTypesIn(tx, id) {
      const rows = await tx.em.find(TicketTypeRow, { event: id }, { fields: ['key'] });
      return new Map(rows.map((row) => [row.key, row.id]));
    },

    async ticketTypesIn(tx, id) {
      return requireTypes(await ticketTypesIn(tx, [id]), id);
    },

    async prices(tx, event) {
      return readPrices(event, await tx.em.find(EventPriceRow, { event: event.id }, { refresh: true }));
    },

    async pricesOfAll(tx, events) {
      const of = { event: { $in: events.map(({ id }) => id) } };
      const rows = await tx.em.find(EventPriceRow, of, { refresh: true });
      const rowsOf = Map.groupBy(rows, ({ event }) => event.id);
      return new Map(events.map((event) => [event.id, readPrices(event, rowsOf.get(event.id) ?? [])]));
    },

    async billing(tx, id) {
      // One statement for all of it. Beside the identity map, which has the event, and would load the rest part by part.
      const row = await tx.em.findOneOrFail(
        EventRow,
        { id },
        { populate: ['hall.venue', 'bill.artist'], strategy: 'joined', disableIdentityMap: true },
      );
      return readBilling(row, await ticketTypesIn(tx, [id]));
    },

    async billings(tx, ids) {
      const rows = await tx.em.find(
        EventRow,
        { id: { $in: [...ids] } },
        { populate: ['hall.venue', 'bill.artist'], strategy: 'select-in', disableIdentityMap: true },
      );
      const types = await ticketTypesIn(tx, ids);
      return new Map(rows.map((row) => [row.id, readBilling(row, types)]));
    },

    async openPlaces(tx, planId, ids) {
      await tx.sql(statements.openSeats, [ids, planId]);
      const sections = await tx.em.find(SectionRow, { plan: planId, kind: 'STANDING' });
      const shards = sections.flatMap((section) =>
        shardCapacities(section.capacity ?? 0).map((places, shard) => ({ id: section.id, shard, places })),
      );
      await tx.sql(statements.openShards, [
        ids,
        shards.map((part) => part.id),
        shards.map((part) => part.shard),
        shards.map((part) => part.places),
      ]);
    },
  };
}

function readEvent({ hall, plan, series, status, isOver, ...event }: StoredEvent): Event {
  return {
    id: event.id,
    organizerId: event.organizerId,
    hallId: hall.id,
    planId: plan.id,
    seriesId: series?.id ?? null,
    title: event.title,
    description: event.description ?? null,
    status: status === 'ON_SALE' && isOver ? 'ENDED' : status,
    startsAt: event.startsAt,
    endsAt: event.endsAt,
    currency: event.currency,
    holdSeconds: event.holdSeconds,
    maxSeatsPerUser: event.maxSeatsPerUser,
    refundTiers: event.refundTiers,
    refusesSingleSeats: event.refusesSingleSeats,
    minimumGuests: event.minimumGuests ?? null,
    minimumDecidedHoursBefore: event.minimumDecidedHoursBefore ?? null,
    minimumReachedAt: event.minimumReachedAt ?? null,
  };
}

async function addArtists(tx: Transaction, event: EventId, artistIds: readonly ArtistId[]): Promise<void> {
  const bill = artistIds.map((artist, index) => ({ event, place: index + 1, artist }));
  if (bill.length > 0) await tx.em.insertMany(EventArtistRow, bill);
}

/** Which types: those that their events offer now, in an order. */
function offeredAt(eventIds: readonly EventId[]): FilterQuery<StoredType> {
  return { event: { $in: [...eventIds] }, place: { $ne: null } };
}

type TypesByEvent = ReadonlyMap<EventId, readonly TicketTypeOfEvent[]>;

async function ticketTypesIn(tx: Transaction, ids: readonly EventId[]): Promise<TypesByEvent> {
  const rows = await tx.em.find(TicketTypeRow, offeredAt(ids), {
    orderBy: { event: 'asc', place: 'asc' },
    refresh: true,
  });
  return Map.groupBy(rows.map(readTicketType), ({ eventId }) => eventId);
}

function requireTypes(types: TypesByEvent, id: EventId): TicketTypes {
  const [first, ...others] = types.get(id) ?? [];
  if (!first) throw new Error(`expected the event ${id} to have a ticket type, got none`);
  return [first, ...others];
}

/** Of an event that was read with its hall, its venue and its bill. */
function readBilling({ id, hall, bill }: BilledEvent, types: TypesByEvent): Billing {
  return {
    hallName: hall.name,
    venueName: hall.venue.name,
    timeZone: hall.venue.timeZone,
    artists: bill.getItems().map(({ artist }) => ({ artistId: artist.id, name: artist.name })),
    ticketTypes: requireTypes(types, id),
  };
}

function readPrices(
  { currency }: Pick<Event, 'currency'>,
  rows: readonly InferEntity<typeof EventPriceRow>[],
): Prices {
  const prices = new Map<TicketTypeId, Map<PriceZoneId, Money>>();
  for (const { ticketType, priceZone, priceMinor } of rows) {
    const ofType = prices.get(ticketType.id) ?? new Map<PriceZoneId, Money>();
    prices.set(ticketType.id, ofType.set(priceZone.id, money(priceMinor, currency)));
  }
  return prices;
}

async function addTicketTypes(tx: Transaction, event: EventId, types: TicketTypes): Promise<void> {
  const rows = types.map(({ needsId, ...type }, place) => ({ ...type, event, place, needs: needsId }));
  await tx.em.insertMany(TicketTypeRow, rows);
}

/** A type that is among those of before, or of before that, becomes what it is now. */
async function changeTicketTypes(tx: Transaction, event: EventId, types: TicketTypes): Promise<void> {
  const rows = await tx.em.find(TicketTypeRow, { event }, { fields: ['id'] });
  const known = new Set(rows.map(({ id }) => id));
  // No two types have one place, not even between two statements.
  await tx.em.nativeUpdate(TicketTypeRow, { event }, { place: null });
  const stored = types.map(({ needsId, ...type }, place) => ({ ...type, event, place, needs: needsId }));
  const added = stored.filter(({ id }) => !known.has(id));
  if (added.length > 0) await tx.em.insertMany(TicketTypeRow, added);
  // One by one: at most as many as an event may have, and few organizers change many.
  for (const { id, ...type } of stored.filter((row) => known.has(row.id))) {
    await tx.em.nativeUpdate(TicketTypeRow, { id }, type);
  }
}

function readTicketType({ event, needs, ...type }: StoredType): TicketTypeOfEvent {
  return {
    id: type.id,
    eventId: event.id,
    key: type.key,
    label: type.label,
    maxPerBooking: type.maxPerBooking ?? null,
    maxPerEvent: type.maxPerEvent ?? null,
    needsId: needs?.id ?? null,
    proof: type.proof ?? null,
  };
}

async function addPrices(tx: Transaction, event: EventId, prices: Prices): Promise<void> {
  const rows = [...prices].flatMap(([ticketType, ofType]) =>
    [...ofType].map(([priceZone, { minor }]) => ({ event, ticketType, priceZone, priceMinor: minor })),
  );
  if (rows.length > 0) await tx.em.insertMany(EventPriceRow, rows);
}

/** Drafts are for who may manage them: their organizer, and administrators. */
function visibleTo(caller: Caller): Condition[] {
  if (isAdmin(caller)) return [];
  const published: Condition = { status: { $ne: 'DRAFT' } };
  const isOrganizer = caller.kind === 'user' && caller.role === 'ORGANIZER';
  return [isOrganizer ? { $or: [published, { organizerId: caller.userId }] } : published];
}

function conditionsOf(wanted: WantedEvents, caller: Caller): Condition[] {
  const { search, status, city, venueId, artistId, startsFrom, startsBefore, mine, page } = wanted;
  const { organizerId, seriesId, priceFrom, priceUpTo, hasFreePlaces } = wanted;
  const isOver = isOverIn(wanted);
  const conditions: (Condition | false)[] = [
    mine && caller.kind === 'user' && { organizerId: caller.userId },
    search !== null && hasWords(search),
    status !== null && { status: status === 'ENDED' ? 'ON_SALE' : status },
    isOver !== null && { isOver },
    // No event lasts longer (domain/event.ts), so the index by start leads past those of all years before.
    isOver === false && { startsAt: { $gt: raw("(select clock_timestamp()) - interval '366 days'") } },
    city !== null && { hall: { venue: { cityForm: raw('search_form(?)', [city]) } } },
    venueId !== null && { hall: { venue: venueId } },
    artistId !== null && { bill: { $some: { artist: artistId } } },
    organizerId !== null && { organizerId },
    seriesId !== null && { series: seriesId },
    (priceFrom ?? priceUpTo) !== null && hasPriceBetween(priceFrom, priceUpTo),
    hasFreePlaces !== null && canBeBought(hasFreePlaces),
    startsFrom !== null && { startsAt: { $gte: startsFrom } },
    startsBefore !== null && { startsAt: { $lt: startsBefore } },
    page.after !== null && comesAfter(page.after),
  ];
  return conditions.filter((condition) => condition !== false);
}

/**
 * Which events by their end: true for those that are over, false for those that are not, null for both. A list
 * that names no status, no time, no series and no organizer is read by somebody who wants to go somewhere.
 */
function isOverIn({ status, startsFrom, startsBefore, seriesId, mine }: WantedEvents): boolean | null {
  if (status === 'ENDED') return true;
  if (status === 'ON_SALE') return false;
  const isForGoing = startsFrom === null && startsBefore === null && seriesId === null && !mine;
  return status === null && isForGoing ? false : null;
}

/** Every word in the title, the venue or the bill. What has no words, such as "!!!", is looked for as it is. */
function hasWords(search: string): Condition {
  const found = (event: string) => `case when search_form(?) = '' then position(? in ${event}.title) > 0
    else has_words(string_to_array(search_form(?), ' '),
      ${event}.found_by
      || ' ' || (select v.found_by from halls h join venues v on v.id = h.venue_id where h.id = ${event}.hall_id)
      || ' ' || coalesce((select string_agg(a.found_by, ' ') from event_artists b join artists a on a.id = b.artist_id
                          where b.event_id = ${event}.id), '')) end`;
  return { [raw(found, [search, search, search])]: [] };
}

/** Any zone of the event, in the currency that is asked for. */
function hasPriceBetween(from: Money | null, upTo: Money | null): Condition {
  const found = (event: string) => `exists (
    select from event_prices p where p.event_id = ${event}.id and ${event}.currency = ?
      and p.price_minor >= ? and p.price_minor <= ?)`;
  const [least, most] = [from?.minor ?? 0n, upTo?.minor ?? MOST_MINOR];
  return { [raw(found, [(from ?? upTo)?.currency, String(least), String(most)])]: [] };
}

/**
 * Whether there is a place that nobody has, as a hold would find it. No index knows the states of seats, which would make
 * every hold dearer: of a sold-out event all seats are looked at, of any other those up to the first.
 */
function canBeBought(wanted: boolean): Condition {
  // No `exists`, which PostgreSQL may answer from the shards of all events at once.
  const isSo = (
    event: string,
  ) => `coalesce(${event}.status = 'ON_SALE' and not ${isOver(`${event}.ends_at`)} and (
    (select true from event_seats p where p.event_id = ${event}.id
       and (p.state = 'F' or (p.state = 'H' and p.held_until <= (select clock_timestamp()))) limit 1)
    or (select true from standing_shards p where p.event_id = ${event}.id and p.taken < p.capacity limit 1)
    or (select true from holds h join standing_holds p on p.booking_id = h.booking_id
        where h.event_id = ${event}.id and h.status = 'HELD' and h.expires_at <= (select clock_timestamp()) limit 1)), false)`;
  return { [raw((event) => (wanted ? isSo(event) : `not ${isSo(event)}`), [])]: [] };
}

function comesAfter({ sortKey, id }: SortKey): Condition {
  const after = (event: string) => `(${event}.starts_at, ${event}.id) > (?::timestamptz, ?::uuid)`;
  return { [raw(after, [sortKey, id])]: [] };
}
