import { describe, expect, it } from '@jest/globals';
import { anonymous } from '@parterre/platform/kernel/caller.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { hold, letExpire, publishTestEvent, release, someUser, type UserErrors } from './testing/fixture.ts';
import { sharedFixture } from './testing/shared-fixture.ts';
import { statementCount } from './testing/statement-count.ts';

const asked = statementCount();
const fixture = await sharedFixture({ wrapTools: asked.wrapTools });

async function statementsOf(query: string, variables: Record<string, unknown>): Promise<number> {
  const before = asked.count;
  await fixture.request(query, variables, anonymous);
  return asked.count - before;
}

const walk = `query($search: String!) {
  events(search: $search) { nodes {
    id title hall { id name venue { id name halls { id } } } venue { city } artists { name }
    prices { priceZone { label color } price { amount } } priceRange { lowest { amount } } freePlaces
    seatingPlan { sections { label rows { label seats { label row { label } section { label } priceZone { key } } } } }
    seatMap { version states seats(first: 5) { nodes { index state seat { label section { label } } price { amount } } }
      standing { section { label } available price { amount } } }
  } }
}`;

/** More than a walk has branches. */
const MORE_EVENTS = 12;

describe('a walk through everything', () => {
  it('costs no statement more for each event more', async () => {
    const title = `Walk ${newId()}`;
    await publishTestEvent(fixture, { rows: 2, perRow: 3, standing: 10, event: { title } });
    const forOne = await statementsOf(walk, { search: title });
    for (let more = 0; more < MORE_EVENTS; more += 1) {
      await publishTestEvent(fixture, { rows: 2, perRow: 3, standing: 10, event: { title } });
    }
    // Two branches that want the same kind of row share a statement or not, as the answers before them happen to
    // come; so the count varies by the branches, which are fewer than the events. One a row would show.
    expect(await statementsOf(walk, { search: title })).toBeLessThan(forOne + MORE_EVENTS);
    expect(forOne).toBeLessThan(25);
  });

  it('costs no statement for a seat of which only the id is asked', async () => {
    const query = 'query($r: [_Any!]!) { _entities(representations: $r) { ... on Seat { id } } }';
    const { seatIds } = await publishTestEvent(fixture);
    const r = seatIds.map((id) => ({ __typename: 'Seat', id }));
    expect(await statementsOf(query, { r })).toBe(1);
  });
});

describe('entities of this subgraph', () => {
  it('are resolved by id, many in one statement, and null when they do not exist', async () => {
    const { eventId, seatIds, hallId } = await publishTestEvent(fixture, { standing: 5 });
    const r = [
      ...seatIds.slice(0, 3).map((id) => ({ __typename: 'Seat', id })),
      { __typename: 'Seat', id: newId() },
      { __typename: 'Seat', id: 'no identifier' },
      { __typename: 'Event', id: eventId.toUpperCase() },
      { __typename: 'Hall', id: hallId },
    ];
    const { _entities } = await fixture.request<{ _entities: object[] }>(
      `query($r: [_Any!]!) { _entities(representations: $r) {
         ... on Seat { label row { label } section { label kind } priceZone { key } x y isAccessible }
         ... on Event { title } ... on Hall { name venue { city } } } }`,
      { r },
      { kind: 'subgraph', subgraph: 'tickets' },
    );
    const seat = {
      row: { label: 'A' },
      section: { label: 'Stalls', kind: 'SEATED' },
      priceZone: { key: 'seat' },
    };
    expect(_entities).toEqual([
      { ...seat, label: '1', x: 0, y: 0, isAccessible: false },
      { ...seat, label: '2', x: 10, y: 0, isAccessible: false },
      { ...seat, label: '3', x: 20, y: 0, isAccessible: false },
      null,
      null,
      { title: 'The Cherry Orchard' },
      { name: 'Great Hall', venue: { city: 'Vienna' } },
    ]);
  });
});

