import { describe, expect, it } from '@jest/globals';
import { soundHouse, withSchema } from './planted-house.ts';
import { withoutField } from './planted-schemas.ts';
import { roomOperations } from './room-operations.ts';

describe('room operations', () => {
  it('accepts calls that their providers answer, inaccessible fields included', () => {
    expect(roomOperations.breaches(soundHouse())).toEqual([]);
  });

  it('refuses to take a field away that another room asks for', () => {
    const planted = withSchema(soundHouse(), 'events', withoutField('SeatHold', 'expiresAt'));
    expect(roomOperations.breaches(planted)).toEqual([
      'contracts/operations/tickets/hold-seats.graphql: events no longer answers it: ' +
        'Cannot query field "expiresAt" on type "SeatHold".',
    ]);
  });

  it('refuses to take a whole operation away that another room calls', () => {
    const planted = withSchema(soundHouse(), 'events', withoutField('Mutation', 'sellSeats'));
    expect(roomOperations.breaches(planted)).toEqual([
      'contracts/operations/tickets/sell-seats.graphql: no single room offers sellSeats; put it back, or change the call',
    ]);
  });

  it('refuses to take the keys away that the gateway reads', async () => {
    const planted = withSchema(soundHouse(), 'users', withoutField('JsonWebKey', 'x'));
    const [breach] = await roomOperations.breaches(planted);
    expect(breach).toContain('contracts/operations/gateway/jwks.graphql: users no longer answers it');
  });
});
