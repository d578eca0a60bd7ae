import { mayActFor } from '@parterre/contracts/kernel/caller.ts';
import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import { byTimeAndId, readPage, toConnection } from '@parterre/platform/graphql/connections.ts';
import { forbidden } from '@parterre/platform/graphql/errors.ts';
import { requireUser } from '@parterre/platform/graphql/require-caller.ts';
import { scalarResolvers } from '@parterre/platform/graphql/scalars.ts';
import { toUserErrors } from '@parterre/platform/graphql/user-errors.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import { reject } from '@parterre/platform/kernel/rejection.ts';
import type { RequestContext } from '@parterre/platform/service/service.ts';
import type { Notification, Notifications } from '../../application/ports.ts';
import type { Loaders } from './loaders.ts';
import type { CompleteResolvers } from './schema.generated.ts';

type Context = RequestContext<Loaders>;

/** Everything that the schema of this subgraph promises. */
export function createResolvers(notifications: Notifications): CompleteResolvers<Context> {
  return {
    DateTime: scalarResolvers.DateTime,

    Query: {
      notification: (_source, { id }, context) => visible(id, context),
    },

    Mutation: {
      async markNotificationRead(_source, { input }, context) {
        const notification = await visible(input.notificationId, context);
        if (!notification) return { notification: null, userErrors: toUserErrors(notFound) };
        const readAt = await notifications.markRead(notification.id, context.now);
        return { notification: { ...notification, readAt }, userErrors: [] };
      },
    },

    User: {
      __resolveReference: ({ id }) => ({ id }),
      async notifications({ id }, args, context) {
        requireUser(context);
        const page = readPage(args, byTimeAndId<'Notification'>);
        if (!mayActFor(context.caller, id as UserId)) {
          throw forbidden('expected the user whose notifications these are');
        }
        const userId = isId<'User'>(id) ? id : null;
        const found = userId
          ? await context.loaders.pages.load({ userId, limit: page.limit + 1, after: page.after })
          : [];
        return toConnection(found, page, (one) => [one.createdAt.toISOString(), one.id]);
      },
    },

    Notification: {
      __resolveReference: ({ id }, context) => visible(id, context),
    },
  };
}

const notFound = reject('NOTIFICATION_NOT_FOUND', 'there is no such notification', ['notificationId']);

/** A notification for its owner and administrators; for anybody else there is none. */
async function visible(id: string, { caller, loaders }: Context): Promise<Notification | null> {
  if (caller.kind !== 'user' || !isId<'Notification'>(id)) return null;
  const notification = await loaders.notifications.load(id);
  return notification && mayActFor(caller, notification.userId) ? notification : null;
}
