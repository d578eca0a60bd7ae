import { withPosition } from '@parterre/platform/graphql/event-position.ts';
import { mapIterator } from '@parterre/platform/graphql/map-iterator.ts';
import { requireUser } from '@parterre/platform/graphql/require-caller.ts';
import type { Application } from '../../application/application.ts';
import type { SubscriptionResolvers } from './schema.generated.ts';

/** What can be watched. */
export function createSubscriptions({ watches }: Application) {
  return {
    notificationAdded: {
      subscribe: (_, { since = null }, context) =>
        mapIterator(watches.watchNotifications({ since }, requireUser(context)), (message) =>
          withPosition({ notificationAdded: message.value }, message),
        ),
    },
  } satisfies SubscriptionResolvers;
}
