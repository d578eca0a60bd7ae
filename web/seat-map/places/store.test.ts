import { describe, expect, it } from '@jest/globals';
import { blockOf, planOf } from '../plan/hall.fixture.ts';
import type { StoreChange } from './change-gatherer.ts';
import { look } from './looks.ts';
import { type Limits, SeatStore } from './store.ts';

const plan = planOf([
  { rows: blockOf(1, 6) },
  { id: 'pit', kind: 'STANDING', capacity: 50, zone: 1, outline: [0, 100, 100, 100, 100, 200] },
]);

function memory() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

function given({ states = 'FFFFFF', limits = {} as Partial<Limits>, storage = memory() } = {}) {
  const frames: (() => void)[] = [];
  const store = new SeatStore({ plan, eventId: 'e', limits, storage, schedule: (run) => frames.push(run) });
  const changes: StoreChange[] = [];
  store.subscribe((change) => changes.push(change));
  const nextFrame = () => {
    for (const run of frames.splice(0)) run();
  };
  const standing = [{ sectionId: 'pit', available: 3 }];
  store.applySnapshot({ planId: plan.id, version: 'v1', states, standing });
  nextFrame();
  changes.length = 0;
  let version = 1;
  const delta = (index: number, state: 'FREE' | 'HELD' | 'SOLD' | 'BLOCKED') => {
    version += 1;
    const changed = [{ index, state }];
    return store.applyDelta({
      fromVersion: `v${version - 1}`,
      version: `v${version}`,
      changes: changed,
      standing: [],
    });
  };
  return { store, changes, nextFrame, delta, storage, frames };
}

describe('the states of seats', () => {
  it('are those of the snapshot, and of deltas of its version', () => {
    const { store, delta } = given({ states: 'FHSBF?' });
    expect([...store.looks]).toEqual([
      look.free,
      look.held,
      look.sold,
      look.blocked,
      look.free,
      look.blocked,
    ]);
    expect(delta(1, 'FREE')).toBe('applied');
    expect(store.looks[1]).toBe(look.free);
    expect(store.version).toBe('v2');
  });

  it('refuse a delta of another version, so that the caller resumes', () => {
    const { store } = given();
    const late = {
      fromVersion: 'v7',
      version: 'v8',
      changes: [{ index: 0, state: 'SOLD' as const }],
      standing: [],
    };
    expect(store.applyDelta(late)).toBe('gap');
    expect(store.looks[0]).toBe(look.free);
    expect(store.version).toBe('v1');
  });

  it('refuse a delta before any snapshot', () => {
    const store = new SeatStore({ plan, eventId: 'e', schedule: () => {} });
    expect(store.applyDelta({ fromVersion: 'v1', version: 'v2', changes: [], standing: [] })).toBe('gap');
  });

  it('are of one plan: another one needs another store', () => {
    const { store } = given();
    const other = { planId: 'plan-2', version: 'v9', states: 'F', standing: [] };
    expect(store.applySnapshot(other)).toBe('other-plan');
    expect(() => store.applySnapshot({ ...other, planId: plan.id })).toThrow('expected 6 states, got 1');
  });

  it('are told once a frame, with what changed', () => {
    const { changes, delta, nextFrame } = given();
    delta(1, 'HELD');
    delta(2, 'SOLD');
    expect(changes).toEqual([]);
    nextFrame();
    expect(changes).toMatchObject([{ isAll: false, seats: new Set([1, 2]), lost: [] }]);
  });
});

