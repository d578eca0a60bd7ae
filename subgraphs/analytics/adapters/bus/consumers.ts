import type { FactConsumer } from '@parterre/platform/service/service.ts';
import { countedFacts } from '../../application/contribution-of.ts';
import type { FactStore } from '../../application/ports.ts';
import { recordFact } from '../../application/record-fact.ts';

/** Statistics are built from facts alone, each kept by its id: this is all that the subgraph is told. */
export function createConsumers(factStore: FactStore): FactConsumer[] {
  return [
    {
      name: 'count-events',
      topic: 'events',
      begins: 'first-kept',
      types: countedFacts.events,
      isReplayable: true,
      apply: ({ fact }, { tx }) => recordFact(factStore, tx, fact),
    },
    {
      name: 'count-sales',
      topic: 'tickets',
      begins: 'first-kept',
      types: countedFacts.tickets,
      isReplayable: true,
      apply: ({ fact }, { tx }) => recordFact(factStore, tx, fact),
    },
  ];
}
