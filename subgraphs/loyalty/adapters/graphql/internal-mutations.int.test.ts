import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { BookingId, UserId } from '@parterre/contracts/kernel/ids.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { expectSoundPoints } from '../../testing/expect-sound-points.ts';
import { type LoyaltyFixture, openLoyaltyFixture, tickets, userCaller } from '../../testing/fixture.ts';

let fixture: LoyaltyFixture;
let userId: UserId;
let bookingId: BookingId;
beforeAll(async () => {
  fixture = await openLoyaltyFixture();
});
beforeEach(async () => {
  userId = (await fixture.userWith(500)).userId;
  bookingId = newId<'Booking'>();
});
afterEach(() => expectSoundPoints(fixture.database));
afterAll(() => fixture.stop());

const discountOf = (amount: string) => ({
  reservation: { bookingId, discount: { amount, currencyCode: 'EUR' }, places: [] },
});
const reserve = (spendPoints: number | null) => fixture.reserve({ bookingId, userId, spendPoints });
const points = async () => {
  const { points, reservedPoints } = await fixture.account(userId);
  return [points, reservedPoints];
};

describe('reserveDiscount', () => {
  it('takes 1.00 off for 100 points, and sets them aside', async () => {
    expect(await reserve(250)).toEqual(discountOf('2.50'));
    expect(await points()).toEqual([500, 250]);
  });

  it('takes nothing off where nothing is asked for, for somebody unknown as well', async () => {
    expect(await reserve(null)).toEqual(discountOf('0.00'));
    const stranger = newId<'User'>();
    const free = newId<'Booking'>();
    expect(await fixture.reserve({ bookingId: free, userId: stranger, subtotal: '0.00' })).toMatchObject({
      reservation: { bookingId: free },
    });
  });

  it('answers the same again, and sets nothing aside a second time', async () => {
    expect(await reserve(250)).toEqual(await reserve(250));
    await fixture.commit(bookingId);
    expect(await reserve(250)).toEqual(discountOf('2.50'));
    expect(await points()).toEqual([250, 0]);
  });

  it('refuses another request for a booking that has one', async () => {
    await reserve(250);
    expect(await reserve(251)).toBe('INVALID_INPUT');
    expect(await fixture.reserve({ bookingId, userId, spendPoints: 250, subtotal: '99.00' })).toBe(
      'INVALID_INPUT',
    );
  });

  it('refuses points that are not there, or set aside for another booking', async () => {
    expect(await reserve(501)).toBe('INSUFFICIENT_POINTS');
    await fixture.reserve({ bookingId: newId<'Booking'>(), userId, spendPoints: 300 });
    expect(await reserve(201)).toBe('INSUFFICIENT_POINTS');
  });

  it('refuses to pay more than half of the booking, and a negative number of points', async () => {
    expect(await fixture.reserve({ bookingId, userId, spendPoints: 301, subtotal: '6.01' })).toBe(
      'TOO_MANY_POINTS',
    );
    expect(await reserve(-1)).toBe('INVALID_INPUT');
  });

  it('refuses points while the buyer is blocked', async () => {
    await fixture.block(userId);
    expect(await reserve(1)).toBe('ACCOUNT_FROZEN');
    await fixture.unblock(userId);
    expect(await reserve(1)).toEqual(discountOf('0.01'));
  });

  it.each(['SPRING', "'; drop table accounts; --", 'nul\0'])('knows no promo code %j', async (promoCode) => {
    expect(await fixture.reserve({ bookingId, userId, promoCode })).toBe('PROMO_CODE_NOT_FOUND');
  });

  it('takes an empty promo code for none', async () => {
    expect(await fixture.reserve({ bookingId, userId, promoCode: ' \u3000' })).toEqual(discountOf('0.00'));
  });

  it('refuses places that do not add up to the subtotal, or are priced in another currency', async () => {
    const reserveAt = async (price: object) =>
      fixture.request<{ reserveDiscount: { userErrors: { code: string; field: string[] }[] } }>(
        'mutation ($input: ReserveDiscountInput!) { reserveDiscount(input: $input) { userErrors { code field } } }',
        {
          input: {
            bookingId,
            userId,
            eventId: newId(),
            subtotal: { amount: '10.00', currencyCode: 'EUR' },
            places: [{ priceZoneId: newId(), price }],
          },
        },
        tickets,
      );
    const refusal = async (price: object) => (await reserveAt(price)).reserveDiscount.userErrors;
    expect(await refusal({ amount: '9.99', currencyCode: 'EUR' })).toEqual([
      { code: 'INVALID_INPUT', field: ['places'] },
    ]);
    expect(await refusal({ amount: '10.00', currencyCode: 'CHF' })).toEqual([
      { code: 'INVALID_INPUT', field: ['places', '0', 'price'] },
    ]);
  });

  it('refuses a booking whose discount was released before it came', async () => {
    expect(await fixture.release(bookingId, userId)).toEqual({ released: true });
    expect(await reserve(100)).toBe('RESERVATION_ENDED');
    expect(await points()).toEqual([500, 0]);
  });

  it('refuses a booking whose discount was reserved and then released', async () => {
    await reserve(100);
    await fixture.release(bookingId, userId);
    expect(await reserve(100)).toBe('RESERVATION_ENDED');
  });

  it('refuses a negative subtotal, and a user who can have no account', async () => {
    expect(await fixture.reserve({ bookingId, userId, subtotal: '-1.00' })).toBe('INVALID_INPUT');
    expect(await fixture.reserve({ bookingId, userId: 'ada' as UserId })).toBe('ACCOUNT_NOT_FOUND');
  });
});

