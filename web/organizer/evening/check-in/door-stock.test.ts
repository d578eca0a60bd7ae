import { describe, expect, it } from '@jest/globals';
import type { TicketSeen } from './check-in.ts';
import { type DoorStock, fillStock, type TicketPage } from './door-stock.ts';

const keys = [{ kid: 'k', x: 'x' }];
const ticket = { status: 'VALID', checkedInAt: null } as TicketSeen;
const pages: readonly TicketPage[] = [
  { tickets: [['a', ticket]], next: 'b' },
  { tickets: [['b', ticket]], next: null },
];

function given(answers: readonly unknown[]) {
  const stock: DoorStock = { keys: [], roster: new Map() };
  const waiting = [...answers];
  const after: (string | null)[] = [];
  const pauses: number[] = [];
  const options = {
    askKeys: async () => waiting.shift() as typeof keys | null,
    askTickets: async (from: string | null) => {
      after.push(from);
      return waiting.shift() as TicketPage | null;
    },
    pause: async (failures: number) => void pauses.push(failures),
  };
  return { stock, options, after, pauses };
}

describe('what the door keeps for when the network goes', () => {
  it('is asked for again when the server did not answer, from where it stood', async () => {
    const { stock, options, after, pauses } = given([null, keys, pages[0], null, null, pages[1]]);
    await fillStock(stock, options, new AbortController().signal);
    expect([stock.keys, [...stock.roster.keys()]]).toEqual([keys, ['a', 'b']]);
    expect(after).toEqual([null, 'b', 'b', 'b']);
    // The longer no answer comes, the longer are the pauses; an answer begins them anew.
    expect(pauses).toEqual([1, 1, 2]);
  });

  it('is asked for no more once the page is left', async () => {
    const left = new AbortController();
    const { stock, options, after } = given([]);
    const askKeys = async () => {
      left.abort();
      return null;
    };
    await fillStock(stock, { ...options, askKeys }, left.signal);
    expect([stock.keys, after]).toEqual([[], []]);
  });
});
