import { requireUser } from '@parterre/platform/graphql/require-caller.ts';
import { toUserErrors } from '@parterre/platform/graphql/user-errors.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import { isRejection } from '@parterre/platform/kernel/rejection.ts';
import type { Application } from '../../application/application.ts';
import type { MutationResolvers } from './schema.generated.ts';

/** What users change. */
export function createMutations({ commands }: Application) {
  return {
    markNotificationRead: async (_mutation, { input }, context) => {
      const notificationId = isId<'Notification'>(input.notificationId) ? input.notificationId : null;
      const outcome = await commands.markNotificationRead({ notificationId }, requireUser(context));
      if (isRejection(outcome)) return { notification: null, userErrors: toUserErrors(outcome) };
      // Another field of this request may have read it before.
      context.loaders.notification.clear(outcome.id);
      return { notification: outcome, userErrors: [] };
    },
  } satisfies MutationResolvers;
}
