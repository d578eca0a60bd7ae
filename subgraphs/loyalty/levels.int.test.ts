import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId, type UserId } from '@parterre/platform/kernel/ids.ts';
import { expectSoundPoints } from './testing/expect-sound-points.ts';
import { booking } from './testing/facts.ts';
import { type LoyaltyRoom, openLoyaltyRoom } from './testing/loyalty-room.ts';

let room: LoyaltyRoom;
let userId: UserId;
beforeAll(async () => {
  room = await openLoyaltyRoom();
});
beforeEach(() => {
  userId = newId<'User'>();
});
afterEach(() => expectSoundPoints(room.database));
afterAll(() => room.stop());

const level = async () => (await room.account(userId)).level;
const changes = async () =>
  (await room.factsOf(userId, 'LoyaltyLevelChanged')).map(({ data }) => {
    const { previousLevel, level } = data as { previousLevel: string; level: string };
    return `${previousLevel} to ${level}`;
  });

describe('the level', () => {
  it('rises with what is earned, and the house is told of each change once', async () => {
    await room.confirm(booking(userId, 99_900n));
    expect(await level()).toBe('BRONZE');
    await room.confirm(booking(userId, 100n));
    expect(await level()).toBe('SILVER');
    await room.confirm(booking(userId, 1_520_000n));
    expect(await level()).toBe('PLATINUM');
    expect(await changes()).toEqual(['BRONZE to SILVER', 'SILVER to PLATINUM']);
  });

  it('falls when what was earned is taken back, though points were spent meanwhile', async () => {
    const of = await room.confirm(booking(userId, 100_000n));
    const spent = newId<'Booking'>();
    await room.reserve({ bookingId: spent, userId, spendPoints: 900, subtotal: '1000.00' });
    await room.commit(spent);
    expect(await level()).toBe('SILVER');
    await room.refund(of, 0);
    expect(await room.account(userId)).toMatchObject({ level: 'BRONZE', points: 0, owedPoints: 900 });
  });

  it('does not fall when points are spent', async () => {
    await room.confirm(booking(userId, 100_000n));
    const spent = newId<'Booking'>();
    await room.reserve({ bookingId: spent, userId, spendPoints: 1_000, subtotal: '1000.00' });
    await room.commit(spent);
    expect(await level()).toBe('SILVER');
  });

  it('counts the points of 365 days, and falls by itself as they age; the points stay', async () => {
    await room.confirm(booking(userId, 60_000n));
    room.passDays(200);
    await room.confirm(booking(userId, 40_000n));
    room.passDays(164);
    await room.runJobs();
    expect(await level()).toBe('SILVER');
    room.passDays(1);
    await room.runJobs();
    expect(await room.account(userId)).toMatchObject({ level: 'BRONZE', points: 1_000 });
    expect(await changes()).toEqual(['BRONZE to SILVER', 'SILVER to BRONZE']);
  });

  it('is looked at by many replicas at once, and changes once', async () => {
    const users = await Promise.all(Array.from({ length: 60 }, () => room.userWith(1_000)));
    room.passDays(365);
    await Promise.all([room.runJobs(), room.runJobs(), room.runJobs()]);
    await room.runJobs();
    for (const user of users) {
      expect(await room.factsOf(user.userId, 'LoyaltyLevelChanged')).toHaveLength(2);
    }
  });
});
