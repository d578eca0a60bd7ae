import { mayActFor } from '@parterre/contracts/kernel/caller.ts';
import type { SeatId, UserId } from '@parterre/contracts/kernel/ids.ts';
import { toDecimal } from '@parterre/contracts/kernel/money.ts';
import { byTimeAndId, oneMore, readPage, toConnection } from '@parterre/platform/graphql/connections.ts';
import { forbidden } from '@parterre/platform/graphql/errors.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import type { Application } from '../../application/application.ts';
import type { NamedPlace } from '../../application/present-places.ts';
import { totalOf } from '../../domain/booking.ts';
import { refundableNow } from '../../domain/refund.ts';
import type { Loaders } from './loaders.ts';
import type { Resolvers } from './schema.generated.ts';

async function seatOf(place: NamedPlace, loaders: Loaders): Promise<{ id: SeatId } | null> {
  if (place.seatId === null) return null;
  const { seatId } = await loaders.present(place);
  return seatId && { id: seatId };
}

/** What the types of the schema answer, field by field. */
export function createTypes({ queries }: Application) {
  return {
    Booking: {
      __resolveReference: ({ id }, { loaders }) => loaders.booking(id),
      subtotal: (booking) => toDecimal(booking.subtotal),
      discount: (booking) => toDecimal(booking.discount),
      total: (booking) => toDecimal(totalOf(booking)),
      items: async ({ id, event: { eventId } }, _, { loaders }) =>
        (await loaders.placesOf(id)).map((place) => ({ ...place, eventId })),
      tickets: ({ id }, _, { loaders }) => loaders.ticketsOf(id),
      refundNow: async (booking, _, { loaders, now }) => {
        const [tickets, event] = await Promise.all([
          loaders.ticketsOf(booking.id),
          loaders.eventNow(booking.event.eventId),
        ]);
        const amount = refundableNow(booking, tickets, { event, now });
        return amount && toDecimal(amount);
      },
      event: ({ event }) => ({ id: event.eventId }),
      payment: ({ paymentId }) => paymentId && { id: paymentId },
    },
    BookingItem: {
      price: ({ price }) => toDecimal(price),
      seat: (place, _, { loaders }) => seatOf(place, loaders),
      section: async (place, _, { loaders }) => ({ id: (await loaders.present(place)).sectionId }),
      ticketType: ({ ticketTypeId }) => ticketTypeId && { id: ticketTypeId },
    },
    Ticket: {
      __resolveReference: ({ id }, { loaders }) => loaders.ticket(id),
      price: ({ price }) => toDecimal(price),
      seat: (place, _, { loaders }) => seatOf(place, loaders),
      section: async (place, _, { loaders }) => ({ id: (await loaders.present(place)).sectionId }),
      ticketType: ({ ticketTypeId }) => ticketTypeId && { id: ticketTypeId },
      event: ({ eventId }) => ({ id: eventId }),
      checkedInAt: ({ checkedIn }) => checkedIn?.at ?? null,
      qrCode: ({ code }) => queries.qrCode(code),
      pdf: (ticket, { language }, { loaders }) => loaders.page(ticket, language),
    },
    EventCancellation: {
      event: ({ eventId }) => ({ id: eventId }),
    },
    User: {
      __resolveReference: ({ id }) => ({ id: id as UserId }),
      bookings: async ({ id }, { statuses, ...args }, { caller, loaders }) => {
        if (!mayActFor(caller, id))
          throw forbidden("expected the user or an administrator to ask for a user's bookings");
        const page = readPage(args, byTimeAndId<'Booking'>);
        const wanted = { ...oneMore(page), statuses: statuses ? [...new Set(statuses)] : null };
        const bookings = isId(id) ? await loaders.pageOf(id, wanted) : [];
        return toConnection(bookings, page, (booking) => [booking.createdAt.toISOString(), booking.id]);
      },
    },
  } satisfies Resolvers;
}
