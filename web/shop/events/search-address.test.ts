import { describe, expect, it } from '@jest/globals';
import { filterOf, searchOf } from './search-address.ts';

const now = '2027-03-01T12:00:00.000Z';
const read = (address: string) => searchOf(new URLSearchParams(address));

describe('what is searched for', () => {
  it('stands in the address', () => {
    expect(read('q=+Mozart+&city=Wien&from=2027-03-05&to=2027-03-07&free=1')).toEqual({
      q: 'Mozart',
      city: 'Wien',
      from: '2027-03-05',
      to: '2027-03-07',
      artist: '',
      free: true,
    });
  });

  it('leaves out what is no day', () => {
    expect(read('from=tomorrow&to=2027-3-7')).toMatchObject({ from: '', to: '' });
  });

  it('asks for events on sale that are still to come', () => {
    expect(filterOf(read(''), now)).toEqual({ status: 'ON_SALE', startsFrom: now });
    expect(filterOf(read('from=2020-01-01'), now)).toEqual({ status: 'ON_SALE', startsFrom: now });
  });

  it('takes in both days', () => {
    const { startsFrom, startsBefore } = filterOf(read('from=2027-03-05&to=2027-03-05'), now);
    expect(startsFrom).toBe(new Date(2027, 2, 5).toISOString());
    expect(startsBefore).toBe(new Date(2027, 2, 6).toISOString());
  });
});
