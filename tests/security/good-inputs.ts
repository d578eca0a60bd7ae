import { randomUUID } from 'node:crypto';
import type { Things } from './access-paths.ts';

const money = { amount: '10.00', currencyCode: 'EUR' };
const times = { startsAt: '2035-04-01T18:00:00.000Z', endsAt: '2035-04-01T20:00:00.000Z' };
const unknownId = '0192f0c4-7a2e-7c3a-9d61-0a8f3f0e5bff';

/**
 * For each mutation an input that names every field, with things that exist where that does no harm: what is
 * spoiled in it is then the first thing that is wrong. A mutation that is missing here is tried with nothing.
 */
export function goodInputs(things: Things): Readonly<Record<string, () => object>> {
  const key = () => ({ idempotencyKey: randomUUID() });
  const show = {
    ...times,
    title: 'Nothing',
    description: 'Nothing.\nAt all.',
    artistIds: [things.artist],
    holdSeconds: 5,
    maxSeatsPerUser: 3,
    refundTiers: [{ hoursBefore: 1, percent: 50 }],
    refusesSingleSeats: true,
    ticketTypes: [
      { key: 'child', label: 'Child', maxPerBooking: 2, maxPerEvent: 9, needsKey: 'adult', proof: 'age' },
    ],
    prices: [{ priceZoneId: unknownId, ticketTypeKey: 'child', price: money }],
  };
  const { startsAt, endsAt: _, ...series } = show;
  return {
    register: () => ({
      nickname: `n${randomUUID().slice(0, 8)}`,
      email: `${randomUUID()}@example.org`,
      password: 'correct horse battery',
      language: 'RU',
    }),
    login: () => ({ login: 'nobody at all', password: 'correct horse battery' }),
    refreshSession: () => ({ refreshToken: 'none' }),
    logout: () => ({ refreshToken: 'none' }),
    changePassword: () => ({ currentPassword: 'what it was', newPassword: 'what it shall be' }),
    changeLanguage: () => ({ language: 'RU' }),
    endSession: () => ({ sessionId: unknownId }),
    confirmEmail: () => ({ token: 'none' }),
    requestEmailConfirmation: () => ({ userId: things.buyer }),
    requestPasswordReset: () => ({ email: `${randomUUID()}@example.org` }),
    resetPassword: () => ({ token: 'none', newPassword: 'what it shall be' }),
    assignRole: () => ({ userId: things.buyer, role: 'USER' }),
    blockUser: () => ({ userId: unknownId, reason: 'none' }),
    unblockUser: () => ({ userId: unknownId }),
    createVenue: () => ({ name: 'V', address: 'Here 1', city: 'Vienna', timeZone: 'Europe/Vienna' }),
    updateVenue: () => ({ venueId: things.venue, name: 'V', address: 'Here 1', city: 'Vienna' }),
    createHall: () => ({ venueId: things.venue, name: randomUUID() }),
    importSeatingPlan: () => ({ hallId: things.hall, format: 'SEATS_IO', document: '{}' }),
    createArtist: () => ({ name: 'Nobody' }),
    createEvent: () => ({ ...show, hallId: things.hall }),
    updateEvent: () => ({ ...show, eventId: things.event }),
    publishEvent: () => ({ eventId: unknownId }),
    cancelEvent: () => ({ ...key(), eventId: unknownId, reason: 'none' }),
    rescheduleEvent: () => ({
      ...times,
      eventId: unknownId,
      reason: 'none',
      hallId: things.hall,
      seatingPlanId: unknownId,
      prices: show.prices,
      refundUntil: times.startsAt,
    }),
    changeSeatingPlan: () => ({
      ...key(),
      eventId: things.event,
      seatingPlanId: unknownId,
      prices: show.prices,
    }),
    createEventSeries: () => ({ ...series, hallId: things.hall }),
    scheduleEventSeries: () => ({
      ...key(),
      eventSeriesId: things.series,
      startsAt,
      recurrenceRule: 'FREQ=DAILY;COUNT=1',
      durationMinutes: 60,
      exceptDates: [startsAt],
      additionalDates: [startsAt],
      publish: false,
    }),
    cancelEventSeries: () => ({ ...key(), eventSeriesId: unknownId, reason: 'none' }),
    blockSeats: () => ({ eventId: things.event, seatIds: [unknownId] }),
    unblockSeats: () => ({ eventId: things.event, seatIds: [unknownId] }),
    createBooking: () => ({
      ...key(),
      eventId: things.event,
      seatIds: [things.freeSeat],
      places: [{ seatId: unknownId, ticketTypeId: unknownId }],
      standing: [{ sectionId: unknownId, quantity: 1, ticketTypeId: unknownId }],
      bestAvailable: { priceZoneId: unknownId, party: [{ ticketTypeId: unknownId, quantity: 2 }] },
      promoCode: 'NONE',
      spendPoints: 1,
      payNow: false,
      expectedTotal: { amount: '1.00', currencyCode: 'EUR' },
    }),
    payBooking: () => ({ ...key(), bookingId: things.booking }),
    cancelBooking: () => ({ ...key(), bookingId: unknownId }),
    refundTickets: () => ({ ...key(), bookingId: things.booking, ticketIds: [unknownId] }),
    checkInTicket: () => ({ ...key(), code: things.ticketCode, eventId: unknownId }),
    createPromoCode: () => ({
      code: randomUUID(),
      percentOff: 10,
      validFrom: times.startsAt,
      validUntil: times.endsAt,
      eventIds: [things.event],
      seriesIds: [things.series],
      organizerIds: [unknownId],
      priceZoneIds: [unknownId],
      minimumTotal: money,
      minimumLevel: 'GOLD',
      firstBookingOnly: true,
      maxUses: 1,
      maxUsesPerUser: 1,
      budget: money,
    }),
    deactivatePromoCode: () => ({ promoCodeId: unknownId }),
    ...deadLetterInputs(),
    topUpWallet: () => ({ ...key(), amount: money }),
    markAllNotificationsRead: () => ({ upTo: things.notification }),
    markNotificationRead: () => ({ notificationId: things.notification }),
  };
}

/** For each service that consumes facts, the same of a dead letter that it has not. */
function deadLetterInputs(): Readonly<Record<string, () => object>> {
  const services = ['Tickets', 'Payments', 'Loyalty', 'Analytics', 'Notifications'];
  return Object.fromEntries(
    services.flatMap((service) => {
      const deadLetterId = `${service.toLowerCase()}/999999999`;
      return [
        [`retry${service}DeadLetter`, () => ({ deadLetterId })],
        [`drop${service}DeadLetter`, () => ({ deadLetterId, reason: 'none' })],
      ];
    }),
  );
}
