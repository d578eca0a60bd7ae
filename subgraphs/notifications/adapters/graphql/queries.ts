import { mayActFor } from '@parterre/contracts/kernel/caller.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import type { Notification } from '../../application/ports.ts';
import type { Context } from './loaders.ts';
import type { QueryResolvers } from './schema.generated.ts';

/** What can be read. */
export function createQueries() {
  return {
    notification: (_query, { id }, context) => visibleNotification(id, context),
  } satisfies QueryResolvers;
}

/** A notification for its owner and administrators; for anybody else there is none. */
export async function visibleNotification(
  id: string,
  { caller, loaders }: Context,
): Promise<Notification | null> {
  if (caller.kind !== 'user' || !isId<'Notification'>(id)) return null;
  const notification = await loaders.notification.load(id);
  return notification && mayActFor(caller, notification.userId) ? notification : null;
}
