import {
  type Cache,
  cacheExchange,
  type Entity,
  type KeyingConfig,
  type UpdateResolver,
} from '@urql/exchange-graphcache';
import { type Exchange, gql } from 'urql';
import { chainedPages, endOf } from './chained-pages.ts';

/** Types that are no entities: values that belong to what holds them. */
const values = [
  'ArtistStatistics',
  'BookingItem',
  'ConsumerStatus',
  'DiscountQuote',
  'DiscountRejection',
  'EventAttendance',
  'EventCancellation',
  'EventSales',
  'EventSeat',
  'EventStatistics',
  'ImportSeatingPlanWarning',
  'Money',
  'OutboxStatus',
  'OverdueWork',
  'Point',
  'PriceRange',
  'PriceZoneSales',
  'ProviderStatus',
  'RefundQuote',
  'RefundRejection',
  'RefundTier',
  'SagaStatus',
  'SalesOverview',
  'SalesPoint',
  'SeatChange',
  'SeatMap',
  'SeatMapDelta',
  'SeatMapSnapshot',
  'SeriesTicketType',
  'ServiceStatus',
  'Services',
  'Session',
  'StandingAvailability',
  'StandingRoom',
  'TicketKey',
  'TicketTypeSales',
  'ZonePrice',
] as const;

const keys: KeyingConfig = Object.fromEntries(values.map((name) => [name, () => null]));

/** What the header counts; the cache finds it by its fields, whoever asked for them. */
const UNREAD = gql`
  {
    me {
      id
      unreadNotificationCount
    }
  }
`;

/** Of a notification, what opening it changes. */
const READ = gql`
  fragment _ on Notification {
    id
    readAt
  }
`;

/** Lists of which a page after the first is shown below it, by the type that has them. */
export const pagedLists: Readonly<Record<string, readonly string[]>> = {
  Query: ['events', 'eventBookings', 'users', 'venues', 'promoCodes'],
  User: ['bookings', 'notifications', 'sessions'],
  Wallet: ['transactions'],
  LoyaltyAccount: ['operations'],
  EventSeries: ['events'],
  Event: ['bookings', 'attendees'],
};

/**
 * What the pages share: events, bookings, tickets, wallet. Seats of a map are not in it (web/seat-map). A subscription
 * writes into the entity that it names, so pages that show it follow by themselves.
 */
export function normalizedCache(): Exchange {
  const ends = new Map<string, unknown>();
  const pages = chainedPages(ends);
  const resolversOf = (fields: readonly string[]) =>
    Object.fromEntries(fields.map((field) => [field, pages]));
  return cacheExchange({
    keys,
    resolvers: Object.fromEntries(
      Object.entries(pagedLists).map(([type, fields]) => [type, resolversOf(fields)]),
    ),
    optimistic: {
      markNotificationRead: ({ input }) => ({
        __typename: 'MarkNotificationReadPayload',
        notification: {
          __typename: 'Notification',
          id: (input as { notificationId: string }).notificationId,
          readAt: new Date().toISOString(),
        },
        userErrors: [],
      }),
    },
    updates: {
      Subscription: {
        // The list is asked anew by the page that shows it.
        notificationAdded: (_result, _args, cache) => forget(cache, 'unreadNotificationCount'),
      },
      User: { notifications: keepPushedOff('notifications', ends) },
      Wallet: { transactions: keepPushedOff('transactions', ends) },
      Mutation: {
        // Sent for what is unread alone. Runs for what is expected as well as for what came of it.
        markNotificationRead: (_result, _args, cache) => countUnread(cache, (count) => count - 1),
        markAllNotificationsRead(result, _args, cache) {
          const payload = result.markAllNotificationsRead as { userErrors: readonly unknown[] } | null;
          if (payload?.userErrors.length === 0) markAllRead(cache);
        },
        endSession: (_result, { input }, cache) => {
          const { sessionId } = input as { sessionId: string };
          cache.invalidate({ __typename: 'UserSession', id: sessionId });
        },
        createBooking: (_result, _args, cache) => forgetBookings(cache),
        cancelBooking: (_result, _args, cache) => forgetBookings(cache),
      },
    },
  });
}

function countUnread(cache: Cache, next: (count: number) => number): void {
  cache.updateQuery<{ me: { id: string; unreadNotificationCount: number | null } | null }>(
    { query: UNREAD },
    (data) => {
      if (!data?.me) return data;
      const count = Math.max(0, next(data.me.unreadNotificationCount ?? 0));
      return { ...data, me: { ...data.me, unreadNotificationCount: count } };
    },
  );
}

/** Those that are known: the list is not asked anew, since what follows its first page would be shown alone. */
function markAllRead(cache: Cache): void {
  const readAt = new Date().toISOString();
  const me = cache.resolve('Query', 'me');
  if (typeof me !== 'string') return;
  for (const { fieldName, fieldKey } of cache.inspectFields(me)) {
    if (fieldName !== 'notifications') continue;
    for (const key of rowsOf(cache, cache.resolve(me, fieldKey))) {
      const [id, before] = [cache.resolve(key, 'id'), cache.resolve(key, 'readAt')];
      if (before === null) cache.writeFragment(READ, { id, readAt });
    }
  }
}

/** The lists of the caller's bookings are asked anew: which of them a new one stands in is the server's to say. */
const forgetBookings = (cache: Cache): void => forget(cache, 'bookings');

function forget(cache: Cache, field: 'bookings' | 'unreadNotificationCount'): void {
  const me = cache.resolve('Query', 'me');
  if (typeof me !== 'string') return;
  for (const { fieldName, arguments: args } of cache.inspectFields(me)) {
    if (fieldName === field) cache.invalidate(me, fieldName, args);
  }
}

/**
 * For lists that begin with the newest. Of a first page that is asked for anew, newer rows have pushed some off its end: the
 * later pages, which were asked for before, follow these. They stay in the first page, which ends where it ended before.
 */
function keepPushedOff(field: 'notifications' | 'transactions', ends: Map<string, unknown>): UpdateResolver {
  const before = new Map<string, { readonly rows: readonly string[]; readonly end: unknown }>();
  return (parent, args, cache) => {
    const entity = cache.keyOfEntity(parent as Entity);
    if (args.after || entity === null) return;
    const page = cache.resolve(entity, field, args);
    if (typeof page !== 'string') return;
    const rows = rowsOf(cache, page);
    const known = before.get(entity);
    if (known?.rows.some((row) => rows.includes(row)) && !known.rows.every((row) => rows.includes(row))) {
      before.set(entity, { rows: [...new Set([...rows, ...known.rows])], end: known.end });
      ends.set(page, known.end);
    } else {
      before.set(entity, { rows, end: endOf(cache, page) });
      ends.delete(page);
    }
    cache.link(page, 'nodes', [...(before.get(entity)?.rows ?? rows)]);
  };
}

/** The keys of a page's rows. */
function rowsOf(cache: Cache, page: unknown): readonly string[] {
  const rows = typeof page === 'string' ? cache.resolve(page, 'nodes') : null;
  return Array.isArray(rows) ? rows.filter((row) => typeof row === 'string') : [];
}
