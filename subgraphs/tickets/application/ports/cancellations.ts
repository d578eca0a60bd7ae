import type { BookingId, EventId, UserId } from '@parterre/contracts/kernel/ids.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type {
  CancellationCounts,
  CancellationProgress,
  EventCancellation,
} from '../../domain/event-cancellation.ts';

/** An event that was cancelled, as its subgraph said. */
export interface CancelledEvent {
  readonly eventId: EventId;
  readonly organizerId: UserId;
  readonly reason: string;
  /** How many guests it needs and did not have; null where its organizer cancelled it. */
  readonly minimumGuests: number | null;
  readonly cancelledAt: Date;
}

/** A paid booking whose buyer is told now that its event is cancelled. */
export interface ToldBooking {
  readonly bookingId: BookingId;
  readonly userId: UserId;
  readonly eventId: EventId;
  readonly eventTitle: string;
  /** As it was booked. */
  readonly startsAt: Date;
}

/** What is done for the bookings of cancelled events. Each takes turns of its own, so that none waits for the other. */
export type CancellationWork = 'tell' | 'refund';

export interface OpenCancellation extends Pick<EventCancellation, 'eventId' | 'reason' | 'minimumGuests'> {
  readonly isDone: boolean;
}

export interface CancellationState extends CancellationCounts {
  /** Of the failed, those that are tried again and wait for no person yet. */
  readonly retried: number;
  /** Bookings that are alive and have not failed: they have to be refunded, or come to their end by themselves. */
  readonly moving: number;
}

/** Cancelled events, and what their bookings still want. Several processes may work at one event. */
export interface EventCancellations {
  begin(tx: Transaction, event: CancelledEvent): Promise<'begun' | 'known'>;
  /** How far an event is, as it was published last; null when it is not cancelled as far as is known. */
  find(eventId: EventId): Promise<EventCancellation | null>;
  /**
   * Those whose bookings are looked for and that are due for this work by `now`, the longest first; they are due again at
   * `next`. Looked for is until they are done, and, for buyers to tell, for ten minutes at the least.
   */
  takeDue(
    work: CancellationWork,
    limit: number,
    turn: { readonly now: Date; readonly next: Date },
  ): Promise<readonly OpenCancellation[]>;
  setDue(work: CancellationWork, eventId: EventId, at: Date): Promise<void>;
  /** Locks an event's row until the transaction ends; false when another process has it. */
  lock(tx: Transaction, eventId: EventId): Promise<boolean>;
  /** What is so now. */
  count(tx: Transaction, eventId: EventId): Promise<CancellationState>;
  progressIn(tx: Transaction, eventId: EventId): Promise<CancellationProgress>;
  setProgress(tx: Transaction, eventId: EventId, progress: CancellationProgress): Promise<void>;
  /** At most `limit` paid bookings whose buyers do not know yet; from then on they do. */
  takeUntold(
    tx: Transaction,
    eventId: EventId,
    batch: { readonly limit: number; readonly now: Date },
  ): Promise<readonly ToldBooking[]>;
  /** Bookings that are not paid, and of whose sagas nobody has asked that they end. */
  unpaid(tx: Transaction, eventId: EventId, limit: number): Promise<readonly BookingId[]>;
  /** Bookings whose buyers were told, and that have valid tickets. */
  paid(eventId: EventId, limit: number): Promise<readonly BookingId[]>;
  /** Looks no more for bookings of an event that is done, once the ten minutes are over. */
  close(eventId: EventId): Promise<void>;
}
