import { readId } from '@parterre/platform/graphql/read-id.ts';
import { requireSubgraph } from '@parterre/platform/graphql/require-caller.ts';
import { toUserErrors } from '@parterre/platform/graphql/user-errors.ts';
import { isRejection, reject } from '@parterre/platform/kernel/rejection.ts';
import { DatabaseBusy } from '@parterre/platform/postgres/errors.ts';
import type { Application } from '../../application/application.ts';
import type { HoldRefusal } from '../../application/hold-refusals.ts';
import type { SeatHold } from '../../domain/seat-hold.ts';
import type { MutationResolvers } from './schema.generated.ts';

/** What the tickets subgraph asks of this one. */
export function createInternalMutations({ commands }: Application) {
  return {
    holdSeats: async (_mutation, { input }, context) => {
      requireSubgraph(context, 'tickets');
      const bookingId = readId<'Booking'>('bookingId', input.bookingId);
      const userId = readId<'User'>('userId', input.userId);
      const outcome = await unlessBusy(() => commands.holdSeats({ ...input, bookingId, userId }, context));
      if (!isRejection(outcome)) return { hold: outcome, userErrors: [] };
      const seatIds = outcome.seatIds ?? [];
      return { hold: null, userErrors: toUserErrors(outcome).map((error) => ({ ...error, seatIds })) };
    },

    sellSeats: async (_mutation, { input }, context) => {
      requireSubgraph(context, 'tickets');
      const outcome = await commands.sellSeats(input, context);
      return outcome === 'sold'
        ? { sold: true, userErrors: [] }
        : { sold: false, userErrors: toUserErrors(outcome) };
    },

    releaseSeats: async (_mutation, { input }, context) => {
      requireSubgraph(context, 'tickets');
      const outcome = await commands.releaseSeats(input, context);
      return outcome === 'released'
        ? { released: true, userErrors: [] }
        : { released: false, userErrors: toUserErrors(outcome) };
    },
  } satisfies MutationResolvers;
}

/** A pool or a lock that is waited for too long is a "not now" for the buyer, and no fault of the server. */
async function unlessBusy(hold: () => Promise<SeatHold | HoldRefusal>): Promise<SeatHold | HoldRefusal> {
  try {
    return await hold();
  } catch (error) {
    if (!(error instanceof DatabaseBusy)) throw error;
    return reject('TRY_AGAIN', 'expected fewer buyers at this moment; ask again in a second');
  }
}
