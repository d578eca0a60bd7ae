import { describe, expect, it } from '@jest/globals';
import { salesFileName } from './sales-file.ts';

const event = {
  title: 'Чайка: «Ночь»',
  startsAt: '2026-12-31T23:30:00Z',
  venue: { timeZone: 'Europe/Vienna' },
};

describe('the file of an event’s sales', () => {
  it('is named by the title and by the day of the hall', () => {
    expect(salesFileName(event)).toBe('Чайка-Ночь-2027-01-01.csv');
    expect(salesFileName({ ...event, venue: { timeZone: 'America/New_York' } })).toBe(
      'Чайка-Ночь-2026-12-31.csv',
    );
  });

  it('has a name also where the title has no letter', () => {
    expect(salesFileName({ ...event, title: '???' })).toBe('event-2027-01-01.csv');
  });
});
