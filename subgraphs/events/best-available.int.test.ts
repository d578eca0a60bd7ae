import { describe, expect, it } from '@jest/globals';
import { newId } from '@parterre/platform/kernel/ids.ts';
import {
  hold,
  letExpire,
  openEventsFixture,
  publishTestEvent,
  seatMap,
  someUser,
} from './testing/fixture.ts';
import { codesOf, sharedFixture } from './testing/shared-fixture.ts';

const fixture = await sharedFixture();

interface Zones {
  readonly event: {
    readonly ticketTypes: readonly { readonly id: string }[];
    readonly seatingPlan: { readonly priceZones: readonly { readonly id: string; readonly key: string }[] };
  };
}

async function openHall(options: Parameters<typeof publishTestEvent>[1]) {
  const show = await publishTestEvent(fixture, options);
  const { event } = await fixture.request<Zones>(
    'query($id: ID!) { event(id: $id) { ticketTypes { id } seatingPlan { priceZones { id key } } } }',
    { id: show.eventId },
    { kind: 'anonymous' },
  );
  const zoneId = event.seatingPlan.priceZones.find(({ key }) => key === 'seat')?.id ?? '';
  const best = (quantity: number, more: object = {}) =>
    hold(fixture, {
      eventId: show.eventId,
      bestAvailable: { priceZoneId: zoneId, party: [{ quantity }] },
      ...more,
    });
  const states = async () => (await seatMap(fixture, show.eventId)).states;
  return { ...show, zoneId, best, states, ticketTypes: event.ticketTypes.map(({ id }) => id) };
}

describe('the best available seats', () => {
  it('are side by side in the row that is nearest the stage, and the same for the same booking', async () => {
    const { best, seatIds, states } = await openHall({ rows: 2, perRow: 6 });
    const booking = { bookingId: newId(), userId: newId() };
    const held = await best(2, booking);
    expect(held.hold?.items.map(({ seatId }) => seatId)).toEqual([seatIds[2], seatIds[3]]);
    expect(await best(2, booking)).toEqual(held);
    expect(codesOf(await best(3, booking))).toEqual(['HOLD_CONFLICT']);
    expect(await states()).toBe('FFHHFFFFFFFF');
    await letExpire(fixture, held.bookingId);
    expect((await best(2)).hold?.items.map(({ seatId }) => seatId)).toEqual([seatIds[2], seatIds[3]]);
  });

  it('leave no seat alone, are refused where not enough are side by side, and say how many are', async () => {
    const { best, states, eventId, seatIds } = await openHall({ rows: 1, perRow: 7 });
    await best(3);
    expect(await states()).toBe('FFHHHFF');
    const refused = await best(3);
    expect(codesOf(refused)).toEqual(['SEATS_TAKEN']);
    expect(refused.userErrors[0]).toMatchObject({
      message: expect.stringContaining('at most 2'),
      field: ['bestAvailable'],
    });
    await best(2);
    await hold(fixture, { eventId, seatIds: [seatIds.at((await states()).indexOf('F')) ?? ''] });
    expect(codesOf(await best(1))).toEqual([]);
    expect(codesOf(await best(1))).toEqual(['SEATS_TAKEN']);
  });

  it('are given the ticket types of the party, beside seats and standing places that are named', async () => {
    const { best, zoneId, seatIds, pitId, ticketTypes } = await openHall({
      rows: 1,
      perRow: 8,
      standing: 5,
    });
    const [standard] = ticketTypes;
    const { hold: held } = await best(0, {
      seatIds: [seatIds[7]],
      standing: [{ sectionId: pitId, quantity: 1 }],
      bestAvailable: {
        priceZoneId: zoneId,
        party: [{ quantity: 1 }, { ticketTypeId: standard, quantity: 2 }],
      },
    });
    expect(held?.items.map(({ seatId }) => (seatId === null ? null : seatIds.indexOf(seatId)))).toEqual([
      7,
      2,
      3,
      4,
      null,
    ]);
  });

  it('are chosen by the one connection that the hold has', async () => {
    const small = await openEventsFixture({ poolSize: 2 });
    try {
      const { eventId } = await publishTestEvent(small, { rows: 1, perRow: 4 });
      const zones = 'query($id: ID!) { event(id: $id) { seatingPlan { priceZones { id key } } } }';
      const { event } = await small.request<Zones>(zones, { id: eventId }, { kind: 'anonymous' });
      const priceZoneId = event.seatingPlan.priceZones.find(({ key }) => key === 'seat')?.id ?? '';
      // The other one is somebody else's meanwhile.
      const held = await small.database.transaction(() =>
        hold(small, { eventId, bestAvailable: { priceZoneId, party: [{ quantity: 2 }] } }),
      );
      expect(held.hold?.items).toHaveLength(2);
    } finally {
      await small.stop();
    }
  });

  it('are not of a zone that the event has not, nor of a party of nobody', async () => {
    const { best, eventId } = await openHall({ rows: 1, perRow: 4, standing: 5 });
    const party = [{ quantity: 1 }];
    const other = { bestAvailable: { priceZoneId: newId(), party } };
    expect(codesOf(await best(1, other))).toEqual(['PRICE_ZONE_NOT_FOUND']);
    expect(codesOf(await best(1, { bestAvailable: { priceZoneId: 'none', party } }))).toEqual([
      'PRICE_ZONE_NOT_FOUND',
    ]);
    expect(codesOf(await best(0))).toEqual(['TOO_MANY_SEATS']);
    expect((await seatMap(fixture, eventId)).states).toBe('FFFF');
  });

  it.each([
    ['has room for all', 50],
    ['has not', 16],
  ])(
    'are sold to everybody for whom there are any, when 160 parties ask at once in a hall that %s',
    async (_, rows) => {
      const [perRow, parties] = [40, 160];
      const { best, states, eventId, seatIds } = await openHall({ rows, perRow });
      const sizes = Array.from({ length: parties }, (_, index) => 1 + ((index * 5) % 8));
      // Somebody picks by hand in between, and waits for nobody.
      const picked = seatIds.filter((_, index) => index % 97 === 0);
      const [asked] = await Promise.all([
        Promise.all(sizes.map((size) => best(size))),
        Promise.all(picked.map((seatId) => hold(fixture, { eventId, seatIds: [seatId] }))),
      ]);
      const taken = asked.flatMap((payload) => payload.hold?.items.map(({ seatId }) => seatId) ?? []);
      expect(new Set(taken).size).toBe(taken.length);
      for (const [index, payload] of asked.entries()) {
        const items = payload.hold?.items ?? [];
        if (payload.hold) expect(items).toHaveLength(sizes[index] ?? 0);
        const places = items.map(({ seatId }) => seatIds.indexOf(seatId ?? ''));
        expect(places).toEqual(places.map((_, offset) => (places[0] ?? 0) + offset));
        expect(Math.floor((places[0] ?? 0) / perRow)).toBe(Math.floor((places.at(-1) ?? 0) / perRow));
      }
      const left = (await states()).match(new RegExp(`.{${perRow}}`, 'g')) ?? [];
      const longest = Math.max(
        0,
        ...left.flatMap((row) => row.match(/F+/g) ?? []).map(({ length }) => length),
      );
      const refused = asked.flatMap((payload, index) => (payload.hold ? [] : (sizes[index] ?? 0)));
      expect(refused.length > 0).toBe(rows === 16);
      expect(asked.flatMap(codesOf)).toEqual(refused.map(() => 'SEATS_TAKEN'));
      for (const size of refused) expect(size).toBeGreaterThan(longest);
    },
    120_000,
  );
});

