import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DeltaRing } from './delta-ring.ts';
import { compareVersions, isMapVersion } from './map-version.ts';
import { type MapFact, SeatMap, type SeatMapDelta } from './seat-map.ts';
import type { SeatCode } from './seat-state.ts';

const rows = (states: string, version = '10') => ({
  version,
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
    map.apply(fact('11', 'H', [0, 2]));
    map.apply(fact('14', 'S', [0, 3]));
    map.apply({ ...fact('15', 'H'), standing: [{ sectionId: 'pit', shard: 1, taken: 4, version: 1 }] });
    expect(map.takeDelta()).toEqual({
      fromVersion: '10',
      version: '15',
      changes: [{ index: 0, seatId: 'seat-0', code: 'S' }],
      standing: [{ sectionId: 'pit', capacity: 20, available: 16 }],
    });
    expect(map.takeDelta()).toBeNull();
  });

  it('does not go back in time when rows were ahead of the log, but tells the fact all the same', () => {
    const map = new SeatMap({ ...rows('SF'), seatVersions: [3, 1] });
    map.apply(fact('11', 'H', [0, 2]));
    expect(map.takeDelta()).toMatchObject({ version: '11', changes: [{ index: 0, code: 'S' }] });
    expect(map.snapshot().states).toBe('SF');
  });

  it('takes over newer rows without a delta, and keeps what it knows better', () => {
    const map = new SeatMap(rows('FF'));
    map.apply(fact('11', 'H', [1, 5]));
    map.takeDelta();
    map.learn({ ...rows('HF'), seatVersions: [2, 1] });
    expect(map.takeDelta()).toBeNull();
    expect(map.snapshot()).toMatchObject({ version: '11', states: 'HH' });
  });

  it('ignores a fact that comes twice', () => {
    const map = new SeatMap(rows('F'));
    map.apply(fact('11', 'H', [0, 2]));
    map.takeDelta();
    map.apply(fact('11', 'H', [0, 2]));
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
    const ring = new DeltaRing('10');
    ring.push(delta('10', '12', 0, 'H'));
    ring.push(delta('12', '15', 0, 'S'));
    ring.push(delta('15', '16', 1, 'H'));
    expect(ring.since('12')).toMatchObject({
      fromVersion: '12',
      version: '16',
      changes: [
        { index: 0, code: 'S' },
        { index: 1, code: 'H' },
      ],
    });
    expect(ring.since('16')).toBe('nothing');
    expect(ring.since('9')).toBe('unknown');
  });

  it('are forgotten from the oldest on, and then say so', () => {
    const ring = new DeltaRing('0');
    for (let version = 1; version <= 300; version += 1)
      ring.push(delta(`${version - 1}`, `${version}`, 0, 'H'));
    expect(ring.since('10')).toBe('unknown');
    expect(ring.since('44')).toMatchObject({ fromVersion: '44', version: '300' });
  });

  it('bring every client from any version that is kept to the map of now', () => {
    const change = fc.record({ index: fc.nat(7), code: fc.constantFrom<SeatCode>('F', 'H', 'S', 'B') });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 40 }), fc.nat(39), (changes, start) => {
        const states = [...'FFFFFFFF'];
        const ring = new DeltaRing('0');
        const mapAt = [states.join('')];
        changes.forEach(({ index, code }, at) => {
          states[index] = code;
          ring.push(delta(`${at}`, `${at + 1}`, index, code));
          mapAt.push(states.join(''));
        });
        const since = Math.min(start, changes.length);
        const client = [...(mapAt[since] ?? '')];
        const missed = ring.since(`${since}`);
        if (typeof missed === 'object') for (const { index, code } of missed.changes) client[index] = code;
        expect(client.join('')).toBe(states.join(''));
      }),
    );
  });
});

describe('versions of a map', () => {
  it('are compared as positions, however they are padded', () => {
    expect(compareVersions('9', '10')).toBeLessThan(0);
    expect(compareVersions('0000000000000010', '9')).toBeGreaterThan(0);
    expect(compareVersions('0010', '10')).toBe(0);
  });

  it('are digits and nothing else', () => {
    expect(['0', '0000000000000012'].every(isMapVersion)).toBe(true);
    expect(['', '-1', '1e3', 'x', '9'.repeat(65)].some(isMapVersion)).toBe(false);
  });
});
