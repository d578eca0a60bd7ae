import type { EventAtStakeQuery } from '../../graphql/generated/graphql.ts';
import { useQuery } from '../../graphql/hooks.ts';
import { EventAtStake } from './event-documents.ts';

type Statistics = NonNullable<NonNullable<EventAtStakeQuery['event']>['statistics']>;

/** Undefined while it is asked for, null where nothing was sold yet, `unknown` where nobody can say. */
export type Stake = Statistics | 'unknown' | null | undefined;

/** What was sold of an event, as of a moment ago, and a way to have it counted anew. */
export function useAtStake(eventId: string): readonly [stake: Stake, count: () => void] {
  const [{ data, error, fetching }, ask] = useQuery({
    query: EventAtStake,
    variables: { id: eventId },
    requestPolicy: 'cache-and-network',
  });
  const statistics = data?.event?.statistics;
  const isCounted = data?.event != null && !error;
  const lack = error ? 'unknown' : isCounted ? null : undefined;
  return [statistics ?? (fetching ? undefined : lack), () => ask({ requestPolicy: 'network-only' })];
}
