import { readFileSync } from 'node:fs';
import { roleRules } from '@parterre/contracts/access/require-role.ts';
import { createWaitingLine } from '@parterre/platform/concurrency/waiting-line.ts';
import { withinDeadline } from '@parterre/platform/graphql/aborting.ts';
import { createServiceOperations } from '@parterre/platform/operations/service-operations.ts';
import { readMigrations } from '@parterre/platform/postgres/read-migrations.ts';
import type { SagaDefinition } from '@parterre/platform/saga/saga.ts';
import { createSagaDriver } from '@parterre/platform/saga/saga-driver.ts';
import type { ServiceDefinition } from '@parterre/platform/service/service.ts';
import { createBookingChanges } from './adapters/bus/booking-changes.ts';
import { createConsumers } from './adapters/bus/consumers.ts';
import { createLoaders } from './adapters/graphql/loaders.ts';
import { createResolvers } from './adapters/graphql/resolvers.ts';
import { createJobs } from './adapters/jobs/jobs.ts';
import { createPostgresBlockedUsers } from './adapters/postgres/blocked-users.ts';
import { createPostgresBookingReads } from './adapters/postgres/booking-reads.ts';
import { createPostgresBookings } from './adapters/postgres/bookings.ts';
import { createPostgresBookingsAtOnce } from './adapters/postgres/bookings-at-once.ts';
import { entities } from './adapters/postgres/entities.ts';
import { createPostgresEventBookings } from './adapters/postgres/event-bookings.ts';
import { createPostgresEventCancellations } from './adapters/postgres/event-cancellations.ts';
import { createPostgresEventDates } from './adapters/postgres/event-dates.ts';
import { createPostgresEventTexts } from './adapters/postgres/event-texts.ts';
import { createPostgresIdempotencyKeys } from './adapters/postgres/idempotency-keys.ts';
import { createPostgresOverdueWork } from './adapters/postgres/overdue-work.ts';
import { createPostgresRefunds } from './adapters/postgres/refunds.ts';
import { createPostgresSagas } from './adapters/postgres/sagas.ts';
import { createTicketPrinter } from './adapters/print/ticket-printer.ts';
import { createSeatHolds, createTicketPlaces } from './adapters/subgraphs/events.ts';
import { createDiscounts } from './adapters/subgraphs/loyalty.ts';
import { createPayments } from './adapters/subgraphs/payments.ts';
import { createBuyers } from './adapters/subgraphs/users.ts';
import { type Application, application } from './application/application.ts';
import { bookingSagaDefinition } from './application/booking/definition.ts';
import type { SagaDependencies } from './application/dependencies.ts';
import { createIdempotentRequests } from './application/idempotent-request.ts';
import { refundSagaDefinition } from './application/refund/definition.ts';
import { config } from './config.ts';
import type { BookingSaga } from './domain/booking-saga.ts';
import type { RefundSaga } from './domain/refund-saga.ts';
import { storedBookingSaga, storedRefundSaga } from './domain/stored-saga.ts';
import { createTicketCodes } from './domain/ticket-code.ts';

/**
 * A buyer hears within half a second that there is no room, so that whatever else is on the way is answered within one. A
 * paid booking takes 0.2 s where 32 are made at a time on two cores; a crowd that would have to wait for more than half
 * a minute is told to come in parts.
 */
const BOOKING_LINE = { patienceMs: 500, typicalMs: 200, mostMs: 30_000 };

/** The tickets subgraph: bookings from hold to tickets, and back. */
export const ticketsService: ServiceDefinition<typeof config> = {
  name: 'tickets',
  typeDefs: readFileSync(new URL('./schema.graphql', import.meta.url), 'utf8'),
  roles: roleRules,
  entities,
  migrations: readMigrations(new URL('./adapters/postgres/migrations/', import.meta.url)),
  config,
  compose({ config, database, bus, subgraphs, clock, logger, stepObserver }) {
    const bookings = createPostgresBookings(database);
    const reads = createPostgresBookingReads(database);
    const keys = createPostgresIdempotencyKeys(database);
    const changes = createBookingChanges(bus);
    const sagaDeps: SagaDependencies = {
      bookings,
      bookingsAtOnce: createPostgresBookingsAtOnce(database, restsUntil),
      inHand: new Map(),
      refunds: createPostgresRefunds(),
      keys,
      seatHolds: createSeatHolds(subgraphs),
      payments: createPayments(subgraphs),
      discounts: createDiscounts(subgraphs),
      clock,
      ticketCodes: createTicketCodes(config.TICKET_SIGNING_KEY, config.TICKET_OTHER_SIGNERS),
    };
    // The driver knows a definition by its type and keeps its states as JSON.
    const definitions = [bookingSagaDefinition(sagaDeps), refundSagaDefinition(sagaDeps)];
    const driver = createSagaDriver({
      database,
      definitions: definitions as readonly SagaDefinition[],
      observer: stepObserver,
      clock,
      logger,
    });
    const tickets: Application = application({
      operations: createServiceOperations({
        service: 'tickets',
        database,
        bus,
        clock,
        logger,
        consumers: () => createConsumers(tickets),
        overdue: createPostgresOverdueWork(),
      }),
      ...sagaDeps,
      database,
      reads,
      eventBookings: createPostgresEventBookings(database, reads),
      changes,
      blockedUsers: createPostgresBlockedUsers(),
      eventDates: createPostgresEventDates(),
      eventTexts: createPostgresEventTexts(),
      cancellations: createPostgresEventCancellations(database),
      buyers: createBuyers(subgraphs),
      places: createTicketPlaces(subgraphs),
      printer: createTicketPrinter(),
      requiresConfirmedEmail: config.REQUIRE_CONFIRMED_EMAIL === '1',
      bookingSagas: createPostgresSagas<BookingSaga>({
        type: 'booking',
        database,
        driver,
        stored: storedBookingSaga,
        restsUntil,
      }),
      refundSagas: createPostgresSagas<RefundSaga>({
        type: 'refund',
        database,
        driver,
        stored: storedRefundSaga,
        restsUntil: () => null,
      }),
      idempotently: createIdempotentRequests({
        keys,
        bookings,
        answerWithinMs: config.BOOKING_ANSWER_WITHIN_MS,
        withinDeadline,
      }),
      bookingLine: createWaitingLine({ places: config.BOOKINGS_AT_A_TIME, ...BOOKING_LINE }),
      steps: stepObserver,
      logger,
      paymentAttemptsMax: config.PAYMENT_ATTEMPTS_MAX,
    });

    return {
      resolvers: { ...createResolvers(tickets) },
      loaders: (caller) => createLoaders(tickets, caller),
      consumers: createConsumers(tickets),
      jobs: [...driver.jobs, ...createJobs(tickets)],
      start: changes.start,
      stop: changes.stop,
    };
  },
};

/** Until when a booking's saga rests that has just begun: until its places are given back, unless it is paid at once. */
function restsUntil({ phase, expiresAt }: BookingSaga): Date | null {
  return phase.name === 'awaiting' ? new Date(expiresAt) : null;
}
