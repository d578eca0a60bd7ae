import type { Bus, FactEnvelope } from '../bus/bus.ts';
import { newId } from '../kernel/ids.ts';
import { until } from './until.ts';

/** A fact of tickets that means nothing, for tests that look at what becomes of it. */
export function countedFact(subject: string): FactEnvelope {
  return {
    specversion: '1.0',
    id: newId(),
    type: 'Counted',
    source: 'tickets',
    subject,
    time: new Date().toISOString(),
    datacontenttype: 'application/json',
    data: {},
  };
}

/** So many, each with a key of its own. */
export const countedFacts = (count: number): FactEnvelope[] =>
  Array.from({ length: count }, (_, n) => countedFact(`key-${n}`));

/** As a relay does: what is not known to be durable is published again. */
export async function publishUntilTaken(bus: Bus, facts: readonly FactEnvelope[]): Promise<void> {
  await until('facts to be taken', () =>
    bus.publish(facts).then(
      () => true,
      () => false,
    ),
  );
}
