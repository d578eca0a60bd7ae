import { describe, expect, it } from '@jest/globals';
import { anonymous } from '@parterre/platform/kernel/caller.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { hold, importTestPlan, planDocument, someUser, type UserErrors } from './testing/fixture.ts';
import { codesOf, sharedFixture } from './testing/shared-fixture.ts';

const fixture = await sharedFixture();

const errors = 'userErrors { code message field }';
const eur = (amount: string) => ({ amount, currencyCode: 'EUR' });

interface SlotAnswer {
  readonly id: string;
  readonly startsAt: string;
  readonly status: string;
}
type Scheduled = UserErrors & {
  readonly eventSeries: { readonly events: { readonly nodes: readonly SlotAnswer[] } } | null;
};

/** A series in a hall of Vienna with 4 seats, for adults and children. */
async function openSeries(input: object = {}, organizer = someUser('ORGANIZER')) {
  const document = planDocument({ rows: 1, perRow: 4, standing: 3 });
  const { hallId, zones } = await importTestPlan(fixture, organizer, document);
  const { artist } = await fixture.mutate<{ artist: { id: string } }>(
    'createArtist',
    'artist { id }',
    { name: 'Captain Duarte' },
    organizer,
  );
  const prices = zones.flatMap(({ id: priceZoneId }) => [
    { priceZoneId, price: eur('20.00') },
    { priceZoneId, ticketTypeKey: 'child', price: eur('5.00') },
  ]);
  const series = {
    title: `Boat ${newId()}`,
    description: 'To the island.\nAnd back.',
    hallId,
    artistIds: [artist.id],
    ticketTypes: [
      { key: 'adult', label: 'Adult' },
      { key: 'child', label: 'Child', maxPerEvent: 2, needsKey: 'adult', proof: 'a face' },
    ],
    prices,
    holdSeconds: 120,
    maxSeatsPerUser: 3,
    refundTiers: [{ hoursBefore: 24, percent: 50 }],
    refusesSingleSeats: true,
    ...input,
  };
  const created = await fixture.mutate<{ eventSeries: { id: string } | null } & UserErrors>(
    'createEventSeries',
    `eventSeries { id } ${errors}`,
    series,
    organizer,
  );
  if (!created.eventSeries) throw new Error(created.userErrors[0]?.message);
  return { organizer, hallId, seriesId: created.eventSeries.id, title: series.title };
}

type Opened = Awaited<ReturnType<typeof openSeries>>;

/** Ten in the morning, three days long, over the change of the clocks in March 2099. */
const timetable = {
  startsAt: '2099-03-28T09:00:00.000Z',
  recurrenceRule: 'FREQ=DAILY;COUNT=3',
  durationMinutes: 90,
};
const overTheChange = ['2099-03-28T09:00:00.000Z', '2099-03-29T08:00:00.000Z', '2099-03-30T08:00:00.000Z'];

const schedule = ({ seriesId, organizer }: Opened, input: object = {}, caller = organizer) =>
  fixture.mutate<Scheduled>(
    'scheduleEventSeries',
    `eventSeries { events(first: 100) { nodes { id startsAt status } } } ${errors}`,
    { eventSeriesId: seriesId, ...timetable, ...input },
    caller,
  );
const slotsOf = (payload: Scheduled) => payload.eventSeries?.events.nodes ?? [];
const startsOf = (payload: Scheduled) => slotsOf(payload).map(({ startsAt }) => startsAt);
const published = async (payload: Scheduled) => {
  const ids = new Set(slotsOf(payload).map(({ id }) => id));
  return (await fixture.published('EventPublished')).filter(({ subject }) => ids.has(subject));
};

