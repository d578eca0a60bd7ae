import type { WaitingLine } from '@parterre/platform/concurrency/waiting-line.ts';
import type { Clock } from '@parterre/platform/kernel/clock.ts';
import type { ServiceOperations } from '@parterre/platform/operations/service-operations.ts';
import type { Database } from '@parterre/platform/postgres/database.ts';
import type { BookingSaga } from '../domain/booking-saga.ts';
import type { RefundSaga } from '../domain/refund-saga.ts';
import type { TicketCodes } from '../domain/ticket-code.ts';
import type { IdempotentRequest } from './idempotent-request.ts';
import type { BookingsAtOnce, BookingsInHand } from './ports/at-once.ts';
import type { EventCancellations } from './ports/cancellations.ts';
import type { EventBookings } from './ports/event-bookings.ts';
import type { TicketPrinter } from './ports/printing.ts';
import type {
  BlockedUsers,
  BookingChanges,
  BookingReads,
  Bookings,
  EventDates,
  EventTexts,
  IdempotencyKeys,
  Refunds,
  Sagas,
  StepsObserved,
} from './ports/storage.ts';
import type { Buyers, Discounts, Payments, SeatHolds, TicketPlaces } from './ports/subgraphs.ts';

/** What the sagas need to do their steps and to write down what came of them. */
export interface SagaDependencies {
  readonly bookings: Bookings;
  readonly bookingsAtOnce: BookingsAtOnce;
  readonly inHand: BookingsInHand;
  readonly refunds: Refunds;
  readonly keys: IdempotencyKeys;
  readonly seatHolds: SeatHolds;
  readonly payments: Payments;
  readonly discounts: Discounts;
  readonly clock: Clock;
  readonly ticketCodes: TicketCodes;
}

/** What the use cases need beside that. */
export interface Dependencies extends SagaDependencies {
  readonly database: Pick<Database, 'transaction'>;
  readonly reads: BookingReads;
  readonly eventBookings: EventBookings;
  readonly changes: BookingChanges;
  readonly eventDates: EventDates;
  readonly eventTexts: EventTexts;
  readonly cancellations: EventCancellations;
  readonly blockedUsers: BlockedUsers;
  readonly buyers: Buyers;
  readonly places: TicketPlaces;
  readonly printer: TicketPrinter;
  /** Whether more than a few places take a confirmed mail address; createBooking knows how many. */
  readonly requiresConfirmedEmail: boolean;
  readonly bookingSagas: Sagas<BookingSaga>;
  readonly refundSagas: Sagas<RefundSaga>;
  readonly idempotently: IdempotentRequest;
  /** Where buyers wait to book. What has begun goes on outside of it. */
  readonly bookingLine: WaitingLine;
  readonly steps: StepsObserved;
  readonly logger: { warn(fields: object, message: string): void };
  /** The declined payment with this number ends a booking. */
  readonly paymentAttemptsMax: number;
  /** What administrators see of this service, and do about it. */
  readonly operations: ServiceOperations<'BOOKING_NOT_ENDED' | 'REFUND_NOT_DONE'>;
}
