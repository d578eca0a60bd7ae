import { cacheExchange, type KeyingConfig } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import type { Exchange } from 'urql';

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

const pages = relayPagination({ mergeMode: 'inwards' });

/**
 * What the pages share: events, bookings, tickets, wallet. Seats of a map are not in it (web/seat-map). A subscription
 * writes into the entity that it names, so pages that show it follow by themselves.
 */
export function normalizedCache(): Exchange {
  return cacheExchange({
    keys,
    resolvers: {
      Query: {
        events: pages,
        users: pages,
        venues: pages,
        artists: pages,
        promoCodes: pages,
        eventSeriesList: pages,
      },
      User: { bookings: pages, notifications: pages, sessions: pages },
      Wallet: { transactions: pages },
      LoyaltyAccount: { operations: pages },
      EventSeries: { events: pages },
      Event: { bookings: pages, attendees: pages },
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
        createBooking: (_result, _args, cache) => forgetBookings(cache),
        cancelBooking: (_result, _args, cache) => forgetBookings(cache),
      },
    },
  });
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