describe('a slot on sale', () => {
  it('is priced anew by itself: its series and its other slots stay as they are', async () => {
    const series = await openSeries();
    const [first, second] = slotsOf(await schedule(series, { publish: true }));
    const offerOf = async (id?: string) => {
      const query = 'query($id: ID!) { event(id: $id) { prices { priceZone { id } price { amount } } } }';
      const answer = await fixture.request<{
        event: { prices: { priceZone: { id: string }; price: { amount: string } }[] };
      }>(query, { id }, anonymous);
      return answer.event.prices;
    };
    const [zone] = await offerOf(first?.id);
    const prices = [{ priceZoneId: zone?.priceZone.id, price: eur('31.00') }];
    const input = { eventId: first?.id, prices };
    const changed = await fixture.mutate<UserErrors>('updateEvent', errors, input, series.organizer);
    expect(codesOf(changed)).toEqual([]);
    const amounts = async (id?: string) => (await offerOf(id)).map(({ price }) => price.amount);
    expect(await amounts(first?.id)).toEqual(['31.00', '20.00']);
    expect(await amounts(second?.id)).toEqual(['20.00', '20.00']);
    const later = { startsAt: '2099-05-01T08:00:00.000Z', publish: true };
    const slots = slotsOf(await schedule(series, later));
    expect(await amounts(slots.at(-1)?.id)).toEqual(['20.00', '20.00']);
  });
});

describe('a timetable', () => {
  it('makes a draft for each of its times, at the same time of the clock', async () => {
    const answer = await schedule(await openSeries());
    expect(answer.userErrors).toEqual([]);
    expect(startsOf(answer)).toEqual(overTheChange);
    expect(slotsOf(answer).map(({ status }) => status)).toEqual(['DRAFT', 'DRAFT', 'DRAFT']);
    expect(await published(answer)).toEqual([]);
  });

  it('leaves out exceptions and takes in additions', async () => {
    const answer = await schedule(await openSeries(), {
      recurrenceRule: 'RRULE:FREQ=DAILY;COUNT=4\nEXDATE:20990329T100000',
      exceptDates: ['2099-03-31T08:00:00.000Z'],
      additionalDates: ['2099-04-02T15:00:00.000Z'],
    });
    expect(startsOf(answer)).toEqual([overTheChange[0], overTheChange[2], '2099-04-02T15:00:00.000Z']);
  });

  it('gives each slot the bill, the ticket types, the prices and the terms of the series', async () => {
    const series = await openSeries();
    const [slot] = slotsOf(await schedule(series));
    const fields = `title description holdSeconds maxSeatsPerUser refusesSingleSeats hall { id } venue { id } organizer { id } artists { name }
      seatingPlan { id } refundTiers { hoursBefore percent } prices { priceZone { key } price { amount } }`;
    const types = 'key label maxPerBooking maxPerEvent proof prices { priceZone { key } price { amount } }';
    type Answer = { event: Typed & { endsAt: string; series: Typed }; eventSeries: Typed };
    type Typed = { ticketTypes: { needs?: object; needsKey?: string }[] };
    const { event, eventSeries } = await fixture.request<Answer>(
      `query($id: ID!, $seriesId: ID!) {
         event(id: $id) { endsAt ${fields} ticketTypes { ${types} needs { key } } series { id } }
         eventSeries(id: $seriesId) { ${fields} ticketTypes { ${types} needsKey } } }`,
      { id: slot?.id, seriesId: series.seriesId },
      series.organizer,
    );
    expect(event).toMatchObject({ endsAt: '2099-03-28T10:30:00.000Z', series: { id: series.seriesId } });
    const { endsAt: _, series: __, ticketTypes, ...ofSlot } = event;
    const { ticketTypes: typesOfSeries, ...ofSeries } = eventSeries;
    expect(ofSlot).toEqual(ofSeries);
    expect(ofSlot).toMatchObject({
      title: series.title,
      description: 'To the island.\nAnd back.',
      holdSeconds: 120,
      maxSeatsPerUser: 3,
      refusesSingleSeats: true,
      artists: [{ name: 'Captain Duarte' }],
      refundTiers: [{ hoursBefore: 24, percent: 50 }],
      prices: [
        { priceZone: { key: 'seat' }, price: { amount: '20.00' } },
        { priceZone: { key: 'pit' }, price: { amount: '20.00' } },
      ],
    });
    expect(ticketTypes.map(({ needs, ...type }) => type)).toEqual(
      typesOfSeries.map(({ needsKey, ...type }) => type),
    );
    expect(ticketTypes).toMatchObject([
      { key: 'adult', needs: null },
      { key: 'child', needs: { key: 'adult' } },
    ]);
    expect(typesOfSeries).toMatchObject([{ needsKey: null }, { needsKey: 'adult', maxPerEvent: 2 }]);
  });

  it.each([
    ['without an end', { recurrenceRule: 'FREQ=DAILY' }, 'INVALID_RECURRENCE_RULE'],
    ['of 367 times', { recurrenceRule: 'FREQ=DAILY;COUNT=367' }, 'TOO_MANY_SLOTS'],
    ['in the past', { startsAt: '2020-03-28T09:00:00.000Z' }, 'INVALID_TIMES'],
    ['of slots that overlap', { recurrenceRule: 'FREQ=HOURLY;COUNT=2' }, 'SLOTS_OVERLAP'],
    ['with an empty key', { idempotencyKey: '' }, 'INVALID_IDEMPOTENCY_KEY'],
  ])('%s is refused, and nothing is made', async (_what, input, code) => {
    const series = await openSeries();
    expect(codesOf(await schedule(series, input))).toEqual([code]);
    expect(startsOf(await schedule(series, { recurrenceRule: 'FREQ=DAILY;COUNT=1' }))).toEqual([
      overTheChange[0],
    ]);
  });

  it('of 366 slots is made at once, and put on sale at once', async () => {
    const input = { recurrenceRule: 'FREQ=DAILY;COUNT=366' };
    const series = await openSeries();
    expect(codesOf(await schedule(series, input))).toEqual([]);
    expect(codesOf(await schedule(series, { ...input, publish: true }))).toEqual([]);
    const [opened] = await fixture.database.sql(
      `select count(distinct e.id)::int as slots, count(s.seat_id)::int as seats
       from events e left join event_seats s on s.event_id = e.id where e.series_id = $1 and e.status = 'ON_SALE'`,
      [series.seriesId],
    );
    expect(opened).toEqual({ slots: 366, seats: 4 * 366 });
  });
});

