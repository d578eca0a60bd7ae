import { describe, expect, it } from '@jest/globals';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { type LoginRecord, loginKey, waitBeforeLogin } from './login-limit.ts';

const ada = { id: newId<'User'>() };
const now = new Date('2027-03-01T18:30:00Z');
const wait = (record: Partial<LoginRecord>) =>
  waitBeforeLogin(
    { failedFromHere: 0, failedInAll: 0, lastFailureAt: now, isKnownAddress: false, ...record },
    now,
  );

describe('failed logins', () => {
  it('count for the account, whichever of its names was used', () => {
    expect(loginKey('ada', ada)).toBe(loginKey('ada@example.org', ada));
  });

  it('count for an unknown login in any case, without keeping what was typed', () => {
    expect(loginKey(' Nobody@Example.org', null)).toBe(loginKey('nobody@example.org', null));
    expect(loginKey('nobody@example.org', null)).not.toBe(loginKey('nobody@example.com', null));
    expect(loginKey('nobody@example.org', null)).not.toContain('nobody');
  });

  it('are ten at most from one address, also from a known one', () => {
    expect(wait({ failedFromHere: 9, failedInAll: 9 })).toBe(0);
    expect(wait({ failedFromHere: 10, failedInAll: 10 })).toBe(15 * 60_000);
    expect(wait({ failedFromHere: 10, failedInAll: 10, isKnownAddress: true })).toBe(15 * 60_000);
  });

  it('from many addresses make unknown ones wait, ever longer, up to a minute', () => {
    const waits = [49, 50, 51, 52, 55, 56, 1_000].map((failedInAll) => wait({ failedInAll }) / 1000);
    expect(waits).toEqual([0, 1, 2, 4, 32, 60, 60]);
  });

  it('make nobody wait longer than the pause since the last of them', () => {
    const secondsAgo = (seconds: number) => new Date(now.getTime() - seconds * 1000);
    expect(wait({ failedInAll: 60, lastFailureAt: secondsAgo(59) })).toBe(1_000);
    expect(wait({ failedInAll: 60, lastFailureAt: secondsAgo(60) })).toBe(0);
  });

  it('from many addresses do not hinder one from which somebody has signed in before', () => {
    expect(wait({ failedInAll: 1_000, isKnownAddress: true })).toBe(0);
  });
});
