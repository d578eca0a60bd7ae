import type { Sql } from '@parterre/platform/postgres/database.ts';
import type { Catalogue, NamesWanted } from '../../application/ports/catalogue.ts';
import type { Artist, Hall } from '../../application/ports/storage.ts';
import type { Venue } from '../../domain/venue.ts';
import { byKey, groupsByKey } from './batches.ts';

type VenueCatalogue = Pick<
  Catalogue,
  'venues' | 'halls' | 'hallsOf' | 'artists' | 'listVenues' | 'listArtists'
>;

const venueColumns = `id, organizer_id as "organizerId", name, address, city, time_zone as "timeZone"`;
/** Whether a row has all words of \$1; what has no words, such as "!!!", is looked for as it is. */
const isFound = `case when search_form($1) = '' then position($1 in name) > 0
  else has_words(string_to_array(search_form($1), ' '), found_by) end`;
const hallColumns = `id, venue_id as "venueId", name`;

/** Venues, halls and artists. */
export function venueCatalogue({ sql }: Sql): VenueCatalogue {
  return {
    async venues(ids) {
      const rows = await sql<Venue>(`select ${venueColumns} from venues where id = any ($1::uuid[])`, [ids]);
      return byKey(rows, (venue) => venue.id);
    },

    async halls(ids) {
      const rows = await sql<Hall>(`select ${hallColumns} from halls where id = any ($1::uuid[])`, [ids]);
      return byKey(rows, (hall) => hall.id);
    },

    async hallsOf(venueIds) {
      const rows = await sql<Hall>(
        `select ${hallColumns} from halls where venue_id = any ($1::uuid[]) order by name collate people, id`,
        [venueIds],
      );
      return groupsByKey(rows, (hall) => hall.venueId);
    },

    async artists(ids) {
      const rows = await sql<Artist>('select id, name from artists where id = any ($1::uuid[])', [ids]);
      return byKey(rows, (artist) => artist.id);
    },

    async listVenues(wanted, organizerId) {
      const rows = await sql<Venue & { sortKey: string }>(
        `select ${venueColumns}, name as "sortKey" from venues
         where ($1::text is null or ${isFound})
           and ($2::uuid is null or organizer_id = $2)
           and ($3::text is null or (name collate people, id) > ($3, $4::uuid))
         order by name collate people, id limit $5`,
        [...listParameters(wanted, organizerId)],
      );
      return rows.map(({ sortKey, ...row }) => ({ row, sortKey }));
    },

    async listArtists(wanted) {
      const rows = await sql<Artist & { sortKey: string }>(
        `select id, name, name as "sortKey" from artists
         where ($1::text is null or ${isFound})
           and ($2::uuid is null or id = $2)
           and ($3::text is null or (name collate people, id) > ($3, $4::uuid))
         order by name collate people, id limit $5`,
        [...listParameters(wanted, null)],
      );
      return rows.map(({ sortKey, ...row }) => ({ row, sortKey }));
    },
  };
}

function listParameters({ search, page }: NamesWanted, owner: string | null) {
  const { after, limit } = page;
  return [search, owner, after?.sortKey ?? null, after?.id ?? null, limit];
}
