import type { Job } from '@parterre/platform/service/service.ts';
import type { Application } from '../../application/application.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * 60_000;

/** What this subgraph does by itself, as time goes by. */
export function createJobs({ commands }: Application): Job[] {
  return [
    { name: 'remind-visitors', everyMs: MINUTE_MS, run: commands.remindVisitors },
    // A mail may be a moment late.
    { name: 'send-mails', everyMs: 1_000, run: commands.sendMails },
    { name: 'forget-mail-files', everyMs: HOUR_MS, run: commands.forgetMailFiles },
    { name: 'prune-notifications', everyMs: HOUR_MS, run: commands.pruneNotifications },
    { name: 'prune-live-bookings', everyMs: HOUR_MS, run: commands.pruneLiveBookings },
  ];
}
