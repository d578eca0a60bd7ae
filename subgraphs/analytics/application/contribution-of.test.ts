import { expect, it } from '@jest/globals';
import { Show } from '../testing/show.ts';
import { contributionOf } from './contribution-of.ts';

const show = new Show({ artists: [] });

it('counts what was paid, in the hour in which it happened', () => {
  const { fact } = show.booked(3, '2027-02-01T10:59:59.999Z', 2_250n);
  expect(contributionOf(fact)).toEqual({
    kind: 'sales',
    eventId: show.eventId,
    hour: new Date('2027-02-01T10:00:00Z'),
    sold: 3,
    refunded: 0,
    revenue: 6_750n,
    currency: 'EUR',
  });
});

it('takes back what was refunded, which may be less than was paid', () => {
  const refunded = show.booked(3, '2027-02-01T10:00:00Z', 2_000n).refund(2, '2027-02-02T11:30:00Z', 50);
  expect(contributionOf(refunded)).toMatchObject({ sold: 0, refunded: 2, revenue: -2_000n });
});

it('takes seats and standing places together for the capacity', () => {
  expect(contributionOf(show.published())).toMatchObject({ kind: 'event', capacity: 40 });
});

it('trips over a fact that it does not count, and over a malformed one', () => {
  expect(() => contributionOf({ ...show.published(), type: 'SeatsHeld' })).toThrow('got SeatsHeld');
  expect(() => contributionOf({ ...show.published(), data: {} })).toThrow();
});
