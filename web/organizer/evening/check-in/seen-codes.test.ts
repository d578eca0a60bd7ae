import { describe, expect, it } from '@jest/globals';
import { SeenCodes } from './seen-codes.ts';

function given() {
  const codes = new SeenCodes();
  const taken: string[] = [];
  const door = { isBusy: false };
  const see = (code: string, now: number) =>
    codes.see(code, now, (offered) => {
      if (!door.isBusy) taken.push(offered);
      return !door.isBusy;
    });
  return { see, taken, door };
}

describe('codes before a camera', () => {
  it('are one scan as long as they stay, and another when they come back', () => {
    const { see, taken } = given();
    for (const now of [0, 2_000, 4_000, 6_000]) see('a', now);
    expect(taken).toEqual(['a']);
    see('a', 9_000);
    expect(taken).toEqual(['a', 'a']);
  });

  it('that came while the door was busy are taken as soon as it is not', () => {
    const { see, taken, door } = given();
    see('a', 0);
    door.isBusy = true;
    see('b', 100);
    see('b', 200);
    door.isBusy = false;
    see('b', 300);
    see('b', 400);
    expect(taken).toEqual(['a', 'b']);
  });
});
