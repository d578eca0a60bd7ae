import { requireOrganizer } from '@parterre/platform/graphql/askers.ts';
import { toUserErrors } from '@parterre/platform/graphql/user-errors.ts';
import { isRejection } from '@parterre/platform/kernel/rejection.ts';
import type { EventsRoom } from '../../application/ports/events-room.ts';
import { commands } from '../../application.ts';
import type { EventsContext } from './context.ts';
import type { MutationResolvers } from './schema.generated.ts';

type EventMutations = Pick<
  MutationResolvers<EventsContext>,
  'createEvent' | 'updateEvent' | 'publishEvent' | 'blockSeats' | 'unblockSeats'
>;

/** What organizers do about their events. */
export function createEventMutations(room: EventsRoom): EventMutations {
  return {
    async createEvent(_source, { input }, context) {
      const outcome = await commands.createEvent(room, requireOrganizer(context), input, context.now);
      if (isRejection(outcome)) return { event: null, userErrors: toUserErrors(outcome) };
      return { event: outcome, userErrors: [] };
    },

    async updateEvent(_source, { input }, context) {
      const outcome = await commands.updateEvent(room, requireOrganizer(context), input, context.now);
      if (isRejection(outcome)) return { event: null, userErrors: toUserErrors(outcome) };
      return { event: outcome, userErrors: [] };
    },

    async publishEvent(_source, { input }, context) {
      const outcome = await commands.publishEvent(room, requireOrganizer(context), input, context.now);
      if (isRejection(outcome)) return { event: null, userErrors: toUserErrors(outcome) };
      return { event: outcome, userErrors: [] };
    },

    async blockSeats(_source, { input }, context) {
      const outcome = await commands.blockSeats(room, requireOrganizer(context), input, context.now);
      if (isRejection(outcome)) return { event: null, userErrors: toUserErrors(outcome) };
      return { event: outcome, userErrors: [] };
    },

    async unblockSeats(_source, { input }, context) {
      const outcome = await commands.unblockSeats(room, requireOrganizer(context), input, context.now);
      if (isRejection(outcome)) return { event: null, userErrors: toUserErrors(outcome) };
      return { event: outcome, userErrors: [] };
    },
  };
}
