import { expect, it } from '@jest/globals';
import { calendarEntry } from './calendar-entry.ts';

const event = {
  id: 'e1',
  title: 'Hamlet; or, the Prince\nof Denmark',
  startsAt: '2027-03-01T18:30:00.000Z',
  endsAt: '2027-03-01T21:00:00.000Z',
  venue: { name: 'Театр на набережной, большой зал у самой воды', address: 'Quay 1', city: 'Riga' },
};

it('says when and where in the words of RFC 5545', () => {
  const text = calendarEntry(event, new Date('2027-01-01T00:00:00Z'));
  expect(text).toContain(
    'DTSTAMP:20270101T000000Z\r\nDTSTART:20270301T183000Z\r\nDTEND:20270301T210000Z\r\n',
  );
  expect(text).toContain('SUMMARY:Hamlet\\; or\\, the Prince\\nof Denmark\r\n');
});

it('folds lines at 75 octets, and no character in two', () => {
  const text = calendarEntry(event, new Date('2027-01-01T00:00:00Z'));
  for (const line of text.split('\r\n'))
    expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  expect(text.replaceAll('\r\n ', '')).toContain('большой зал у самой воды');
});
