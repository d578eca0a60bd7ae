import type { BookingId, EventId, UserId } from '@parterre/platform/kernel/ids.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';

/** A booking whose event takes place at another time than its buyer was last told. */
export interface MovedBooking {
  readonly bookingId: BookingId;
  readonly userId: UserId;
  readonly eventId: EventId;
  readonly eventTitle: string;
  readonly previousStartsAt: Date;
  readonly startsAt: Date;
}

/** When events begin, as this subgraph has heard. A booking remembers what its buyer agreed to beside that. */
export interface EventDates {
  /** Remembers when an event begins that has just gone on sale: nobody can have booked it for another time. */
  begin(tx: Transaction, eventId: EventId, startsAt: Date, asOf: Date): Promise<void>;
  /** Remembers when an event begins, as of a moment: the newest counts, whichever comes last. */
  set(tx: Transaction, eventId: EventId, startsAt: Date, asOf: Date): Promise<void>;
  /** When an event begins; null when nothing has been heard of it. */
  startOf(tx: Transaction, eventId: EventId): Promise<Date | null>;
  /** At most `limit` bookings that are alive and whose buyers have to be told; from then on they count as told. */
  takeUntold(tx: Transaction, limit: number): Promise<MovedBooking[]>;
}
