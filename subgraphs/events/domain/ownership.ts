import { isAdmin } from '@parterre/contracts/kernel/caller.ts';
import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import type { Caller } from '@parterre/platform/kernel/caller.ts';

/** Whether the caller may manage what this organizer owns: the organizer, or an administrator. */
export function mayManage(caller: Caller, organizerId: UserId): boolean {
  if (isAdmin(caller)) return true;
  return caller.kind === 'user' && caller.role === 'ORGANIZER' && caller.userId === organizerId;
}