describe('scheduling again', () => {
  it('makes no slot twice, with the same times or with more', async () => {
    const series = await openSeries();
    const before = slotsOf(await schedule(series));
    expect(slotsOf(await schedule(series))).toEqual(before);
    const longer = await schedule(series, { recurrenceRule: 'FREQ=DAILY;COUNT=4' });
    expect(startsOf(longer)).toEqual([...overTheChange, '2099-03-31T08:00:00.000Z']);
    expect(slotsOf(longer).slice(0, 3)).toEqual(before);
  });

  it('makes no slot twice when ten do it at once', async () => {
    const series = await openSeries();
    const answers = await Promise.all(Array.from({ length: 10 }, () => schedule(series, { publish: true })));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await published(answers[0] as Scheduled)).toHaveLength(3);
  });

  it('makes no second slot for one that was moved', async () => {
    const series = await openSeries();
    const [slot] = slotsOf(await schedule(series));
    const moved = { startsAt: '2099-03-28T15:00:00.000Z', endsAt: '2099-03-28T16:30:00.000Z' };
    await fixture.mutate('updateEvent', errors, { eventId: slot?.id, ...moved }, series.organizer);
    expect(startsOf(await schedule(series))).toEqual([moved.startsAt, ...overTheChange.slice(1)]);
    const meeting = await schedule(series, { startsAt: '2099-03-28T14:00:00.000Z' });
    expect(codesOf(meeting)).toEqual(['SLOTS_OVERLAP']);
  });

  it('with the same key answers the first outcome, and with another input refuses', async () => {
    const series = await openSeries();
    const idempotencyKey = newId();
    const first = await schedule(series, { idempotencyKey });
    const [slot] = slotsOf(first);
    // Its time would be made anew by any other call.
    await fixture.database.sql("update events set slot_at = slot_at - interval '1 day' where id = $1", [
      slot?.id,
    ]);
    expect(await schedule(series, { idempotencyKey })).toEqual(first);
    for (const other of [
      { durationMinutes: 60 },
      { startsAt: '2099-03-28T10:00:00.000Z' },
      { publish: true },
    ]) {
      expect(codesOf(await schedule(series, { idempotencyKey, ...other }))).toEqual([
        'IDEMPOTENCY_KEY_REUSED',
      ]);
    }
    const other = await schedule(series, { idempotencyKey }, someUser('ADMIN'));
    expect(codesOf(other)).toEqual(['SLOTS_OVERLAP']);
  });
});

