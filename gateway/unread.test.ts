import { beforeEach, describe, expect, it } from '@jest/globals';
import { type Unread, UnreadLedger } from './unread.ts';

const limits = { bytes: 100, bytesPerAddress: 50 };
let now: number;
let cut: string[];
let connections: Map<string, Omit<Unread, 'cut'>>;
let ledger: UnreadLedger;

beforeEach(() => {
  now = 1_000;
  cut = [];
  connections = new Map();
  ledger = new UnreadLedger(limits, () => now);
  ledger.add(() =>
    [...connections].map(([name, connection]) => ({
      ...connection,
      cut() {
        cut.push(name);
        connections.delete(name);
      },
    })),
  );
});

describe('what an address leaves unread', () => {
  it('is what was written to it, until it is measured that it was read', () => {
    expect(ledger.isOver('192.0.2.1')).toBe(false);
    connections.set('one', { address: '192.0.2.1', bytes: 60, ms: 0 });
    ledger.written('192.0.2.1', 60);
    expect([ledger.isOver('192.0.2.1'), ledger.isOver('192.0.2.2')]).toEqual([true, false]);
    connections.set('one', { address: '192.0.2.1', bytes: 0, ms: 0 });
    now += 1_000;
    expect(ledger.isOver('192.0.2.1')).toBe(false);
  });

  it('is bounded: what has been unread for longest goes first, and nothing that was just written', () => {
    connections.set('old', { address: '192.0.2.1', bytes: 30, ms: 5_000 });
    connections.set('older', { address: '192.0.2.1', bytes: 30, ms: 9_000 });
    connections.set('new', { address: '192.0.2.1', bytes: 30, ms: 10 });
    connections.set('other', { address: '192.0.2.2', bytes: 5, ms: 60_000 });
    ledger.sweep();
    expect(cut).toEqual(['older', 'old']);
    expect(ledger.isOver('192.0.2.1')).toBe(false);
  });

  it('counts for its network where it is IPv6', () => {
    connections.set('one', { address: '2001:db8::1', bytes: 30, ms: 2_000 });
    connections.set('two', { address: '2001:db8::2', bytes: 30, ms: 1_000 });
    ledger.sweep();
    expect(cut).toEqual(['one']);
  });
});

describe('what all leave unread together', () => {
  it('is bounded, also where no address has too much', () => {
    for (const host of [1, 2, 3])
      connections.set(`${host}`, { address: `192.0.2.${host}`, bytes: 40, ms: host });
    ledger.sweep();
    expect(cut).toEqual(['3']);
  });

  it('is nobody’s fault in the moment in which it is written', () => {
    for (const host of [1, 2, 3])
      connections.set(`${host}`, { address: `192.0.2.${host}`, bytes: 40, ms: 0 });
    ledger.sweep();
    expect(cut).toEqual([]);
  });
});
