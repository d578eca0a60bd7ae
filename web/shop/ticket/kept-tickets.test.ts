import { describe, expect, it } from '@jest/globals';
import { forgetTickets, keepTicket, keptTicket } from './kept-tickets.ts';

function memory(): Storage {
  const entries = new Map<string, string>();
  return {
    get length() {
      return entries.size;
    },
    key: (index) => [...entries.keys()][index] ?? null,
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
    clear: () => entries.clear(),
  };
}

describe('tickets on the device', () => {
  it('are there as they were last', () => {
    const place = memory();
    keepTicket(place, 't1', { code: 'a' });
    keepTicket(place, 't1', { code: 'b' });
    expect(keptTicket(place, 't1')).toEqual({ code: 'b' });
    expect(keptTicket(place, 't2')).toBeUndefined();
  });

  it('are the newest fifty', () => {
    const place = memory();
    for (let n = 0; n < 60; n += 1) keepTicket(place, `t${n}`, { n }, n);
    expect(place.length).toBe(50);
    expect(keptTicket(place, 't9')).toBeUndefined();
    expect(keptTicket(place, 't10')).toEqual({ n: 10 });
  });

  it('go when somebody signs out, and nothing else does', () => {
    const place = memory();
    place.setItem('parterre.language', 'ru');
    keepTicket(place, 't1', {});
    place.setItem('parterre.door.e1', '{}');
    forgetTickets(place);
    expect(place.getItem('parterre.door.e1')).toBeNull();
    expect(keptTicket(place, 't1')).toBeUndefined();
    expect(place.getItem('parterre.language')).toBe('ru');
  });

  it('are none where something else was written', () => {
    const place = memory();
    place.setItem('parterre.ticket.t1', '{');
    expect(keptTicket(place, 't1')).toBeUndefined();
  });
});
