import { describe, expect, it } from '@jest/globals';
import type { FactConsumer } from '@parterre/platform/service/service.ts';
import { factConsumers } from './fact-consumers.ts';
import type { House } from './house.ts';
import { soundHouse } from './planted-house.ts';

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

function breaches(consumer: Pick<FactConsumer, 'topic' | 'types'>) {
  const house: House = soundHouse();
  const schema = house.schemas.schemas.find(({ name }) => name === 'payments');
  if (!schema) throw new Error('expected supergraph.yaml to list payments');
  const consumers = [{ name: 'open-wallet', ...consumer, apply: async () => {} }];
  return factConsumers.breaches({ ...house, rooms: [{ schema, resolvers: {}, consumers, fault: null }] });
}
