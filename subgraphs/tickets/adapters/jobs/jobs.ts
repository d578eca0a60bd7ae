import type { Job } from '@parterre/platform/service/service.ts';
import type { Application } from '../../application/application.ts';

/** What this subgraph does by itself, beside carrying on its sagas. */
export function createJobs({ commands }: Application): Job[] {
  return [
    // A buyer hears of a moved event soon enough within a second.
    { name: 'publish-moved-bookings', everyMs: 1_000, run: commands.publishMovedBookings },
    // Seldom anything: most are found within the ten minutes after the move.
    { name: 'find-late-bookings', everyMs: 60_000, run: commands.findLateBookings },
    // After ten minutes of quiet nobody waits for seconds.
    { name: 'publish-changed-bookings', everyMs: 5_000, run: commands.publishChangedBookings },
    { name: 'tell-cancelled-buyers', everyMs: 500, run: commands.tellCancelledBuyers },
    { name: 'refund-cancelled-events', everyMs: 500, run: commands.refundCancelledEvents },
  ];
}
