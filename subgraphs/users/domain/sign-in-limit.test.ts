import { describe, expect, it } from '@jest/globals';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { isOverLimit, signInKey, windowStart } from './sign-in-limit.ts';

const ada = { id: newId<'User'>() };

describe('failed sign-ins', () => {
  it('count for the account, whichever of its names was used', () => {
    expect(signInKey('ada', ada)).toBe(signInKey('ada@example.org', ada));
  });

  it('count for an unknown login in any case, without keeping what was typed', () => {
    expect(signInKey(' Nobody@Example.org', null)).toBe(signInKey('nobody@example.org', null));
    expect(signInKey('nobody@example.org', null)).not.toBe(signInKey('nobody@example.com', null));
    expect(signInKey('nobody@example.org', null)).not.toContain('nobody');
  });

  it('are ten at most', () => {
    expect([9, 10, 11].map(isOverLimit)).toEqual([false, true, true]);
  });

  it('are forgotten after 15 minutes', () => {
    expect(windowStart(new Date('2027-03-01T18:30:00Z'))).toEqual(new Date('2027-03-01T18:15:00Z'));
  });
});
