import type { FactConsumer } from '@parterre/platform/service/service.ts';
import { countedFacts } from '../../application/contribution-of.ts';
import type { Books } from '../../application/ports/books.ts';
import { recordFact } from '../../application/record-fact.ts';

/** Statistics are built from facts alone, each kept by its id: this is all that the room is told. */
export function createConsumers(books: Books): FactConsumer[] {
  return [
    {
      name: 'count-events',
      topic: 'events',
      begins: 'first-kept',
      types: countedFacts.events,
      isReplayable: true,
      apply: ({ fact }, tx) => recordFact(books, tx, fact),
    },
    {
      name: 'count-sales',
      topic: 'tickets',
      begins: 'first-kept',
      types: countedFacts.tickets,
      isReplayable: true,
      apply: ({ fact }, tx) => recordFact(books, tx, fact),
    },
  ];
}
