import { requireOrganizer } from '@parterre/contracts/access/require-role.ts';
import { withPosition } from '@parterre/platform/graphql/event-position.ts';
import { mapIterator } from '@parterre/platform/graphql/map-iterator.ts';
import { requireUser } from '@parterre/platform/graphql/require-caller.ts';
import type { Application } from '../../application/application.ts';
import type { BookingMessage } from '../../application/read-bookings.ts';
import type { Booking } from '../../domain/booking.ts';
import type { SubscriptionResolvers } from './schema.generated.ts';

/** What can be watched. */
export function createSubscriptions({ watches }: Application) {
  return {
    bookingChanged: {
      subscribe: (_, { bookingId, since = null }, context) =>
        mapIterator(watches.watchBooking({ bookingId, since }, requireUser(context)), toEvent),
    },
    eventCancellationProgressed: {
      subscribe: (_, { eventId, since = null }, context) =>
        mapIterator(watches.watchCancellation({ eventId, since }, requireOrganizer(context)), (message) =>
          withPosition({ eventCancellationProgressed: message.value }, message),
        ),
    },
  } satisfies SubscriptionResolvers;
}

/** The root value that the subscription's field is read from. */
function toEvent(message: BookingMessage): { bookingChanged: Booking | null } {
  const event = { bookingChanged: message.value };
  return 'cursor' in message ? withPosition(event, message) : event;
}
