import { describe, expect, it } from '@jest/globals';
import { groupBookings } from './booking-groups.ts';

const now = '2027-03-10T12:00:00.000Z';

function booking(id: string, status: string, day: string, expiresAt = '2027-03-10T12:05:00.000Z') {
  return {
    id,
    status,
    createdAt: '2027-01-01T00:00:00.000Z',
    expiresAt,
    event: { startsAt: `${day}T19:00:00.000Z`, endsAt: `${day}T22:00:00.000Z` },
  };
}

const ids = (bookings: readonly { id: string }[]) => bookings.map(({ id }) => id);

describe('groupBookings', () => {
  it('puts what has to be paid first, then what comes by date, then what is over', () => {
    const groups = groupBookings(
      [
        booking('late', 'CONFIRMED', '2027-06-01'),
        booking('over', 'CONFIRMED', '2027-03-01'),
        booking('held', 'AWAITING_PAYMENT', '2027-05-01'),
        booking('soon', 'PARTIALLY_REFUNDED', '2027-03-11'),
        booking('back', 'REFUNDED', '2027-06-02'),
        booking('unpaid', 'EXPIRED', '2027-02-01'),
      ],
      now,
    );
    expect(ids(groups.open)).toEqual(['held']);
    expect(ids(groups.coming)).toEqual(['soon', 'late']);
    expect(ids(groups.past)).toEqual(['back', 'over', 'unpaid']);
  });

  it('keeps tonight among what comes until the end of the event', () => {
    const tonight = booking('tonight', 'CONFIRMED', '2027-03-10');
    expect(ids(groupBookings([tonight], '2027-03-10T21:59:00.000Z').coming)).toEqual(['tonight']);
    expect(ids(groupBookings([tonight], '2027-03-10T22:01:00.000Z').past)).toEqual(['tonight']);
  });

  it('shows a paid booking whose event does not answer among what comes', () => {
    const lost = { id: 'lost', status: 'CONFIRMED', createdAt: now, expiresAt: now, event: null };
    expect(ids(groupBookings([lost], now).coming)).toEqual(['lost']);
  });

  it('counts a hold whose time is over among what is over, whatever the server says yet', () => {
    const over = booking('over', 'AWAITING_PAYMENT', '2027-05-01', now);
    expect(ids(groupBookings([over], now).past)).toEqual(['over']);
  });

  it('names the hold that ends first before the others', () => {
    const earlier = booking('earlier', 'AWAITING_PAYMENT', '2027-05-01', '2027-03-10T12:01:00.000Z');
    const later = booking('later', 'AWAITING_PAYMENT', '2027-04-01', '2027-03-10T12:09:00.000Z');
    expect(ids(groupBookings([later, earlier], now).open)).toEqual(['earlier', 'later']);
  });
});
