import { describe, expect, it } from '@jest/globals';
import { EventChanged, SeatsReleased, SeatsSold } from '@parterre/contracts/facts/events.ts';
import { readFact } from '@parterre/contracts/facts/fact.ts';
import type { EventId, SeatId } from '@parterre/contracts/kernel/ids.ts';
import { anonymous, type UserCaller } from '@parterre/platform/kernel/caller.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { silentLogger } from '@parterre/platform/telemetry/logger.ts';
import { memoryBus } from '@parterre/platform/testing/memory-bus.ts';
import { until } from '@parterre/platform/testing/until.ts';
import { createSeatMapFeed } from './adapters/bus/seat-map-feed.ts';
import { createPostgresSeatMaps } from './adapters/postgres/seat-maps.ts';
import { createPostgresSeats } from './adapters/postgres/seats.ts';
import { LiveSeatMaps } from './application/live-seat-maps.ts';
import type { SeatMapMessage } from './application/seat-map-watch.ts';
import {
  draftTestEvent,
  hold,
  letExpire,
  planDocument,
  publishTestEvent,
  release,
  seatMap,
  sell,
  someUser,
  type UserErrors,
} from './testing/fixture.ts';
import { codesOf, sharedFixture } from './testing/shared-fixture.ts';
import { type PlaceOfRow, turned } from './testing/turned-plan.ts';

const bus = memoryBus();
const fixture = await sharedFixture({ bus });

const errors = 'userErrors { code message field }';

interface Imported {
  readonly id: string;
  readonly seats: readonly {
    readonly id: string;
    readonly label: string;
    readonly row: { readonly label: string };
  }[];
  readonly sections: readonly { readonly id: string; readonly kind: string }[];
  readonly priceZones: readonly { readonly id: string; readonly key: string }[];
}

async function importVersion(hallId: string, document: object, organizer: UserCaller): Promise<Imported> {
  const { seatingPlan, userErrors } = await fixture.mutate<UserErrors & { seatingPlan: Imported }>(
    'importSeatingPlan',
    `seatingPlan { id seats { id label row { label } } sections { id kind } priceZones { id key } } ${errors}`,
    { hallId, format: 'PARTERRE', document: JSON.stringify(document) },
    organizer,
  );
  expect(userErrors).toEqual([]);
  return seatingPlan;
}

function changePlan(eventId: string, seatingPlanId: string, organizer: UserCaller, more: object = {}) {
  return fixture.mutate<UserErrors & { event: { seatingPlan: { id: string } } | null }>(
    'changeSeatingPlan',
    `event { seatingPlan { id } } ${errors}`,
    { eventId, seatingPlanId, idempotencyKey: newId(), ...more },
    organizer,
  );
}

/** What is written at the seats that are in each state, in plan order. */
async function named(eventId: string, state: string): Promise<string[]> {
  const { event } = await fixture.request<{
    event: { seatMap: { seats: { nodes: { seat: { label: string; row: { label: string } } }[] } } };
  }>(
    `query($id: ID!, $state: SeatState!) { event(id: $id) { seatMap {
       seats(state: $state, first: 100) { nodes { seat { label row { label } } } } } } }`,
    { id: eventId, state },
    anonymous,
  );
  return event.seatMap.seats.nodes.map(({ seat }) => `${seat.row.label}${seat.label}`);
}

async function buy(eventId: string, seatIds: readonly string[], standing: object[] = []) {
  const { bookingId, hold: held } = await hold(fixture, {
    eventId,
    seatIds,
    standing: standing as { sectionId: string; quantity: number }[],
  });
  expect(held).not.toBeNull();
  expect(await sell(fixture, eventId, bookingId)).toEqual({ sold: true, userErrors: [] });
  return bookingId;
}

/** What places cost, as the loyalty subgraph hears it, or why they have no price. */
async function quote(input: object): Promise<object | string | undefined> {
  const query = `query($input: QuoteSeatsInput!) { quoteSeats(input: $input) {
    quote { items { priceZoneId ticketTypeId price { amount currencyCode } } } userErrors { code } } }`;
  type Answer = { quoteSeats: { quote: { items: object[] } | null; userErrors: { code: string }[] } };
  const wanted = { input: { seatIds: [], standing: [], ...input } };
  const loyalty = { kind: 'subgraph', subgraph: 'loyalty' } as const;
  const { quoteSeats } = await fixture.request<Answer>(query, wanted, loyalty);
  return quoteSeats.quote?.items ?? quoteSeats.userErrors[0]?.code;
}

