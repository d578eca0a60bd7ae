import { mayActFor } from '@parterre/contracts/kernel/caller.ts';
import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import { toDecimal } from '@parterre/contracts/kernel/money.ts';
import { byTimeAndId, readPage, toConnection } from '@parterre/platform/graphql/connections.ts';
import { forbidden } from '@parterre/platform/graphql/errors.ts';
import { withPosition } from '@parterre/platform/graphql/event-position.ts';
import { mapIterator } from '@parterre/platform/graphql/map-iterator.ts';
import { requireUser } from '@parterre/platform/graphql/require-caller.ts';
import { scalarResolvers } from '@parterre/platform/graphql/scalars.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import type { BookingPage } from '../../application/ports/storage.ts';
import { visibleBooking, visibleTicket } from '../../application/read-bookings.ts';
import type { BookingMessage } from '../../application/watch-booking.ts';
import type { Application } from '../../application.ts';
import { type Booking, totalOf } from '../../domain/booking.ts';
import { refundableNow } from '../../domain/refund.ts';
import { mutationResolvers } from './mutations.ts';
import type { CompleteResolvers } from './schema.generated.ts';

/** The subgraph's face: who asks and what is shown. What happens is the application's. */
export function ticketsResolvers(application: Application): CompleteResolvers {
  return {
    ...scalarResolvers,
    Query: {
      booking: (_, { id }, { caller, loaders }) => visibleBooking(loaders, caller, id),
      ticket: (_, { id }, { caller, loaders }) => visibleTicket(loaders, caller, id),
    },
    Mutation: mutationResolvers(application),
    Subscription: {
      bookingChanged: {
        subscribe: (_, { bookingId, since }, context) =>
          mapIterator(
            application.watchBooking(requireUser(context).caller, bookingId, since ?? null),
            toEvent,
          ),
      },
    },
    Booking: {
      __resolveReference: ({ id }, { caller, loaders }) => visibleBooking(loaders, caller, id),
      subtotal: (booking) => toDecimal(booking.subtotal),
      discount: (booking) => toDecimal(booking.discount),
      total: (booking) => toDecimal(totalOf(booking)),
      items: ({ id }, _, { loaders }) => loaders.placesOf(id),
      tickets: ({ id }, _, { loaders }) => loaders.ticketsOf(id),
      async refundNow(booking, _, { loaders, now }) {
        const [tickets, start] = await Promise.all([
          loaders.ticketsOf(booking.id),
          loaders.startOf(booking.event.eventId),
        ]);
        const amount = refundableNow(booking, tickets, { start, now });
        return amount && toDecimal(amount);
      },
      event: ({ event }) => ({ id: event.eventId }),
      payment: ({ paymentId }) => paymentId && { id: paymentId },
    },
    BookingItem: {
      price: ({ price }) => toDecimal(price),
      seat: ({ seatId }) => seatId && { id: seatId },
      section: ({ sectionId }) => ({ id: sectionId }),
    },
    Ticket: {
      __resolveReference: ({ id }, { caller, loaders }) => visibleTicket(loaders, caller, id),
      price: ({ price }) => toDecimal(price),
      seat: ({ seatId }) => seatId && { id: seatId },
      section: ({ sectionId }) => ({ id: sectionId }),
      event: ({ eventId }) => ({ id: eventId }),
    },
    User: {
      __resolveReference: ({ id }) => ({ id: id as UserId }),
      async bookings({ id }, args, { caller, loaders }) {
        if (!mayActFor(caller, id))
          throw forbidden("expected the user or an administrator to ask for a user's bookings");
        const { limit, after } = readPage(args, byTimeAndId<'Booking'>);
        const page: BookingPage = { limit: limit + 1, after };
        const rows = isId(id) ? await loaders.pageOf(id, page) : [];
        return toConnection(rows, { limit, after }, (booking) => [
          booking.createdAt.toISOString(),
          booking.id,
        ]);
      },
    },
  };
}

/** The root value that the subscription's field is read from. */
function toEvent(message: BookingMessage): { bookingChanged: Booking | null } {
  const event = { bookingChanged: message.value };
  return 'cursor' in message ? withPosition(event, message) : event;
}