describe('publishing', () => {
  it('puts the slots of the timetable on sale, drafts too, with a fact for each', async () => {
    const series = await openSeries();
    await schedule(series, { recurrenceRule: 'FREQ=DAILY;COUNT=2' });
    const answer = await schedule(series, { publish: true });
    expect(slotsOf(answer).map(({ status }) => status)).toEqual(['ON_SALE', 'ON_SALE', 'ON_SALE']);
    const facts = await published(answer);
    expect(facts.map(({ subject }) => subject).sort()).toEqual(
      slotsOf(answer)
        .map(({ id }) => id)
        .sort(),
    );
    expect(facts[0]?.data).toMatchObject({
      eventSeriesId: series.seriesId,
      seatCount: 4,
      standingCapacity: 3,
      timeZone: 'Europe/Vienna',
      ticketTypes: [{ key: 'adult' }, { key: 'child' }],
    });
    await schedule(series, { publish: true });
    expect(await published(answer)).toHaveLength(3);
  });

  it('takes a draft as it was changed since', async () => {
    const series = await openSeries();
    const [slot, other] = slotsOf(await schedule(series));
    const [{ id: zoneId } = { id: '' }] = await fixture.database.sql<{ id: string }>(
      "select z.id from price_zones z join events e on e.plan_id = z.plan_id where e.id = $1 and z.key = 'seat'",
      [slot?.id],
    );
    const change = (input: object) =>
      fixture.mutate('updateEvent', errors, { eventId: slot?.id, artistIds: [], ...input }, series.organizer);
    const ticketTypes = [{ key: 'all', label: 'All' }];
    await change({ ticketTypes, prices: [{ priceZoneId: zoneId, price: eur('7.00') }] });
    // The pit has no price any more.
    expect(codesOf(await schedule(series, { publish: true }))).toEqual(['PRICE_MISSING']);
    const pit = await fixture.database.sql<{ id: string }>(
      "select z.id from price_zones z join events e on e.plan_id = z.plan_id where e.id = $1 and z.key = 'pit'",
      [slot?.id],
    );
    const prices = [zoneId, pit[0]?.id].map((priceZoneId) => ({ priceZoneId, price: eur('7.00') }));
    await change({ prices, title: 'Last boat' });
    const answer = await schedule(series, { publish: true });
    const facts = new Map((await published(answer)).map((fact) => [fact.subject, fact.data]));
    expect(facts.get(slot?.id ?? '')).toMatchObject({
      title: 'Last boat',
      artists: [],
      ticketTypes: [{ key: 'all' }],
    });
    expect(facts.get(other?.id ?? '')).toMatchObject({
      title: series.title,
      artists: [{ name: 'Captain Duarte' }],
      ticketTypes: [{ key: 'adult' }, { key: 'child' }],
    });
    const seats = await fixture.database.sql<{ id: string }>(
      'select seat_id as id from event_seats where event_id = $1 limit 1',
      [slot?.id],
    );
    const held = await hold(fixture, { eventId: slot?.id ?? '', seatIds: [seats[0]?.id ?? ''] });
    expect(held.hold?.items).toMatchObject([{ price: eur('7.00') }]);
  });

  it('is refused without prices, undoes the slots, and says so again under its key', async () => {
    const series = await openSeries({ prices: [] });
    const key = { idempotencyKey: newId() };
    const refused = await schedule(series, { publish: true, ...key });
    expect(codesOf(refused)).toEqual(['PRICE_MISSING']);
    const drafts = await schedule(series, { recurrenceRule: 'FREQ=DAILY;COUNT=1' });
    expect(startsOf(drafts)).toEqual([overTheChange[0]]);
    expect(await schedule(series, { publish: true, ...key })).toEqual(refused);
    expect(codesOf(await schedule(series, { ...key }))).toEqual(['IDEMPOTENCY_KEY_REUSED']);
  });

  it('sells each slot by itself', async () => {
    const series = await openSeries();
    const [first, second] = slotsOf(await schedule(series, { publish: true }));
    const { event } = await fixture.request<{
      event: { ticketTypes: { id: string }[]; seatingPlan: { seats: { id: string }[] } };
    }>(
      'query($id: ID!) { event(id: $id) { ticketTypes { id } seatingPlan { seats { id } } } }',
      { id: second?.id },
      anonymous,
    );
    const [adult, child] = event.ticketTypes.map(({ id }) => id);
    const seatIds = event.seatingPlan.seats.slice(0, 2).map(({ id }) => id);
    const seatTypes = seatIds.map((seatId, index) => ({
      seatId,
      ticketTypeId: (index ? child : adult) ?? '',
    }));
    const held = await hold(fixture, { eventId: second?.id ?? '', seatIds, seatTypes });
    expect(held).toMatchObject({
      hold: {
        startsAt: overTheChange[1],
        items: [{ price: eur('20.00') }, { price: eur('5.00') }],
        refundTiers: [{ hoursBefore: 24, percent: 50 }],
      },
      userErrors: [],
    });
    // The same seats of another slot are free, and the types of the one are none of the other.
    const types = { eventId: first?.id ?? '', seatIds, seatTypes };
    expect((await hold(fixture, types)).userErrors).toMatchObject([{ code: 'TICKET_TYPE_NOT_FOUND' }]);
    expect((await hold(fixture, { eventId: first?.id ?? '', seatIds })).userErrors).toEqual([]);
  });
});

