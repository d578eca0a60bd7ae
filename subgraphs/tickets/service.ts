import { readFileSync } from 'node:fs';
import { roleRules } from '@parterre/contracts/access/require-role.ts';
import { withinDeadline } from '@parterre/platform/graphql/aborting.ts';
import { readMigrations } from '@parterre/platform/postgres/read-migrations.ts';
import type { SagaDefinition } from '@parterre/platform/saga/saga.ts';
import { createSagaDriver } from '@parterre/platform/saga/saga-driver.ts';
import type { ServiceDefinition } from '@parterre/platform/service/service.ts';
import { bookingChangesFromBus } from './adapters/bus/booking-changes.ts';
import { onEventDates } from './adapters/bus/event-dates.ts';
import { onUserBlocking } from './adapters/bus/user-blocking.ts';
import { createLoaders } from './adapters/graphql/loaders.ts';
import { ticketsResolvers } from './adapters/graphql/resolvers.ts';
import { bookingSagaDefinition, refundSagaDefinition } from './adapters/jobs/saga-definitions.ts';
import { blockedUsersInPostgres } from './adapters/postgres/blocked-users.ts';
import { bookingReadsInPostgres } from './adapters/postgres/booking-reads.ts';
import { bookingsInPostgres } from './adapters/postgres/bookings.ts';
import { ticketsEntities } from './adapters/postgres/entities.ts';
import { eventDatesInPostgres } from './adapters/postgres/event-dates.ts';
import { idempotencyKeysInPostgres } from './adapters/postgres/idempotency-keys.ts';
import { refundsInPostgres } from './adapters/postgres/refunds.ts';
import { sagasInPostgres } from './adapters/postgres/sagas.ts';
import { buyersInUsers } from './adapters/subgraphs/buyers.ts';
import { discountsInLoyalty } from './adapters/subgraphs/discounts.ts';
import { paymentsInPayments } from './adapters/subgraphs/payments.ts';
import { seatHoldsInEvents } from './adapters/subgraphs/seat-holds.ts';
import type { SagaDependencies } from './application/dependencies.ts';
import { createIdempotentRequests } from './application/idempotent-request.ts';
import { ticketsApplication } from './application.ts';
import { ticketsConfig } from './config.ts';
import type { BookingSaga } from './domain/booking-saga.ts';
import type { RefundSaga } from './domain/refund-saga.ts';
import { signTicketCode } from './domain/ticket-code.ts';

/** The tickets subgraph: bookings from hold to tickets, and back. */
export const ticketsService: ServiceDefinition<typeof ticketsConfig> = {
  name: 'tickets',
  typeDefs: readFileSync(new URL('./schema.graphql', import.meta.url), 'utf8'),
  roles: roleRules,
  entities: ticketsEntities,
  migrations: readMigrations(new URL('./adapters/postgres/migrations/', import.meta.url)),
  config: ticketsConfig,

  compose({ config, database, bus, subgraphs, clock, logger, stepObserver }) {
    const bookings = bookingsInPostgres(database);
    const keys = idempotencyKeysInPostgres(database);
    const reads = bookingReadsInPostgres(database);
    const changes = bookingChangesFromBus(bus);
    const sagaTools: SagaDependencies = {
      bookings,
      refunds: refundsInPostgres,
      keys,
      seatHolds: seatHoldsInEvents(subgraphs),
      payments: paymentsInPayments(subgraphs),
      discounts: discountsInLoyalty(subgraphs),
      clock,
      signTicket: (claim) => signTicketCode(claim, config.TICKET_SIGNING_KEY),
    };
    // The driver knows a definition by its type and keeps its states as JSON.
    const definitions = [bookingSagaDefinition(sagaTools), refundSagaDefinition(sagaTools)];
    const driver = createSagaDriver({
      database,
      definitions: definitions as readonly SagaDefinition[],
      observer: stepObserver,
      clock,
      logger,
    });
    const application = ticketsApplication({
      ...sagaTools,
      database,
      blockedUsers: blockedUsersInPostgres,
      eventDates: eventDatesInPostgres,
      buyers: buyersInUsers(subgraphs),
      requiresConfirmedEmail: config.REQUIRE_CONFIRMED_EMAIL === '1',
      reads,
      changes,
      bookingSagas: sagasInPostgres<BookingSaga>({
        type: 'booking',
        database,
        driver,
        restsUntil: ({ phase, expiresAt }) => (phase.name === 'awaiting' ? new Date(expiresAt) : null),
      }),
      refundSagas: sagasInPostgres<RefundSaga>({ type: 'refund', database, driver, restsUntil: () => null }),
      idempotently: createIdempotentRequests({
        keys,
        bookings,
        answerWithinMs: config.BOOKING_ANSWER_WITHIN_MS,
        withinDeadline,
      }),
      steps: stepObserver,
      logger,
      paymentAttemptsMax: config.PAYMENT_ATTEMPTS_MAX,
    });

    return {
      resolvers: ticketsResolvers(application),
      loaders: () => createLoaders(reads),
      consumers: [onUserBlocking(application), onEventDates(application)],
      jobs: [
        ...driver.jobs,
        { name: 'tell-moved-bookings', everyMs: 1_000, run: ({ now }) => application.tellMovedBookings(now) },
      ],
      start: changes.start,
      stop: changes.stop,
    };
  },
};
