import { describe, expect, it } from '@jest/globals';
import type { FactConsumer } from '@parterre/platform/service/service.ts';
import { allFacts } from '../facts/all.ts';
import { factConsumers } from './fact-consumers.ts';
import { subgraphSchema } from './subgraph-schemas.ts';

describe('fact consumers', () => {
  it('accepts a consumer of a published fact', () => {
    expect(breaches({ topic: 'users', types: ['UserRegistered'] })).toEqual([]);
  });

  it('refuses to wait for a fact that nobody defines', () => {
    expect(breaches({ topic: 'users', types: ['UserSneezed'] })).toEqual([
      'payments: consumer "open-wallet" waits for UserSneezed, which contracts/facts does not define',
    ]);
  });

  it('refuses to wait for a fact on another topic than its own', () => {
    expect(breaches({ topic: 'events', types: ['UserRegistered'] })).toEqual([
      'payments: consumer "open-wallet" waits for UserRegistered on topic events; it is published on users',
    ]);
  });

  it('refuses a consumer of nothing', () => {
    expect(breaches({ topic: 'users', types: [] })).toEqual([
      'payments: consumer "open-wallet" consumes no fact; remove it',
    ]);
  });
});

const schema = subgraphSchema(
  { name: 'payments', routingUrl: 'http://localhost/', schemaFile: './subgraphs/payments/schema.graphql' },
  'type Query { wallet: ID }',
);

function breaches(consumer: Pick<FactConsumer, 'topic' | 'types'>) {
  const consumers = [{ name: 'open-wallet', begins: 'now' as const, ...consumer, apply: async () => {} }];
  return factConsumers.breaches({
    subgraphs: [{ schema, resolvers: {}, consumers, fault: null }],
    facts: allFacts,
  });
}
