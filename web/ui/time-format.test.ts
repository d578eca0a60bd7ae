import { describe, expect, it } from '@jest/globals';
import { formatFully, formatRelative, formatRemaining, formatTime } from './time-format.ts';

const AT = '2026-11-27T18:30:00Z';
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('formatTime', () => {
  it('shows what the clocks of the hall show', () => {
    expect(plain(formatTime(AT, 'en', 'time', 'Europe/Vienna', 'Europe/Vienna'))).toBe('7:30 PM');
    expect(formatTime(AT, 'ru', 'time', 'Europe/Moscow', 'Europe/Moscow')).toBe('21:30');
    expect(formatTime('2026-11-27T23:30:00Z', 'en', 'date', 'Asia/Tokyo')).toBe('November 28, 2026');
    expect(formatTime(AT, 'en', 'weekday', 'Europe/Vienna')).toBe('Friday, November 27');
    expect(plain(formatTime(AT, 'en', 'dateTime', 'Europe/Vienna', 'Europe/Berlin'))).toBe(
      'Fri, November 27, 2026 at 7:30 PM',
    );
  });

  it('leaves the year of now out where room is short', () => {
    const short = (now: string) =>
      plain(formatTime(AT, 'en', 'short', 'Europe/Vienna', 'Europe/Vienna', new Date(now)));
    expect(short('2026-02-01T00:00:00Z')).toBe('Fri, Nov 27, 7:30 PM');
    expect(short('2025-12-01T00:00:00Z')).toBe('Fri, November 27, 2026 at 7:30 PM');
  });

  it.each([
    ['2026-12-31T20:00:00Z', 'Thu, Dec 31, 2:00 PM'],
    ['2027-01-01T03:00:00Z', 'Thu, Dec 31, 9:00 PM'],
    ['2027-01-01T07:00:00Z', 'Fri, January 1, 2027 at 1:00 AM'],
  ])('knows the year by the calendar of the hall: %s', (at, shown) => {
    const now = new Date('2026-12-31T12:00:00Z');
    expect(plain(formatTime(at, 'en', 'short', 'America/Chicago', 'America/Chicago', now))).toBe(shown);
  });

  it('names the zone of a time of day where the reader has another clock', () => {
    expect(plain(formatTime(AT, 'en', 'time', 'America/New_York', 'Europe/Vienna'))).toBe('1:30 PM EST');
    expect(formatTime(AT, 'en', 'date', 'America/New_York', 'Europe/Vienna')).toBe('November 27, 2026');
  });

  it('knows summer time on both sides', () => {
    const between = '2026-03-20T12:00:00Z';
    expect(formatTime(between, 'en', 'time', 'America/New_York', 'America/Bogota')).toContain('EDT');
    expect(
      formatTime('2026-02-20T12:00:00Z', 'en', 'time', 'America/New_York', 'America/Bogota'),
    ).not.toContain('E');
  });
});

it('says all of it for who wants to know exactly', () => {
  expect(plain(formatFully(AT, 'en', 'UTC'))).toBe('Friday, November 27, 2026 at 6:30:00 PM UTC');
});

describe('formatRelative', () => {
  const now = Date.parse(AT);
  const away = (seconds: number) => new Date(now + seconds * 1_000).toISOString();

  it.each([
    [0, 'now'],
    [-59, 'now'],
    [59, 'now'],
    [-60, '1 minute ago'],
    [-3_599, '59 minutes ago'],
    [7_200, 'in 2 hours'],
    [-86_400, 'yesterday'],
    [3 * 86_400, 'in 3 days'],
    [-14 * 86_400, '2 weeks ago'],
    [70 * 86_400, 'in 2 months'],
    [-800 * 86_400, '2 years ago'],
  ])('calls %d seconds away %j', (seconds, text) => {
    expect(formatRelative(away(seconds), 'en', now)).toBe(text);
  });

  it('has the plural forms of the language', () => {
    expect(formatRelative(away(-180), 'ru', now)).toBe('3 минуты назад');
    expect(formatRelative(away(-300), 'ru', now)).toBe('5 минут назад');
  });
});

describe('formatRemaining', () => {
  it.each([
    [521_000, '8:41'],
    [520_001, '8:41'],
    [60_000, '1:00'],
    [999, '0:01'],
    [0, '0:00'],
    [-5_000, '0:00'],
    [3_600_000, '1:00:00'],
    [3_723_000, '1:02:03'],
  ])('shows %d ms as %s', (ms, text) => {
    expect(formatRemaining(ms)).toBe(text);
  });
});