describe('the geometry of a plan', () => {
  interface Drawn {
    readonly event: {
      readonly seatingPlan: { readonly id: string; readonly geometry: string; readonly geometryUrl: string };
    };
  }
  const drawn = async (eventId: string) =>
    (
      await fixture.request<Drawn>(
        'query($id: ID!) { event(id: $id) { seatingPlan { id geometry geometryUrl } } }',
        { id: eventId },
        anonymous,
      )
    ).event.seatingPlan;

  it('is kept with the plan, and the same when it is made of the parts of an older plan', async () => {
    const { eventId } = await publishTestEvent(fixture, { rows: 2, perRow: 3, standing: 5 });
    const plan = await drawn(eventId);
    expect(JSON.parse(plan.geometry)).toMatchObject({
      id: plan.id,
      pitch: 10,
      sections: [
        { label: 'Stalls', firstSeat: 0, seatCount: 6 },
        { label: 'Pit', capacity: 5 },
      ],
      rows: [
        { label: 'A', x: 0, y: 0, dx: 10, dy: 0, labels: ['1', '2', '3'] },
        { label: 'B', x: 0, y: 10, dx: 10, dy: 0 },
      ],
    });
    expect(plan.geometryUrl).toBe(`/seating-plans/${plan.id}/geometry.json`);
    await fixture.database.sql('update seating_plans set geometry = null where id = $1', [plan.id]);
    expect(await drawn(eventId)).toEqual(plan);
    const [kept] = await fixture.database.sql<{ geometry: string }>(
      'select geometry from seating_plans where id = $1',
      [plan.id],
    );
    expect(kept?.geometry).toBe(plan.geometry);
  });

  it('needs no identifiers: those of chosen seats are asked for by index, in one statement', async () => {
    const { eventId, seatIds } = await publishTestEvent(fixture, { rows: 2, perRow: 3 });
    const { id } = await drawn(eventId);
    const query =
      'query($id: ID!, $indexes: [Int!]!) { seatingPlan(id: $id) { seatsAt(indexes: $indexes) { id index } } }';
    const seatsAt = async (indexes: number[]) => {
      const { seatingPlan } = await fixture.request<{ seatingPlan: { seatsAt: object[] } }>(
        query,
        { id: id.toUpperCase(), indexes },
        anonymous,
      );
      return seatingPlan.seatsAt;
    };
    expect(await seatsAt([4, 0, 4])).toEqual([4, 0, 4].map((index) => ({ id: seatIds[index], index })));
    expect(await seatsAt([])).toEqual([]);
    expect(await statementsOf(query, { id, indexes: [0, 1, 2, 3, 4, 5] })).toBe(2);
    await expect(seatsAt([6])).rejects.toThrow(
      'expected "indexes" below 6, the number of seats of this plan, got 6',
    );
    await expect(seatsAt([-1])).rejects.toThrow('got -1');
    await expect(seatsAt(Array.from({ length: 501 }, () => 0))).rejects.toThrow('at most 500 seats, got 501');
  });

  it('is that of no plan where there is none', async () => {
    const query = 'query($id: ID!) { seatingPlan(id: $id) { id } }';
    for (const id of [newId(), 'no identifier']) {
      expect(await fixture.request(query, { id }, anonymous)).toEqual({ seatingPlan: null });
    }
  });
});

