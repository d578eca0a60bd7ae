import type { Check } from './check.ts';
import type { ContractState } from './checked.ts';

export const factConsumers = {
  promise: 'every consumer consumes facts that somebody publishes',
  breaches: ({ subgraphs, facts }: Pick<ContractState, 'subgraphs' | 'facts'>) =>
    subgraphs.flatMap(({ schema: { name }, consumers }) =>
      consumers.flatMap((consumer) => {
        const who = `${name}: consumer "${consumer.name}"`;
        if (consumer.types.length === 0) return [`${who} consumes no fact; remove it`];
        return consumer.types.flatMap((type) => {
          const fact = facts.find((definition) => definition.type === type);
          if (!fact) return [`${who} waits for ${type}, which contracts/facts does not define`];
          if (fact.subgraph === consumer.topic) return [];
          return [`${who} waits for ${type} on topic ${consumer.topic}; it is published on ${fact.subgraph}`];
        });
      }),
    ),
} satisfies Check;
