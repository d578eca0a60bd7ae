import { requireOrganizer } from '@parterre/contracts/access/require-role.ts';
import { isAdmin } from '@parterre/contracts/kernel/caller.ts';
import { type DecimalMoney, type Money, parseMoney, toDecimal } from '@parterre/contracts/kernel/money.ts';
import {
  byId,
  oneMore,
  type Page,
  type ReadKey,
  readPage,
  toConnection,
} from '@parterre/platform/graphql/connections.ts';
import { badUserInput } from '@parterre/platform/graphql/errors.ts';
import { requireSubgraph } from '@parterre/platform/graphql/require-caller.ts';
import { toUserErrors } from '@parterre/platform/graphql/user-errors.ts';
import { type Id, isId } from '@parterre/platform/kernel/ids.ts';
import { parseInstant } from '@parterre/platform/kernel/instants.ts';
import { isRejection } from '@parterre/platform/kernel/rejection.ts';
import { countCharacters } from '@parterre/platform/kernel/text.ts';
import type { Application } from '../../application/application.ts';
import type { Sorted, SortKey } from '../../application/ports/catalogue.ts';
import type { QueryResolvers } from './schema.generated.ts';

const LONGEST_SEARCH = 100;
/** Places of one booking at most. */
const MOST_BY_IDS = 100;
/** Places of all bookings of a page that are of one event. */
const MOST_PRESENT = 500;
/** As many as one booking has places at most. */
const MOST_ZONES = 500;
const nobody = '00000000-0000-0000-0000-000000000000' as Id<never>;
const instantWithMicroseconds = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z$/;
/** Events by start: the key of a page. */
export const byStart = byTextAndId(
  (text) => instantWithMicroseconds.test(text) && parseInstant(text) !== null,
);
const byName = byTextAndId();

/** What anybody may look up; drafts only for who may manage them. */
export function createQueries({ queries }: Application) {
  return {
    event: (_query, { id }, { loaders }) => loaders.event.load(id),
    eventSeries: (_query, { id }, { loaders }) => loaders.series.load(id),
    eventSeriesList: async (_query, args, context) => {
      const { caller } = requireOrganizer(context);
      const page = readPage(args, byId<'EventSeries'>);
      const organizerId = isAdmin(caller) ? null : caller.userId;
      const series = await queries.seriesPage({ ...oneMore(page), organizerId });
      return toConnection(series, page, ({ id }) => [id]);
    },
    venue: (_query, { id }, { loaders }) => loaders.venue.load(id),
    seatingPlan: (_query, { id }, { loaders }) => loaders.plan.load(id),
    artist: (_query, { id }, { loaders }) => loaders.artist.load(id),
    seatsByIds: async (_query, { ids }, context) => {
      requireSubgraph(context, 'tickets');
      return (await context.loaders.seat.loadMany(ids.slice(0, MOST_BY_IDS))).filter(isThere);
    },
    sectionsByIds: async (_query, { ids }, context) => {
      requireSubgraph(context, 'tickets');
      return (await context.loaders.section.loadMany(ids.slice(0, MOST_BY_IDS))).filter(isThere);
    },
    presentPlaces: (_query, { eventId, seatIds, sectionIds }, context) => {
      requireSubgraph(context, 'tickets');
      return queries.presentPlaces(readPresentPlaces(eventId, seatIds, sectionIds));
    },

    async events(_query, { search, filter, ...args }, { caller }) {
      const page = readPage(args, byStart);
      const sorted = await queries.listEvents(
        {
          search: readSearch(search),
          status: filter?.status ?? null,
          city: readSearch(filter?.city, 'city'),
          venueId: readFilterId<'Venue'>(filter?.venueId),
          artistId: readFilterId<'Artist'>(filter?.artistId),
          startsFrom: filter?.startsFrom ?? null,
          startsBefore: filter?.startsBefore ?? null,
          organizerId: readFilterId<'User'>(filter?.organizerId),
          seriesId: readFilterId<'EventSeries'>(filter?.seriesId),
          ...readPriceRange(filter?.priceFrom, filter?.priceUpTo),
          hasFreePlaces: filter?.hasFreePlaces ?? null,
          mine: filter?.mine ?? false,
          page: oneMore(page),
        },
        caller,
      );
      return connectionOf(sorted, page);
    },

    async venues(_query, { search, mine, ...args }, { caller }) {
      const page = readPage(args, byName);
      if (mine && caller.kind !== 'user') return connectionOf([], page);
      const organizerId = mine && caller.kind === 'user' ? caller.userId : null;
      const sorted = await queries.listVenues(
        { search: readSearch(search), page: oneMore(page) },
        organizerId,
      );
      return connectionOf(sorted, page);
    },

    async artists(_query, { search, ...args }) {
      const page = readPage(args, byName);
      return connectionOf(
        await queries.listArtists({ search: readSearch(search), page: oneMore(page) }),
        page,
      );
    },

    async quoteSeats(_query, { input }, context) {
      requireSubgraph(context, 'loyalty');
      const outcome = await queries.quoteSeats(input, context);
      if (isRejection(outcome)) return { quote: null, userErrors: toUserErrors(outcome) };
      const { currency: currencyCode, items, ...of } = outcome;
      const priced = items.map((item) => ({ ...item, price: toDecimal(item.price) }));
      return { quote: { ...of, currencyCode, items: priced }, userErrors: [] };
    },

    equivalentZones: (_query, { eventId, priceZoneIds }, context) => {
      requireSubgraph(context, 'loyalty');
      return queries.equivalentZones(readZones(eventId, priceZoneIds));
    },

    discountTargets: (_query, { eventIds, priceZoneIds, seriesIds, organizerIds }, context) => {
      requireSubgraph(context, 'loyalty');
      return queries.discountTargets({
        eventIds: eventIds.filter(isId<'Event'>),
        priceZoneIds: priceZoneIds.filter(isId<'PriceZone'>),
        seriesIds: (seriesIds ?? []).filter(isId<'EventSeries'>),
        organizerIds: (organizerIds ?? []).filter(isId<'User'>),
      });
    },
  } satisfies QueryResolvers;
}

