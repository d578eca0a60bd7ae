import { LockMode } from '@mikro-orm/core';
import type { Database } from '@parterre/platform/postgres/database.ts';
import type { Bookings } from '../../application/ports/storage.ts';
import { BookingEntity, BookingItemEntity, TicketEntity } from './entities.ts';
import { toBooking, toPlace, toTicket } from './to-domain.ts';

/** Rows are read into domain values at once, so an identity map would only cost. */
const plain = { disableIdentityMap: true } as const;

/** Bookings in the subgraph's database. */
export function bookingsInPostgres(database: Database): Bookings {
  return {
    async find(id) {
      const row = await database.em().findOne(BookingEntity, { id }, plain);
      return row && toBooking(row);
    },

    async lock(tx, id) {
      const row = await tx.em.findOne(
        BookingEntity,
        { id },
        { ...plain, lockMode: LockMode.PESSIMISTIC_WRITE },
      );
      return row && toBooking(row);
    },

    async add(tx, booking, places) {
      const { id, event } = booking;
      await tx.em.insertMany(BookingEntity, [
        {
          id,
          userId: booking.userId,
          eventId: event.eventId,
          eventTitle: event.title,
          organizerId: event.organizerId,
          startsAt: event.startsAt,
          toldStartsAt: event.startsAt,
          refundTiers: event.refundTiers,
          status: booking.status,
          cancellationReason: booking.cancellationReason,
          expiresAt: booking.expiresAt,
          currency: event.currency,
          subtotalMinor: booking.subtotal.minor,
          discountMinor: booking.discount.minor,
          paymentId: booking.paymentId,
          createdAt: booking.createdAt,
        },
      ]);
      await tx.em.insertMany(
        BookingItemEntity,
        places.map(({ position, seatId, sectionId, priceZoneId, price, paid }) => ({
          bookingId: id,
          position,
          seatId,
          sectionId,
          priceZoneId,
          currency: price.currency,
          priceMinor: price.minor,
          paidMinor: paid.minor,
        })),
      );
    },

    async placesOf(tx, id) {
      const rows = await tx.em.find(
        BookingItemEntity,
        { bookingId: id },
        { ...plain, orderBy: { position: 'asc' } },
      );
      return rows.map(toPlace);
    },

    async ticketsOf(tx, id) {
      const rows = await tx.em.find(
        TicketEntity,
        { bookingId: id },
        { ...plain, orderBy: { position: 'asc' } },
      );
      return rows.map(toTicket);
    },

    async confirm(tx, id, paymentId, tickets) {
      await tx.em.nativeUpdate(BookingEntity, { id }, { status: 'CONFIRMED', paymentId });
      await tx.em.insertMany(
        TicketEntity,
        tickets.map(({ price, paid, ...ticket }) => ({
          ...ticket,
          currency: price.currency,
          priceMinor: price.minor,
          paidMinor: paid.minor,
        })),
      );
    },

    async changeStatus(tx, id, status, reason) {
      await tx.em.nativeUpdate(BookingEntity, { id }, { status, cancellationReason: reason });
    },

    async awaitingPaymentOf(tx, userId) {
      const rows = await tx.sql<{ id: string }>(
        `select id from bookings where user_id = $1 and status = 'AWAITING_PAYMENT' order by id`,
        [userId],
      );
      return rows.map(({ id }) => id as Awaited<ReturnType<Bookings['awaitingPaymentOf']>>[number]);
    },
  };
}
