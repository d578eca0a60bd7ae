import { describe, expect, it } from '@jest/globals';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { chooseBest, type LaidOutSeat, layOutSeats, mostTogether, strandedBy } from './best-available.ts';

const zone = newId<'PriceZone'>();
const other = newId<'PriceZone'>();

/**
 * Rows as they are drawn, the first one nearest the stage: `.` a free seat, `x` one that is taken, `w` a free wheelchair
 * place, `o` a free seat of another zone, and a space an aisle.
 */
function hall(...rows: string[]) {
  const seats: LaidOutSeat[] = [];
  const free: boolean[] = [];
  for (const [y, row] of rows.entries()) {
    for (const [x, sign] of [...row].entries()) {
      if (sign === ' ') continue;
      seats.push({
        id: newId<'Seat'>(),
        rowId: String(y),
        priceZoneId: sign === 'o' ? other : zone,
        isReserved: sign === 'w',
        x,
        y,
      });
      free.push(sign !== 'x');
    }
  }
  const layout = layOutSeats(seats, null);
  const isFree = (index: number) => free[index] === true;
  return {
    best: (quantity: number) => chooseBest(layout, isFree, { priceZoneId: zone, quantity }),
    most: () => mostTogether(layout, isFree, zone),
    strandedBy: (...taken: number[]) => strandedBy(layout, isFree, taken),
    take: (indexes: readonly number[]) => {
      for (const index of indexes) free[index] = false;
    },
    free: () => free.flatMap((each, index) => (each ? [index] : [])),
  };
}

it('are counted in a hall of any number of rows', () => {
  const seats = Array.from({ length: 150_000 }, (_, index) => ({
    ...{ id: newId<'Seat'>(), rowId: String(index >> (index < 2 ? 1 : 0)), priceZoneId: zone },
    ...{ isReserved: false, x: index, y: 0 },
  }));
  expect(mostTogether(layOutSeats(seats, null), () => true, zone)).toBe(2);
});

describe('the best available seats', () => {
  it('are neighbours in the middle of the row that is nearest the stage', () => {
    expect(hall('xxxxxxx', '.......', '.......').best(3)).toEqual([9, 10, 11]);
  });

  it('leave no seat alone where that can be avoided', () => {
    // In the middle one would be left on either side.
    expect(hall('....').best(2)).toEqual([0, 1]);
    expect(hall('x...x', '.....').best(2)).toEqual([5, 6]);
    expect(hall('...').best(2)).toEqual([0, 1]);
    expect(hall('..x', '...').best(1)).toEqual([3]);
    expect(hall('..x', '.xx').best(1)).toEqual([3]);
  });

  it('leave no seat of the zone beside theirs alone, and one beside another zone is not', () => {
    // In front of them all, [1, 2] would be nearest the stage, and 0 alone.
    expect(hall('...oo').best(2)).toEqual([0, 1]);
    expect(hall('..o', '....').best(2)).toEqual([3, 4]);
    // A wheelchair place is nobody's to be left beside, and may stand alone.
    expect(hall('..w', '....').best(2)).toEqual([0, 1]);
    expect(hall('...w').best(2)).toEqual([1, 2]);
  });

  it('are not torn apart by an aisle, by a taken seat, by another zone or by a wheelchair place', () => {
    expect(hall('.. ..', '....').best(4)).toEqual([4, 5, 6, 7]);
    expect(hall('..x..', '..o..', '..w..', '....').best(4)).toEqual([15, 16, 17, 18]);
  });

  it('are never wheelchair places, and none where there are not enough neighbours', () => {
    expect(hall('www').best(1)).toBeNull();
    expect(hall('..x..', '...').best(4)).toBeNull();
    expect(hall('..x..', '... .').most()).toBe(3);
    expect(hall('xx', 'ww').most()).toBe(0);
  });

  it('are found as long as so many neighbours are free', () => {
    const full = hall('...... ....', '..x.......', '....w.....');
    for (const quantity of [4, 1, 3, 2, 5, 1, 2, 1, 1, 4, 2, 1, 1, 1, 1, 1, 1, 1]) {
      const most = full.most();
      const chosen = full.best(quantity);
      if (quantity > most) expect(chosen).toBeNull();
      else {
        expect(chosen).toHaveLength(quantity);
        full.take(chosen ?? []);
      }
    }
  });
});

describe('seats picked by hand', () => {
  it('strand a seat that is alone from then on', () => {
    expect(hall('......').strandedBy(1, 2)).toEqual([0]);
    expect(hall('......').strandedBy(1, 4)).toEqual([0, 5]);
    expect(hall('x.....x').strandedBy(2, 3)).toEqual([1]);
    expect(hall('..... .').strandedBy(3)).toEqual([4]);
  });

  it('strand none at an end, none that was alone before, and none where it cannot be avoided', () => {
    expect(hall('......').strandedBy(0, 1)).toEqual([]);
    expect(hall('.x....').strandedBy(2, 3)).toEqual([]);
    expect(hall('...').strandedBy(0, 1)).toEqual([]);
    expect(hall('...').strandedBy(1)).toEqual([0, 2]);
    expect(hall('..').strandedBy(0)).toEqual([]);
  });
});
