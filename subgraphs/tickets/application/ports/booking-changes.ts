import type { BookingId } from '@parterre/platform/kernel/ids.ts';

/** Tells when something has happened to a booking, in whatever process it happened. */
export interface BookingChanges {
  /**
   * Watches one booking from the moment of this call. However many changes come between two calls of
   * `next`, they count as one: the watcher reads the present state anyway. `return` ends it at once.
   */
  watch(id: BookingId): BookingWatch;
}

export interface BookingWatch {
  /** Resolves with true after a change, with false when the watch has ended. */
  next(): Promise<boolean>;
  return(): void;
}