describe('lists', () => {
  const listed = async (variables: object, caller: Parameters<typeof fixture.request>[2] = anonymous) => {
    const { events } = await fixture.request<{
      events: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
    }>(
      `query($search: String, $filter: EventFilter, $first: Int, $after: String) {
         events(search: $search, filter: $filter, first: $first, after: $after) {
           nodes { id } pageInfo { hasNextPage endCursor } } }`,
      { ...variables },
      caller,
    );
    return { ids: events.nodes.map((node) => node.id), ...events.pageInfo };
  };

  it('page through events by start time without losing or repeating one, also at one instant', async () => {
    const title = `Page ${newId()}`;
    const made: string[] = [];
    for (const day of ['03', '01', '02', '02', '02']) {
      const times = { startsAt: `2099-05-${day}T18:00:00Z`, endsAt: `2099-05-${day}T20:00:00Z` };
      made.push(
        (await publishTestEvent(fixture, { rows: 1, perRow: 1, event: { title, ...times } })).eventId,
      );
    }
    const seen: string[] = [];
    let after: string | null = null;
    for (;;) {
      const page = await listed({ search: title, first: 2, after });
      seen.push(...page.ids);
      if (!page.hasNextPage) break;
      after = page.endCursor;
    }
    const [third, first, ...second] = made;
    expect(seen).toEqual([first, ...second, third]);
  });

  it('find events by title, artist, city, venue, status and time, upper or lower case', async () => {
    const title = `Find 100% ${newId()}`;
    const organizer = someUser('ORGANIZER');
    const { artist } = await fixture.mutate<{ artist: { id: string } } & UserErrors>(
      'createArtist',
      'artist { id }',
      { name: `Artist ${newId()}` },
      organizer,
    );
    const { eventId, organizer: owner } = await publishTestEvent(fixture, {
      event: { title, artistIds: [artist.id] },
    });
    const found = { ids: [eventId], hasNextPage: false };
    expect(await listed({ search: title.toUpperCase() })).toMatchObject(found);
    expect(await listed({ filter: { artistId: artist.id } })).toMatchObject(found);
    expect(await listed({ search: title, filter: { city: 'VIENNA', status: 'ON_SALE' } })).toMatchObject(
      found,
    );
    expect(await listed({ filter: { mine: true } }, owner)).toMatchObject(found);
    for (const filter of [
      { city: 'Graz' },
      { status: 'CANCELLED' },
      { venueId: 'none' },
      { startsFrom: '2099-03-01T18:30:00.001Z' },
      { startsBefore: '2099-03-01T18:30:00Z' },
      { mine: true },
    ]) {
      expect((await listed({ search: title, filter })).ids).toEqual([]);
    }
    expect((await listed({ search: title.replace('100%', '100_') })).ids).toEqual([]);
    expect(await listed({ search: `${title}\0` })).toMatchObject(found);
  });

  it('refuse to look for a letter with marks without end', async () => {
    const marks = `a${'\u0301\u0316'.repeat(200)}`;
    for (const words of [{ search: marks }, { filter: { city: marks } }]) {
      await expect(listed(words)).rejects.toThrow('of at most 100 characters');
    }
  });

  it('find events by the price of a zone, in its currency', async () => {
    const title = `Cheap ${newId()}`;
    // Seats at 20.00, standing places at 10.00.
    const { eventId } = await publishTestEvent(fixture, { standing: 5, event: { title } });
    const euro = (amount: string) => ({ amount, currencyCode: 'EUR' });
    const priced = async (filter: object) => (await listed({ search: title, filter })).ids;
    for (const filter of [
      { priceFrom: euro('20.00') },
      { priceUpTo: euro('10') },
      { priceFrom: euro('9.99'), priceUpTo: euro('10.00') },
      { priceFrom: euro('0'), priceUpTo: euro('100.00') },
    ]) {
      expect([filter, await priced(filter)]).toEqual([filter, [eventId]]);
    }
    for (const filter of [
      { priceFrom: euro('20.01') },
      { priceUpTo: euro('9.99') },
      // Between the two zones, though one is above and one below.
      { priceFrom: euro('10.01'), priceUpTo: euro('19.99') },
      { priceUpTo: { amount: '100.00', currencyCode: 'USD' } },
    ]) {
      expect([filter, await priced(filter)]).toEqual([filter, []]);
    }
    await expect(priced({ priceFrom: euro('-1') })).rejects.toThrow('"priceFrom": expected a decimal');
    const mixed = { priceFrom: euro('1'), priceUpTo: { amount: '2', currencyCode: 'USD' } };
    await expect(priced(mixed)).rejects.toThrow('in one currency, got EUR and USD');
  });

  it('find events by whether a place can be bought at this moment', async () => {
    const title = `Left ${newId()}`;
    const withSeats = await publishTestEvent(fixture, { rows: 1, perRow: 2, event: { title } });
    const toStand = await publishTestEvent(fixture, { rows: 0, standing: 2, event: { title } });
    const left = async (hasFreePlaces: boolean) =>
      (await listed({ search: title, filter: { hasFreePlaces } })).ids.toSorted();
    const both = [withSeats.eventId, toStand.eventId].toSorted();
    expect([await left(true), await left(false)]).toEqual([both, []]);

    const seats = await hold(fixture, { eventId: withSeats.eventId, seatIds: withSeats.seatIds });
    const places = await hold(fixture, {
      eventId: toStand.eventId,
      standing: [{ sectionId: toStand.pitId ?? '', quantity: 2 }],
    });
    expect([seats.userErrors, places.userErrors]).toEqual([[], []]);
    expect([await left(true), await left(false)]).toEqual([[], both]);

    await letExpire(fixture, seats.bookingId);
    expect(await left(true)).toEqual([withSeats.eventId]);
    await letExpire(fixture, places.bookingId);
    expect(await left(true)).toEqual(both);
    await release(fixture, { eventId: toStand.eventId, bookingId: places.bookingId });
    expect(await left(true)).toEqual(both);
    await fixture.database.sql("update events set status = 'CANCELLED' where id = $1", [toStand.eventId]);
    expect(await left(true)).toEqual([withSeats.eventId]);
  });

  it('show what somebody organizes, drafts to nobody else', async () => {
    const { eventId, organizer } = await publishTestEvent(fixture);
    const filter = { organizerId: organizer.userId };
    expect((await listed({ filter })).ids).toEqual([eventId]);
    expect((await listed({ filter: { organizerId: 'none' } })).ids).toEqual([]);
    await fixture.database.sql("update events set status = 'DRAFT' where id = $1", [eventId]);
    expect((await listed({ filter })).ids).toEqual([]);
    expect((await listed({ filter }, organizer)).ids).toEqual([eventId]);
  });

  it.each([
    ['everything that can be bought', {}, 'events_by_start', true],
    ['a city', { city: 'Vienna' }, 'venues_by_city', false],
    ['a city, by its halls', { city: 'Vienna' }, 'events_by_hall', false],
    ['a venue', { venueId: newId() }, 'events_by_hall', false],
    ['an artist', { artistId: newId() }, 'event_artists_by_artist', false],
    ['one organizer', { organizerId: newId() }, 'events_by_organizer', true],
    ['a range of time', { startsFrom: '2099-01-01T00:00:00Z' }, 'events_by_start', true],
    ['prices', { priceUpTo: { amount: '1.00', currencyCode: 'EUR' } }, 'event_prices_pkey', true],
    ['free places among seats', { hasFreePlaces: true }, 'event_seats_event_id_seat_index_key', true],
    ['free places to stand', { hasFreePlaces: true }, 'standing_shards_pkey', true],
  ])('are read by an index for %s', async (_what, filter, index, isInOrder) => {
    asked.byEntities.length = 0;
    await listed({ filter });
    const [query] = asked.byEntities;
    const text = await fixture.database.transaction(async (tx) => {
      // A test has few rows, which are read faster as they are.
      await tx.sql('set local enable_seqscan to off');
      await tx.sql('set local enable_bitmapscan to off');
      const plan = await tx.em
        .getConnection()
        .execute(`explain ${query?.text}`, query?.parameters, 'all', tx.em.getTransactionContext());
      return plan.map((row: Record<string, string>) => row['QUERY PLAN']).join('\n');
    });
    expect(text).toContain(index);
    if (isInOrder) expect(text).not.toContain('Sort');
  });

  it.each([
    'x',
    Buffer.from('["2099","x"]').toString('base64url'),
    Buffer.from('["x"]').toString('base64url'),
  ])('refuse the cursor %s, which they did not write', async (after) => {
    for (const list of ['events', 'venues', 'artists']) {
      const query = `query($after: String) { ${list}(after: $after) { nodes { id } } }`;
      const { errors } = await fixture.execute(query, { after }, anonymous);
      expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    }
  });

  it('show an organizer the own venues', async () => {
    const { organizer } = await publishTestEvent(fixture);
    const query = '{ venues(mine: true) { nodes { name halls { name seatingPlan { version } } } } }';
    const { venues } = await fixture.request<{ venues: { nodes: object[] } }>(query, {}, organizer);
    expect(venues.nodes).toEqual([
      { name: 'Old Theatre', halls: [{ name: 'Great Hall', seatingPlan: { version: 1 } }] },
    ]);
    expect(await fixture.request(query, {}, anonymous)).toEqual({ venues: { nodes: [] } });
  });
});

