import { describe, expect, it } from '@jest/globals';
import { ServerClock } from './server-clock.ts';

const noon = Date.parse('2027-03-01T12:00:00Z');
const header = (ms: number) => new Date(ms).toUTCString();

describe('ServerClock', () => {
  it('takes clocks for one as long as nothing is known, or they agree within the second', () => {
    const clock = new ServerClock();
    expect(clock.offsetMs()).toBe(0);
    clock.note(header(noon), noon + 200, noon + 300);
    expect(clock.offsetMs()).toBe(0);
  });

  it('learns that this device is five minutes late, better with each answer', () => {
    const clock = new ServerClock();
    const late = noon - 300_000;
    clock.note(header(noon), late + 100, late + 900);
    expect(Math.abs(clock.offsetMs() - 300_000)).toBeLessThanOrEqual(900);
    clock.note(header(noon + 5_000), late + 5_990, late + 5_995);
    expect(Math.abs(clock.offsetMs() - 300_000)).toBeLessThanOrEqual(500);
  });

  it('begins anew when a clock was set, and says so', () => {
    const clock = new ServerClock();
    const heard: number[] = [];
    clock.onChange(() => heard.push(clock.offsetMs()));
    clock.note(header(noon), noon - 60_000, noon - 59_990);
    clock.note(header(noon), noon + 60_000, noon + 60_010);
    expect(heard.map((offset) => Math.sign(offset))).toEqual([1, -1]);
  });

  it('leaves an answer without a date aside', () => {
    const clock = new ServerClock();
    clock.note(null, noon, noon);
    clock.note('yesterday', noon, noon);
    expect(clock.offsetMs()).toBe(0);
  });
});