describe('who sees a series', () => {
  const query = `query($id: ID!, $r: [_Any!]!) {
    eventSeries(id: $id) { events { nodes { id } } }
    events(filter: { seriesId: $id }) { nodes { series { title events(first: 1) { nodes { id } } } } }
    _entities(representations: $r) { ... on EventSeries { id } } }`;
  const seenBy = async (seriesId: string, caller: Parameters<typeof fixture.request>[2]) => {
    const seen = await fixture.request<{
      eventSeries: { events: { nodes: object[] } } | null;
      events: { nodes: object[] };
      _entities: (object | null)[];
    }>(query, { id: seriesId, r: [{ __typename: 'EventSeries', id: seriesId }] }, caller);
    return [
      seen.eventSeries?.events.nodes.length ?? null,
      seen.events.nodes.length,
      seen._entities[0] !== null,
    ];
  };

  it('is who manages it, until a slot is published; then everybody, but not the drafts in it', async () => {
    const series = await openSeries();
    await schedule(series);
    const strangers = [
      anonymous,
      someUser('USER'),
      someUser('ORGANIZER'),
      { ...series.organizer, role: 'USER' } as const,
    ];
    for (const caller of [series.organizer, someUser('ADMIN')]) {
      expect(await seenBy(series.seriesId, caller)).toEqual([3, 3, true]);
    }
    for (const caller of strangers) expect(await seenBy(series.seriesId, caller)).toEqual([null, 0, false]);
    await schedule(series, { recurrenceRule: 'FREQ=DAILY;COUNT=1', publish: true });
    for (const caller of strangers) expect(await seenBy(series.seriesId, caller)).toEqual([1, 1, true]);
    expect(await seenBy(series.seriesId, series.organizer)).toEqual([3, 3, true]);
  });

  it('is nobody of what does not exist, and nobody else schedules or opens in it', async () => {
    const series = await openSeries();
    for (const caller of [someUser('ORGANIZER'), someUser('ADMIN')]) {
      expect(await seenBy(newId(), caller)).toEqual([null, 0, false]);
    }
    const rival = someUser('ORGANIZER');
    const refused = await schedule(series, {}, rival);
    expect(codesOf(refused)).toEqual(['EVENT_SERIES_NOT_FOUND']);
    expect(refused).toEqual(await schedule({ ...series, seriesId: newId() }, {}, rival));
    expect(refused).toEqual(await schedule({ ...series, seriesId: 'none' }, {}, rival));
    const open = (hallId: string) =>
      fixture.mutate<UserErrors>('createEventSeries', errors, { title: 'Mine', hallId }, rival);
    expect(codesOf(await open(series.hallId))).toEqual(['HALL_NOT_FOUND']);
    expect(await open(series.hallId)).toEqual(await open(newId()));
  });

  it('reads its slots page by page, from a time on', async () => {
    const series = await openSeries();
    await schedule(series);
    const page = async (variables: object) => {
      const { eventSeries } = await fixture.request<{
        eventSeries: {
          events: { nodes: SlotAnswer[]; pageInfo: { endCursor: string; hasNextPage: boolean } };
        };
      }>(
        `query($id: ID!, $after: String, $from: DateTime) { eventSeries(id: $id) {
           events(first: 2, after: $after, startsFrom: $from) { nodes { startsAt } pageInfo { endCursor hasNextPage } } } }`,
        { id: series.seriesId, ...variables },
        series.organizer,
      );
      const { nodes, pageInfo } = eventSeries.events;
      return { starts: nodes.map(({ startsAt }) => startsAt), ...pageInfo };
    };
    const first = await page({});
    expect(first).toMatchObject({ starts: overTheChange.slice(0, 2), hasNextPage: true });
    expect(await page({ after: first.endCursor })).toMatchObject({
      starts: overTheChange.slice(2),
      hasNextPage: false,
    });
    expect(await page({ from: overTheChange[1] })).toMatchObject({ starts: overTheChange.slice(1) });
  });

  it('reads the slots of several series at once, a page of each', async () => {
    const several = [await openSeries(), await openSeries(), await openSeries()];
    for (const series of several.slice(1)) await schedule(series, { publish: true });
    const { _entities } = await fixture.request<{
      _entities: ({ events: { nodes: SlotAnswer[] } } | null)[];
    }>(
      `query($r: [_Any!]!) { _entities(representations: $r) { ... on EventSeries {
         events(first: 2) { nodes { startsAt series { id } } } } } }`,
      { r: several.map(({ seriesId: id }) => ({ __typename: 'EventSeries', id })) },
      someUser('ADMIN'),
    );
    const nodesOf = (series: Opened) =>
      overTheChange.slice(0, 2).map((startsAt) => ({ startsAt, series: { id: series.seriesId } }));
    expect(_entities.map((series) => series?.events.nodes)).toEqual([[], ...several.slice(1).map(nodesOf)]);
  });
});

