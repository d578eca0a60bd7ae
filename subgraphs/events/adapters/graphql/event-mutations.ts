import { requireOrganizer } from '@parterre/contracts/access/require-role.ts';
import { toUserErrors } from '@parterre/platform/graphql/user-errors.ts';
import { isRejection } from '@parterre/platform/kernel/rejection.ts';
import type { Dependencies } from '../../application/dependencies.ts';
import { commands } from '../../application.ts';
import type { EventsContext } from './context.ts';
import type { MutationResolvers } from './schema.generated.ts';

type EventMutations = Required<
  Pick<
    MutationResolvers<EventsContext>,
    'createEvent' | 'updateEvent' | 'publishEvent' | 'blockSeats' | 'unblockSeats'
  >
>;

/** What organizers do about their events. */
export function createEventMutations(deps: Dependencies): EventMutations {
  return {
    async createEvent(_source, { input }, context) {
      const outcome = await commands.createEvent(deps, requireOrganizer(context).caller, input, context.now);
      if (isRejection(outcome)) return { event: null, userErrors: toUserErrors(outcome) };
      return { event: outcome, userErrors: [] };
    },

    async updateEvent(_source, { input }, context) {
      const outcome = await commands.updateEvent(deps, requireOrganizer(context).caller, input, context.now);
      if (isRejection(outcome)) return { event: null, userErrors: toUserErrors(outcome) };
      return { event: outcome, userErrors: [] };
    },

    async publishEvent(_source, { input }, context) {
      const outcome = await commands.publishEvent(deps, requireOrganizer(context).caller, input, context.now);
      if (isRejection(outcome)) return { event: null, userErrors: toUserErrors(outcome) };
      return { event: outcome, userErrors: [] };
    },

    async blockSeats(_source, { input }, context) {
      const outcome = await commands.blockSeats(deps, requireOrganizer(context).caller, input, context.now);
      if (isRejection(outcome)) return { event: null, userErrors: toUserErrors(outcome) };
      return { event: outcome, userErrors: [] };
    },

    async unblockSeats(_source, { input }, context) {
      const outcome = await commands.unblockSeats(deps, requireOrganizer(context).caller, input, context.now);
      if (isRejection(outcome)) return { event: null, userErrors: toUserErrors(outcome) };
      return { event: outcome, userErrors: [] };
    },
  };
}
