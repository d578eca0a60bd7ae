import { describe, expect, it } from '@jest/globals';
import { type Costs, framesOf, mostBookings, needed, type Part, parts } from './scale-model.ts';

const each = (ms: number) => Object.fromEntries(parts.map((part) => [part, ms])) as Record<Part, number>;
const costs: Costs = {
  idle: each(100),
  booking: each(10),
  tail: 1,
  frame: 0.01,
  query: { gateway: 1, subgraphs: 0.5 },
};
const nothing = { bookings: 0, bookingsOfHottest: 0, watchersOfHottest: 0, queries: 0 };
const of = (part: Part, demand: object) =>
  needed({ ...nothing, ...demand }, costs).find((each) => each.part === part);

describe('what an installation needs', () => {
  it('is one process of each that idles, when nobody comes', () => {
    expect(of('payments', {})).toEqual({ part: 'payments', cores: 0.1, processes: 1 });
    expect(of('postgres', {})).toEqual({ part: 'postgres', cores: 0.1, processes: null });
  });

  it('grows by processes that are busy for six tenths of their time', () => {
    expect(of('payments', { bookings: 50 })).toEqual({ part: 'payments', cores: 0.6, processes: 1 });
    expect(of('payments', { bookings: 51 })).toEqual({ part: 'payments', cores: 0.71, processes: 2 });
    expect(of('kafka', { bookings: 400 })).toEqual({ part: 'kafka', cores: 4.1, processes: null });
  });

  it('has every replica of tickets and events read the facts of all', () => {
    // 2,000 ms of work, of which 200 are the tail that each of five has: 5 × (500 − 200) + 200 are not enough.
    expect(of('events', { bookings: 200 })).toEqual({ part: 'events', cores: 3.6, processes: 6 });
    expect(mostBookings(costs)).toBe(500);
    expect(() => of('events', { bookings: 500 })).toThrow(RangeError);
  });

  it('counts a frame for each watcher and change, of which a map sends twenty a second at most', () => {
    const demand = { ...nothing, bookings: 4, bookingsOfHottest: 4, watchersOfHottest: 1_000 };
    expect(framesOf(demand)).toBe(8_000);
    expect(framesOf({ ...demand, bookingsOfHottest: 100 })).toBe(20_000);
    expect(of('gateway', demand)).toEqual({ part: 'gateway', cores: 0.22, processes: 1 });
    expect(of('gateway', { queries: 1_000 })).toEqual({ part: 'gateway', cores: 1.2, processes: 2 });
  });
});
