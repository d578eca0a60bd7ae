import { requireOrganizer } from '@parterre/contracts/access/require-role.ts';
import { toUserErrors } from '@parterre/platform/graphql/user-errors.ts';
import { isRejection, type Rejection } from '@parterre/platform/kernel/rejection.ts';
import type { Application } from '../../application/application.ts';
import type { Event } from '../../domain/event.ts';
import type { EventSeries } from '../../domain/event-series.ts';
import type { Venue } from '../../domain/venue.ts';
import type { MutationResolvers } from './schema.generated.ts';

/** What organizers do: first about venues, then about events. */
export function createMutations({ commands }: Application) {
  return {
    createVenue: async (_mutation, { input }, context) =>
      venuePayload(await commands.createVenue(input, requireOrganizer(context))),

    updateVenue: async (_mutation, { input }, context) =>
      venuePayload(await commands.updateVenue(input, requireOrganizer(context))),

    createHall: async (_mutation, { input }, context) => {
      const outcome = await commands.createHall(input, requireOrganizer(context));
      if (isRejection(outcome)) return { hall: null, userErrors: toUserErrors(outcome) };
      return { hall: outcome, userErrors: [] };
    },

    importSeatingPlan: async (_mutation, { input }, context) => {
      const outcome = await commands.importSeatingPlan(input, requireOrganizer(context));
      if ('plan' in outcome) return { seatingPlan: outcome.plan, warnings: outcome.warnings, userErrors: [] };
      return { seatingPlan: null, warnings: [], userErrors: outcome.flatMap((fault) => toUserErrors(fault)) };
    },

    createArtist: async (_mutation, { input }, context) => {
      const outcome = await commands.createArtist(input, requireOrganizer(context));
      if (isRejection(outcome)) return { artist: null, userErrors: toUserErrors(outcome) };
      return { artist: outcome, userErrors: [] };
    },

    createEvent: async (_mutation, { input }, context) =>
      eventPayload(await commands.createEvent(input, requireOrganizer(context))),

    updateEvent: async (_mutation, { input }, context) =>
      eventPayload(await commands.updateEvent(input, requireOrganizer(context))),

    publishEvent: async (_mutation, { input }, context) =>
      eventPayload(await commands.publishEvent(input, requireOrganizer(context))),

    cancelEvent: async (_mutation, { input }, context) =>
      eventPayload(await commands.cancelEvent(input, requireOrganizer(context))),

    rescheduleEvent: async (_mutation, { input }, context) =>
      eventPayload(await commands.rescheduleEvent(input, requireOrganizer(context))),

    changeSeatingPlan: async (_mutation, { input }, context) =>
      eventPayload(await commands.changeSeatingPlan(input, requireOrganizer(context))),

    createEventSeries: async (_mutation, { input }, context) =>
      seriesPayload(await commands.createEventSeries(input, requireOrganizer(context))),

    scheduleEventSeries: async (_mutation, { input }, context) =>
      seriesPayload(await commands.scheduleEventSeries(input, requireOrganizer(context))),

    cancelEventSeries: async (_mutation, { input }, context) =>
      seriesPayload(await commands.cancelEventSeries(input, requireOrganizer(context))),

    blockSeats: async (_mutation, { input }, context) =>
      eventPayload(await commands.blockSeats(input, requireOrganizer(context))),

    unblockSeats: async (_mutation, { input }, context) =>
      eventPayload(await commands.unblockSeats(input, requireOrganizer(context))),
  } satisfies MutationResolvers;
}

function venuePayload<Code extends string>(outcome: Venue | Rejection<Code>) {
  if ('rejected' in outcome) return { venue: null, userErrors: toUserErrors(outcome) };
  return { venue: outcome, userErrors: [] };
}

function eventPayload<Code extends string>(outcome: Event | Rejection<Code>) {
  if ('rejected' in outcome) return { event: null, userErrors: toUserErrors(outcome) };
  return { event: outcome, userErrors: [] };
}

function seriesPayload<Code extends string>(outcome: EventSeries | Rejection<Code>) {
  if ('rejected' in outcome) return { eventSeries: null, userErrors: toUserErrors(outcome) };
  return { eventSeries: outcome, userErrors: [] };
}
