import { requireAdmin } from '@parterre/contracts/access/require-role.ts';
import { requireUser } from '@parterre/platform/graphql/require-caller.ts';
import { toUserErrors } from '@parterre/platform/graphql/user-errors.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import { isRejection } from '@parterre/platform/kernel/rejection.ts';
import { deadLetterPayload } from '@parterre/platform/operations/operations-resolvers.ts';
import type { Application } from '../../application/application.ts';
import type { MutationResolvers } from './schema.generated.ts';

/** What users change. */
export function createMutations({ commands, operations }: Application) {
  return {
    markNotificationRead: async (_mutation, { input }, context) => {
      const notificationId = isId<'Notification'>(input.notificationId) ? input.notificationId : null;
      const outcome = await commands.markNotificationRead({ notificationId }, requireUser(context));
      if (isRejection(outcome)) return { notification: null, userErrors: toUserErrors(outcome) };
      // Another field of this request may have read it before.
      context.loaders.notification.clear(outcome.id);
      context.loaders.unread.clearAll();
      return { notification: outcome, userErrors: [] };
    },

    markAllNotificationsRead: async (_mutation, { input }, context) => {
      const upTo = input.upTo == null ? null : isId<'Notification'>(input.upTo) ? input.upTo : undefined;
      const outcome = await commands.markAllNotificationsRead({ upTo }, requireUser(context));
      if (isRejection(outcome)) return { marked: 0, user: null, userErrors: toUserErrors(outcome) };
      context.loaders.notification.clearAll();
      context.loaders.page.clearAll();
      context.loaders.unread.clearAll();
      return { marked: outcome.marked, user: { id: outcome.userId }, userErrors: [] };
    },

    retryNotificationsDeadLetter: async (_mutation, { input }, context) => {
      requireAdmin(context);
      return deadLetterPayload(await operations.retryDeadLetter(input));
    },

    dropNotificationsDeadLetter: async (_mutation, { input }, context) =>
      deadLetterPayload(await operations.dropDeadLetter(input, requireAdmin(context))),
  } satisfies MutationResolvers;
}