describe('seats picked by hand at an event that wants none left alone', () => {
  it('are refused where they leave one, by its name, and taken where they leave none or cannot but leave one', async () => {
    const { eventId, seatIds, states } = await openHall({
      rows: 1,
      perRow: 6,
      event: { refusesSingleSeats: true },
    });
    const pick = (...indexes: number[]) =>
      hold(fixture, { eventId, seatIds: indexes.map((index) => seatIds[index] ?? '') });
    const refused = await pick(1, 2);
    expect(codesOf(refused)).toEqual(['SINGLE_SEAT_LEFT']);
    expect(refused.userErrors[0]?.message).toContain('Stalls, row A, seat 1');
    expect(await states()).toBe('FFFFFF');
    expect(codesOf(await pick(0, 1))).toEqual([]);
    expect(codesOf(await pick(3))).toEqual(['SINGLE_SEAT_LEFT']);
    expect(codesOf(await pick(2, 3, 4))).toEqual([]);
    expect(codesOf(await pick(5))).toEqual([]);
  });

  it('are judged only where the organizer says so, and from when on', async () => {
    const { eventId, organizer, seatIds } = await openHall({ rows: 1, perRow: 6 });
    expect(codesOf(await hold(fixture, { eventId, seatIds: [seatIds[1] ?? ''] }))).toEqual([]);
    const update = (caller = organizer) =>
      fixture.mutate<{ userErrors: { code: string }[] }>(
        'updateEvent',
        'userErrors { code }',
        { eventId, refusesSingleSeats: true },
        caller,
      );
    expect(codesOf(await update(someUser('ORGANIZER')))).toEqual(['EVENT_NOT_FOUND']);
    expect(codesOf(await update())).toEqual([]);
    expect(codesOf(await hold(fixture, { eventId, seatIds: [seatIds[3] ?? ''] }))).toEqual([
      'SINGLE_SEAT_LEFT',
    ]);
  });
});
