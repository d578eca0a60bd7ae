import type { Database } from '@parterre/platform/postgres/database.ts';

/** Lets the jobs look at every cancelled event at once, which they otherwise do some seconds after they found nothing to do. */
export async function makeCancellationsDue(database: Pick<Database, 'sql'>): Promise<void> {
  await database.sql('update event_cancellations set tell_at = null, refund_at = null');
}
