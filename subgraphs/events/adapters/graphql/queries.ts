import { oneMore, type Page, readPage, toConnection } from '@parterre/platform/graphql/connections.ts';
import { parseInstant } from '@parterre/platform/kernel/instants.ts';
import type { Catalogue, Sorted, SortKey } from '../../application/ports/catalogue.ts';
import type { EventsContext } from './context.ts';
import { byTextAndId, readFilterId, readSearch } from './list-arguments.ts';
import type { QueryResolvers } from './schema.generated.ts';

const instantWithMicroseconds = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z$/;
const byStart = byTextAndId((text) => instantWithMicroseconds.test(text) && parseInstant(text) !== null);
const byName = byTextAndId();

/** What anybody may look up; drafts only for who may manage them. */
export function createQueries(catalogue: Catalogue) {
  return {
    event: (_source, { id }, { loaders }) => loaders.event.load(id),
    venue: (_source, { id }, { loaders }) => loaders.venue.load(id),
    seatingPlan: (_source, { id }, { loaders }) => loaders.plan.load(id),
    artist: (_source, { id }, { loaders }) => loaders.artist.load(id),

    async events(_source, { search, filter, ...args }, { caller }) {
      const page = readPage(args, byStart);
      const sorted = await catalogue.listEvents(
        {
          search: readSearch(search),
          status: filter?.status ?? null,
          city: readSearch(filter?.city, 'city'),
          venueId: readFilterId(filter?.venueId),
          artistId: readFilterId(filter?.artistId),
          startsFrom: filter?.startsFrom ?? null,
          startsBefore: filter?.startsBefore ?? null,
          mine: filter?.mine ?? false,
          page: oneMore(page),
        },
        caller,
      );
      return connectionOf(sorted, page);
    },

    async venues(_source, { search, mine, ...args }, { caller }) {
      const page = readPage(args, byName);
      if (mine && caller.kind !== 'user') return connectionOf([], page);
      const organizerId = mine && caller.kind === 'user' ? caller.userId : null;
      const sorted = await catalogue.listVenues(
        { search: readSearch(search), page: oneMore(page) },
        organizerId,
      );
      return connectionOf(sorted, page);
    },

    async artists(_source, { search, ...args }) {
      const page = readPage(args, byName);
      return connectionOf(
        await catalogue.listArtists({ search: readSearch(search), page: oneMore(page) }),
        page,
      );
    },
  } satisfies QueryResolvers<EventsContext>;
}

/** A page of rows, each cursor being what the list is sorted by. */
function connectionOf<Row extends { readonly id: string }>(
  sorted: readonly Sorted<Row>[],
  page: Page<SortKey>,
) {
  const { edges, pageInfo } = toConnection(sorted, page, ({ sortKey, row }) => [sortKey, row.id]);
  return {
    edges: edges.map(({ cursor, node }) => ({ cursor, node: node.row })),
    nodes: edges.map(({ node }) => node.row),
    pageInfo,
  };
}
