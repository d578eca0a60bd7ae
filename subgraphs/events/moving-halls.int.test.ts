import { describe, expect, it } from '@jest/globals';
import { EventChanged, EventRescheduled } from '@parterre/contracts/facts/events.ts';
import { anonymous, type UserCaller } from '@parterre/platform/kernel/caller.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { silentLogger } from '@parterre/platform/telemetry/logger.ts';
import { memoryBus } from '@parterre/platform/testing/memory-bus.ts';
import { createSeatMapFeed } from './adapters/bus/seat-map-feed.ts';
import { createPostgresSeatMaps } from './adapters/postgres/seat-maps.ts';
import { LiveSeatMaps } from './application/live-seat-maps.ts';
import {
  draftTestEvent,
  hold,
  importTestPlan,
  type PublishedEvent,
  planDocument,
  publishTestEvent,
  release,
  seatMap,
  sell,
  someUser,
  ticketsSubgraph,
  type UserErrors,
} from './testing/fixture.ts';
import { sharedFixture } from './testing/shared-fixture.ts';
import { turned } from './testing/turned-plan.ts';

const bus = memoryBus();
const fixture = await sharedFixture({ bus });

const times = { startsAt: '2099-03-01T18:30:00.000Z', endsAt: '2099-03-01T21:00:00.000Z' };
const errors = 'userErrors { code message field }';
const inVilnius = {
  name: 'New Theatre',
  address: '2 High Street',
  city: 'Vilnius',
  timeZone: 'Europe/Vilnius',
};

type Payload = {
  readonly event: {
    readonly startsAt: string;
    readonly hall: { readonly id: string };
    readonly seatingPlan: { readonly id: string };
  } | null;
} & UserErrors;

/** Another hall at the same time, unless said otherwise. */
const move = (caller: UserCaller, input: object) =>
  fixture.mutate<Payload>(
    'rescheduleEvent',
    `event { startsAt hall { id } seatingPlan { id } } ${errors}`,
    { ...times, reason: 'The roof leaks.', ...input },
    caller,
  );
const refusal = ({ userErrors: [error] }: Payload) => [error?.code, error?.field?.[0]];
const factsOf = async (eventId: string) =>
  (await fixture.published()).filter(
    ({ subject, type }) => subject === eventId && /^Event(Rescheduled|Changed)$/.test(type),
  );

interface Plan {
  readonly seats: { id: string; label: string; row: { label: string } }[];
  readonly sections: { id: string; kind: string }[];
}
async function readPlan(id: string): Promise<Plan> {
  const query =
    'query($id: ID!) { seatingPlan(id: $id) { seats { id label row { label } } sections { id kind } } }';
  return (await fixture.request<{ seatingPlan: Plan }>(query, { id }, anonymous)).seatingPlan;
}

async function importVersion(hallId: string, document: object, organizer: UserCaller): Promise<string> {
  const { seatingPlan } = await fixture.mutate<{ seatingPlan: { id: string } }>(
    'importSeatingPlan',
    `seatingPlan { id } ${errors}`,
    { hallId, format: 'PARTERRE', document: JSON.stringify(document) },
    organizer,
  );
  return seatingPlan.id;
}

async function buy(eventId: string, seatIds: readonly string[], standing: PlacesOfPit[] = []) {
  const { bookingId } = await hold(fixture, { eventId, seatIds, standing });
  expect(await sell(fixture, eventId, bookingId)).toEqual({ sold: true, userErrors: [] });
  return bookingId;
}
interface PlacesOfPit {
  readonly sectionId: string;
  readonly quantity: number;
}

/** What is written at the seats that are sold. */
async function sold(eventId: string): Promise<string[]> {
  const { event } = await fixture.request<{
    event: { seatMap: { seats: { nodes: { seat: { label: string; row: { label: string } } }[] } } };
  }>(
    `query($id: ID!) { event(id: $id) { seatMap { seats(state: SOLD, first: 100) {
       nodes { seat { label row { label } } } } } } }`,
    { id: eventId },
    anonymous,
  );
  return event.seatMap.seats.nodes.map(({ seat }) => `${seat.row.label}${seat.label}`);
}

