import { badUserInput } from '@parterre/platform/graphql/errors.ts';
import { requireSubgraph } from '@parterre/platform/graphql/require-caller.ts';
import { toUserErrors } from '@parterre/platform/graphql/user-errors.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import { isRejection } from '@parterre/platform/kernel/rejection.ts';
import { DatabaseBusy } from '@parterre/platform/postgres/errors.ts';
import type { Dependencies } from '../../application/dependencies.ts';
import type { HoldRefusal } from '../../application/hold-seats.ts';
import { commands } from '../../application.ts';
import type { SeatHold } from '../../domain/seat-hold.ts';
import type { EventsContext } from './context.ts';
import type { MutationResolvers, SeatHoldResolvers } from './schema.generated.ts';

type SubgraphMutations = Required<
  Pick<MutationResolvers<EventsContext>, 'holdSeats' | 'sellSeats' | 'releaseSeats'>
>;

/** What the tickets subgraph asks for. */
export function createSubgraphMutations(deps: Dependencies): SubgraphMutations {
  return {
    async holdSeats(_source, { input }, context) {
      requireSubgraph(context, 'tickets');
      const requested = { ...input, bookingId: readId(input.bookingId), userId: readId(input.userId) };
      const outcome = await unlessBusy(() => commands.holdSeats(deps, requested, context.now));
      if (!isRejection(outcome)) return { hold: outcome, userErrors: [] };
      const seatIds = outcome.seatIds ?? [];
      return { hold: null, userErrors: toUserErrors(outcome).map((error) => ({ ...error, seatIds })) };
    },

    async sellSeats(_source, { input }, context) {
      requireSubgraph(context, 'tickets');
      const outcome = await commands.sellSeats(deps, input, context.now);
      return { sold: outcome === 'sold', userErrors: outcome === 'sold' ? [] : toUserErrors(outcome) };
    },

    async releaseSeats(_source, { input }, context) {
      requireSubgraph(context, 'tickets');
      const outcome = await commands.releaseSeats(deps, input, context.now);
      return {
        released: outcome === 'released',
        userErrors: outcome === 'released' ? [] : toUserErrors(outcome),
      };
    },
  };
}

/** An identifier that this subgraph is to write down; it is one, because a subgraph made it. */
function readId(id: string): string {
  if (isId(id)) return id;
  throw badUserInput(`expected a UUID, got "${id.slice(0, 60)}"`);
}

/** A pool or a lock that is waited for too long is a "not now" for the buyer, and no fault of the server. */
async function unlessBusy(hold: () => Promise<SeatHold | HoldRefusal>): Promise<SeatHold | HoldRefusal> {
  try {
    return await hold();
  } catch (error) {
    if (!(error instanceof DatabaseBusy)) throw error;
    const message = 'expected fewer buyers at this moment; ask again in a second';
    return { rejected: true, code: 'TRY_AGAIN', message, field: null };
  }
}

export const seatHoldType = {
  startsAt: ({ startsAt }) => new Date(startsAt),
  expiresAt: ({ expiresAt }) => new Date(expiresAt),
} satisfies SeatHoldResolvers<EventsContext>;
