import type { Job } from '@parterre/platform/service/service.ts';
import type { Application } from '../../application/application.ts';

/** What this subgraph does by itself, as time goes by. */
export function createJobs({ commands }: Application): Job[] {
  return [
    { name: 'prune-sessions', everyMs: 10 * 60_000, run: commands.pruneSessions },
    // Looks whose the addresses are whose owners want a new password. A mail may be a moment late.
    { name: 'send-password-resets', everyMs: 1_000, run: commands.handlePasswordResetRequests },
  ];
}