describe('commitDiscount', () => {
  it('spends what was set aside, once, and tells the server', async () => {
    await reserve(250);
    expect(await fixture.commit(bookingId)).toEqual({ committed: true });
    expect(await fixture.commit(bookingId)).toEqual({ committed: true });
    expect(await points()).toEqual([250, 0]);
    const told = await fixture.factsOf(userId, 'PointsSpent');
    expect(told.map((spent) => spent.data)).toEqual([{ userId, bookingId, points: 250, balance: 250 }]);
  });

  it('of a booking without points changes nothing', async () => {
    await reserve(null);
    expect(await fixture.commit(bookingId)).toEqual({ committed: true });
    expect(await fixture.factsOf(userId, 'PointsSpent')).toEqual([]);
  });

  it('is done for somebody who was blocked since: the booking is paid', async () => {
    await reserve(250);
    await fixture.block(userId);
    expect(await fixture.commit(bookingId)).toEqual({ committed: true });
  });

  it('finds nothing that was never reserved, and refuses what was released', async () => {
    expect(await fixture.commit(bookingId)).toBe('RESERVATION_NOT_FOUND');
    await reserve(250);
    await fixture.release(bookingId, userId);
    expect(await fixture.commit(bookingId)).toBe('RESERVATION_RELEASED');
  });
});

describe('releaseDiscount', () => {
  it('puts back what was set aside, once', async () => {
    await reserve(250);
    expect(await fixture.release(bookingId, userId)).toEqual({ released: true });
    expect(await fixture.release(bookingId, userId)).toEqual({ released: true });
    expect(await points()).toEqual([500, 0]);
  });

  it('is refused once the discount is final', async () => {
    await reserve(250);
    await fixture.commit(bookingId);
    expect(await fixture.release(bookingId, userId)).toBe('RESERVATION_COMMITTED');
  });
});

describe('only the tickets subgraph may ask', () => {
  const query = 'mutation ($input: CommitDiscountInput!) { commitDiscount(input: $input) { committed } }';

  it.each([
    ['nobody', () => ({ kind: 'anonymous' }) as const, 'UNAUTHENTICATED'],
    ['the buyer', () => userCaller(userId), 'FORBIDDEN'],
    ['an administrator', () => userCaller(newId(), 'ADMIN'), 'FORBIDDEN'],
    ['another subgraph', () => ({ kind: 'subgraph', subgraph: 'payments' }) as const, 'FORBIDDEN'],
  ])('not %s', async (_who, caller, code) => {
    const { errors } = await fixture.execute(query, { input: { bookingId } }, caller());
    expect(errors?.[0]?.extensions.code).toBe(code);
  });

  it('with ids as the server makes them', async () => {
    const { errors } = await fixture.execute(query, { input: { bookingId: 'seven' } }, tickets);
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});
