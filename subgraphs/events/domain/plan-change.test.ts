import { describe, expect, it } from '@jest/globals';
import type { PriceZoneId, TicketTypeId } from '@parterre/contracts/kernel/ids.ts';
import { money } from '@parterre/contracts/kernel/money.ts';
import fc from 'fast-check';
import { carryPrices, moveStanding, refuseLosses } from './plan-change.ts';
import { reshapeShards } from './standing-shards.ts';

const zone = (id: string, key: string) => ({ id: id as PriceZoneId, key });
const price = (id: string, minor: bigint) => [id as PriceZoneId, money(minor, 'EUR')] as const;

describe('prices of an event that comes to another plan', () => {
  it('go with the keys of the zones, unless others are given', () => {
    const before = [zone('a1', 'a'), zone('b1', 'b'), zone('c1', 'c')];
    const after = [zone('b2', 'b'), zone('a2', 'a'), zone('d2', 'd')];
    const [adult, child] = ['adult', 'child'] as unknown as [TicketTypeId, TicketTypeId];
    const carried = carryPrices(
      before,
      after,
      new Map([
        [adult, new Map([price('a1', 100n), price('b1', 200n)])],
        [child, new Map([price('a1', 50n), price('b1', 0n)])],
      ]),
      new Map([[adult, new Map([price('b2', 250n)])]]),
    );
    expect(carried).toEqual(
      new Map([
        [adult, new Map([price('b2', 250n), price('a2', 100n)])],
        [child, new Map([price('b2', 0n), price('a2', 50n)])],
      ]),
    );
  });
});

describe('standing places of an event that comes to another plan', () => {
  const shards = (...taken: number[]) =>
    taken.map((each, shard) => ({ shard, taken: each, version: shard + 1 }));

  it('go with the labels of their sections', () => {
    const { shards: moved, loss } = moveStanding(
      [
        { sectionId: 'pit1', label: 'Pit', shards: shards(0, 3) },
        { sectionId: 'bar1', label: 'Bar', shards: shards(0) },
      ],
      [
        { sectionId: 'pit2', label: 'Pit', capacity: 4 },
        { sectionId: 'new2', label: 'Gallery', capacity: 60 },
      ],
    );
    expect(loss.count).toBe(0);
    expect(moved).toEqual([
      { sectionId: 'pit2', formerSectionId: 'pit1', shard: 0, before: 1, capacity: 4, taken: 3, version: 2 },
      {
        sectionId: 'new2',
        formerSectionId: null,
        shard: 0,
        before: null,
        capacity: 30,
        taken: 0,
        version: 0,
      },
      {
        sectionId: 'new2',
        formerSectionId: null,
        shard: 1,
        before: null,
        capacity: 30,
        taken: 0,
        version: 0,
      },
    ]);
  });

  it('are lost where the plan has fewer than are taken', () => {
    const before = [
      { sectionId: 'pit1', label: 'Pit', shards: shards(2, 3) },
      { sectionId: 'bar1', label: 'Bar', shards: shards(1) },
    ];
    const { loss } = moveStanding(before, [{ sectionId: 'pit2', label: 'Pit', capacity: 4 }]);
    expect(loss).toEqual({ count: 2, names: ['Pit, 5 taken of 4', 'Bar, 1 taken of 0'] });
  });

  it('keep every shard in which something is taken, and divide the rest, whatever is taken where', () => {
    const taken = fc.array(fc.nat(40), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(taken, fc.nat(500), (counts, free) => {
        const sum = counts.reduce((all, each) => all + each, 0);
        fc.pre(sum + free > 0);
        const after = reshapeShards(shards(...counts), sum + free);
        expect(after.map(({ shard }) => shard)).toEqual(after.map((_, index) => index));
        expect(after.reduce((all, { capacity }) => all + capacity, 0)).toBe(sum + free);
        expect(after.every(({ capacity, taken: own }) => capacity > 0 && own <= capacity)).toBe(true);
        expect(after.length).toBeLessThanOrEqual(8);
        expect(
          after.filter(({ before }) => before !== null).map(({ before, taken: own }) => [before, own]),
        ).toEqual([...counts.entries()].filter(([, each]) => each > 0));
      }),
    );
  });
});

describe('what a plan would lose', () => {
  it('is counted and named', () => {
    const nothing = { count: 0, names: [] };
    expect(refuseLosses(nothing, nothing)).toBeUndefined();
    expect(
      refuseLosses(
        { count: 1, names: ['Stalls, row A, seat 1'] },
        { count: 2, names: ['Pit, 6 taken of 4'] },
      ),
    ).toMatchObject({
      code: 'PLACES_WOULD_BE_LOST',
      field: ['seatingPlanId'],
      message:
        'expected a plan with every place that is held or sold, but it would lose 1 seat (Stalls, row A, seat 1) and 2 standing places (Pit, 6 taken of 4)',
    });
    const names = Array.from({ length: 20 }, (_, index) => `seat ${index + 1}`);
    expect(refuseLosses({ count: 31, names }, nothing)?.message).toMatch(
      /lose 31 seats \(seat 1; .*; seat 20; …\)$/,
    );
  });
});