/** How many statements wait for what another transaction has locked. */
async function waiting(): Promise<number> {
  const [row] = await fixture.database.sql<{ count: number }>(
    `select count(*)::int as count from pg_stat_activity
     where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0`,
  );
  return row?.count ?? 0;
}

describe('an event that comes to a newer version of its plan', () => {
  it('keeps every sold, held and blocked seat where it is in the hall, whatever its new index', async () => {
    const { eventId, hallId, organizer, seatIds, pitId } = await publishTestEvent(fixture, {
      rows: 3,
      perRow: 4,
      standing: 60,
    });
    const pit = { sectionId: pitId ?? '', quantity: 3 };
    await buy(eventId, [seatIds[0] ?? '', seatIds[5] ?? ''], [pit]);
    const { bookingId } = await hold(fixture, { eventId, seatIds: [seatIds[11] ?? ''], standing: [pit] });
    await fixture.mutate('blockSeats', errors, { eventId, seatIds: [seatIds[2]] }, organizer);
    const next = await importVersion(hallId, turned(3, 4, 30), organizer);

    expect(await changePlan(eventId, next.id, organizer)).toEqual({
      event: { seatingPlan: { id: next.id } },
      userErrors: [],
    });
    expect(await named(eventId, 'SOLD')).toEqual(['B2', 'A1']);
    expect(await named(eventId, 'HELD')).toEqual(['C4']);
    expect(await named(eventId, 'BLOCKED')).toEqual(['A3']);
    const map = await seatMap(fixture, eventId);
    expect(map.states).toBe('FFFHFSFFSFBF');
    expect(map.standing).toEqual([{ capacity: 30, available: 24 }]);

    // What is held can still be bought, and comes back under the identifiers that its booking has.
    expect(await sell(fixture, eventId, bookingId)).toEqual({ sold: true, userErrors: [] });
    const back = { eventId, bookingId, reason: 'TICKETS_REFUNDED', seatIds: [seatIds[11] ?? ''] };
    expect(await release(fixture, { ...back, standing: [{ ...pit, quantity: 2 }] })).toMatchObject({
      released: true,
    });
    expect((await seatMap(fixture, eventId)).states).toBe('FFFFFSFFSFBF');
    expect((await seatMap(fixture, eventId)).standing).toEqual([{ capacity: 30, available: 26 }]);
    expect(await release(fixture, { eventId, bookingId })).toMatchObject({ released: true });
    expect((await seatMap(fixture, eventId)).standing).toEqual([{ capacity: 30, available: 27 }]);

    const facts = (await fixture.published()).filter(({ subject }) => subject === eventId);
    const changed = facts.find(({ type }) => type === EventChanged.type);
    expect(changed && readFact(EventChanged, changed)).toMatchObject({
      seatingPlanId: next.id,
      seatCount: 12,
      standingCapacity: 30,
    });
    // After the change facts tell the seats of the new plan.
    const after = facts.slice(facts.findIndex(({ type }) => type === EventChanged.type) + 1);
    expect(after.map(({ type }) => type)).toEqual([SeatsSold.type, SeatsReleased.type, SeatsReleased.type]);
    expect(after[0]?.data).toMatchObject({ seats: [{ seatId: next.seats[3]?.id, index: 3 }] });
  });

  it('opens the seats that the plan has more, at the price of their zone, and drops free ones', async () => {
    const { eventId, hallId, organizer, seatIds } = await publishTestEvent(fixture, { rows: 2, perRow: 3 });
    await buy(eventId, [seatIds[0] ?? '']);
    const document = turned(3, 3, 0, ({ row, seat }) => row !== 'B' || seat === 1);
    const next = await importVersion(hallId, document, organizer);
    expect(codesOf(await changePlan(eventId, next.id, organizer))).toEqual([]);
    expect((await seatMap(fixture, eventId)).states).toBe('FFFFSFF');
    const seat = next.seats[0]?.id ?? '';
    expect((await hold(fixture, { eventId, seatIds: [seat] })).hold?.items).toMatchObject([
      { seatId: seat, price: { amount: '20.00' } },
    ]);
  });

  it('is refused where somebody would lose his place, says who, and changes nothing', async () => {
    const { eventId, hallId, organizer, seatIds, pitId } = await publishTestEvent(fixture, {
      rows: 3,
      perRow: 10,
      standing: 10,
      event: { maxSeatsPerUser: 20 },
    });
    await buy(eventId, seatIds.slice(0, 10), [{ sectionId: pitId ?? '', quantity: 4 }]);
    await buy(eventId, seatIds.slice(10, 20));
    await hold(fixture, { eventId, seatIds: seatIds.slice(20, 22) });
    const { bookingId } = await hold(fixture, { eventId, seatIds: seatIds.slice(22, 23) });
    await letExpire(fixture, bookingId);
    const before = await seatMap(fixture, eventId);
    const next = await importVersion(
      hallId,
      turned(3, 10, 3, ({ row, seat }) => row === 'C' && seat > 3),
      organizer,
    );
    const refused = await changePlan(eventId, next.id, organizer);
    expect(codesOf(refused)).toEqual(['PLACES_WOULD_BE_LOST']);
    const [{ message, field } = { message: '', field: [] }] = refused.userErrors;
    expect(field).toEqual(['seatingPlanId']);
    expect(message).toMatch(/lose 22 seats \(Stalls, row A, seat 1; .*; Stalls, row B, seat 10; …\)/);
    expect(message.match(/seat \d+/g)).toHaveLength(20);
    expect(message).toMatch(/and 1 standing place \(Pit, 4 taken of 3\)$/);
    expect(await seatMap(fixture, eventId)).toEqual(before);
  });

  it('lets go of a hold that has run out, and never sells it afterwards', async () => {
    const { eventId, hallId, organizer, seatIds } = await publishTestEvent(fixture, { rows: 2, perRow: 2 });
    const { bookingId } = await hold(fixture, { eventId, seatIds: seatIds.slice(0, 3) });
    await letExpire(fixture, bookingId);
    const next = await importVersion(
      hallId,
      turned(2, 2, 0, ({ row }) => row === 'B'),
      organizer,
    );
    expect(codesOf(await changePlan(eventId, next.id, organizer))).toEqual([]);
    expect(await sell(fixture, eventId, bookingId)).toMatchObject({ sold: false });
    await fixture.runJobs();
    const again = await hold(fixture, { eventId, seatIds: next.seats.map(({ id }) => id) });
    expect(again.hold?.items).toHaveLength(2);
  });

  it('counts a seat that was being blocked when the change began as one of the plan before', async () => {
    const { eventId, hallId, organizer, seatIds } = await publishTestEvent(fixture, { rows: 2, perRow: 2 });
    const next = await importVersion(hallId, turned(2, 2, 0), organizer);
    const seats = createPostgresSeats();
    const commit = Promise.withResolvers<void>();
    const blocked = Promise.withResolvers<number>();
    const blocking = fixture.database.transaction(async (tx) => {
      const changed = await seats.block(tx, eventId as EventId, seatIds.slice(0, 1) as SeatId[]);
      blocked.resolve(changed?.[0]?.version ?? 0);
      await commit.promise;
    });
    const version = await blocked.promise;
    const changing = changePlan(eventId, next.id, organizer);
    await until('the change to wait for the seat', async () => (await waiting()) > 0);
    commit.resolve();
    await blocking;
    expect(codesOf(await changing)).toEqual([]);
    const [event] = await fixture.database.sql<{ from: number }>(
      'select seat_versions_from as from from events where id = $1',
      [eventId],
    );
    expect(version).toBeGreaterThan(0);
    expect(event?.from).toBeGreaterThanOrEqual(version);
    expect(await named(eventId, 'BLOCKED')).toEqual(['A1']);
  });

  it('goes on knowing seats by the identifiers of every plan that it was on', async () => {
    const { eventId, hallId, organizer, seatIds, pitId } = await publishTestEvent(fixture, {
      rows: 2,
      perRow: 3,
      standing: 10,
    });
    const second = await importVersion(hallId, turned(2, 3, 10), organizer);
    await changePlan(eventId, second.id, organizer);
    const third = await importVersion(hallId, planDocument({ rows: 3, perRow: 3, standing: 10 }), organizer);
    await changePlan(eventId, third.id, organizer);
    const presentId = third.seats[1]?.id;
    const formerPit = [{ sectionId: pitId ?? '', quantity: 2 }];
    const first = await hold(fixture, { eventId, seatIds: [seatIds[1] ?? ''], standing: formerPit });
    expect(first.hold?.items[0]?.seatId).toBe(presentId);
    // The same request gets the same answer, and the same seat is nobody else's under another name.
    const repeated = {
      bookingId: first.bookingId,
      eventId,
      seatIds: [seatIds[1] ?? ''],
      standing: formerPit,
    };
    expect((await hold(fixture, { ...repeated, userId: newId() })).userErrors).toMatchObject([
      { code: 'HOLD_CONFLICT' },
    ]);
    for (const id of [seatIds[1], second.seats[4]?.id, presentId]) {
      expect((await hold(fixture, { eventId, seatIds: [id ?? ''] })).userErrors).toMatchObject([
        { code: 'SEATS_TAKEN', seatIds: [presentId] },
      ]);
    }
    const twice = await hold(fixture, { eventId, seatIds: [seatIds[0] ?? '', third.seats[0]?.id ?? ''] });
    expect(twice.userErrors).toMatchObject([{ code: 'SEAT_NOT_FOUND' }]);
    const block = { eventId, seatIds: [seatIds[2]] };
    expect(codesOf(await fixture.mutate<UserErrors>('blockSeats', errors, block, organizer))).toEqual([]);
    expect((await seatMap(fixture, eventId)).states).toBe('FHBFFFFFF');
    expect((await hold(fixture, { eventId, seatIds: [newId()] })).userErrors).toMatchObject([
      { code: 'SEAT_NOT_FOUND' },
    ]);
  });

  it('quotes places by the identifiers of every plan that it was on, as a hold takes them', async () => {
    const { eventId, hallId, organizer, seatIds, pitId } = await publishTestEvent(fixture, {
      rows: 2,
      perRow: 3,
      standing: 10,
    });
    const next = await importVersion(hallId, turned(2, 3, 10), organizer);
    await changePlan(eventId, next.id, organizer);
    const presentPit = next.sections.find(({ kind }) => kind === 'STANDING')?.id ?? '';
    const formerly = { seatIds: seatIds.slice(0, 1), standing: [{ sectionId: pitId ?? '', quantity: 2 }] };
    // Row A comes last in this one.
    const presently = {
      seatIds: [next.seats[3]?.id ?? ''],
      standing: [{ sectionId: presentPit, quantity: 2 }],
    };
    const items = await quote({ eventId, ...presently });
    expect(items).toHaveLength(3);
    expect(await quote({ eventId, ...formerly })).toEqual(items);
    const twice = [...formerly.seatIds, ...presently.seatIds];
    expect(await quote({ eventId, seatIds: twice })).toBe('SEAT_NOT_FOUND');
    const twicePit = [...formerly.standing, ...presently.standing];
    expect(await quote({ eventId, standing: twicePit })).toBe('SECTION_NOT_FOUND');
    expect((await hold(fixture, { eventId, seatIds: twice })).userErrors).toMatchObject([
      { code: 'SEAT_NOT_FOUND' },
    ]);
    expect((await hold(fixture, { eventId, seatIds: [], standing: twicePit })).userErrors).toMatchObject([
      { code: 'SECTION_NOT_FOUND' },
    ]);
  });

  it('gives back places of a limited ticket type that were bought before', async () => {
    const { organizer, hallId, eventId, prices } = await draftTestEvent(fixture, { rows: 2, perRow: 4 });
    const ofStudents = prices.map((price) => ({ ...price, ticketTypeKey: 'student' }));
    const ticketTypes = [{ key: 'student', label: 'Student', maxPerEvent: 4 }];
    const update = { eventId, ticketTypes, prices: ofStudents };
    expect(codesOf(await fixture.mutate<UserErrors>('updateEvent', errors, update, organizer))).toEqual([]);
    expect(codesOf(await fixture.mutate<UserErrors>('publishEvent', errors, { eventId }, organizer))).toEqual(
      [],
    );
    const before = await importVersion(hallId, turned(2, 4, 0), organizer);
    expect(codesOf(await changePlan(eventId, before.id, organizer))).toEqual([]);
    const seatIds = before.seats.map(({ id }) => id);
    const bookingId = await buy(eventId, seatIds.slice(0, 2));
    await buy(eventId, seatIds.slice(2, 4));
    const next = await importVersion(hallId, planDocument({ rows: 2, perRow: 4, standing: 0 }), organizer);
    expect(codesOf(await changePlan(eventId, next.id, organizer))).toEqual([]);

    // Row A, which nobody has, comes first in this one.
    const one = (index: number) => hold(fixture, { eventId, seatIds: [next.seats[index]?.id ?? ''] });
    expect((await one(0)).userErrors).toMatchObject([{ code: 'TICKET_TYPE_SOLD_OUT' }]);
    const back = { eventId, bookingId, reason: 'TICKETS_REFUNDED', seatIds: seatIds.slice(0, 1) };
    expect(await release(fixture, back)).toMatchObject({ released: true });
    expect((await one(0)).hold?.items).toHaveLength(1);
    expect((await one(1)).userErrors).toMatchObject([{ code: 'TICKET_TYPE_SOLD_OUT' }]);
  });

  it('takes the prices of its zones with it by their keys, and needs one for each new zone', async () => {
    const { eventId, hallId, organizer } = await publishTestEvent(fixture, { rows: 1, perRow: 2 });
    const plan = planDocument({ rows: 1, perRow: 2, standing: 5 });
    const withBalcony = {
      ...plan,
      priceZones: [...plan.priceZones, { key: 'box', label: 'Box', color: '#00F' }],
    };
    Object.assign(withBalcony.sections[1] ?? {}, { zone: 'box' });
    const next = await importVersion(hallId, withBalcony, organizer);
    expect(codesOf(await changePlan(eventId, next.id, organizer))).toEqual(['PRICE_MISSING']);
    const prices = [
      {
        priceZoneId: next.priceZones.find(({ key }) => key === 'box')?.id,
        price: { amount: '33.00', currencyCode: 'EUR' },
      },
    ];
    expect(codesOf(await changePlan(eventId, next.id, organizer, { prices }))).toEqual([]);
    const { event } = await fixture.request<{ event: { prices: object[] } }>(
      'query($id: ID!) { event(id: $id) { prices { priceZone { key } price { amount } } } }',
      { id: eventId },
      anonymous,
    );
    expect(event.prices).toEqual([
      { priceZone: { key: 'seat' }, price: { amount: '20.00' } },
      { priceZone: { key: 'pit' }, price: { amount: '10.00' } },
      { priceZone: { key: 'box' }, price: { amount: '33.00' } },
    ]);
  });

  it('may be a draft, which has no places yet', async () => {
    const { eventId, hallId, organizer } = await draftTestEvent(fixture, { rows: 1, perRow: 2 });
    const next = await importVersion(hallId, planDocument({ rows: 2, perRow: 2, standing: 0 }), organizer);
    expect(codesOf(await changePlan(eventId, next.id, organizer))).toEqual([]);
    expect(codesOf(await fixture.mutate<UserErrors>('publishEvent', errors, { eventId }, organizer))).toEqual(
      [],
    );
    expect((await seatMap(fixture, eventId)).states).toBe('FFFF');
  });

  it('is refused for a plan of another hall, one that is not newer, and what is not yours', async () => {
    const { eventId, hallId, organizer } = await publishTestEvent(fixture, { rows: 1, perRow: 2 });
    const other = await publishTestEvent(fixture, { rows: 1, perRow: 2 });
    const { event } = await fixture.request<{ event: { seatingPlan: { id: string } } }>(
      'query($id: ID!) { event(id: $id) { seatingPlan { id } } }',
      { id: eventId },
      anonymous,
    );
    const foreign = await importVersion(
      other.hallId,
      planDocument({ rows: 1, perRow: 2, standing: 0 }),
      other.organizer,
    );
    for (const planId of [event.seatingPlan.id, foreign.id, newId(), 'none']) {
      expect(codesOf(await changePlan(eventId, planId, organizer))).toEqual(['SEATING_PLAN_NOT_FOUND']);
    }
    const next = await importVersion(hallId, planDocument({ rows: 1, perRow: 2, standing: 0 }), organizer);
    const stranger = someUser('ORGANIZER');
    const [notYours, nothing] = [
      await changePlan(eventId, next.id, stranger),
      await changePlan(newId(), next.id, stranger),
    ];
    expect(codesOf(notYours)).toEqual(['EVENT_NOT_FOUND']);
    expect(notYours).toEqual(nothing);
    expect(codesOf(await changePlan(eventId, next.id, organizer, { idempotencyKey: '' }))).toEqual([
      'INVALID_IDEMPOTENCY_KEY',
    ]);
  });

  it('has one effect under one key, whatever comes after it', async () => {
    const { eventId, hallId, organizer } = await publishTestEvent(fixture, { rows: 1, perRow: 2 });
    const second = await importVersion(hallId, planDocument({ rows: 1, perRow: 3, standing: 0 }), organizer);
    const key = { idempotencyKey: newId() };
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => changePlan(eventId, second.id, organizer, key)),
    );
    expect(answers.map(codesOf)).toEqual([[], [], [], [], []]);
    const third = await importVersion(hallId, planDocument({ rows: 1, perRow: 4, standing: 0 }), organizer);
    await changePlan(eventId, third.id, organizer);
    expect(await changePlan(eventId, second.id, organizer, key)).toEqual({
      event: { seatingPlan: { id: third.id } },
      userErrors: [],
    });
    expect(codesOf(await changePlan(eventId, third.id, organizer, key))).toEqual(['IDEMPOTENCY_KEY_REUSED']);
    const changes = (await fixture.published(EventChanged.type)).filter(({ subject }) => subject === eventId);
    expect(changes).toHaveLength(2);
  });
});

