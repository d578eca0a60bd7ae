import { requireOrganizer } from '@parterre/contracts/access/require-role.ts';
import { isAdmin } from '@parterre/contracts/kernel/caller.ts';
import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import { badUserInput } from '@parterre/platform/graphql/errors.ts';
import type { UserCaller } from '@parterre/platform/kernel/caller.ts';
import { isRejection } from '@parterre/platform/kernel/rejection.ts';
import type { Application } from '../../application/application.ts';
import { type OpenPeriod, type Period, parsePeriod, wholeHours } from '../../domain/period.ts';
import type { QueryResolvers } from './schema.generated.ts';

/** What can be read. */
export function createQueries({ queries }: Application) {
  return {
    salesOverview: async (_query, args, context) => {
      const organizerId = countedFor(requireOrganizer(context).caller);
      const query = { ...wholeHours(readPeriod(args)), organizerId };
      return { ...query, ...(await queries.salesOverview(query)) };
    },
  } satisfies QueryResolvers;
}

/**
 * Whose events are counted for a caller: an organizer's own, and everybody's, which is null, for an administrator. By the sums of
 * an artist or of a period nobody may learn of an event what its own statistics do not tell.
 */
export function countedFor(caller: UserCaller): UserId | null {
  return isAdmin(caller) ? null : caller.userId;
}

/** @throws BAD_USER_INPUT for a period that ends before it begins */
export function readPeriod(args: Period): Period {
  const period = parsePeriod(args);
  if (isRejection(period)) throw badUserInput(period.message);
  return period;
}

/** A period of which an end that is not given is open. @throws BAD_USER_INPUT for one that ends before it begins */
export function readOpenPeriod(args: { readonly from?: Date | null; readonly to?: Date | null }): OpenPeriod {
  const period = parsePeriod<OpenPeriod>({ from: args.from ?? null, to: args.to ?? null });
  if (isRejection(period)) throw badUserInput(period.message);
  return period;
}
