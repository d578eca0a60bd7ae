import { describe, expect, it } from '@jest/globals';
import { newId } from '@parterre/platform/kernel/ids.ts';
import fc from 'fast-check';
import {
  checkBuyerLimit,
  countPlaces,
  type RequestedPlaces,
  readRequestedPlaces,
} from './requested-places.ts';
import { answerAgain, type MadeHold, type SeatHold } from './seat-hold.ts';
import { shardCapacities, spread } from './standing-shards.ts';

const [first = '', second = ''] = [newId(), newId()].sort();
const base = { bookingId: newId(), userId: newId(), eventId: newId(), seatIds: [] as string[], standing: [] };

function read(input: Parameters<typeof readRequestedPlaces>[0]): RequestedPlaces {
  const requested = readRequestedPlaces(input);
  if ('rejected' in requested) throw new Error(requested.message);
  return requested;
}

describe('a request', () => {
  it('names each place once, in an order that everybody shares', () => {
    const standing = [second, first, first].map((sectionId) => ({ sectionId, quantity: 2 }));
    const requested = read({ ...base, seatIds: [second, first, second], standing });
    expect(requested.seatIds).toEqual([first, second]);
    expect(requested.standing).toEqual([
      { sectionId: first, quantity: 4 },
      { sectionId: second, quantity: 2 },
    ]);
    expect(countPlaces(requested)).toBe(8);
  });

  it.each([
    ['no places', base, 'TOO_MANY_SEATS'],
    ['a seat that is none', { ...base, seatIds: ['x'] }, 'SEAT_NOT_FOUND'],
    ['an event that is none', { ...base, eventId: 'x' }, 'EVENT_NOT_FOUND'],
    ['a section that is none', { ...base, standing: [{ sectionId: 'x', quantity: 1 }] }, 'SECTION_NOT_FOUND'],
    ['half a place', { ...base, standing: [{ sectionId: first, quantity: 0.5 }] }, 'TOO_MANY_SEATS'],
    ['no standing place', { ...base, standing: [{ sectionId: first, quantity: 0 }] }, 'TOO_MANY_SEATS'],
    ['501 places', { ...base, standing: [{ sectionId: first, quantity: 501 }] }, 'TOO_MANY_SEATS'],
  ])('is refused with %s', (_what, input, code) => {
    expect(readRequestedPlaces(input)).toMatchObject({ rejected: true, code });
  });

  it('may fill the limit of a buyer and not pass it', () => {
    expect(checkBuyerLimit(4, 6, 10)).toBeUndefined();
    expect(checkBuyerLimit(5, 6, 10)).toMatchObject({ code: 'TOO_MANY_SEATS' });
  });
});

describe('a booking that asks again', () => {
  const requested = read({ ...base, seatIds: [first] });
  const { bookingId, ...rest } = requested;
  const answer = { bookingId } as SeatHold;
  const made: MadeHold = {
    status: 'HELD',
    bookingId,
    eventId: requested.eventId,
    isOver: false,
    seatIds: requested.seatIds,
    places: 1,
    requested: rest,
    answer,
  };

  it('gets its first answer while it holds or has bought the places', () => {
    expect(answerAgain(made, requested)).toBe(answer);
    expect(answerAgain({ ...made, status: 'SOLD', isOver: true }, requested)).toBe(answer);
  });

  it('is refused for other places, or another buyer', () => {
    expect(answerAgain(made, read({ ...base, seatIds: [second] }))).toMatchObject({ code: 'HOLD_CONFLICT' });
    expect(answerAgain(made, { ...requested, userId: newId() })).toMatchObject({ code: 'HOLD_CONFLICT' });
  });

  it('is refused when the hold is over, was released, or was forbidden', () => {
    for (const known of [
      { ...made, isOver: true },
      { ...made, status: 'RELEASED' as const },
      { ...made, status: 'EXPIRED' as const },
      { status: 'FORBIDDEN' as const, bookingId },
    ]) {
      expect(answerAgain(known, requested)).toMatchObject({ code: 'HOLD_ENDED' });
    }
  });
});

describe('the shards of a standing section', () => {
  it('are one for few places and eight for many', () => {
    expect(shardCapacities(3)).toEqual([3]);
    expect(shardCapacities(60)).toEqual([30, 30]);
    expect(shardCapacities(1_003)).toEqual([126, 126, 126, 125, 125, 125, 125, 125]);
  });

  it('sum to the capacity, and none is empty', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (capacity) => {
        const shards = shardCapacities(capacity);
        expect(shards.reduce((sum, places) => sum + places, 0)).toBe(capacity);
        expect(shards.every((places) => places > 0)).toBe(true);
      }),
    );
  });

  it('give exactly what is wanted when together they have it, and nothing when not', () => {
    const subgraphs = fc
      .array(fc.nat(20), { maxLength: 8 })
      .map((free) => free.map((places, shard) => ({ shard, free: places })));
    fc.assert(
      fc.property(subgraphs, fc.integer({ min: 1, max: 60 }), (shards, quantity) => {
        const parts = spread(quantity, shards);
        const free = shards.reduce((sum, shard) => sum + shard.free, 0);
        expect(parts === null).toBe(free < quantity);
        expect((parts ?? []).reduce((sum, { places }) => sum + places, 0)).toBe(parts ? quantity : 0);
        for (const { shard, places } of parts ?? [])
          expect(places).toBeLessThanOrEqual(shards[shard]?.free ?? 0);
      }),
    );
  });
});
