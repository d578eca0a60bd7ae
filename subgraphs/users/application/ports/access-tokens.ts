import type { Role } from '@parterre/platform/kernel/caller.ts';
import type { UserId } from '@parterre/platform/kernel/ids.ts';

/** Signs the short-lived tokens that go with every request. */
export interface AccessTokens {
  issue(
    holder: { readonly userId: UserId; readonly role: Role; readonly sessionId: string },
    now: Date,
  ): Promise<{ readonly token: string; readonly expiresAt: Date }>;
}
