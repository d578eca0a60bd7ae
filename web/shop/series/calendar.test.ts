import { describe, expect, it } from '@jest/globals';
import { calendarOf, slotTowards } from './calendar.ts';

const slot = (id: string, startsAt: string) => ({ id, startsAt });

describe('calendarOf', () => {
  it('has only months with slots, in weeks from Monday', () => {
    const months = calendarOf(
      [slot('b', '2027-05-03T18:00:00Z'), slot('a', '2027-03-01T18:00:00Z')],
      'Europe/Berlin',
    );
    expect(months.map(({ month }) => month)).toEqual(['2027-03', '2027-05']);
    const [march, may] = months;
    // 1 March 2027 is a Monday, 1 May a Saturday.
    expect(march?.weeks.map((week) => week.map((day) => day?.number))).toEqual([[1, 2, 3, 4, 5, 6, 7]]);
    expect(may?.weeks.map((week) => week.map((day) => day?.number))).toEqual([[3, 4, 5, 6, 7, 8, 9]]);
  });

  it('keeps the weeks between, and leaves days of other months blank', () => {
    const [may] = calendarOf([slot('a', '2027-05-01T18:00:00Z'), slot('b', '2027-05-31T18:00:00Z')], 'UTC');
    const weeks = may?.weeks.map((week) => week.map((day) => day?.number ?? null)) ?? [];
    expect(weeks.length).toBe(6);
    expect(weeks[0]).toEqual([null, null, null, null, null, 1, 2]);
    expect(weeks[5]).toEqual([31, null, null, null, null, null, null]);
  });

  it('goes by the clock of the hall, not of the reader', () => {
    const late = [slot('late', '2027-03-31T22:30:00Z')];
    expect(calendarOf(late, 'Europe/Berlin').map(({ month }) => month)).toEqual(['2027-04']);
    expect(calendarOf(late, 'America/New_York').map(({ month }) => month)).toEqual(['2027-03']);
  });

  it('puts several slots of a day in order', () => {
    const [month] = calendarOf(
      [slot('20', '2027-03-01T19:00:00Z'), slot('15', '2027-03-01T14:00:00Z')],
      'UTC',
    );
    expect(month?.weeks[0]?.[0]?.slots.map(({ id }) => id)).toEqual(['15', '20']);
  });
});

describe('slotTowards', () => {
  const [march] = calendarOf(
    [
      slot('mon 1', '2027-03-01T18:00:00Z'),
      slot('fri 5', '2027-03-05T18:00:00Z'),
      slot('sat 20', '2027-03-20T14:00:00Z'),
      slot('sat 20 late', '2027-03-20T19:00:00Z'),
      slot('tue 16', '2027-03-16T18:00:00Z'),
    ],
    'UTC',
  );
  const from = (id: string, key: string) => (march ? slotTowards(march, id, key)?.id : 'no month');

  it('goes from slot to slot by right and left', () => {
    expect(from('mon 1', 'ArrowRight')).toBe('fri 5');
    expect(from('sat 20 late', 'ArrowLeft')).toBe('sat 20');
    expect(from('mon 1', 'ArrowLeft')).toBeUndefined();
  });

  it('goes to the nearest weekday of the next week that has slots by down and up', () => {
    expect(from('fri 5', 'ArrowDown')).toBe('sat 20');
    expect(from('mon 1', 'ArrowDown')).toBe('tue 16');
    expect(from('sat 20', 'ArrowUp')).toBe('fri 5');
    expect(from('tue 16', 'ArrowDown')).toBeUndefined();
  });

  it('goes to the ends, and nowhere by another key or from elsewhere', () => {
    expect(from('fri 5', 'Home')).toBe('mon 1');
    expect(from('fri 5', 'End')).toBe('sat 20 late');
    expect(from('fri 5', 'x')).toBeUndefined();
    expect(from('gone', 'Home')).toBeUndefined();
  });
});
