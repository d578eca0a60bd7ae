import { describe, expect, it } from '@jest/globals';
import { DoorStock } from './door-stock.ts';
import { type FillOptions, fillStock, type TicketPage } from './fill-stock.ts';
import type { DoorShown } from './kept-door.ts';
import type { TicketSeen } from './ticket-seen.ts';

const keys = [{ kid: 'k', x: 'x' }];
const ticket = { status: 'VALID', checkedInAt: null } as TicketSeen;
const pages: readonly TicketPage[] = [
  { tickets: [['a', ticket]], next: 'b' },
  { tickets: [['b', ticket]], next: null },
];
const event = { id: 'e', title: 'The Seagull' } as DoorShown;

function memory(most = Number.POSITIVE_INFINITY) {
  const entries = new Map<string, string>();
  return {
    get length() {
      return entries.size;
    },
    key: (at: number) => [...entries.keys()][at] ?? null,
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (entries.size >= most && !entries.has(key)) throw new Error('full');
      entries.set(key, value);
    },
    removeItem: (key: string) => void entries.delete(key),
  };
}

/** Answers one after the other; once there is none left somebody leaves. */
function given(answers: readonly unknown[], storage = memory()) {
  const here = { isSignedIn: true };
  const stock = new DoorStock(storage, event, () => here.isSignedIn);
  const waiting = [...answers];
  const left = new AbortController();
  const after: (string | null)[] = [];
  const pauses: number[] = [];
  const rests: number[] = [];
  const options: FillOptions = {
    askKeys: async () => waiting.shift() as typeof keys | null,
    askTickets: async (from) => {
      after.push(from);
      return waiting.shift() as TicketPage | null;
    },
    pause: async (failures) => void pauses.push(failures),
    rest: async (count) => {
      rests.push(count);
      if (waiting.length === 0) left.abort();
    },
    now: () => 1_000_000,
  };
  return {
    storage,
    here,
    stock,
    fill: () => fillStock(stock, options, left.signal),
    left,
    options,
    after,
    pauses,
    rests,
  };
}

describe('what the door keeps for when the network goes', () => {
  it('is asked for again when the server did not answer, from where it stood', async () => {
    const { stock, fill, after, pauses } = given([null, keys, pages[0], null, null, pages[1]]);
    await fill();
    expect([stock.keys, stock.ticket('a'), stock.ticket('b')]).toEqual([keys, ticket, ticket]);
    expect(after).toEqual([null, 'b', 'b', 'b']);
    // The longer no answer comes, the longer are the pauses; an answer begins them anew.
    expect(pauses).toEqual([1, 1, 2]);
  });

  it('is asked for no more once the page is left', async () => {
    const { stock, left, options, after } = given([]);
    const askKeys = async () => {
      left.abort();
      return null;
    };
    await fillStock(stock, { ...options, askKeys }, left.signal);
    expect([stock.keys, after]).toEqual([[], []]);
  });

  it('is asked for anew from time to time: of keys, arrivals and what was given back', async () => {
    const newer = [{ kid: 'k2', x: 'y' }];
    const in19 = { ...ticket, checkedInAt: '2026-11-27T19:00:00Z' };
    const later = { tickets: [['b', in19]], next: null };
    const { stock, fill, rests } = given([keys, pages[0], pages[1], newer, later]);
    await fill();
    expect([stock.keys, stock.ticket('a'), stock.ticket('b')]).toEqual([newer, null, in19]);
    expect(rests).toEqual([2, 1]);
  });

  it('forgets nobody who was let in while the list was on its way', async () => {
    const { stock, fill } = given([keys, pages[0], pages[1]]);
    const used = { ...ticket, checkedInAt: '2026-11-27T19:00:00Z' };
    stock.note('a', used);
    stock.note('sold since', used);
    await fill();
    expect([stock.ticket('a'), stock.ticket('sold since')]).toEqual([used, used]);
  });

  it('outlives a reload, and makes room for itself', async () => {
    const storage = memory(1);
    storage.setItem('parterre.door.other', '{}');
    await given([keys, pages[0], pages[1]], storage).fill();
    const again = new DoorStock(storage, event, () => true);
    expect([again.keys, again.ticket('b')]).toEqual([keys, ticket]);
    expect(storage.getItem('parterre.door.other')).toBeNull();
  });

  it('is kept no more once somebody has signed out', async () => {
    const { storage, fill, here } = given([keys, pages[0], pages[1]]);
    here.isSignedIn = false;
    await fill();
    expect(storage.length).toBe(0);
  });

  it('knows what was given back: sold before the list was read, and not on it', async () => {
    // Ids that begin with 0 and 970,000 ms: the list is as of 1,000,000.
    const early = '00000000-0000-7000-8000-000000000000';
    const late = '0000000e-cd10-7000-8000-000000000000';
    const { stock, fill } = given([keys, pages[0], pages[1]]);
    expect(stock.isGivenBack(early)).toBe(false);
    await fill();
    expect([early, late, 'a', 'no id'].map((id) => stock.isGivenBack(id))).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});
