import { describe, expect, it } from '@jest/globals';
import { readLostPlaces } from './lost-places.ts';

const start = 'expected a plan with every place that is held or sold, but it would lose ';

describe('places that another plan does not have', () => {
  it.each([
    [
      'seats and standing places',
      '1 seat (Stalls, row A, seat 1) and 2 standing places (Pit, 6 taken of 4)',
      { seats: 1, standing: 2, names: ['Stalls, row A, seat 1', 'Pit, 6 taken of 4'] },
    ],
    [
      'seats alone',
      '2 seats (A, seat 1; A, seat 2)',
      { seats: 2, standing: 0, names: ['A, seat 1', 'A, seat 2'] },
    ],
    ['standing places alone', '1 standing place (Pit)', { seats: 0, standing: 1, names: ['Pit'] }],
    ['more than are named', '31 seats (A, seat 1; …)', { seats: 31, standing: 0, names: ['A, seat 1'] }],
  ])('are read: %s', (_title, text, lost) => {
    expect(readLostPlaces(start + text)).toEqual(lost);
  });

  it('are not made of another message', () => {
    expect(readLostPlaces('expected a hall, got none')).toBeNull();
  });
});
