import { mayActFor } from '@parterre/contracts/kernel/caller.ts';
import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import { byTimeAndId, oneMore, readPage, toConnection } from '@parterre/platform/graphql/connections.ts';
import { forbidden } from '@parterre/platform/graphql/errors.ts';
import { requireUser } from '@parterre/platform/graphql/require-caller.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import { visibleNotification } from './queries.ts';
import type { Resolvers } from './schema.generated.ts';

/** What the types of the schema answer, field by field. */
export function createTypes() {
  return {
    User: {
      __resolveReference: ({ id }) => ({ id }),
      notifications: async ({ id }, args, context) => {
        requireUser(context);
        const page = readPage(args, byTimeAndId<'Notification'>);
        if (!mayActFor(context.caller, id as UserId)) {
          throw forbidden('expected the user whose notifications these are');
        }
        const userId = isId<'User'>(id) ? id : null;
        const found = userId ? await context.loaders.page.load({ userId, ...oneMore(page) }) : [];
        return toConnection(found, page, (one) => [one.createdAt.toISOString(), one.id]);
      },
      unreadNotificationCount: async ({ id }, _args, context) => {
        requireUser(context);
        if (!mayActFor(context.caller, id as UserId)) {
          throw forbidden('expected the user whose notifications these are');
        }
        return isId<'User'>(id) ? context.loaders.unread.load(id) : 0;
      },
    },
    Notification: {
      __resolveReference: ({ id }, context) => visibleNotification(id, context),
    },
  } satisfies Resolvers;
}
