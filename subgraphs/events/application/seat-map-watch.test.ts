import { describe, expect, it } from '@jest/globals';
import type { SeatingPlanId } from '@parterre/contracts/kernel/ids.ts';
import type { SeatMapDelta } from '../domain/seat-map.ts';
import { SeatMapWatch } from './seat-map-watch.ts';

const delta = (from: number, to: number): SeatMapDelta => ({
  fromVersion: `e.${from}`,
  version: `e.${to}`,
  changes: [],
  standing: [],
});

function watchOf(version: () => number, onEnd: () => void = () => {}) {
  return new SeatMapWatch(
    () => ({ planId: 'plan' as SeatingPlanId, version: `e.${version()}`, states: 'F', standing: [] }),
    onEnd,
  );
}

describe('one reader of a map', () => {
  it('reads deltas in the order in which they came, also when it waited for them', async () => {
    const watch = watchOf(() => 1);
    watch.startFrom('e.1', null);
    const first = watch.next();
    watch.push(delta(1, 2));
    watch.push(delta(2, 3));
    expect([(await first).value, (await watch.next()).value]).toMatchObject([
      { version: 'e.2' },
      { version: 'e.3' },
    ]);
  });

  it('gets a snapshot that starts anew when all is new, at once where it waited', async () => {
    const watch = watchOf(() => 9);
    watch.startFrom('e.1', null);
    watch.push(delta(1, 2));
    watch.restart();
    expect((await watch.next()).value).toMatchObject({ kind: 'snapshot', startsAnew: true, version: 'e.9' });
    const waiting = watch.next();
    watch.restart();
    expect((await waiting).value).toMatchObject({ kind: 'snapshot', startsAnew: true });
    watch.push(delta(9, 10));
    expect((await watch.next()).value).toMatchObject({ kind: 'delta', version: 'e.10' });
  });

  it('gets one snapshot instead of more deltas than may wait, and then goes on from there', async () => {
    let now = 0;
    const watch = watchOf(() => now);
    watch.startFrom('e.0', null);
    for (now = 1; now <= 100; now += 1) watch.push(delta(now - 1, now));
    now = 100;
    expect((await watch.next()).value).toMatchObject({
      kind: 'snapshot',
      startsAnew: true,
      version: 'e.100',
    });
    watch.push(delta(100, 101));
    expect((await watch.next()).value).toMatchObject({
      kind: 'delta',
      fromVersion: 'e.100',
      version: 'e.101',
    });
  });

  it('who is ahead of this replica gets no delta twice, and the next one leads from where it stands', async () => {
    const watch = watchOf(() => 5);
    watch.startFrom('e.7', null);
    watch.push(delta(5, 6));
    watch.push(delta(6, 9));
    expect((await watch.next()).value).toMatchObject({ fromVersion: 'e.7', version: 'e.9' });
  });

  it('ends at once while it waits, and says so once', async () => {
    let ended = 0;
    const watch = watchOf(
      () => 1,
      () => {
        ended += 1;
      },
    );
    watch.startFrom('e.1', null);
    const waiting = watch.next();
    await watch.return();
    await watch.return();
    expect((await waiting).done).toBe(true);
    expect((await watch.next()).done).toBe(true);
    expect(ended).toBe(1);
  });
});
