import { describe, expect, it } from '@jest/globals';
import { soundState, withSchema } from './fixture.ts';
import { withoutField } from './fixture-schemas.ts';
import { subgraphOperations } from './subgraph-operations.ts';

describe('subgraph operations', () => {
  it('accepts calls that their providers answer, inaccessible fields included', () => {
    expect(subgraphOperations.breaches(soundState())).toEqual([]);
  });

  it('refuses to take a field away that another subgraph asks for', () => {
    const planted = withSchema(soundState(), 'events', withoutField('SeatHold', 'expiresAt'));
    expect(subgraphOperations.breaches(planted)).toEqual([
      'contracts/operations/tickets/hold-seats.graphql: events no longer answers it: ' +
        'Cannot query field "expiresAt" on type "SeatHold".',
    ]);
  });

  it('refuses to take a whole operation away that another subgraph calls', () => {
    const planted = withSchema(soundState(), 'events', withoutField('Mutation', 'sellSeats'));
    expect(subgraphOperations.breaches(planted)).toEqual([
      'contracts/operations/tickets/sell-seats.graphql: no single subgraph offers sellSeats; put it back, or change the call',
    ]);
  });

  it('refuses to take the keys away that the gateway reads', async () => {
    const planted = withSchema(soundState(), 'users', withoutField('JsonWebKey', 'x'));
    const [breach] = await subgraphOperations.breaches(planted);
    expect(breach).toContain('contracts/operations/gateway/jwks.graphql: users no longer answers it');
  });
});
