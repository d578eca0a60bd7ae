import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { SeatStore } from '../../seat-map/places/store.ts';
import { blockOf, planOf } from '../../seat-map/plan/hall.fixture.ts';
import { freeAgain } from './free-again.ts';

const plan = planOf([{ rows: blockOf(1, 3) }]);

function given() {
  const store = new SeatStore({ plan, eventId: 'e', schedule: queueMicrotask });
  store.applySnapshot({ planId: plan.id, version: 'v1', states: 'FFF', standing: [] });
  let version = 1;
  const tell = (index: number, state: 'FREE' | 'HELD') => {
    const fromVersion = `v${version}`;
    version += 1;
    store.applyDelta({ fromVersion, version: `v${version}`, changes: [{ index, state }], standing: [] });
  };
  return { store, tell };
}

describe('freeAgain', () => {
  it('waits for a refused hold to let its seats go, so that they stay chosen', async () => {
    const { store, tell } = given();
    store.choose([1]);
    store.holdStarted();
    tell(1, 'HELD');
    const over = freeAgain(store, store.chosen, new AbortController().signal).then(() => store.holdEnded([]));
    await setImmediate();
    tell(1, 'FREE');
    await over;
    expect(store.chosen).toEqual([1]);
  });

  it('ends with the signal where somebody else has a seat by now', async () => {
    const { store, tell } = given();
    store.choose([0, 1]);
    store.holdStarted();
    tell(1, 'HELD');
    const waiting = new AbortController();
    const isFree = freeAgain(store, store.chosen, waiting.signal);
    waiting.abort();
    await isFree;
    store.holdEnded([]);
    expect(store.chosen).toEqual([0]);
  });
});
