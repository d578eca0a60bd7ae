import { describe, expect, it } from '@jest/globals';
import { instantOf, instantTyped, localOf } from './zoned-time.ts';

describe('times of a hall', () => {
  it.each([
    ['in winter', '2027-01-10T19:30', '2027-01-10T18:30:00.000Z'],
    ['in summer', '2027-07-10T19:30', '2027-07-10T17:30:00.000Z'],
    ['that the clocks skip are as much later', '2027-03-28T02:30', '2027-03-28T01:30:00.000Z'],
    ['that come twice are the first', '2027-10-31T02:30', '2027-10-31T00:30:00.000Z'],
    ['just after the clocks were put forward', '2027-03-28T03:00', '2027-03-28T01:00:00.000Z'],
  ])('%s', (_title, local, instant) => {
    expect(instantOf(local, 'Europe/Vienna')).toBe(instant);
  });

  it('are read back as they were typed', () => {
    for (const zone of ['Europe/Vienna', 'America/St_Johns', 'Pacific/Chatham', 'UTC']) {
      const instant = instantOf('2027-06-01T23:45', zone);
      expect(localOf(instant ?? '', zone)).toBe('2027-06-01T23:45');
    }
  });

  it('stay what they were where nobody typed, though they come twice', () => {
    const second = '2027-10-31T01:30:00.000Z';
    const [vienna, kyiv] = ['Europe/Vienna', 'Europe/Kyiv'];
    const local = localOf(second, vienna);
    expect(instantTyped(local, vienna, { instant: second, zone: vienna })).toBe(second);
    // Moved to a hall with another clock, or typed.
    expect(instantTyped(local, kyiv, { instant: second, zone: vienna })).toBe(instantOf(local, kyiv));
    expect(instantTyped('2027-10-31T03:30', vienna, { instant: second, zone: vienna })).toBe(
      '2027-10-31T02:30:00.000Z',
    );
  });

  it.each(['', '2027-13-01T10:00', 'tomorrow'])('are not made of "%s"', (text) => {
    expect(instantOf(text, 'Europe/Vienna')).toBeNull();
  });
});
