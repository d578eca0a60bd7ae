import { describe, expect, it } from '@jest/globals';
import { readBookingSearch } from './booking-search.ts';

const id = '0192f0c4-7a2e-7c3a-9d61-0a8f3f0e5bff';

describe('a search for bookings', () => {
  it('takes a whole identifier, with hyphens or without, in whatever case', () => {
    const only = { ids: { from: id, to: id }, code: null };
    for (const text of [id, id.replaceAll('-', ''), id.toUpperCase(), ` ${id} `]) {
      expect(readBookingSearch(text)).toEqual(only);
    }
  });

  it('takes the first eight characters of one, and more', () => {
    expect(readBookingSearch('0192F0C4')).toEqual({
      ids: { from: '0192f0c4-0000-0000-0000-000000000000', to: '0192f0c4-ffff-ffff-ffff-ffffffffffff' },
      code: null,
    });
    expect(readBookingSearch('0192f0c4-7a2').ids).toEqual({
      from: '0192f0c4-7a20-0000-0000-000000000000',
      to: '0192f0c4-7a2f-ffff-ffff-ffffffffffff',
    });
  });

  it('takes a code as it stands', () => {
    expect(readBookingSearch(' eyJrIjoi.c2ln ')).toEqual({ ids: null, code: 'eyJrIjoi.c2ln' });
  });

  it.each(['', '0192f0c', 'ada', `${id}0`, '--------', 'ada@example'])('names nothing by "%s"', (text) => {
    expect(readBookingSearch(text)).toEqual({ ids: null, code: null });
  });
});
