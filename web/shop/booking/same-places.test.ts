import { describe, expect, it } from '@jest/globals';
import { type BookedPlace, placesLeft, samePlaces } from './same-places.ts';

const section = { id: 'pit' };
const adult = { id: 'adult' };
const child = { id: 'child' };
const seat = (index: number, ticketType: BookedPlace['ticketType'] = adult): BookedPlace => ({
  seat: { id: `seat-${index}`, index },
  section: { id: 'parterre' },
  ticketType,
});
const standing = (ticketType: BookedPlace['ticketType'] = null): BookedPlace => ({
  seat: null,
  section,
  ticketType,
});

describe('samePlaces', () => {
  it('asks for the seats with their types, and for standing places by section and type', () => {
    const asked = samePlaces([seat(4), standing(adult), standing(child), standing(adult), seat(5, null)]);
    expect(asked).toEqual({
      places: [{ seatId: 'seat-4', ticketTypeId: 'adult' }, { seatId: 'seat-5' }],
      standing: [
        { sectionId: 'pit', quantity: 2, ticketTypeId: 'adult' },
        { sectionId: 'pit', quantity: 1, ticketTypeId: 'child' },
      ],
    });
  });
});

describe('placesLeft', () => {
  it('tells the seats that somebody has by now from those that are free', () => {
    const items = [seat(0), seat(1), seat(2), seat(9)];
    const { left, gone } = placesLeft(items, { states: 'FHS', standing: [] });
    expect(left).toEqual([items[0]]);
    expect(gone).toEqual([items[1], items[2], items[3]]);
  });

  it('counts standing places down', () => {
    const items = [standing(), standing(), standing()];
    const { left, gone } = placesLeft(items, { states: '', standing: [{ section, available: 2 }] });
    expect([left.length, gone.length]).toEqual([2, 1]);
  });
});
