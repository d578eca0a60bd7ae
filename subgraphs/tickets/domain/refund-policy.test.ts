import { describe, expect, it } from '@jest/globals';
import { money } from '@parterre/contracts/kernel/money.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { asBooked, refundOf, refundPercent, refundPercentOf, shareHoldsUntil } from './refund-policy.ts';

const startsAt = new Date('2030-06-01T20:00:00.000Z');
const hoursBefore = (hours: number) => new Date(startsAt.getTime() - hours * 3_600_000);
const tiers = [
  { hoursBefore: 24, percent: 50 },
  { hoursBefore: 72, percent: 100 },
  { hoursBefore: 2, percent: 10 },
];

describe('the refund policy', () => {
  it.each([
    [100, 100],
    [72, 100],
    [71.99, 50],
    [24, 50],
    [23, 10],
    [2, 10],
  ])('%s hours before the start pays %s percent', (hours, percent) => {
    expect(refundPercent(tiers, startsAt, hoursBefore(hours))).toBe(percent);
  });

  it.each([
    [100, 72],
    [72, 72],
    [71.99, 24],
    [24, 24],
    [23, 2],
  ])('%s hours before the start pays the same until %s hours before it', (hours, until) => {
    const booked = { startsAt, hallId: null, refundTiers: tiers };
    const now = hoursBefore(hours);
    expect(shareHoldsUntil(booked, asBooked, now)).toEqual(hoursBefore(until));
    expect(
      shareHoldsUntil({ startsAt, hallId: null, refundTiers: [] }, { ...asBooked, startsAt }, now),
    ).toEqual(startsAt);
    const moved = { ...asBooked, startsAt: hoursBefore(-48) };
    expect(shareHoldsUntil(booked, moved, now)).toEqual(moved.startsAt);
    expect(shareHoldsUntil(booked, { ...moved, refundUntil: hoursBefore(20) }, now)).toEqual(hoursBefore(20));
    expect(shareHoldsUntil(booked, { ...asBooked, isCancelled: true }, now)).toBeNull();
  });

  it('holds to the policy of the new start once a moved event gives everything back no more', () => {
    const event = { ...asBooked, startsAt: hoursBefore(-48), refundUntil: hoursBefore(30) };
    // 25 hours before the old start are 73 before the new one.
    const until = shareHoldsUntil({ startsAt, hallId: null, refundTiers: tiers }, event, hoursBefore(25));
    expect(until).toEqual(hoursBefore(24));
  });

  it('pays nothing when no tier is satisfied any more', () => {
    expect(refundPercent(tiers, startsAt, hoursBefore(1.99))).toMatchObject({ code: 'REFUND_NOT_ALLOWED' });
  });

  it('pays nothing after the start', () => {
    expect(refundPercent(tiers, startsAt, hoursBefore(-1))).toMatchObject({ code: 'REFUND_NOT_ALLOWED' });
  });

  it('pays after the start where a tier says so', () => {
    const generous = [...tiers, { hoursBefore: -3, percent: 5 }];
    expect(refundPercent(generous, startsAt, hoursBefore(-3))).toBe(5);
    expect(refundPercent(generous, startsAt, hoursBefore(-3.01))).toMatchObject({ rejected: true });
  });

  it('refuses where the tier that counts pays zero percent', () => {
    const stingy = [
      { hoursBefore: 48, percent: 100 },
      { hoursBefore: 0, percent: 0 },
    ];
    expect(refundPercent(stingy, startsAt, hoursBefore(47))).toMatchObject({ code: 'REFUND_NOT_ALLOWED' });
  });

  it('pays everything until the start when the event has no tiers', () => {
    expect(refundPercent([], startsAt, hoursBefore(0))).toBe(100);
    expect(refundPercent([], startsAt, hoursBefore(-0.001))).toMatchObject({ rejected: true });
  });

  it('rounds a share half away from zero, to the cent', () => {
    expect(refundOf(money(1_001n, 'EUR'), 50)).toEqual(money(501n, 'EUR'));
    expect(refundOf(money(999n, 'EUR'), 33)).toEqual(money(330n, 'EUR'));
    // 10.01 × 33 % is 3.3033: below a half, so down.
    expect(refundOf(money(1_001n, 'EUR'), 33)).toEqual(money(330n, 'EUR'));
    expect(refundOf(money(1n, 'EUR'), 49)).toEqual(money(0n, 'EUR'));
    expect(refundOf(money(0n, 'EUR'), 100)).toEqual(money(0n, 'EUR'));
  });
});

