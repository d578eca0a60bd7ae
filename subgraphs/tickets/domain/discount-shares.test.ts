import { describe, expect, it } from '@jest/globals';
import { money } from '@parterre/contracts/kernel/money.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import fc from 'fast-check';
import type { Place } from './booking.ts';
import { type PlaceDiscount, sharesOf } from './discount-shares.ts';

const at = (minor: bigint): Place => ({
  seatId: newId<'Seat'>(),
  sectionId: newId<'Section'>(),
  priceZoneId: newId<'PriceZone'>(),
  ticketTypeId: null,
  price: money(minor, 'EUR'),
});

describe('the shares of a discount', () => {
  it('follow the prices', () => {
    const shares = sharesOf([at(1_000n), at(3_000n)], money(400n, 'EUR'));
    expect(shares.map(({ paid }) => paid.minor)).toEqual([900n, 2_700n]);
  });

  it('give the cent that is left over to the earlier place', () => {
    const shares = sharesOf([at(1_000n), at(1_000n), at(1_000n)], money(100n, 'EUR'));
    expect(shares.map(({ paid }) => paid.minor)).toEqual([966n, 967n, 967n]);
  });

  it('never make a ticket cost less than nothing, and always sum to the total', () => {
    fc.assert(
      fc.property(
        fc.array(fc.bigInt({ min: 0n, max: 100_000n }), { minLength: 1, maxLength: 10 }),
        fc.bigInt({ min: 0n, max: 1_000n }),
        (prices, permille) => {
          const subtotal = prices.reduce((sum, price) => sum + price, 0n);
          const discount = (subtotal * permille) / 1_000n;
          const shares = sharesOf(prices.map(at), money(discount, 'EUR'));
          const paid = shares.map((share) => share.paid.minor);
          expect(paid.every((each) => each >= 0n)).toBe(true);
          expect(paid.reduce((sum, each) => sum + each, 0n)).toBe(subtotal - discount);
        },
      ),
    );
  });

  it('refuse a discount above the subtotal as a bug', () => {
    expect(() => sharesOf([at(100n)], money(101n, 'EUR'))).toThrow('expected a discount from 0 to 100');
  });

  it('do not say what points paid, unless there is no discount at all', () => {
    expect(sharesOf([at(100n)], money(10n, 'EUR'))[0]?.points).toBeNull();
    expect(sharesOf([at(100n)], money(0n, 'EUR'))[0]?.points).toEqual(money(0n, 'EUR'));
  });
});

describe('the shares that loyalty names', () => {
  const eur = (amount: string) => ({ amount, currencyCode: 'EUR' as const });
  const off = (promo: string, points: string): PlaceDiscount => ({ promo: eur(promo), points: eur(points) });

  it('are taken as they are: a code for one price zone makes the other places no cheaper', () => {
    const named = [off('5.00', '0.10'), off('0.00', '0.20')];
    const shares = sharesOf([at(1_000n), at(1_000n)], money(530n, 'EUR'), named);
    expect(shares).toEqual([
      { paid: money(490n, 'EUR'), points: money(10n, 'EUR') },
      { paid: money(980n, 'EUR'), points: money(20n, 'EUR') },
    ]);
  });

  it.each([
    ['for another number of places', [off('1.00', '0.00')], 'for each of 2 places, got 1'],
    ['of another sum', [off('1.00', '0.00'), off('0.00', '0.00')], 'add up to 200 minor units, got 100'],
    ['above a price', [off('10.00', '0.01'), off('0.00', '0.00')], 'to take 0 to 1000 minor units off'],
    ['below zero', [off('3.00', '-1.00'), off('0.00', '0.00')], 'to take 0 to 1000 minor units off'],
  ])('are refused as a bug when they are %s', (_, named, message) => {
    expect(() => sharesOf([at(1_000n), at(1_000n)], money(200n, 'EUR'), named)).toThrow(message);
  });
});
