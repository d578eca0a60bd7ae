import type { EventId, UserId } from '@parterre/contracts/kernel/ids.ts';

/** RUNNING until every booking of the event has ended: its money is back, or it was never paid. Then DONE, for good. */
export type EventCancellationStatus = 'RUNNING' | 'DONE';

/** How far the bookings of a cancelled event are. Each that is to get its money back is in one of the last three. */
export interface CancellationProgress {
  readonly status: EventCancellationStatus;
  readonly total: number;
  readonly refunded: number;
  /** Their refund was refused, or got no answer; it is tried again, and at last waits for a person. */
  readonly failed: number;
  readonly remaining: number;
}

/** A cancelled event, as its buyers are told of it, and how far it is. */
export interface EventCancellation extends CancellationProgress {
  readonly eventId: EventId;
  readonly organizerId: UserId;
  readonly reason: string;
  /** How many guests it needs and did not have; null where its organizer cancelled it. */
  readonly minimumGuests: number | null;
}

/** Bookings of a cancelled event, counted. */
export interface CancellationCounts {
  /** Those with tickets when it was cancelled, or since: a payment under way may come to its end. */
  readonly total: number;
  readonly refunded: number;
  readonly failed: number;
  /** Whether none is alive, paid or not. */
  readonly isDone: boolean;
}

export function progressOf({ total, refunded, failed, isDone }: CancellationCounts): CancellationProgress {
  const status = isDone ? 'DONE' : 'RUNNING';
  return { status, total, refunded, failed, remaining: total - refunded - failed };
}

export function isSameProgress(a: CancellationProgress, b: CancellationProgress): boolean {
  return a.status === b.status && a.total === b.total && a.refunded === b.refunded && a.failed === b.failed;
}
