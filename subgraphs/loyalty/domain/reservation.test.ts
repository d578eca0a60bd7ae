import { describe, expect, it } from '@jest/globals';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { money } from '@parterre/platform/kernel/money.ts';
import { type Account, emptyAccount } from './account.ts';
import { type DiscountWish, refusePoints } from './reservation.ts';

const account = (change: Partial<Account>): Account => ({ ...emptyAccount(newId()), ...change });
const wish = (points: number, subtotalMinor = 10_000n): DiscountWish => ({
  points,
  subtotal: money(subtotalMinor, 'EUR'),
  promoCode: null,
});

describe('points', () => {
  it('pay up to half of a booking, rounded down', () => {
    const rich = account({ points: 100_000 });
    expect(refusePoints(rich, wish(5_000))).toBeNull();
    expect(refusePoints(rich, wish(5_001))).toMatchObject({ code: 'TOO_MANY_POINTS' });
    expect(refusePoints(rich, wish(50, 101n))).toBeNull();
    expect(refusePoints(rich, wish(51, 101n))).toMatchObject({ code: 'TOO_MANY_POINTS' });
  });

  it('pay only once: what is set aside is not there', () => {
    const some = account({ points: 100, reserved: 60 });
    expect(refusePoints(some, wish(40))).toBeNull();
    expect(refusePoints(some, wish(41))).toMatchObject({ code: 'INSUFFICIENT_POINTS' });
  });

  it('pay nothing while the account is frozen, which hinders no booking without them', () => {
    const frozen = account({ points: 100, isFrozen: true });
    expect(refusePoints(frozen, wish(1))).toMatchObject({ code: 'ACCOUNT_FROZEN' });
    expect(refusePoints(frozen, wish(0))).toBeNull();
  });

  it('are no negative number', () => {
    expect(refusePoints(account({ points: 100 }), wish(-1))).toMatchObject({ code: 'INVALID_INPUT' });
  });
});
