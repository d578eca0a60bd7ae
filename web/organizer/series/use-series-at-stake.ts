import type { SeriesAtStakeQuery, SeriesAtStakeQueryVariables } from '../../graphql/generated/graphql.ts';
import { useAsk } from '../../graphql/hooks.ts';
import { SeriesAtStake } from './series-documents.ts';

type Slot = NonNullable<SeriesAtStakeQuery['eventSeries']>['events']['nodes'][number];

/** A slot lasts no longer: none that began before can be going on. */
const LONGEST_SLOT_MS = 366 * 86_400_000;

/**
 * Asks for every slot of a series that is on sale, with what was sold of it. All of them or null: a count that leaves some
 * out would be no warning.
 */
export function useSeriesAtStake(seriesId: string): () => Promise<readonly Slot[] | null> {
  const ask = useAsk();
  return async () => {
    const from = new Date(Date.now() - LONGEST_SLOT_MS).toISOString();
    const slots: Slot[] = [];
    for (let after: string | null = null, hasNext = true; hasNext; ) {
      const variables: SeriesAtStakeQueryVariables = { id: seriesId, from, after };
      const page = (await ask(SeriesAtStake, variables)).data?.eventSeries?.events;
      if (!page) return null;
      slots.push(...page.nodes.filter(({ status }) => status === 'ON_SALE'));
      after = page.pageInfo.endCursor ?? null;
      hasNext = page.pageInfo.hasNextPage;
    }
    return slots;
  };
}