function readPresentPlaces(eventId: string, seatIds: readonly string[], sectionIds: readonly string[]) {
  if (!isId<'Event'>(eventId) || !seatIds.every(isId<'Seat'>) || !sectionIds.every(isId<'Section'>)) {
    throw badUserInput('expected identifiers of an event and its places, got something else');
  }
  const most = Math.max(seatIds.length, sectionIds.length);
  if (most > MOST_PRESENT) throw badUserInput(`expected at most ${MOST_PRESENT} places, got ${most}`);
  return { eventId, seatIds, sectionIds };
}

function readZones(eventId: string, priceZoneIds: readonly string[]) {
  if (!isId<'Event'>(eventId) || !priceZoneIds.every(isId<'PriceZone'>)) {
    throw badUserInput('expected identifiers of an event and of price zones, got something else');
  }
  const count = priceZoneIds.length;
  if (count > MOST_ZONES) throw badUserInput(`expected at most ${MOST_ZONES} price zones, got ${count}`);
  return { eventId, priceZoneIds };
}

/** Whether a place was found; an outage is thrown on. */
function isThere<Value extends object>(found: Value | Error | null): found is Value {
  if (found instanceof Error) throw found;
  return found !== null;
}

/** A page of rows, each cursor being what the list is sorted by. */
export function connectionOf<Row extends { readonly id: string }>(
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

/**
 * The key of a list that is sorted by a text and then by id: `[text, id]`.
 *
 * @param isSortKey what else such a text has to be
 */
function byTextAndId(isSortKey: (text: string) => boolean = () => true): ReadKey<SortKey> {
  return (text = '', id = '', ...rest) =>
    rest.length === 0 && isId(id) && isSortKey(text) ? { sortKey: withoutNul(text), id } : null;
}

/** Words to look for; null when there are none. */
function readSearch(search: string | null | undefined, name = 'search'): string | null {
  const words = withoutNul(search ?? '').trim();
  const count = countCharacters(words, LONGEST_SEARCH);
  if (count > LONGEST_SEARCH) {
    throw badUserInput(`expected "${name}" of at most ${LONGEST_SEARCH} characters, got ${count}`);
  }
  return words === '' ? null : words;
}

/** An identifier to filter by. One that cannot be any matches nothing, so it becomes one that nobody has. */
function readFilterId<Kind extends string>(id: string | null | undefined): Id<Kind> | null {
  if (id == null) return null;
  return isId<Kind>(id) ? id : nobody;
}

/** Two ends of a range of prices, in one currency. */
function readPriceRange(from: DecimalMoney | null | undefined, upTo: DecimalMoney | null | undefined) {
  const [priceFrom, priceUpTo] = [readPrice('priceFrom', from), readPrice('priceUpTo', upTo)];
  if (priceFrom && priceUpTo && priceFrom.currency !== priceUpTo.currency) {
    throw badUserInput(
      `expected "priceFrom" and "priceUpTo" in one currency, got ${priceFrom.currency} and ${priceUpTo.currency}`,
    );
  }
  return { priceFrom, priceUpTo };
}

function readPrice(name: string, price: DecimalMoney | null | undefined): Money | null {
  if (price == null) return null;
  const amount = parseMoney(price, { allowZero: true });
  if (isRejection(amount)) throw badUserInput(`"${name}": ${amount.message}`);
  return amount;
}

/** PostgreSQL knows no text with a NUL in it and would fail at one, so it is left out. */
function withoutNul(text: string): string {
  return text.replaceAll('\0', '');
}