describe('a series that is cancelled', () => {
  const cancel = ({ seriesId, organizer }: Opened, input: object = {}, caller = organizer) =>
    fixture.mutate<Scheduled>(
      'cancelEventSeries',
      `eventSeries { events(first: 100) { nodes { id startsAt status } } } ${errors}`,
      { eventSeriesId: seriesId, reason: 'The boat is leaking.', idempotencyKey: newId(), ...input },
      caller,
    );
  const statusesOf = (payload: Scheduled) => slotsOf(payload).map(({ status }) => status);
  const told = async (payload: Scheduled) => {
    const ids = new Set(slotsOf(payload).map(({ id }) => id));
    return (await fixture.published('EventCancelled')).filter(({ subject }) => ids.has(subject));
  };

  it('cancels the slots that are on sale and have not ended, each with its own fact, and no other', async () => {
    const series = await openSeries();
    const [ended, sold] = slotsOf(await schedule(series, { publish: true }));
    await fixture.database.sql(
      `update events set starts_at = now() - interval '3 hours', ends_at = now() - interval '1 hour' where id = $1`,
      [ended?.id],
    );
    await schedule(series, { startsAt: '2099-04-10T08:00:00.000Z', recurrenceRule: 'FREQ=DAILY;COUNT=1' });

    const answer = await cancel(series);
    expect(answer.userErrors).toEqual([]);
    expect(statusesOf(answer)).toEqual(['ENDED', 'CANCELLED', 'CANCELLED', 'DRAFT']);
    const facts = await told(answer);
    expect(facts.map(({ subject }) => subject).sort()).toEqual(
      slotsOf(answer)
        .slice(1, 3)
        .map(({ id }) => id)
        .sort(),
    );
    expect(facts.find(({ subject }) => subject === sold?.id)?.data).toMatchObject({
      eventId: sold?.id,
      organizerId: series.organizer.userId,
      eventSeriesId: series.seriesId,
      startsAt: sold?.startsAt,
      reason: 'The boat is leaking.',
    });
    const seats = await fixture.database.sql<{ seat_id: string }>(
      'select seat_id from event_seats where event_id = $1 limit 1',
      [sold?.id],
    );
    const seatIds = seats.map((seat) => seat.seat_id);
    expect(codesOf(await hold(fixture, { eventId: String(sold?.id), seatIds }))).toEqual([
      'EVENT_NOT_ON_SALE',
    ]);
  });

  it('is cancelled without a look at its prices, of which no fact speaks', async () => {
    const series = await openSeries();
    await schedule(series, { publish: true });
    await fixture.database.transaction(async (tx) => {
      await tx.sql('lock table event_prices');
      expect(statusesOf(await cancel(series))).toEqual(['CANCELLED', 'CANCELLED', 'CANCELLED']);
    });
  });

  it('is cancelled once, however often it is asked for; what is scheduled afterwards stays', async () => {
    const series = await openSeries();
    await schedule(series, { publish: true });
    const idempotencyKey = newId();
    const answers = await Promise.all([1, 2, 3].map(() => cancel(series, { idempotencyKey })));
    expect(answers.map(statusesOf)).toEqual(answers.map(() => ['CANCELLED', 'CANCELLED', 'CANCELLED']));
    expect(codesOf(await cancel(series, { idempotencyKey, reason: 'Rain.' }))).toEqual([
      'IDEMPOTENCY_KEY_REUSED',
    ]);
    expect(codesOf(await cancel(series))).toEqual(['EVENT_NOT_ON_SALE']);

    const later = { startsAt: '2099-06-01T08:00:00.000Z', publish: true };
    expect(statusesOf(await schedule(series, later)).slice(3)).toEqual(['ON_SALE', 'ON_SALE', 'ON_SALE']);
    const again = await cancel(series, { idempotencyKey });
    expect(statusesOf(again).slice(3)).toEqual(['ON_SALE', 'ON_SALE', 'ON_SALE']);
    expect(await told(again)).toHaveLength(3);
  });

  it('is its organizer’s or an administrator’s to cancel; to others it does not exist', async () => {
    const series = await openSeries();
    await schedule(series, { publish: true });
    const stranger = someUser('ORGANIZER');
    expect(codesOf(await cancel(series, {}, stranger))).toEqual(['EVENT_SERIES_NOT_FOUND']);
    expect(codesOf(await cancel(series, { eventSeriesId: newId() }, stranger))).toEqual([
      'EVENT_SERIES_NOT_FOUND',
    ]);
    expect(codesOf(await cancel(series, { reason: '' }))).toEqual(['INVALID_INPUT']);
    expect(codesOf(await cancel(series, { idempotencyKey: '' }))).toEqual(['INVALID_IDEMPOTENCY_KEY']);
    expect(statusesOf(await cancel(series, {}, someUser('ADMIN')))).toEqual([
      'CANCELLED',
      'CANCELLED',
      'CANCELLED',
    ]);
  });
});