describe('a published event that is moved into another hall', () => {
  it('takes its sold and held places with it by their keys, at the same time, and says where it was', async () => {
    const { eventId, hallId, organizer, seatIds, pitId } = await publishTestEvent(fixture, {
      rows: 3,
      perRow: 4,
      standing: 60,
    });
    const pit = { sectionId: pitId ?? '', quantity: 3 };
    await buy(eventId, [seatIds[0] ?? '', seatIds[5] ?? ''], [pit]);
    const { bookingId } = await hold(fixture, { eventId, seatIds: [seatIds[11] ?? ''], standing: [pit] });
    const other = await importTestPlan(fixture, organizer, turned(4, 4, 30), inVilnius);

    expect(await move(organizer, { eventId, hallId: other.hallId })).toEqual({
      event: { startsAt: times.startsAt, hall: { id: other.hallId }, seatingPlan: { id: other.planId } },
      userErrors: [],
    });
    expect(await sold(eventId)).toEqual(['B2', 'A1']);
    const map = await seatMap(fixture, eventId);
    expect(map.states).toBe('FFFFFFFHFSFFSFFF');
    expect(map.standing).toEqual([{ capacity: 30, available: 24 }]);
    // What is held can still be bought, and given back by the identifiers that its booking has.
    expect(await sell(fixture, eventId, bookingId)).toEqual({ sold: true, userErrors: [] });
    const back = { eventId, bookingId, reason: 'TICKETS_REFUNDED', seatIds: [seatIds[11] ?? ''] };
    expect(await release(fixture, { ...back, standing: [pit] })).toMatchObject({ released: true });
    expect((await seatMap(fixture, eventId)).states).toBe('FFFFFFFFFSFFSFFF');

    const [rescheduled, changed] = await factsOf(eventId);
    const where = {
      ...times,
      hallId: other.hallId,
      venueName: 'New Theatre',
      timeZone: 'Europe/Vilnius',
      seatingPlanId: other.planId,
      seatCount: 16,
    };
    expect([rescheduled?.type, changed?.type]).toEqual([EventRescheduled.type, EventChanged.type]);
    expect(rescheduled?.data).toMatchObject({
      ...where,
      reason: 'The roof leaks.',
      previousStartsAt: times.startsAt,
      refundUntil: times.startsAt,
      previousHall: { hallId, hallName: 'Great Hall', venueName: 'Old Theatre', timeZone: 'Europe/Vienna' },
    });
    expect(changed?.data).toMatchObject(where);
  });

  it('is asked again for what it has, and nobody is told of anything', async () => {
    const { eventId, hallId, organizer } = await publishTestEvent(fixture, { rows: 1, perRow: 2 });
    const other = await importTestPlan(fixture, organizer, planDocument({ rows: 1, perRow: 2, standing: 5 }));
    const prices = [{ priceZoneId: other.zones[1]?.id, price: { amount: '7.00', currencyCode: 'EUR' } }];
    const input = { eventId, hallId: other.hallId, prices };
    const first = await move(organizer, input);
    expect(first.userErrors).toEqual([]);
    // A newer plan of the hall is nothing to come to by itself.
    await importVersion(other.hallId, turned(2, 2), organizer);
    expect(await move(organizer, input)).toEqual(first);
    expect(await move(organizer, { eventId })).toEqual(first);
    expect(await move(organizer, { ...input, seatingPlanId: other.planId })).toEqual(first);
    expect(await factsOf(eventId)).toHaveLength(2);
    expect(refusal(await move(organizer, { ...input, endsAt: '2099-03-01T22:00:00.000Z' }))).toEqual([
      'INVALID_INPUT',
      'prices',
    ]);
    // And back, at another time.
    const later = { startsAt: '2099-03-02T18:30:00.000Z', endsAt: '2099-03-02T21:00:00.000Z' };
    expect(await move(organizer, { eventId, hallId, ...later })).toMatchObject({
      event: { startsAt: later.startsAt, hall: { id: hallId } },
    });
    expect((await factsOf(eventId))[2]?.data).toMatchObject({
      hallId,
      previousStartsAt: times.startsAt,
      previousHall: { hallId: other.hallId },
    });
  });

  it('remembers each plan that it was on once, however often it comes back', async () => {
    const { eventId, hallId, organizer, seatIds } = await publishTestEvent(fixture, { rows: 1, perRow: 2 });
    const other = await importTestPlan(fixture, organizer, turned(2, 2));
    const there = (await readPlan(other.planId)).seats.at(-1)?.id ?? '';
    for (let time = 0; time < 3; time += 1) {
      for (const each of [other.hallId, hallId]) {
        expect((await move(organizer, { eventId, hallId: each })).userErrors).toEqual([]);
      }
    }
    const [row] = await fixture.database.sql<{ plans: number }>(
      'select cardinality(former_plan_ids) as plans from events where id = $1',
      [eventId],
    );
    expect(row).toEqual({ plans: 2 });
    // By the name that it has in the other hall.
    const { hold: held } = await hold(fixture, { eventId, seatIds: [there] });
    expect(held?.items).toMatchObject([{ seatId: seatIds[1] }]);
  });

  it('comes to the newest plan of the hall, or to the one that is named', async () => {
    const { eventId, organizer } = await publishTestEvent(fixture, { rows: 1, perRow: 2 });
    const other = await importTestPlan(fixture, organizer, planDocument({ rows: 1, perRow: 2, standing: 0 }));
    const second = await importVersion(other.hallId, turned(2, 2), organizer);
    const named = { hallId: other.hallId, seatingPlanId: other.planId };
    expect((await move(organizer, { eventId, ...named })).event?.seatingPlan.id).toBe(other.planId);
    const again = await publishTestEvent(fixture, { rows: 1, perRow: 2 });
    const ofHers = await importTestPlan(fixture, again.organizer, turned(1, 2));
    const newest = await importVersion(ofHers.hallId, turned(2, 2), again.organizer);
    const moved = await move(again.organizer, { eventId: again.eventId, hallId: ofHers.hallId });
    expect(moved.event?.seatingPlan.id).toBe(newest);
    // In its own hall a newer one is a change of the plan, of which buyers are told nothing; an older one is refused.
    expect((await move(organizer, { eventId, seatingPlanId: second })).event?.seatingPlan.id).toBe(second);
    expect((await factsOf(eventId)).map(({ type }) => type)).toEqual([
      EventRescheduled.type,
      EventChanged.type,
      EventChanged.type,
    ]);
    expect(refusal(await move(organizer, { eventId, ...named }))).toEqual([
      'SEATING_PLAN_NOT_FOUND',
      'seatingPlanId',
    ]);
  });

  it('is refused where somebody would lose a place, says who, and stays where it is', async () => {
    const { eventId, organizer, seatIds, pitId } = await publishTestEvent(fixture, {
      rows: 2,
      perRow: 3,
      standing: 10,
    });
    await buy(eventId, seatIds.slice(2, 4), [{ sectionId: pitId ?? '', quantity: 4 }]);
    const before = await seatMap(fixture, eventId);
    const small = await importTestPlan(fixture, organizer, planDocument({ rows: 2, perRow: 2, standing: 3 }));
    const later = { startsAt: '2099-03-02T18:30:00.000Z', endsAt: '2099-03-02T21:00:00.000Z' };
    const refused = await move(organizer, { eventId, hallId: small.hallId, ...later });
    expect(refusal(refused)).toEqual(['PLACES_WOULD_BE_LOST', 'hallId']);
    expect(refused.userErrors[0]?.message).toMatch(
      /lose 1 seat \(Stalls, row A, seat 3\) and 1 standing place \(Pit, 4 taken of 3\)$/,
    );
    const named = await move(organizer, { eventId, hallId: small.hallId, seatingPlanId: small.planId });
    expect(refusal(named)).toEqual(['PLACES_WOULD_BE_LOST', 'seatingPlanId']);
    expect(await seatMap(fixture, eventId)).toEqual(before);
    expect(await factsOf(eventId)).toEqual([]);
    const { event } = await fixture.request<{ event: { startsAt: string } }>(
      'query($id: ID!) { event(id: $id) { startsAt } }',
      { id: eventId },
      anonymous,
    );
    expect(event.startsAt).toBe(times.startsAt);
  });

  it('needs a price for each zone that the plan before has not', async () => {
    const { eventId, organizer } = await publishTestEvent(fixture, { rows: 1, perRow: 2 });
    const document = planDocument({ rows: 1, perRow: 2, standing: 5 });
    const [seats] = document.priceZones;
    const box = { key: 'box', label: 'Box', color: '#00F' };
    const sections = document.sections.map((section) =>
      'zone' in section && section.zone === 'pit' ? { ...section, zone: 'box' } : section,
    );
    const other = await importTestPlan(fixture, organizer, {
      ...document,
      priceZones: [seats, box],
      sections,
    });
    const input = { eventId, hallId: other.hallId };
    expect(refusal(await move(organizer, input))).toEqual(['PRICE_MISSING', undefined]);
    const priceZoneId = other.zones.find(({ key }) => key === 'box')?.id;
    const eur = (amount: string) => [{ priceZoneId, price: { amount, currencyCode: 'EUR' } }];
    expect(refusal(await move(organizer, { ...input, prices: eur('1.234') }))[0]).toBe('INVALID_AMOUNT');
    const foreign = [{ priceZoneId: newId(), price: { amount: '1.00', currencyCode: 'EUR' } }];
    expect(refusal(await move(organizer, { ...input, prices: foreign }))[0]).toBe('PRICE_ZONE_NOT_FOUND');
    const dollars = [{ priceZoneId, price: { amount: '1.00', currencyCode: 'USD' } }];
    const typed = [{ ...eur('1.00')[0], ticketTypeKey: 'none' }];
    const refusals: [object[], string][] = [
      [dollars, 'CURRENCY_MISMATCH'],
      [typed, 'TICKET_TYPE_NOT_FOUND'],
      [[...eur('1.00'), ...eur('2.00')], 'INVALID_INPUT'],
    ];
    for (const [prices, code] of refusals) {
      expect(refusal(await move(organizer, { ...input, prices }))[0]).toBe(code);
    }
    expect((await move(organizer, { ...input, prices: eur('33.00') })).userErrors).toEqual([]);
    const { event } = await fixture.request<{ event: { prices: object[] } }>(
      'query($id: ID!) { event(id: $id) { prices { priceZone { key } price { amount } } } }',
      { id: eventId },
      anonymous,
    );
    expect(event.prices).toEqual([
      { priceZone: { key: 'seat' }, price: { amount: '20.00' } },
      { priceZone: { key: 'box' }, price: { amount: '33.00' } },
    ]);
  });

  it('goes only into a hall of its organizer that has such a plan; others do not exist, not even for administrators', async () => {
    const { eventId, organizer } = await publishTestEvent(fixture, { rows: 1, perRow: 2 });
    const foreign = await publishTestEvent(fixture, { rows: 1, perRow: 2 });
    const plain = planDocument({ rows: 1, perRow: 2, standing: 0 });
    const mine = await importTestPlan(fixture, organizer, plain);
    for (const hallId of [foreign.hallId, newId(), 'none', '']) {
      expect(refusal(await move(organizer, { eventId, hallId }))).toEqual(['HALL_NOT_FOUND', 'hallId']);
    }
    const admin = someUser('ADMIN');
    expect(refusal(await move(admin, { eventId, hallId: foreign.hallId }))).toEqual([
      'HALL_NOT_FOUND',
      'hallId',
    ]);
    const { hall } = await fixture.mutate<{ hall: { id: string } }>(
      'createHall',
      'hall { id }',
      { venueId: mine.venueId, name: 'Empty Hall' },
      organizer,
    );
    expect(refusal(await move(organizer, { eventId, hallId: hall.id }))).toEqual([
      'HALL_HAS_NO_PLAN',
      'hallId',
    ]);
    const elsewhere = await importTestPlan(fixture, organizer, plain);
    for (const seatingPlanId of [elsewhere.planId, newId(), 'none']) {
      expect(refusal(await move(organizer, { eventId, hallId: mine.hallId, seatingPlanId }))).toEqual([
        'SEATING_PLAN_NOT_FOUND',
        'seatingPlanId',
      ]);
    }
    const stranger = await move(foreign.organizer, { eventId, hallId: foreign.hallId });
    expect(refusal(stranger)).toEqual(['EVENT_NOT_FOUND', 'eventId']);
    expect(await factsOf(eventId)).toEqual([]);
    expect((await move(admin, { eventId, hallId: mine.hallId })).event?.hall.id).toBe(mine.hallId);
  });

  it('is a published one: a draft and a cancelled event stay where they are', async () => {
    const draft = await draftTestEvent(fixture, { rows: 1, perRow: 2 });
    const cancelled = await publishTestEvent(fixture, { rows: 1, perRow: 2 });
    await fixture.database.sql(`update events set status = 'CANCELLED' where id = $1`, [cancelled.eventId]);
    const codes = { EVENT_NOT_ON_SALE: draft, EVENT_IS_CANCELLED: cancelled };
    for (const [code, { eventId, organizer }] of Object.entries(codes)) {
      const { hallId } = await importTestPlan(fixture, organizer, turned(1, 2));
      expect(refusal(await move(organizer, { eventId, hallId }))).toEqual([code, 'eventId']);
    }
  });

  it('is found where it takes place, and no longer where it did', async () => {
    const { eventId, organizer } = await publishTestEvent(fixture, { rows: 1, perRow: 2 });
    const city = `Town ${newId()}`;
    const other = await importTestPlan(fixture, organizer, turned(1, 2), {
      ...inVilnius,
      name: `House ${city}`,
      city,
    });
    await move(organizer, { eventId, hallId: other.hallId });
    const found = async (more: string) => {
      const { events } = await fixture.request<{ events: { nodes: { id: string }[] } }>(
        `{ events(first: 100, ${more}) { nodes { id } } }`,
        {},
        anonymous,
      );
      return events.nodes.map(({ id }) => id).includes(eventId);
    };
    expect(await found(`search: "${city}"`)).toBe(true);
    expect(await found(`filter: { city: "${city}" }`)).toBe(true);
    expect(await found(`filter: { venueId: "${other.venueId}" }`)).toBe(true);
    const organizerId = organizer.userId;
    expect(await found(`filter: { city: "Vienna", organizerId: "${organizerId}" }`)).toBe(false);
  });

  it('tells the tickets subgraph what its places are called now, and nobody else', async () => {
    const { eventId, organizer, seatIds, pitId } = await publishTestEvent(fixture, {
      rows: 2,
      perRow: 2,
      standing: 5,
    });
    const other = await importTestPlan(fixture, organizer, turned(2, 2, 5));
    await move(organizer, { eventId, hallId: other.hallId });
    const plan = await readPlan(other.planId);
    const stranger = newId();
    const wanted = { eventId, seatIds: [seatIds[0], stranger, plan.seats[0]?.id], sectionIds: [pitId] };
    const query = `query($eventId: ID!, $seatIds: [ID!]!, $sectionIds: [ID!]!) {
      presentPlaces(eventId: $eventId, seatIds: $seatIds, sectionIds: $sectionIds) { seatIds sectionIds } }`;
    expect(await fixture.request(query, wanted, ticketsSubgraph)).toEqual({
      presentPlaces: {
        seatIds: [plan.seats[2]?.id, stranger, plan.seats[0]?.id],
        sectionIds: [plan.sections.find(({ kind }) => kind === 'STANDING')?.id],
      },
    });
    const refused = [
      fixture.request(query, wanted, someUser('ADMIN')),
      fixture.request(query, { ...wanted, seatIds: ['none'] }, ticketsSubgraph),
      fixture.request(query, { ...wanted, seatIds: Array.from({ length: 501 }, newId) }, ticketsSubgraph),
    ];
    for (const asked of refused) await expect(asked).rejects.toThrow(/expected/);
  });
});

