import { describe, expect, it } from '@jest/globals';
import { money } from '@parterre/contracts/kernel/money.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import fc from 'fast-check';
import type { Place } from './booking.ts';
import { paidPerPlace } from './discount-shares.ts';

const at = (minor: bigint): Place => ({
  seatId: newId<'Seat'>(),
  sectionId: newId<'Section'>(),
  priceZoneId: newId<'PriceZone'>(),
  ticketTypeId: null,
  price: money(minor, 'EUR'),
});

describe('the shares of a discount', () => {
  it('follow the prices', () => {
    const paid = paidPerPlace([at(1_000n), at(3_000n)], money(400n, 'EUR'));
    expect(paid.map((each) => each.minor)).toEqual([900n, 2_700n]);
  });

  it('give the cent that is left over to the earlier place', () => {
    const paid = paidPerPlace([at(1_000n), at(1_000n), at(1_000n)], money(100n, 'EUR'));
    expect(paid.map((each) => each.minor)).toEqual([966n, 967n, 967n]);
  });

  it('never make a ticket cost less than nothing, and always sum to the total', () => {
    fc.assert(
      fc.property(
        fc.array(fc.bigInt({ min: 0n, max: 100_000n }), { minLength: 1, maxLength: 10 }),
        fc.bigInt({ min: 0n, max: 1_000n }),
        (prices, permille) => {
          const subtotal = prices.reduce((sum, price) => sum + price, 0n);
          const discount = (subtotal * permille) / 1_000n;
          const paid = paidPerPlace(prices.map(at), money(discount, 'EUR')).map((each) => each.minor);
          expect(paid.every((each) => each >= 0n)).toBe(true);
          expect(paid.reduce((sum, each) => sum + each, 0n)).toBe(subtotal - discount);
        },
      ),
    );
  });

  it('refuse a discount above the subtotal as a bug', () => {
    expect(() => paidPerPlace([at(100n)], money(101n, 'EUR'))).toThrow('expected a discount from 0 to 100');
  });
});