describe('the list of series', () => {
  interface Listed {
    readonly eventSeriesList: {
      readonly nodes: readonly { readonly id: string }[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  }
  const list = async (caller: Opened['organizer'], first = 100, after: string | null = null) => {
    const query = `query($first: Int, $after: String) {
      eventSeriesList(first: $first, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }`;
    return (await fixture.request<Listed>(query, { first, after }, caller)).eventSeriesList;
  };

  it('shows an organizer the own ones, the newest first, also without a slot, page by page', async () => {
    const first = await openSeries();
    const second = await openSeries({}, first.organizer);
    await openSeries();
    const newest = await list(first.organizer, 1);
    expect(newest.nodes).toEqual([{ id: second.seriesId }]);
    expect(newest.pageInfo.hasNextPage).toBe(true);
    const rest = await list(first.organizer, 1, newest.pageInfo.endCursor);
    expect(rest.nodes).toEqual([{ id: first.seriesId }]);
    expect(rest.pageInfo.hasNextPage).toBe(false);
  });

  it('shows an administrator those of all, and an organizer without series none', async () => {
    const { seriesId } = await openSeries();
    expect((await list(someUser('ADMIN'))).nodes[0]).toEqual({ id: seriesId });
    expect((await list(someUser('ORGANIZER'))).nodes).toEqual([]);
  });
});