describe('a selection', () => {
  it('takes all of some seats or none, up to the limit', () => {
    const { store } = given({ states: 'FFSFFF', limits: { most: 3 } });
    expect(store.choose([1, 2])).toEqual({ kind: 'not-free', seats: [2] });
    expect(store.chosen).toEqual([]);
    expect(store.choose([0, 1])).toBeNull();
    expect(store.choose([3, 4])).toEqual({ kind: 'too-many', most: 3 });
    expect(store.toggle(0)).toBeNull();
    expect(store.chosen).toEqual([1]);
    expect(store.looks[0]).toBe(look.free);
  });

  it('counts standing places and what is held already', () => {
    const { store } = given({ limits: { most: 4 } });
    store.setMine([5]);
    expect(store.choose([5])).toEqual({ kind: 'not-free', seats: [5] });
    expect(store.chooseStanding(1, 4)).toEqual({ kind: 'sold-out', section: 1 });
    expect(store.chooseStanding(1, 2)).toBeNull();
    expect(store.choose([0, 1])).toEqual({ kind: 'too-many', most: 4 });
    expect(store.choose([0])).toBeNull();
    expect(store.placeCount).toBe(4);
  });

  it('loses a seat that another takes, and says which', () => {
    const { store, changes, delta, nextFrame } = given();
    store.choose([1, 2]);
    delta(2, 'HELD');
    nextFrame();
    expect(store.chosen).toEqual([1]);
    expect(changes).toMatchObject([{ lost: [2], isSelection: true }]);
    expect(store.looks[2]).toBe(look.held);
  });

  it("is no loss when it is one's own hold", () => {
    const { store, changes, delta, nextFrame } = given();
    store.choose([1, 2]);
    store.holdStarted();
    delta(1, 'HELD');
    delta(2, 'HELD');
    store.holdEnded([1, 2]);
    nextFrame();
    expect(store.chosen).toEqual([]);
    expect([...store.mine]).toEqual([1, 2]);
    expect(changes.flatMap(({ lost }) => lost)).toEqual([]);
    expect(store.looks[1]).toBe(look.mine);
  });

  it('is a loss after all when the hold was refused', () => {
    const { store, changes, delta, nextFrame } = given();
    store.choose([1, 2]);
    store.holdStarted();
    delta(1, 'HELD');
    store.holdEnded([]);
    nextFrame();
    expect(store.chosen).toEqual([2]);
    expect(changes.flatMap(({ lost }) => lost)).toEqual([1]);
  });

  it('outlives a reload of the page, of this event and plan alone', () => {
    const { store, storage } = given();
    store.choose([3, 1]);
    store.chooseStanding(1, 2);
    const again = given({ storage }).store;
    expect(again.chosen).toEqual([3, 1]);
    expect([...again.chosenStanding]).toEqual([[1, 2]]);
    const elsewhere = new SeatStore({ plan, eventId: 'other', storage, schedule: () => {} });
    expect(elsewhere.chosen).toEqual([]);
    again.clear();
    expect(storage.kept.size).toBe(0);
  });

  it('of before drops what was taken meanwhile', () => {
    const { store, storage } = given();
    store.choose([3, 1]);
    expect(given({ storage, states: 'FSFFFF' }).store.chosen).toEqual([3]);
  });

  it('lives without storage, and with what somebody else wrote there', () => {
    const storage = memory();
    storage.kept.set('parterre:chosen:e:plan-1', '{"seats":["x"],"standing":[]}');
    expect(given({ storage }).store.chosen).toEqual([]);
    const refusing = {
      ...memory(),
      setItem: () => {
        throw new Error('full');
      },
    };
    const { store } = given({ storage: { ...refusing, kept: new Map() } });
    expect(store.choose([1])).toBeNull();
  });

  it('says what it would leave alone, where an event refuses that', () => {
    const { store } = given({ limits: { refusesSingleSeats: true } });
    store.choose([1, 2]);
    expect(store.faults()).toEqual([{ kind: 'leaves-single', seats: [0] }]);
    store.choose([0]);
    expect(store.faults()).toEqual([]);
    store.setLimits({ refusesSingleSeats: false });
    store.release([0]);
    expect(store.faults()).toEqual([]);
  });

  it('of an organizer may hold seats in any state', () => {
    const { store, delta } = given({ states: 'FBSFFF', limits: { choosable: 'all' } });
    expect(store.choose([1, 2])).toBeNull();
    delta(1, 'FREE');
    expect(store.chosen).toEqual([1, 2]);
  });
});
