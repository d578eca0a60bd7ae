import { describe, expect, it } from '@jest/globals';
import type { EventId } from '@parterre/contracts/kernel/ids.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { BoundedMap } from '@parterre/platform/memory/bounded-map.ts';
import { currentBound, withinBound } from '@parterre/platform/timing/bounded-work.ts';
import { CountedPlaces } from './counted-places.ts';
import type { PlaceCount } from './ports/event-figures.ts';

const event = () => newId<'Event'>() as EventId;

/** Counts that the test answers, one by one; `asked` are the events of each. */
function countedPlaces(mostEvents = 100) {
  const counts: PromiseWithResolvers<ReadonlyMap<string, PlaceCount>>[] = [];
  const asked: (readonly EventId[])[] = [];
  let now = 1_000_000;
  const freePlaces = new CountedPlaces(
    (ids) => {
      const count = Promise.withResolvers<ReadonlyMap<string, PlaceCount>>();
      counts.push(count);
      asked.push(ids);
      return count.promise;
    },
    { now: () => new Date(now) },
    new BoundedMap(mostEvents),
  );
  const answer = (count: PlaceCount) =>
    counts.at(-1)?.resolve(new Map(asked.at(-1)?.map((id) => [id, count])));
  return {
    freePlaces,
    asked,
    counts,
    answer,
    moveOn(ms: number) {
      now += ms;
    },
    /** What is answered for one event, where a count is made answered by this one. */
    async read(id: EventId, count: PlaceCount) {
      const reading = freePlaces.of([id]);
      answer(count);
      return (await reading).get(id);
    },
  };
}

describe('counted places', () => {
  it('are counted once for all who ask at one time, of all their events together', async () => {
    const { freePlaces, asked, answer } = countedPlaces();
    const [one, other] = [event(), event()];
    const readings = [freePlaces.of([one, other]), freePlaces.of([other, one]), freePlaces.of([one])];
    answer({ places: 10, count: 7 });
    const [first, second, third] = await Promise.all(readings);
    expect(asked).toEqual([[one, other]]);
    expect(first).toEqual(
      new Map([
        [one, 7],
        [other, 7],
      ]),
    );
    expect([...(second ?? [])]).toEqual([
      [other, 7],
      [one, 7],
    ]);
    expect(third).toEqual(new Map([[one, 7]]));
  });

  it('of which some are known are counted for the others alone', async () => {
    const { freePlaces, asked, answer, read } = countedPlaces();
    const [known, unknown] = [event(), event()];
    await read(known, { places: 4, count: 1 });
    const reading = freePlaces.of([known, unknown]);
    answer({ places: 4, count: 2 });
    expect([...(await reading)]).toEqual([
      [known, 1],
      [unknown, 2],
    ]);
    expect(asked).toEqual([[known], [unknown]]);
  });

  it.each([
    ['a second at a small hall', 600, 1_000],
    ['a millisecond for every four places at a larger one', 20_000, 5_000],
    ['ten seconds at the largest', 50_000, 10_000],
    ['a second where there are no places at all', 0, 1_000],
  ])('are kept for %s, from before they were counted', async (_how, places, ageMs) => {
    const { read, moveOn } = countedPlaces();
    const id = event();
    expect(await read(id, { places, count: 3 })).toBe(3);
    moveOn(ageMs);
    expect(await read(id, { places, count: 2 })).toBe(3);
    moveOn(1);
    expect(await read(id, { places, count: 2 })).toBe(2);
  });

  it('are counted anew when the clock was set back', async () => {
    const { read, moveOn } = countedPlaces();
    const id = event();
    await read(id, { places: 600, count: 3 });
    moveOn(-3_600_000);
    expect(await read(id, { places: 600, count: 2 })).toBe(2);
  });

  it('of a count that failed are told to nobody who waited, and counted for whoever asks next', async () => {
    const { freePlaces, counts, read } = countedPlaces();
    const id = event();
    const waiting = [freePlaces.of([id]), freePlaces.of([id])];
    counts[0]?.reject(new Error('no connection'));
    expect((await Promise.allSettled(waiting)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await read(id, { places: 4, count: 4 })).toBe(4);
  });

  it('are counted to the end when the first who asked goes away', async () => {
    let bound: unknown = 'not asked';
    const counted = new CountedPlaces(
      async (ids) => {
        bound = currentBound();
        return new Map(ids.map((id) => [id, { places: 1, count: 1 }]));
      },
      { now: () => new Date() },
      new Map(),
    );
    await withinBound({ signal: AbortSignal.abort() }, () => counted.of([event()]));
    expect(bound).toBeUndefined();
  });

  it('of an event that was forgotten are counted anew', async () => {
    const { asked, read } = countedPlaces(2);
    const ids = [event(), event(), event()] as const;
    for (const id of ids) await read(id, { places: 4, count: 4 });
    await read(ids[2], { places: 4, count: 4 });
    await read(ids[0], { places: 4, count: 4 });
    expect(asked).toEqual([[ids[0]], [ids[1]], [ids[2]], [ids[0]]]);
  });
});