describe('an event whose plan is changed while it is being sold', () => {
  it('sells no seat twice, loses none, and refuses the plan where a seat was bought just before', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { eventId, hallId, organizer, seatIds } = await publishTestEvent(fixture, { rows: 4, perRow: 5 });
      const all = await importVersion(hallId, turned(4, 5, 0), organizer);
      const without = await importVersion(
        hallId,
        turned(4, 5, 0, ({ row }) => row !== 'D'),
        organizer,
      );
      // Two buyers for each seat, by the identifiers of the first plan; some give back what they bought.
      const buying = [...seatIds, ...seatIds].map(async (seatId, buyer) => {
        const { hold: held, bookingId } = await hold(fixture, { eventId, seatIds: [seatId] });
        if (!held) return null;
        const sold = (await sell(fixture, eventId, bookingId)).sold;
        if (sold && buyer % 4 === 0) {
          expect(
            await release(fixture, { eventId, bookingId, seatIds: [held.items[0]?.seatId ?? ''] }),
          ).toMatchObject({
            released: true,
          });
          return null;
        }
        return sold ? { seatId, bookingId } : null;
      });
      const changes = [changePlan(eventId, all.id, organizer), changePlan(eventId, without.id, organizer)];
      const sold = (await Promise.all(buying)).filter((each) => each !== null);
      const [first, second] = await Promise.all(changes);
      // Whichever came first; the one without row D only where nobody had bought or held a seat there.
      expect([[], ['SEATING_PLAN_NOT_FOUND']]).toContainEqual(first ? codesOf(first) : null);
      expect([[], ['PLACES_WOULD_BE_LOST']]).toContainEqual(second ? codesOf(second) : null);
      const rows = await fixture.database.sql<{ key: string; booking_id: string }>(
        `select s.key, e.booking_id from event_seats e join seats s on s.id = e.seat_id
         join events v on v.id = e.event_id and v.plan_id = s.plan_id and s.seat_index = e.seat_index
         where e.event_id = $1 and e.state = 'S' order by 1`,
        [eventId],
      );
      const keys = await fixture.database.sql<{ id: string; key: string }>(
        'select id, key from seats where id = any ($1::uuid[])',
        [seatIds],
      );
      const keyOf = new Map(keys.map(({ id, key }) => [id, key]));
      const expected = sold
        .map(({ seatId, bookingId }) => ({ key: keyOf.get(seatId) ?? '', booking_id: bookingId }))
        .sort((a, b) => (a.key < b.key ? -1 : 1));
      expect(rows.map((row) => ({ ...row })).sort((a, b) => (a.key < b.key ? -1 : 1))).toEqual(expected);
    }
  });

  it('locks standing sections in the order of its plan of now, by whichever identifiers they are asked for', async () => {
    const both = { rows: 0, perRow: 0, standing: 10, gallery: 10 };
    const { eventId, hallId, organizer, pitId, galleryId } = await publishTestEvent(fixture, both);
    const plan = planDocument(both);
    const next = await importVersion(hallId, { ...plan, sections: plan.sections.toReversed() }, organizer);
    expect(codesOf(await changePlan(eventId, next.id, organizer))).toEqual([]);
    // The pit, which is the first in the plan before, is the last one now.
    const [gallery = '', pit = ''] = next.sections.map(({ id }) => id);
    expect([(pitId ?? '') < (galleryId ?? ''), pit < gallery]).toEqual([true, false]);
    const one = (sectionId: string | null) => ({ sectionId: sectionId ?? '', quantity: 1 });
    let holding: ReturnType<typeof hold> | undefined;
    await fixture.database.transaction(async (tx) => {
      const lock = (sectionId: string, how: string) =>
        tx.sql<{ shard: number }>(
          `select shard from standing_shards where event_id = $1 and section_id = $2 for update ${how}`,
          [eventId, sectionId],
        );
      await lock(gallery, '');
      holding = hold(fixture, { eventId, standing: [one(pitId), one(galleryId)] });
      await until('the hold to wait for the gallery', async () => (await waiting()) === 1);
      // Whoever has the gallery may want the pit: it is not in the hands of somebody who waits for the gallery.
      expect(await lock(pit, 'skip locked')).toHaveLength(1);
    });
    expect((await holding)?.hold?.items).toMatchObject([{ sectionId: gallery }, { sectionId: pit }]);
    // Named once as it is now and once as it was: no request that a client can mean.
    const twice = await hold(fixture, { eventId, standing: [one(pitId), one(pit)] });
    expect(twice.userErrors).toMatchObject([{ code: 'SECTION_NOT_FOUND' }]);
  });

  it('lets nobody hold a seat between the look at what would be lost and its loss', async () => {
    const { eventId, hallId, organizer, seatIds } = await publishTestEvent(fixture, { rows: 2, perRow: 2 });
    const next = await importVersion(
      hallId,
      turned(2, 2, 0, ({ row }) => row === 'A'),
      organizer,
    );
    const waiting = async () => {
      const [row] = await fixture.database.sql<{ count: number }>(
        `select count(*)::int as count from pg_stat_activity
         where datname = current_database() and wait_event_type = 'Lock'`,
      );
      return row?.count ?? 0;
    };
    // Stops the change after it has looked, where it writes down its prices.
    const prices = Promise.withResolvers<void>();
    const stopped = Promise.withResolvers<void>();
    const stopping = fixture.database.transaction(async (tx) => {
      await tx.sql('select from event_prices where event_id = $1 for update', [eventId]);
      stopped.resolve();
      await prices.promise;
    });
    await stopped.promise;
    const changing = changePlan(eventId, next.id, organizer);
    await until('the change to be stopped', async () => (await waiting()) === 1);
    let isHeld = false;
    const holding = hold(fixture, { eventId, seatIds: seatIds.slice(2, 3) }).finally(() => {
      isHeld = true;
    });
    await until('the hold to wait, or not to', async () => isHeld || (await waiting()) === 2);
    prices.resolve();
    await stopping;
    expect(codesOf(await changing)).toEqual([]);
    expect((await holding).userErrors).toMatchObject([{ code: 'SEAT_NOT_FOUND' }]);
  });

  it('shows whoever watches each seat under the plan that it is of, and all of them the same in the end', async () => {
    const { eventId, hallId, organizer, seatIds } = await publishTestEvent(fixture, { rows: 4, perRow: 5 });
    await fixture.relay();
    const maps = new LiveSeatMaps(
      createSeatMapFeed(bus, silentLogger),
      createPostgresSeatMaps(fixture.database),
      { gatherMs: 1, lingerMs: 60_000, maps: 10 },
    );
    const plans = new Map<string, readonly string[]>();
    const { event } = await fixture.request<{ event: { seatingPlan: { id: string } } }>(
      'query($id: ID!) { event(id: $id) { seatingPlan { id } } }',
      { id: eventId },
      anonymous,
    );
    plans.set(event.seatingPlan.id, seatIds);
    for (const wanted of [() => true, ({ seat }: PlaceOfRow) => seat !== 5]) {
      const plan = await importVersion(hallId, turned(4, 5, 0, wanted), organizer);
      plans.set(
        plan.id,
        plan.seats.map(({ id }) => id),
      );
    }
    const last = [...plans.keys()].at(-1) ?? '';
    const watching = await maps.watch(eventId, null);
    if (!watching || watching === 'too-many') throw new Error('expected a watch');
    const client = { version: '', planId: '', states: [] as string[], resets: 0 };
    const take = (message: SeatMapMessage) => {
      if (message.kind === 'snapshot') {
        Object.assign(client, { planId: message.planId, states: [...message.states] });
        client.resets += message.startsAnew ? 1 : 0;
        expect(client.states).toHaveLength(plans.get(message.planId)?.length ?? -1);
      } else {
        expect(message.fromVersion).toBe(client.version);
        for (const { index, seatId, code } of message.changes) {
          // The index is of the plan that the client draws.
          expect(plans.get(client.planId)?.[index]).toBe(seatId);
          client.states[index] = code;
        }
      }
      client.version = message.version;
    };
    const reading = (async () => {
      for (;;) {
        const { value, done } = await watching.next();
        if (done) return;
        take(value);
      }
    })();
    const buying = seatIds.slice(0, 16).map(async (seatId, buyer) => {
      // None of the last seats of a row, so that the last plan is not refused.
      if (buyer % 5 === 4) return;
      const { hold: held, bookingId } = await hold(fixture, { eventId, seatIds: [seatId] });
      if (held && buyer % 3 === 0) await release(fixture, { eventId, bookingId });
      await fixture.relay();
    });
    for (const planId of [...plans.keys()].slice(1)) {
      expect(codesOf(await changePlan(eventId, planId, organizer))).toEqual([]);
      await fixture.relay();
    }
    await Promise.all(buying);
    while ((await fixture.database.sql('select 1 from outbox limit 1')).length > 0) await fixture.relay();
    // A version of now, under which nothing is missing.
    const end = await seatMap(fixture, eventId);
    await until('the watcher to stand at the end of the log', () => client.version === end.version);
    expect(client.planId).toBe(last);
    expect(client.states.join('')).toBe(end.states);
    expect(client.resets).toBeGreaterThan(0);
    await watching.return();
    await reading;
    maps.close();
  });

  it('gives whoever comes with a version of the plan before a snapshot that starts anew', async () => {
    const { eventId, hallId, organizer, seatIds } = await publishTestEvent(fixture, { rows: 2, perRow: 2 });
    await fixture.relay();
    const maps = new LiveSeatMaps(
      createSeatMapFeed(bus, silentLogger),
      createPostgresSeatMaps(fixture.database),
      {
        gatherMs: 1,
        lingerMs: 60_000,
        maps: 10,
      },
    );
    const firstOf = async (version: string) => {
      const watching = await maps.watch(eventId, version);
      if (!watching || watching === 'too-many') throw new Error('expected a watch');
      const { value } = await watching.next();
      await watching.return();
      return value as SeatMapMessage;
    };
    const toldUntil = async (planId: string, version: string) => {
      const watching = await maps.watch(eventId, version);
      if (!watching || watching === 'too-many') throw new Error('expected a watch');
      const told: SeatMapMessage[] = [];
      for await (const message of watching) {
        told.push(message);
        if (message.kind === 'snapshot' && message.planId === planId) break;
      }
      return told;
    };
    const before = await seatMap(fixture, eventId);
    // The map is in memory from now on, and its deltas are kept.
    await firstOf('none');
    await hold(fixture, { eventId, seatIds: seatIds.slice(0, 1) });
    await fixture.relay();
    expect(await firstOf(before.version)).toMatchObject({ kind: 'delta', changes: [{ index: 0 }] });
    const next = await importVersion(hallId, turned(2, 2, 0), organizer);
    await changePlan(eventId, next.id, organizer);
    // Read before the fact is on the bus: the map in memory is still that of the plan before.
    const after = await seatMap(fixture, eventId);
    expect(after.states).toBe('FFHF');
    expect(await firstOf(after.version)).toMatchObject({
      kind: 'snapshot',
      startsAnew: true,
      states: 'HFFF',
    });
    await fixture.relay();
    for (const version of [before.version, after.version]) {
      // While the rows are being read again, what was true of the plan before may come first.
      const told = await toldUntil(next.id, version);
      expect(told.at(-1)).toMatchObject({ kind: 'snapshot', startsAnew: true, states: 'FFHF' });
    }
    expect(await toldUntil(next.id, before.version)).toHaveLength(1);
    maps.close();
  });
});
