import { describe, expect, it } from '@jest/globals';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { MOST_PLACES, type PlacesToBook, refusePlacesToBook, refuseSpentPoints } from './places-to-book.ts';

const [seat, section, type] = [newId(), newId(), newId()];
const some = { sectionId: section, quantity: 1 };

describe('places to book', () => {
  it.each<[string, PlacesToBook]>([
    ['seats with and without a type', { seatIds: [seat], places: [{ seatId: newId(), ticketTypeId: type }] }],
    ['a section for each of two types', { standing: [some, { ...some, ticketTypeId: type }] }],
    [
      'as many as one booking may have',
      { seatIds: [seat], standing: [{ ...some, quantity: MOST_PLACES - 1 }] },
    ],
  ])('may be %s', (_, input) => {
    expect(refusePlacesToBook(input)).toBeNull();
  });

  it('count together with those that are wanted beside them', () => {
    expect(refusePlacesToBook({}, 2)).toBeNull();
    expect(refusePlacesToBook({ seatIds: [seat] }, MOST_PLACES)).toMatchObject({ code: 'TOO_MANY_SEATS' });
  });

  it.each<[string, PlacesToBook, string, readonly string[]]>([
    ['none', { seatIds: [], standing: null }, 'INVALID_INPUT', ['standing']],
    ['a quantity of none', { standing: [{ ...some, quantity: 0 }] }, 'INVALID_INPUT', ['standing']],
    [
      'one too many',
      { seatIds: [seat], standing: [{ ...some, quantity: MOST_PLACES }] },
      'TOO_MANY_SEATS',
      ['seatIds'],
    ],
    ['a seat in two ways', { seatIds: [seat], places: [{ seatId: seat }] }, 'INVALID_INPUT', ['seatIds']],
    ['a section twice', { standing: [some, some] }, 'INVALID_INPUT', ['standing']],
    ['a seat that is no identifier', { places: [{ seatId: 'x' }] }, 'SEAT_NOT_FOUND', ['seatIds']],
    [
      'a section that is no identifier',
      { standing: [{ ...some, sectionId: 'x' }] },
      'SECTION_NOT_FOUND',
      ['standing'],
    ],
    [
      'a ticket type that is no identifier',
      { standing: [some, { ...some, ticketTypeId: 'x' }] },
      'TICKET_TYPE_NOT_FOUND',
      ['standing', '1', 'ticketTypeId'],
    ],
  ])('are not %s', (_, input, code, field) => {
    expect(refusePlacesToBook(input)).toMatchObject({ code, field });
  });
});

it.each([
  [0, null],
  [1_000_000_000, null],
  [-1, { code: 'INVALID_INPUT', field: ['spendPoints'] }],
  [1_000_000_001, { code: 'INVALID_INPUT', field: ['spendPoints'] }],
])('of %d points it is known beforehand whether anybody can spend them', (points, refusal) => {
  const refused = refuseSpentPoints(points);
  if (refusal) expect(refused).toMatchObject(refusal);
  else expect(refused).toBeNull();
});
