import { requireOrganizer } from '@parterre/contracts/access/require-role.ts';
import { toUserErrors } from '@parterre/platform/graphql/user-errors.ts';
import { isRejection } from '@parterre/platform/kernel/rejection.ts';
import type { Dependencies } from '../../application/dependencies.ts';
import { commands } from '../../application.ts';
import type { EventsContext } from './context.ts';
import type { MutationResolvers } from './schema.generated.ts';

type VenueMutations = Required<
  Pick<
    MutationResolvers<EventsContext>,
    'createVenue' | 'updateVenue' | 'createHall' | 'importSeatingPlan' | 'createArtist'
  >
>;

/** What organizers do before there is an event. */
export function createVenueMutations(deps: Dependencies): VenueMutations {
  return {
    async createVenue(_source, { input }, context) {
      const outcome = await commands.createVenue(deps, requireOrganizer(context).caller, input);
      if (isRejection(outcome)) return { venue: null, userErrors: toUserErrors(outcome) };
      return { venue: outcome, userErrors: [] };
    },

    async updateVenue(_source, { input }, context) {
      const outcome = await commands.updateVenue(deps, requireOrganizer(context).caller, input);
      if (isRejection(outcome)) return { venue: null, userErrors: toUserErrors(outcome) };
      return { venue: outcome, userErrors: [] };
    },

    async createHall(_source, { input }, context) {
      const outcome = await commands.createHall(deps, requireOrganizer(context).caller, input);
      if (isRejection(outcome)) return { hall: null, userErrors: toUserErrors(outcome) };
      return { hall: outcome, userErrors: [] };
    },

    async importSeatingPlan(_source, { input }, context) {
      const outcome = await commands.importSeatingPlan(deps, requireOrganizer(context).caller, input);
      if ('plan' in outcome) return { seatingPlan: outcome.plan, warnings: outcome.warnings, userErrors: [] };
      return { seatingPlan: null, warnings: [], userErrors: outcome.flatMap((fault) => toUserErrors(fault)) };
    },

    async createArtist(_source, { input }, context) {
      requireOrganizer(context);
      const outcome = await commands.createArtist(deps, input);
      if (isRejection(outcome)) return { artist: null, userErrors: toUserErrors(outcome) };
      return { artist: outcome, userErrors: [] };
    },
  };
}
