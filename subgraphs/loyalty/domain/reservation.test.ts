import { describe, expect, it } from '@jest/globals';
import { money } from '@parterre/contracts/kernel/money.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { inProportion } from './earning.ts';
import { answerAgain, type DiscountCommand, type Reservation, splitRefund } from './reservation.ts';

/** 100 points took 1.00 off three tickets alike: 0.33, 0.33 and 0.34. */
const committed = (refundedMinor: bigint, returnedPoints: number): Reservation => ({
  bookingId: newId<'Booking'>(),
  userId: newId<'User'>(),
  state: 'COMMITTED',
  command: { points: 100, subtotal: money(300n, 'EUR'), promoCode: null, places: null },
  discount: money(100n, 'EUR'),
  places: null,
  refundedMinor,
  refundedPointsMinor: refundedMinor,
  returnedPoints,
});

describe('points that had paid for refunded tickets', () => {
  it.each([
    // [what was refunded before, of that returned, this refund's part, percent, points]
    [0n, 0, 100n, 100, 100],
    [0n, 0, 100n, 33, 33],
    // A third of 33 points is 10.89, of 34 it is 11.22.
    [0n, 0, 33n, 33, 11],
    [66n, 22, 34n, 33, 11],
    // What earlier refunds gave at another share of the policy changes nothing of this one's.
    [33n, 0, 33n, 100, 33],
    [66n, 66, 34n, 50, 17],
    // One half rounds up, as money does; less than one half rounds down.
    [0n, 0, 1n, 50, 1],
    [0n, 0, 1n, 49, 0],
    [0n, 0, 100n, 0, 0],
  ] as const)(
    'after %s minor units that gave %s: of %s at %s %% come %s',
    (before, given, discountMinor, percent, points) => {
      const split = splitRefund(committed(before, given), { discountMinor, pointsMinor: null });
      expect(inProportion(split.points, percent)).toBe(points);
    },
  );

  it("are those that the tickets name, and the rest of the discount is the promo code's", () => {
    const split = splitRefund(committed(0n, 0), { discountMinor: 50n, pointsMinor: 20n });
    expect(split).toEqual({ points: 20, promoMinor: 30n });
  });
});

describe('points of a currency in which one is not one minor unit', () => {
  it.each([
    ['JPY', 350, [1n, 0n, 2n], [117, 0, 233]],
    ['KWD', 5, [17n, 17n, 16n], [2, 1, 2]],
  ] as const)(
    'come back to the last one with the tickets that they paid: %s',
    (currency, points, parts, back) => {
      let refundedPointsMinor = 0n;
      const given = parts.map((pointsMinor) => {
        const reservation: Reservation = {
          ...committed(0n, 0),
          command: { points, subtotal: money(10_000n, currency), promoCode: null, places: null },
          refundedPointsMinor,
        };
        refundedPointsMinor += pointsMinor;
        return splitRefund(reservation, { discountMinor: pointsMinor, pointsMinor }).points;
      });
      expect(given).toEqual(back);
      expect(given.reduce((sum, each) => sum + each, 0)).toBe(points);
    },
  );
});

describe('a booking that is reserved again', () => {
  const place = { priceZoneId: newId<'PriceZone'>(), ticketTypeId: newId<'TicketType'>(), minor: 300n };
  const command = (change: Partial<DiscountCommand> = {}): DiscountCommand => ({
    points: 100,
    subtotal: money(300n, 'EUR'),
    promoCode: null,
    places: [place],
    ...change,
  });
  const known: Reservation = { ...committed(0n, 0), command: command() };

  it('answers the same', () => {
    expect(answerAgain(known, command({ places: [{ ...place }] }))).toBe(known);
  });

  it.each<[string, Partial<DiscountCommand>]>([
    ['points', { points: 99 }],
    ['a code', { promoCode: 'A' }],
    ['a price', { places: [{ ...place, minor: 299n }] }],
    ['a zone', { places: [{ ...place, priceZoneId: newId<'PriceZone'>() }] }],
    ['a ticket type', { places: [{ ...place, ticketTypeId: newId() }] }],
    ['places', { places: [place, place] }],
  ])('is refused with other %s', (_, change) => {
    expect(answerAgain(known, command(change))).toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('answers the same where one of the two does not name the places', () => {
    expect(answerAgain(known, command({ places: null }))).toBe(known);
  });

  it('answers the same where one of the two does not say for which ticket type a place is', () => {
    const untyped = command({ places: [{ ...place, ticketTypeId: null }] });
    const before: Reservation = { ...known, command: untyped };
    expect(answerAgain(known, untyped)).toBe(known);
    expect(answerAgain(before, command())).toBe(before);
  });
});
