import type { FactConsumer } from '@parterre/platform/service/service.ts';
import type { Application } from '../../application/application.ts';
import { countedFacts } from '../../application/contribution-of.ts';

/** Statistics are made of facts alone, each kept by its id: this is all that the subgraph learns. */
export function createConsumers({ commands }: Application): FactConsumer[] {
  return [
    {
      name: 'count-events',
      topic: 'events',
      begins: 'first-kept',
      types: countedFacts.events,
      isReplayable: true,
      apply: ({ fact }, context) => commands.recordFact(fact, context),
    },
    {
      name: 'count-sales',
      topic: 'tickets',
      begins: 'first-kept',
      types: countedFacts.tickets,
      isReplayable: true,
      // All sales of an event within an hour change one row: they would only wait for one another, 6 to 7 ms each.
      width: 1,
      applyAtOnce: ({ fact }, context) => commands.recordSales(fact, context),
      apply: ({ fact }, context) => commands.recordFact(fact, context),
    },
  ];
}
