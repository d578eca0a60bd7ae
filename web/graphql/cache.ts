import { type Cache, cacheExchange, type KeyingConfig } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import { type Exchange, gql } from 'urql';

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

const pages = relayPagination({ mergeMode: 'inwards' });

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
  return cacheExchange({
    keys,
    resolvers: pagedResolvers(),
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
        notificationAdded(_result, _args, cache) {
          const me = cache.resolve('Query', 'me');
          if (typeof me !== 'string') return;
          for (const { fieldName, arguments: args } of cache.inspectFields(me)) {
            if (fieldName === 'notifications' || fieldName === 'unreadNotificationCount') {
              cache.invalidate(me, fieldName, args);
            }
          }
        },
      },
      Mutation: {
        // Sent for what is unread alone. Runs for what is expected as well as for what came of it.
        markNotificationRead: (_result, _args, cache) => countUnread(cache, (count) => count - 1),
        markAllNotificationsRead(_result, _args, cache) {
          const me = cache.resolve('Query', 'me');
          if (typeof me !== 'string') return;
          for (const { fieldName, arguments: args } of cache.inspectFields(me)) {
            if (fieldName === 'notifications') cache.invalidate(me, fieldName, args);
          }
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

interface Forgetful {
  resolve(entity: string, field: string): unknown;
  inspectFields(entity: string): readonly { fieldName: string; arguments: unknown }[];
  invalidate(entity: string, field: string, args?: never): void;
}

/** The lists of the caller's bookings are asked anew: which of them a new one stands in is the server's to say. */
function forgetBookings(cache: Forgetful): void {
  const me = cache.resolve('Query', 'me');
  if (typeof me !== 'string') return;
  for (const { fieldName, arguments: args } of cache.inspectFields(me)) {
    if (fieldName === 'bookings') cache.invalidate(me, fieldName, args as never);
  }
}

function pagedResolvers() {
  const lists = Object.entries(pagedLists).map(([type, fields]) => [
    type,
    Object.fromEntries(fields.map((field) => [field, pages])),
  ]);
  return Object.fromEntries(lists);
}