describe('an event that is moved into another hall while it is being sold', () => {
  it('sells no place twice and loses none, and goes into a smaller hall only where nobody stays outside', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { eventId, organizer, seatIds, pitId } = await publishTestEvent(fixture, {
        rows: 4,
        perRow: 5,
        standing: 20,
      });
      const halls = {
        same: await importTestPlan(fixture, organizer, turned(4, 5, 20)),
        small: await importTestPlan(fixture, organizer, planDocument({ rows: 3, perRow: 5, standing: 8 })),
      };
      const bought = buyAll({ eventId, seatIds, pitId });
      const moves = [
        move(organizer, { eventId, hallId: halls.small.hallId }),
        move(organizer, { eventId, hallId: halls.same.hallId }),
      ];
      const bookings = (await Promise.all(bought)).filter((each) => each !== null);
      for (const moved of await Promise.all(moves)) {
        expect(['PLACES_WOULD_BE_LOST', undefined]).toContain(refusal(moved)[0]);
      }
      // Each seat that was sold is there once, under the key under which it was sold, and its buyer has it.
      const seats = bookings.filter(({ seatId }) => seatId !== null);
      const rows = await fixture.database.sql<{ key: string; bookingId: string }>(
        `select s.key, e.booking_id as "bookingId" from event_seats e join seats s on s.id = e.seat_id
         join events v on v.id = e.event_id and v.plan_id = s.plan_id and s.seat_index = e.seat_index
         join seating_plans p on p.id = v.plan_id and p.hall_id = v.hall_id
         where e.event_id = $1 and e.state = 'S'`,
        [eventId],
      );
      const keys = await fixture.database.sql<{ id: string; key: string }>(
        'select id, key from seats where id = any ($1::uuid[])',
        [seatIds],
      );
      const keyOf = new Map(keys.map(({ id, key }) => [id, key]));
      expect(new Set(rows.map(({ key, bookingId }) => `${key} ${bookingId}`))).toEqual(
        new Set(seats.map(({ seatId, bookingId }) => `${keyOf.get(seatId ?? '')} ${bookingId}`)),
      );
      expect(rows).toHaveLength(seats.length);
      const [standing] = await fixture.database.sql<{ taken: number; held: number }>(
        `select (select sum(taken)::int from standing_shards where event_id = $1) as taken,
                (select coalesce(sum(quantity), 0)::int from standing_holds where event_id = $1) as held`,
        [eventId],
      );
      const standingSold = bookings.length - seats.length;
      expect(standing).toEqual({ taken: standingSold, held: standingSold });
    }
  });

  it('shows whoever watches the map of the new hall, anew', async () => {
    const { eventId, organizer, seatIds } = await publishTestEvent(fixture, { rows: 2, perRow: 2 });
    await fixture.relay();
    const maps = new LiveSeatMaps(
      createSeatMapFeed(bus, silentLogger),
      createPostgresSeatMaps(fixture.database),
      { gatherMs: 1, lingerMs: 60_000, maps: 10 },
    );
    const watching = await maps.watch(eventId, null);
    if (!watching || watching === 'too-many') throw new Error('expected a watch');
    expect((await watching.next()).value).toMatchObject({ kind: 'snapshot', states: 'FFFF' });
    await buy(eventId, seatIds.slice(0, 1));
    const other = await importTestPlan(fixture, organizer, turned(3, 2));
    await move(organizer, { eventId, hallId: other.hallId });
    await fixture.relay();
    for await (const message of watching) {
      if (message.kind !== 'snapshot' || message.planId !== other.planId) continue;
      expect(message).toMatchObject({ startsAnew: true, states: 'FFFFSF' });
      break;
    }
    await watching.return();
    maps.close();
  });

  it('shows each time another map, also on a plan to which it has come back', async () => {
    const { eventId, hallId, organizer } = await publishTestEvent(fixture, { rows: 2, perRow: 2 });
    const other = await importTestPlan(fixture, organizer, turned(2, 2));
    const logs = [logOf(await seatMap(fixture, eventId))];
    for (const each of [other.hallId, hallId]) {
      await move(organizer, { eventId, hallId: each });
      logs.push(logOf(await seatMap(fixture, eventId)));
    }
    await fixture.relay();
    const maps = new LiveSeatMaps(
      createSeatMapFeed(bus, silentLogger),
      createPostgresSeatMaps(fixture.database),
      { gatherMs: 1, lingerMs: 60_000, maps: 10 },
    );
    const watching = await maps.watch(eventId, null);
    if (!watching || watching === 'too-many') throw new Error('expected a watch');
    await watching.next();
    // Read before the fact is on the bus: the map in memory is still that of the plan before.
    await move(organizer, { eventId, hallId: other.hallId });
    const after = await seatMap(fixture, eventId);
    logs.push(logOf(after));
    expect(new Set(logs).size).toBe(4);
    const late = await maps.watch(eventId, after.version);
    if (!late || late === 'too-many') throw new Error('expected a watch');
    expect((await late.next()).value).toMatchObject({ kind: 'snapshot', startsAnew: true });
    await Promise.all([watching.return(), late.return()]);
    maps.close();
  });
});

/** Versions of the map are compared within one log. */
function logOf({ version }: { readonly version: string }): string {
  return version.slice(0, version.lastIndexOf('.'));
}

/** Two buyers for each seat and one for each standing place, by the identifiers of the plan of now. */
function buyAll({ eventId, seatIds, pitId }: Pick<PublishedEvent, 'eventId' | 'seatIds' | 'pitId'>) {
  const standing = Array.from({ length: 20 }, () => null);
  return [...seatIds, ...seatIds, ...standing].map(async (seatId) => {
    const places = seatId ? { seatIds: [seatId] } : { standing: [{ sectionId: pitId ?? '', quantity: 1 }] };
    const { hold: held, bookingId } = await hold(fixture, { eventId, ...places });
    if (!held || !(await sell(fixture, eventId, bookingId)).sold) return null;
    return { seatId, bookingId };
  });
}
