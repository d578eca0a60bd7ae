import { requireOrganizer } from '@parterre/contracts/access/require-role.ts';
import { mayActFor } from '@parterre/contracts/kernel/caller.ts';
import type { EventId, SeatId, UserId } from '@parterre/contracts/kernel/ids.ts';
import { toDecimal } from '@parterre/contracts/kernel/money.ts';
import {
  byId,
  byTimeAndId,
  oneMore,
  readPage,
  toConnection,
} from '@parterre/platform/graphql/connections.ts';
import { forbidden } from '@parterre/platform/graphql/errors.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import type { Application } from '../../application/application.ts';
import type { NamedPlace } from '../../application/present-places.ts';
import { totalOf } from '../../domain/booking.ts';
import { refundableNow } from '../../domain/refund.ts';
import type { Context, Loaders } from './loaders.ts';
import { readSearch } from './queries.ts';
import type { Resolvers } from './schema.generated.ts';

async function seatOf(place: NamedPlace, loaders: Loaders): Promise<{ id: SeatId } | null> {
  if (place.seatId === null) return null;
  const { seatId } = await loaders.present(place);
  return seatId && { id: seatId };
}

/**
 * Whether there is anything to see of an event for a caller who runs it: nothing while nothing was booked of it.
 *
 * @throws UNAUTHENTICATED or FORBIDDEN for who does not run it
 */
async function runsEvent(id: EventId, context: Context): Promise<boolean> {
  const { caller } = requireOrganizer(context);
  const organizerId = isId(id) ? await context.loaders.organizerOf(id) : null;
  if (organizerId === null) return false;
  if (!mayActFor(caller, organizerId)) throw forbidden('expected the organizer of this event');
  return true;
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
      buyer: ({ userId }) => ({ id: userId }),
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
    Event: {
      __resolveReference: ({ id }) => ({ id: id as EventId }),
      bookings: async ({ id }, { search, statuses, ...args }, context) => {
        if (!(await runsEvent(id, context))) return null;
        const page = readPage(args, byTimeAndId<'Booking'>);
        const bookings = await queries.searchBookings({
          ...oneMore(page),
          eventId: id,
          organizerId: null,
          search: search ? readSearch(search) : null,
          statuses: statuses ?? null,
        });
        return toConnection(bookings, page, (booking) => [booking.createdAt.toISOString(), booking.id]);
      },
      attendees: async ({ id }, { isCheckedIn, ...args }, context) => {
        if (!(await runsEvent(id, context))) return null;
        const page = readPage(args, byId<'Ticket'>);
        const wanted = { ...oneMore(page), eventId: id, isCheckedIn: isCheckedIn ?? null };
        return toConnection(await queries.attendees(wanted), page, ({ ticket }) => [ticket.id]);
      },
      attendance: async ({ id }, _, context) =>
        (await runsEvent(id, context)) ? context.loaders.attendanceOf(id) : null,
    },
    EventBooking: {
      subtotal: (booking) => toDecimal(booking.subtotal),
      discount: (booking) => toDecimal(booking.discount),
      total: (booking) => toDecimal(totalOf(booking)),
      buyer: ({ userId }) => ({ id: userId, isBuyerShown: true }),
      event: ({ event }) => ({ id: event.eventId }),
      items: async ({ id, event: { eventId } }, _, { loaders }) =>
        (await loaders.placesOf(id)).map((place) => ({ ...place, eventId })),
      tickets: async ({ id, userId }, _, { loaders }) =>
        (await loaders.ticketsOf(id)).map((ticket) => ({ ticket, userId })),
    },
    EventTicket: {
      id: ({ ticket }) => ticket.id,
      status: ({ ticket }) => ticket.status,
      checkedInAt: ({ ticket }) => ticket.checkedIn?.at ?? null,
      price: ({ ticket }) => toDecimal(ticket.price),
      seat: ({ ticket }, _, { loaders }) => seatOf(ticket, loaders),
      section: async ({ ticket }, _, { loaders }) => ({ id: (await loaders.present(ticket)).sectionId }),
      ticketType: ({ ticket: { ticketTypeId } }) => ticketTypeId && { id: ticketTypeId },
      holder: ({ userId }) => ({ id: userId, isBuyerShown: true }),
      booking: ({ ticket }, _, { loaders }) => loaders.bookingOfEvent(ticket.bookingId),
    },
    EventCancellation: {
      event: ({ eventId }) => ({ id: eventId }),
    },
    User: {
      __resolveReference: ({ id }) => ({ id: id as UserId }),
      // The users subgraph says what everybody else may know of a user.
      nickname: async ({ id, isBuyerShown }, _, { loaders }) => {
        if (!isBuyerShown)
          throw forbidden('expected to be asked of a booking of an event that the caller runs');
        const nickname = await loaders.nicknameOf(id);
        if (nickname === null) throw new Error(`expected the buyer ${id} to have an account`);
        return nickname;
      },
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
