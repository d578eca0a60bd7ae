import { describe, expect, it } from '@jest/globals';
import { readBookingSearch } from './booking-search.ts';

const id = '0192f0c4-7a2e-7c3a-9d61-0a8f3f0e5bff';

describe('a search for bookings', () => {
  it('takes a whole identifier, with hyphens or without, in whatever case', () => {
    const only = { ids: { from: id, to: id }, code: null, nickname: null };
    for (const text of [id, id.replaceAll('-', ''), id.toUpperCase(), ` ${id} `]) {
      expect(readBookingSearch(text)).toEqual(only);
    }
  });

  it('takes the first eight characters of one, and more', () => {
    expect(readBookingSearch('0192F0C4')).toEqual({
      ids: { from: '0192f0c4-0000-0000-0000-000000000000', to: '0192f0c4-ffff-ffff-ffff-ffffffffffff' },
      code: null,
      nickname: null,
    });
    expect(readBookingSearch('0192f0c4-7a2').ids).toEqual({
      from: '0192f0c4-7a20-0000-0000-000000000000',
      to: '0192f0c4-7a2f-ffff-ffff-ffffffffffff',
    });
  });

  it('takes a code as it stands', () => {
    const code = `eyJrIjoiMSIsInQiOiIxIn0.${'c2ln'.repeat(16)}`;
    expect(readBookingSearch(` ${code} `)).toEqual({ ids: null, code, nickname: null });
  });

  it.each(['ada', 'Ada.K', '0192f0c', 'a-very-long-nickname-of-thirty'])(
    'takes the nickname %s',
    (nickname) => {
      expect(readBookingSearch(` ${nickname} `)).toEqual({ ids: null, code: null, nickname });
    },
  );

  it.each(['', 'al', `${id}0`, '--------', 'ada@example', 'ada lovelace'])(
    'names nothing by "%s"',
    (text) => {
      expect(readBookingSearch(text)).toEqual({ ids: null, code: null, nickname: null });
    },
  );
});
