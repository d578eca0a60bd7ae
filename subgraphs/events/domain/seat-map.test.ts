import { describe, expect, it } from '@jest/globals';
import type { SeatingPlanId } from '@parterre/contracts/kernel/ids.ts';
import fc from 'fast-check';
import { DeltaRing } from './delta-ring.ts';
import { type MapFact, type SeatCode, SeatMap, type SeatMapDelta } from './seat-map.ts';

const planId = 'plan-1' as SeatingPlanId;
const rows = (states: string, version = 'e.10') => ({
  version,
  planId,
  planChanges: 0,
  versionsFrom: 0,
  states,
  seatVersions: [...states].map(() => 1),
  standing: [{ sectionId: 'pit', capacity: 20, shards: [0, 1].map(() => ({ taken: 0, version: 0 })) }],
});

function fact(position: string, code: SeatCode, ...seats: [index: number, version: number][]): MapFact {
  return {
    position,
    code,
    seats: seats.map(([index, version]) => ({ index, version, seatId: `seat-${index}` })),
    standing: [],
  };
}

describe('a seat map', () => {
  it('gathers facts into one delta from the version before to the last of them', () => {
    const map = new SeatMap(rows('FFF'));
    map.apply(fact('e.11', 'H', [0, 2]));
    map.apply(fact('e.14', 'S', [0, 3]));
    map.apply({ ...fact('e.15', 'H'), standing: [{ sectionId: 'pit', shard: 1, taken: 4, version: 1 }] });
    expect(map.takeDelta()).toEqual({
      fromVersion: 'e.10',
      version: 'e.15',
      changes: [{ index: 0, seatId: 'seat-0', code: 'S' }],
      standing: [{ sectionId: 'pit', capacity: 20, available: 16 }],
    });
    expect(map.takeDelta()).toBeNull();
  });

  it('does not go back in time when rows were ahead of the log, but tells the fact all the same', () => {
    const map = new SeatMap({ ...rows('SF'), seatVersions: [3, 1] });
    map.apply(fact('e.11', 'H', [0, 2]));
    expect(map.takeDelta()).toMatchObject({ version: 'e.11', changes: [{ index: 0, code: 'S' }] });
    expect(map.snapshot().states).toBe('SF');
  });

  it('takes over newer rows without a delta, and keeps what it knows better', () => {
    const map = new SeatMap(rows('FF'));
    map.apply(fact('e.11', 'H', [1, 5]));
    map.takeDelta();
    map.learn({ ...rows('HF'), seatVersions: [2, 1] });
    expect(map.takeDelta()).toBeNull();
    expect(map.snapshot()).toMatchObject({ version: 'e.11', states: 'HH' });
  });

  it('knows the facts of the plan before by their versions, and tells nothing of their seats', () => {
    const map = new SeatMap({
      ...rows('FFF', 'ep1.10'),
      planChanges: 1,
      versionsFrom: 4,
      seatVersions: [4, 4, 4],
    });
    const gone = { sectionId: 'gone', shard: 0, taken: 4, version: 9 };
    map.apply({ ...fact('e.11', 'S', [1, 4]), standing: [gone] });
    expect(map.takeDelta()).toEqual({ fromVersion: 'ep1.10', version: 'ep1.11', changes: [], standing: [] });
    map.apply(fact('e.12', 'H', [1, 5]));
    expect(map.takeDelta()).toMatchObject({ version: 'ep1.12', changes: [{ index: 1, code: 'H' }] });
  });

  it('learns nothing from rows of another plan', () => {
    const map = new SeatMap(rows('FF'));
    map.learn({ ...rows('SS'), planId: 'plan-2' as SeatingPlanId, seatVersions: [9, 9] });
    expect(map.snapshot()).toMatchObject({ planId, states: 'FF' });
  });

  it('ignores a fact that comes twice', () => {
    const map = new SeatMap(rows('F'));
    map.apply(fact('e.11', 'H', [0, 2]));
    map.takeDelta();
    map.apply(fact('e.11', 'H', [0, 2]));
    expect(map.hasNews).toBe(false);
  });
});

describe('the recent deltas of a map', () => {
  const delta = (fromVersion: string, version: string, index: number, code: SeatCode): SeatMapDelta => ({
    fromVersion,
    version,
    changes: [{ index, code, seatId: `seat-${index}` }],
    standing: [],
  });

  it('are told as one delta from the version that the client holds', () => {
    const ring = new DeltaRing('e.10');
    ring.push(delta('e.10', 'e.12', 0, 'H'));
    ring.push(delta('e.12', 'e.15', 0, 'S'));
    ring.push(delta('e.15', 'e.16', 1, 'H'));
    expect(ring.since('e.12')).toMatchObject({
      fromVersion: 'e.12',
      version: 'e.16',
      changes: [
        { index: 0, code: 'S' },
        { index: 1, code: 'H' },
      ],
    });
    expect(ring.since('e.16')).toBe('nothing');
    expect(ring.since('e.9')).toBe('unknown');
  });

  it('of another log are unknown, wherever in it the client stands', () => {
    const ring = new DeltaRing('e.10');
    ring.push(delta('e.10', 'e.12', 0, 'H'));
    expect(['other.11', 'other.12', 'other.99'].map((version) => ring.since(version))).toEqual([
      'unknown',
      'unknown',
      'unknown',
    ]);
  });

  it('are forgotten from the oldest on, and then say so', () => {
    const ring = new DeltaRing('e.0');
    for (let version = 1; version <= 300; version += 1)
      ring.push(delta(`e.${version - 1}`, `e.${version}`, 0, 'H'));
    expect(ring.since('e.10')).toBe('unknown');
    expect(ring.since('e.44')).toMatchObject({ fromVersion: 'e.44', version: 'e.300' });
  });

  it('bring every client from any version that is kept to the map of now', () => {
    const change = fc.record({ index: fc.nat(7), code: fc.constantFrom<SeatCode>('F', 'H', 'S', 'B') });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 40 }), fc.nat(39), (changes, start) => {
        const states = [...'FFFFFFFF'];
        const ring = new DeltaRing('e.0');
        const mapAt = [states.join('')];
        changes.forEach(({ index, code }, at) => {
          states[index] = code;
          ring.push(delta(`e.${at}`, `e.${at + 1}`, index, code));
          mapAt.push(states.join(''));
        });
        const since = Math.min(start, changes.length);
        const client = [...(mapAt[since] ?? '')];
        const missed = ring.since(`e.${since}`);
        if (typeof missed === 'object') for (const { index, code } of missed.changes) client[index] = code;
        expect(client.join('')).toBe(states.join(''));
      }),
    );
  });
});
