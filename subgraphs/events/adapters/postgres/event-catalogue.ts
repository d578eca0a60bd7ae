import { isAdmin } from '@parterre/contracts/kernel/caller.ts';
import type { PriceZoneId } from '@parterre/contracts/kernel/ids.ts';
import type { CurrencyCode } from '@parterre/contracts/kernel/money.ts';
import { money } from '@parterre/contracts/kernel/money.ts';
import type { Caller } from '@parterre/platform/kernel/caller.ts';
import type { Sql } from '@parterre/platform/postgres/database.ts';
import type { Catalogue, EventsWanted } from '../../application/ports/catalogue.ts';
import type { Artist } from '../../application/ports/storage.ts';
import { byKey, groupsByKey } from './batches.ts';
import { type EventRow, eventColumns, isOver, readEvent } from './event-rows.ts';

type EventCatalogue = Pick<Catalogue, 'events' | 'artistsOf' | 'pricesOf' | 'listEvents'>;

/** Whether a draft may be seen, by `$1` (an administrator) and `$2` (an organizer's identifier or null). */
const isVisible = `(e.status <> 'DRAFT' or $1::boolean or e.organizer_id = $2::uuid)`;

/** Events, their bills and prices. */
export function eventCatalogue({ sql }: Sql): EventCatalogue {
  return {
    async events(ids, caller) {
      const rows = await sql<EventRow>(
        `select ${eventColumns} from events e where e.id = any ($3::uuid[]) and ${isVisible}`,
        [isAdmin(caller), organizerOf(caller), ids],
      );
      return byKey(rows.map(readEvent), (event) => event.id);
    },

    async artistsOf(eventIds) {
      const rows = await sql<Artist & { eventId: string }>(
        `select b.event_id as "eventId", a.id, a.name
         from event_artists b join artists a on a.id = b.artist_id
         where b.event_id = any ($1::uuid[]) order by b.event_id, b.place`,
        [eventIds],
      );
      return groupsByKey(rows, (row) => row.eventId);
    },

    async pricesOf(eventIds) {
      const rows = await sql<{ eventId: string; id: PriceZoneId; minor: string; currency: CurrencyCode }>(
        `select p.event_id as "eventId", p.price_zone_id as id, p.price_minor as minor, e.currency
         from event_prices p join events e on e.id = p.event_id join price_zones z on z.id = p.price_zone_id
         where p.event_id = any ($1::uuid[]) order by p.event_id, z.place`,
        [eventIds],
      );
      const prices = rows.map(({ eventId, id, minor, currency }) => ({
        eventId,
        priceZoneId: id,
        price: money(BigInt(minor), currency),
      }));
      return groupsByKey(prices, (price) => price.eventId);
    },

    async listEvents({ page, ...wanted }, caller) {
      const rows = await sql<EventRow & { sort_key: string }>(
        `select ${eventColumns}, to_char(e.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as sort_key
         from events e join halls h on h.id = e.hall_id join venues v on v.id = h.venue_id
         where ${isVisible}
           and (not $3::boolean or e.organizer_id = $4::uuid)
           and ($5::text is null or case when search_form($5) = '' then position($5 in e.title) > 0
                else has_words(string_to_array(search_form($5), ' '),
                               e.found_by || ' ' || v.found_by || ' ' || coalesce((
                                 select string_agg(a.found_by, ' ')
                                 from event_artists b join artists a on a.id = b.artist_id
                                 where b.event_id = e.id), '')) end)
           and ($6::text is null
                or e.status = case $6::text when 'ENDED' then 'ON_SALE' else $6::text end)
           and ($15::boolean is null or $15 = (${isOver}))
           -- No event lasts longer (domain/event.ts), so the index by start leads past those of all years before.
           and ($15::boolean is distinct from false
                or e.starts_at > (select clock_timestamp()) - interval '366 days')
           and ($7::text is null or v.city_form = search_form($7))
           and ($8::uuid is null or v.id = $8)
           and ($9::uuid is null or exists (select from event_artists b
                                            where b.event_id = e.id and b.artist_id = $9))
           and ($10::timestamptz is null or e.starts_at >= $10)
           and ($11::timestamptz is null or e.starts_at < $11)
           and ($12::timestamptz is null or (e.starts_at, e.id) > ($12, $13::uuid))
         order by e.starts_at, e.id limit $14`,
        [
          isAdmin(caller),
          organizerOf(caller),
          wanted.mine,
          caller.kind === 'user' ? caller.userId : null,
          wanted.search,
          wanted.status,
          wanted.city,
          wanted.venueId,
          wanted.artistId,
          wanted.startsFrom,
          wanted.startsBefore,
          page.after?.sortKey ?? null,
          page.after?.id ?? null,
          page.limit,
          isOverIn(wanted),
        ],
      );
      return rows.map((row) => ({ row: readEvent(row), sortKey: row.sort_key }));
    },
  };
}

/**
 * Which events by their end: true for those that are over, false for those that are not, null for both. A list
 * that names no status, no time and no organizer is read by somebody who wants to go somewhere.
 */
function isOverIn({ status, startsFrom, startsBefore, mine }: Omit<EventsWanted, 'page'>): boolean | null {
  if (status === 'ENDED') return true;
  if (status === 'ON_SALE') return false;
  return status === null && startsFrom === null && startsBefore === null && !mine ? false : null;
}

/** Whose drafts the caller may see: an organizer's own. */
function organizerOf(caller: Caller): string | null {
  return caller.kind === 'user' && caller.role === 'ORGANIZER' ? caller.userId : null;
}