describe('the refund of a booking whose event was moved', () => {
  const booked = { startsAt, hallId: null, refundTiers: [{ hoursBefore: 24, percent: 50 }] };
  const later = new Date(startsAt.getTime() + 240 * 3_600_000);
  const earlier = new Date(startsAt.getTime() - 240 * 3_600_000);

  it.each([
    ['is all of it until the new start', later, hoursBefore(-239), 100],
    ['is all of it too when it was moved to an earlier time', earlier, hoursBefore(241), 100],
    ['goes by the policy when it was moved back', startsAt, hoursBefore(25), 50],
    ['goes by the booking where nothing is known of the event', null, hoursBefore(25), 50],
  ])('%s', (_what, start, now, percent) => {
    expect(refundPercentOf(booked, { ...asBooked, startsAt: start }, now)).toBe(percent);
  });

  it.each([
    ['after the new start, although the old one is yet to come', earlier, hoursBefore(239)],
    ['after the new start', later, hoursBefore(-241)],
  ])('is nothing %s', (_what, start, now) => {
    expect(refundPercentOf(booked, { ...asBooked, startsAt: start }, now)).toMatchObject({
      code: 'REFUND_NOT_ALLOWED',
    });
  });
});

describe('the refund of a booking whose event was moved with a term', () => {
  const booked = { startsAt, hallId: null, refundTiers: [{ hoursBefore: 24, percent: 50 }] };
  const moved = {
    ...asBooked,
    startsAt: new Date(startsAt.getTime() + 240 * 3_600_000),
    refundUntil: hoursBefore(10),
  };

  it.each([
    ['is all of it before', moved, hoursBefore(10.01), 100],
    ['goes by the policy and the new start from then on', moved, hoursBefore(10), 50],
    ['goes by the policy where the new time was booked', { ...moved, startsAt }, hoursBefore(25), 50],
  ])('%s', (_what, event, now, percent) => {
    expect(refundPercentOf(booked, event, now)).toBe(percent);
  });
});

describe('the refund of a booking whose event was moved into another hall', () => {
  const [great, small] = [newId<'Hall'>(), newId<'Hall'>()];
  const booked = { startsAt, hallId: great, refundTiers: [{ hoursBefore: 24, percent: 50 }] };
  const inSmall = { ...asBooked, startsAt, hallId: small, firstHallId: great };
  const inGreat = { ...inSmall, hallId: great };
  const forgotten = { ...booked, hallId: null };

  it.each([
    ['is all of it until it begins, at the same time', booked, inSmall, hoursBefore(0.01), 100],
    [
      'is all of it until the organizer said',
      booked,
      { ...inSmall, refundUntil: hoursBefore(30) },
      hoursBefore(25),
      50,
    ],
    ['goes by the policy when it is back', booked, inGreat, hoursBefore(25), 50],
    [
      'is all of it when it is back at another time',
      booked,
      { ...inGreat, startsAt: hoursBefore(-9) },
      hoursBefore(25),
      100,
    ],
    [
      'goes by the policy where the other hall was booked',
      { ...booked, hallId: small },
      inSmall,
      hoursBefore(25),
      50,
    ],
    [
      'is all of it where the hall was not remembered, and so the first',
      forgotten,
      inSmall,
      hoursBefore(25),
      100,
    ],
    ['goes by the policy there when it is back', forgotten, inGreat, hoursBefore(25), 50],
    ['goes by the policy while no hall was heard of', booked, asBooked, hoursBefore(25), 50],
  ])('%s', (_what, booking, event, now, percent) => {
    expect(refundPercentOf(booking, event, now)).toBe(percent);
  });

  it('holds until it begins, or until the organizer said', () => {
    expect(shareHoldsUntil(booked, inSmall, hoursBefore(25))).toEqual(startsAt);
    const until = hoursBefore(20);
    expect(shareHoldsUntil(booked, { ...inSmall, refundUntil: until }, hoursBefore(25))).toEqual(until);
    expect(shareHoldsUntil(booked, inGreat, hoursBefore(25))).toEqual(hoursBefore(24));
  });
});

describe('the refund of a booking whose event was cancelled', () => {
  it.each([
    ['long before it would have begun', hoursBefore(240)],
    ['when no tier is satisfied any more', hoursBefore(0)],
    ['after it would have begun', hoursBefore(-240)],
  ])('is all of it %s', (_what, now) => {
    const booked = { startsAt, hallId: null, refundTiers: [{ hoursBefore: 24, percent: 50 }] };
    expect(refundPercentOf(booked, { ...asBooked, isCancelled: true }, now)).toBe(100);
  });
});
