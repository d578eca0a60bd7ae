import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { expectSoundPoints } from './testing/expect-sound-points.ts';
import { booking } from './testing/facts.ts';
import { type LoyaltyFixture, openLoyaltyFixture } from './testing/fixture.ts';

let fixture: LoyaltyFixture;
let userId: UserId;
beforeAll(async () => {
  fixture = await openLoyaltyFixture();
});
beforeEach(() => {
  userId = newId<'User'>();
});
afterEach(() => expectSoundPoints(fixture.database));
afterAll(() => fixture.stop());

const level = async () => (await fixture.account(userId)).level;
const changes = async () =>
  (await fixture.factsOf(userId, 'LoyaltyLevelChanged')).map(({ data }) => {
    const { previousLevel, level } = data as { previousLevel: string; level: string };
    return `${previousLevel} to ${level}`;
  });

describe('the level', () => {
  it('rises with what is earned, and each change is published once', async () => {
    await fixture.confirm(booking(userId, 99_900n));
    expect(await level()).toBe('BRONZE');
    await fixture.confirm(booking(userId, 100n));
    expect(await level()).toBe('SILVER');
    await fixture.confirm(booking(userId, 1_520_000n));
    expect(await level()).toBe('PLATINUM');
    expect(await changes()).toEqual(['BRONZE to SILVER', 'SILVER to PLATINUM']);
  });

  it('falls when what was earned is taken back, though points were spent meanwhile', async () => {
    const of = await fixture.confirm(booking(userId, 100_000n));
    const spent = newId<'Booking'>();
    await fixture.reserve({ bookingId: spent, userId, spendPoints: 900, subtotal: '1000.00' });
    await fixture.commit(spent);
    expect(await level()).toBe('SILVER');
    await fixture.refund(of, 0);
    expect(await fixture.account(userId)).toMatchObject({ level: 'BRONZE', points: 0, owedPoints: 900 });
  });

  it('does not fall when points are spent', async () => {
    await fixture.confirm(booking(userId, 100_000n));
    const spent = newId<'Booking'>();
    await fixture.reserve({ bookingId: spent, userId, spendPoints: 1_000, subtotal: '1000.00' });
    await fixture.commit(spent);
    expect(await level()).toBe('SILVER');
  });

  it('counts the points of 365 days, and falls by itself as they age; the points stay', async () => {
    await fixture.confirm(booking(userId, 60_000n));
    fixture.passDays(200);
    await fixture.confirm(booking(userId, 40_000n));
    fixture.passDays(164);
    await fixture.runJobs();
    expect(await level()).toBe('SILVER');
    fixture.passDays(1);
    await fixture.runJobs();
    expect(await fixture.account(userId)).toMatchObject({ level: 'BRONZE', points: 1_000 });
    expect(await changes()).toEqual(['BRONZE to SILVER', 'SILVER to BRONZE']);
  });

  it('is looked at by many replicas at once, and changes once', async () => {
    const users = await Promise.all(Array.from({ length: 60 }, () => fixture.userWith(1_000)));
    fixture.passDays(365);
    await Promise.all([fixture.runJobs(), fixture.runJobs(), fixture.runJobs()]);
    await fixture.runJobs();
    for (const user of users) {
      expect(await fixture.factsOf(user.userId, 'LoyaltyLevelChanged')).toHaveLength(2);
    }
  });
});
