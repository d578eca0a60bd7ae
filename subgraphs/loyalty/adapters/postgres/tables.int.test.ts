import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { type LoyaltyFixture, openLoyaltyFixture } from '../../testing/fixture.ts';

/** What no program gets past the database. Each is tried behind the application's back. */
let fixture: LoyaltyFixture;
let userId: UserId;
beforeAll(async () => {
  fixture = await openLoyaltyFixture();
  userId = (await fixture.userWith(100)).userId;
});
afterAll(() => fixture.stop());

describe('operations are only ever added', () => {
  it.each([
    'update operations set points = points + 1',
    'delete from operations',
    'truncate operations',
    'delete from operations where false',
  ])('so the database refuses: %s', async (statement) => {
    await expect(fixture.database.sql(statement)).rejects.toThrow('operations are only ever added');
  });
});

describe('the database refuses', () => {
  const change = (columns: string) =>
    fixture.database.sql(`update accounts set ${columns} where user_id = $1`, [userId]);

  it('points below zero', async () => {
    await expect(change('points = -1')).rejects.toThrow('points_never_below_zero');
  });

  it('more points set aside than there are', async () => {
    await expect(change('reserved_points = 101')).rejects.toThrow('reserved_points_are_there');
  });

  it('more points taken back from a booking than it earned', async () => {
    const update = fixture.database.sql('update earnings set taken_back = points + 1 where user_id = $1', [
      userId,
    ]);
    await expect(update).rejects.toThrow('taken_back_at_most_what_was_earned');
  });

  it('more points returned for a booking than were spent on it', async () => {
    const bookingId = newId<'Booking'>();
    await fixture.reserve({ bookingId, userId, spendPoints: 10 });
    await fixture.commit(bookingId);
    const update = fixture.database.sql(
      'update reservations set returned_points = 11 where booking_id = $1',
      [bookingId],
    );
    await expect(update).rejects.toThrow('returned_at_most_what_was_spent');
  });

  it('an operation that says the opposite of its kind', async () => {
    const insert = fixture.database.sql(
      `insert into operations (id, user_id, kind, points, booking_id, created_at)
       values ($1, $2, 'SPENT', 5, $3, now())`,
      [newId(), userId, newId()],
    );
    await expect(insert).rejects.toThrow('operations_check');
  });
});