describe('the seats of a map', () => {
  const page = `query($id: ID!, $section: ID, $state: SeatState, $first: Int, $after: String) { event(id: $id) { seatMap {
    version seats(section: $section, state: $state, first: $first, after: $after) {
      nodes { index state seat { id label section { id } } price { amount currencyCode } }
      pageInfo { hasNextPage endCursor } } } } }`;
  interface Page {
    event: {
      seatMap: {
        seats: {
          nodes: {
            index: number;
            state: string;
            seat: { id: string; section: { id: string } };
            price: object;
          }[];
          pageInfo: { hasNextPage: boolean; endCursor: string };
        };
      };
    };
  }

  it('come in plan order, by state and section, page by page', async () => {
    const { eventId, seatIds } = await publishTestEvent(fixture);
    await hold(fixture, { eventId, seatIds: [seatIds[3] ?? '', seatIds[7] ?? '', seatIds[39] ?? ''] });
    const held = { id: eventId, state: 'HELD', first: 2 };
    const { seats } = (await fixture.request<Page>(page, held, anonymous)).event.seatMap;
    expect(seats.nodes.map((node) => [node.index, node.state, node.seat.id])).toEqual([
      [3, 'HELD', seatIds[3]],
      [7, 'HELD', seatIds[7]],
    ]);
    expect(seats.nodes[0]?.price).toEqual({ amount: '20.00', currencyCode: 'EUR' });
    const rest = await fixture.request<Page>(page, { ...held, after: seats.pageInfo.endCursor }, anonymous);
    expect(rest.event.seatMap.seats.nodes.map((node) => node.index)).toEqual([39]);
    expect(rest.event.seatMap.seats.pageInfo.hasNextPage).toBe(false);
    const section = seats.nodes[0]?.seat.section.id;
    const inSection = await fixture.request<Page>(page, { ...held, section }, anonymous);
    expect(inSection.event.seatMap.seats.nodes).toHaveLength(2);
    const elsewhere = await fixture.request<Page>(page, { ...held, section: newId() }, anonymous);
    expect(elsewhere.event.seatMap.seats.nodes).toEqual([]);
  });
});
