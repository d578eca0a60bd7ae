import { type Asker, isAdmin } from '@parterre/platform/kernel/asker.ts';
import type { UserId } from '@parterre/platform/kernel/ids.ts';

/** Whether the asker may manage what this organizer owns: the organizer, or an administrator. */
export function mayManage(asker: Asker, organizerId: UserId): boolean {
  if (isAdmin(asker)) return true;
  return asker.kind === 'person' && asker.role === 'ORGANIZER' && asker.userId === organizerId;
}
