import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { EventChanged } from '@parterre/contracts/facts/events.ts';
import { readFact } from '@parterre/contracts/facts/fact.ts';
import { anonymous } from '@parterre/platform/kernel/caller.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import {
  draftTestEvent,
  hold,
  importTestPlan,
  planDocument,
  publishTestEvent,
  seatMap,
  someUser,
  type UserErrors,
} from './testing/fixture.ts';
import { codesOf, sharedFixture } from './testing/shared-fixture.ts';

const fixture = await sharedFixture();

const errors = 'userErrors { code message field }';

it('stores a name of 200 characters as people count them, and lists it', async () => {
  const name = '🎭'.repeat(200);
  const answer = await fixture.mutate<UserErrors & { artist: { name: string } }>(
    'createArtist',
    `artist { name } ${errors}`,
    { name },
    someUser('ORGANIZER'),
  );
  expect(answer).toEqual({ artist: { name }, userErrors: [] });
  const longer = await fixture.mutate<UserErrors>(
    'createArtist',
    errors,
    { name: `${name}🎭` },
    someUser('ORGANIZER'),
  );
  expect(codesOf(longer)).toEqual(['INVALID_INPUT']);
});

describe('what is made with a key', () => {
  const times = { startsAt: '2099-01-01T18:00:00Z', endsAt: '2099-01-01T20:00:00Z' };
  const venue = { name: 'V', address: 'A', city: 'C', timeZone: 'Europe/Vienna' };

  it('is made once, and a repeated try hears of the first', async () => {
    const { hallId, organizer } = await draftTestEvent(fixture);
    const made: [string, string, object][] = [
      ['createVenue', 'venue', venue],
      ['createArtist', 'artist', { name: 'Ada' }],
      ['createEvent', 'event', { title: 'x', hallId, ...times }],
      ['createEventSeries', 'eventSeries', { title: 'x', hallId }],
    ];
    for (const [name, field, input] of made) {
      const idempotencyKey = newId();
      const make = async (changes: object = { idempotencyKey }) => {
        const answer = await fixture.mutate<UserErrors & Record<string, { id: string } | null>>(
          name,
          `${field} { id } ${errors}`,
          { ...input, ...changes },
          organizer,
        );
        return { id: answer[field]?.id, codes: codesOf(answer) };
      };
      const [first, second] = await Promise.all([make(), make()]);
      expect([name, first.codes, second]).toEqual([name, [], first]);
      expect(first.id).toBeDefined();
      expect((await make({})).id).not.toBe(first.id);
      const [key] = Object.keys(input).filter((each) => each === 'name' || each === 'title');
      expect((await make({ idempotencyKey, [key ?? '']: 'y' })).codes).toEqual(['IDEMPOTENCY_KEY_REUSED']);
      expect((await make({ idempotencyKey: '' })).codes).toEqual(['INVALID_IDEMPOTENCY_KEY']);
    }
  });

  it('is refused the same way again', async () => {
    const input = { ...venue, timeZone: 'Mars/Base', idempotencyKey: newId() };
    const organizer = someUser('ORGANIZER');
    const ask = () => fixture.mutate<UserErrors>('createVenue', errors, input, organizer);
    expect(codesOf(await ask())).toEqual(['UNKNOWN_TIME_ZONE']);
    expect(codesOf(await ask())).toEqual(['UNKNOWN_TIME_ZONE']);
  });
});

describe('what is not yours', () => {
  it('answers every mutation exactly like what does not exist', async () => {
    const { eventId, hallId, seatIds } = await publishTestEvent(fixture);
    const { event } = await fixture.request<{ event: { venue: { id: string } } }>(
      'query($id: ID!) { event(id: $id) { venue { id } } }',
      { id: eventId },
      anonymous,
    );
    const stranger = someUser('ORGANIZER');
    const attempts = (ids: { venueId: string; hallId: string; eventId: string }): [string, object][] => [
      ['updateVenue', { venueId: ids.venueId, name: 'Mine now' }],
      ['createHall', { venueId: ids.venueId, name: 'Annex' }],
      ['importSeatingPlan', { hallId: ids.hallId, format: 'PARTERRE', document: '{}' }],
      [
        'createEvent',
        { title: 'x', hallId: ids.hallId, startsAt: '2099-01-01T00:00:00Z', endsAt: '2099-01-02T00:00:00Z' },
      ],
      ['updateEvent', { eventId: ids.eventId, title: 'Mine now' }],
      ['publishEvent', { eventId: ids.eventId }],
      ['changeSeatingPlan', { eventId: ids.eventId, seatingPlanId: newId(), idempotencyKey: newId() }],
      ['blockSeats', { eventId: ids.eventId, seatIds: seatIds.slice(0, 1) }],
      ['unblockSeats', { eventId: ids.eventId, seatIds: seatIds.slice(0, 1) }],
    ];
    const foreign = attempts({ venueId: event.venue.id, hallId, eventId });
    const absent = attempts({ venueId: newId(), hallId: newId(), eventId: newId() });
    for (const [index, [name, input]] of foreign.entries()) {
      const answer = await fixture.mutate<UserErrors>(name, errors, input, stranger);
      expect(codesOf(answer)).toEqual([expect.stringMatching(/_NOT_FOUND$/)]);
      expect(answer).toEqual(
        await fixture.mutate<UserErrors>(name, errors, absent[index]?.[1] ?? {}, stranger),
      );
    }
  });

  it('is managed by an administrator as by its organizer', async () => {
    const { eventId } = await draftTestEvent(fixture);
    const published = await fixture.mutate<{ event: { status: string } }>(
      'publishEvent',
      `event { status } ${errors}`,
      { eventId },
      someUser('ADMIN'),
    );
    expect(published.event.status).toBe('ON_SALE');
  });

  it('is forbidden ground for a user, and nobody must sign in', async () => {
    const query = 'mutation($input: CreateArtistInput!) { createArtist(input: $input) { artist { id } } }';
    const asUser = await fixture.execute(query, { input: { name: 'x' } }, someUser('USER'));
    expect(asUser.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const asNobody = await fixture.execute(query, { input: { name: 'x' } }, anonymous);
    expect(asNobody.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});

describe('a draft', () => {
  it('is seen by its organizer and by administrators only, by id, in lists and as an entity', async () => {
    const title = `Secret ${newId()}`;
    const { eventId, organizer } = await draftTestEvent(fixture, { event: { title } });
    const query = `query($id: ID!, $search: String!, $representations: [_Any!]!) {
      event(id: $id) { id }
      events(search: $search) { nodes { id } }
      _entities(representations: $representations) { ... on Event { id } }
    }`;
    const seenBy = async (caller: Parameters<typeof fixture.request>[2]) => {
      const representations = [{ __typename: 'Event', id: eventId }];
      const seen = await fixture.request<{
        event: object | null;
        events: { nodes: object[] };
        _entities: (object | null)[];
      }>(query, { id: eventId, search: title, representations }, caller);
      return [seen.event !== null, seen.events.nodes.length === 1, seen._entities[0] !== null];
    };
    expect(await seenBy(organizer)).toEqual([true, true, true]);
    expect(await seenBy(someUser('ADMIN'))).toEqual([true, true, true]);
    for (const caller of [
      anonymous,
      someUser('USER'),
      someUser('ORGANIZER'),
      // Who drafted it and is an organizer no more.
      { ...organizer, role: 'USER' } as const,
      { kind: 'subgraph', subgraph: 'tickets' } as const,
    ]) {
      expect(await seenBy(caller)).toEqual([false, false, false]);
    }
    expect((await hold(fixture, { eventId, seatIds: [newId()] })).userErrors).toMatchObject([
      { code: 'EVENT_NOT_FOUND' },
    ]);
  });

  it('goes on sale once every zone with places has a price, and one fact says so', async () => {
    const { eventId, organizer, prices } = await draftTestEvent(fixture, {
      standing: 5,
      event: { prices: [] },
    });
    const publish = () => fixture.mutate<UserErrors>('publishEvent', errors, { eventId }, organizer);
    expect(await publish()).toMatchObject({ userErrors: [{ code: 'PRICE_MISSING' }] });
    await fixture.mutate('updateEvent', errors, { eventId, prices }, organizer);
    expect(codesOf(await publish())).toEqual([]);
    expect(codesOf(await publish())).toEqual([]);
    const facts = (await fixture.published('EventPublished')).filter((fact) => fact.subject === eventId);
    expect(facts).toHaveLength(1);
    expect(facts[0]?.data).toMatchObject({
      organizerId: organizer.userId,
      hallName: 'Great Hall',
      venueName: 'Old Theatre',
      timeZone: 'Europe/Vienna',
      priceZones: prices.map(({ priceZoneId }) => ({ priceZoneId, label: expect.stringMatching(/./) })),
      seatCount: 40,
      standingCapacity: 5,
    });
  });
});

describe('a published event', () => {
  it('publishes what changed about it', async () => {
    const { eventId, organizer } = await publishTestEvent(fixture);
    const { artist } = await fixture.mutate<{ artist: { id: string } }>(
      'createArtist',
      'artist { id }',
      { name: 'The Company' },
      organizer,
    );
    const input = { eventId, title: 'The Seagull', artistIds: [artist.id] };
    const { event } = await fixture.mutate<{ event: object }>(
      'updateEvent',
      `event { title holdSeconds artists { name } } ${errors}`,
      input,
      organizer,
    );
    expect(event).toEqual({ title: 'The Seagull', holdSeconds: 600, artists: [{ name: 'The Company' }] });
    const [change] = (await fixture.published('EventChanged')).filter((fact) => fact.subject === eventId);
    expect(change?.data).toMatchObject({
      title: 'The Seagull',
      startsAt: '2099-03-01T18:30:00.000Z',
      artists: [{ artistId: artist.id, name: 'The Company' }],
    });
  });

  it('says what it is about in lines, shown and published alike, until that is taken away', async () => {
    const event = { description: ' A comedy.\r\nFour acts. ' };
    const { eventId, organizer } = await publishTestEvent(fixture, { event });
    const describe = (input: object) =>
      fixture.mutate<{ event: { description: string | null } | null } & UserErrors>(
        'updateEvent',
        `event { description } ${errors}`,
        { eventId, ...input },
        organizer,
      );
    const kept = await describe({ title: 'The Seagull', description: null });
    expect(kept.event).toEqual({ description: 'A comedy.\nFour acts.' });
    expect((await describe({ description: 'A tragedy.' })).event).toEqual({ description: 'A tragedy.' });
    expect((await describe({ description: 'a\tb' })).userErrors).toMatchObject([
      { code: 'INVALID_INPUT', field: ['description'] },
    ]);
    expect((await describe({ description: '' })).event).toEqual({ description: null });

    const facts = [
      ...(await fixture.published('EventPublished')),
      ...(await fixture.published('EventChanged')),
    ];
    const told = facts.filter(({ subject }) => subject === eventId).map(({ data }) => data as object);
    expect(told).toMatchObject([
      { description: 'A comedy.\nFour acts.' },
      { description: 'A comedy.\nFour acts.' },
      { description: 'A tragedy.' },
      { description: null },
    ]);
  });

  it('has the bill that it was given last, in that order, shown and published alike', async () => {
    const { eventId, organizer } = await publishTestEvent(fixture);
    const introduce = async (name: string) => {
      const payload = 'artist { id }';
      const created = await fixture.mutate<{ artist: { id: string } }>(
        'createArtist',
        payload,
        { name },
        organizer,
      );
      return created.artist.id;
    };
    const [first, second, third] = await Promise.all(['Ariadne', 'Bacchus', 'Circe'].map(introduce));
    const billOf = async (artistIds: (string | undefined)[]) => {
      const fields = `event { artists { name } } ${errors}`;
      await fixture.mutate('updateEvent', fields, { eventId, artistIds }, organizer);
      const { event } = await fixture.request<{ event: { artists: { name: string }[] } }>(
        'query($id: ID!) { event(id: $id) { artists { name } } }',
        { id: eventId },
        anonymous,
      );
      const changes = (await fixture.published('EventChanged')).filter((fact) => fact.subject === eventId);
      const published = changes.map((fact) => readFact(EventChanged, fact).artists).at(-1) ?? [];
      return [event.artists, published].map((bill) => bill.map(({ name }) => name));
    };
    const bill = ['Circe', 'Ariadne', 'Bacchus'];
    expect(await billOf([third, first, second])).toEqual([bill, bill]);
    expect(await billOf([second])).toEqual([['Bacchus'], ['Bacchus']]);
  });

  it('changes its hold time and its limit for holds from now on', async () => {
    const { eventId, organizer, seatIds } = await publishTestEvent(fixture);
    const userId = newId();
    const first = await hold(fixture, { eventId, userId, seatIds: seatIds.slice(0, 2) });
    const until = (payload: typeof first) => new Date(payload.hold?.expiresAt ?? 0).getTime();
    const update = (input: object) =>
      fixture.mutate<UserErrors>('updateEvent', errors, { eventId, ...input }, organizer);
    expect(codesOf(await update({ holdSeconds: 5, maxSeatsPerUser: 2 }))).toEqual([]);
    const refused = await hold(fixture, { eventId, userId, seatIds: seatIds.slice(2, 3) });
    expect(refused.userErrors).toMatchObject([{ code: 'TOO_MANY_SEATS' }]);
    // Made later, and over earlier.
    const second = await hold(fixture, { eventId, seatIds: seatIds.slice(2, 4) });
    expect(until(second)).toBeLessThan(until(first));
    expect((await seatMap(fixture, eventId)).states.slice(0, 4)).toBe('HHHH');
    expect(codesOf(await update({ maxSeatsPerUser: 3 }))).toEqual([]);
    expect((await hold(fixture, { eventId, userId, seatIds: seatIds.slice(4, 5) })).userErrors).toEqual([]);
  });

  it('changes its refund policy in favour of buyers only, and for bookings from now on', async () => {
    const tiers = (...steps: [hoursBefore: number, percent: number][]) =>
      steps.map(([hoursBefore, percent]) => ({ hoursBefore, percent }));
    const shown = tiers([48, 100], [24, 50]);
    const draft = await draftTestEvent(fixture, { event: { refundTiers: shown } });
    const { eventId, organizer } = draft;
    const update = (refundTiers: object) =>
      fixture.mutate<UserErrors>('updateEvent', errors, { eventId, refundTiers }, organizer);
    // Nobody has seen a draft.
    for (const each of [tiers(), shown]) expect(codesOf(await update(each))).toEqual([]);
    await fixture.mutate('publishEvent', errors, { eventId }, organizer);
    for (const worse of [tiers(), tiers([72, 100], [24, 50]), tiers([48, 100], [24, 49])]) {
      expect(await update(worse)).toMatchObject({
        userErrors: [{ code: 'REFUND_TIERS_WORSE', field: ['refundTiers'] }],
      });
    }
    expect(codesOf(await update(tiers([24, 100], [2, 10])))).toEqual([]);
    expect(codesOf(await update(shown))).toEqual(['REFUND_TIERS_WORSE']);
  });

  it('changes nothing when any part of a change is refused', async () => {
    const { eventId, organizer } = await publishTestEvent(fixture);
    const input = { eventId, title: 'The Seagull', artistIds: [newId().toUpperCase()] };
    expect(codesOf(await fixture.mutate<UserErrors>('updateEvent', errors, input, organizer))).toEqual([
      'ARTIST_NOT_FOUND',
    ]);
    const { event } = await fixture.request<{ event: { title: string } }>(
      'query($id: ID!) { event(id: $id) { title } }',
      { id: eventId },
      anonymous,
    );
    expect(event.title).toBe('The Cherry Orchard');
  });

  it('keeps its plan when the hall gets a new version', async () => {
    const { eventId, organizer, hallId, seatIds } = await publishTestEvent(fixture);
    const document = JSON.stringify(planDocument({ rows: 1, perRow: 2, standing: 0 }));
    const { seatingPlan } = await fixture.mutate<{ seatingPlan: { version: number; seatCount: number } }>(
      'importSeatingPlan',
      `seatingPlan { version seatCount } ${errors}`,
      { hallId, format: 'PARTERRE', document },
      organizer,
    );
    expect(seatingPlan).toEqual({ version: 2, seatCount: 2 });
    const { event } = await fixture.request<{
      event: { seatingPlan: { version: number; seats: { id: string }[] } };
    }>(
      'query($id: ID!) { event(id: $id) { seatingPlan { version seats { id } } } }',
      { id: eventId },
      anonymous,
    );
    expect(event.seatingPlan.version).toBe(1);
    expect(event.seatingPlan.seats.map((seat) => seat.id)).toEqual(seatIds);
  });
});

describe('importing a plan', () => {
  const sample = readFileSync(new URL('./samples/seatsio/sampleChart.json', import.meta.url), 'utf8');
  const fields = `seatingPlan { id version seatCount standingCapacity sections { id label kind } priceZones { id key label } } ${errors}`;

  it('reads the seats.io sample into a hall', async () => {
    const organizer = someUser('ORGANIZER');
    const { hallId } = await importTestPlan(
      fixture,
      organizer,
      planDocument({ rows: 1, perRow: 1, standing: 0 }),
    );
    const input = { hallId, format: 'SEATS_IO', document: sample };
    const { seatingPlan } = await fixture.mutate<{ seatingPlan: object }>(
      'importSeatingPlan',
      fields,
      input,
      organizer,
    );
    expect(seatingPlan).toMatchObject({
      version: 2,
      seatCount: 32,
      standingCapacity: 200,
      sections: [{ label: 'Main', kind: 'SEATED' }, { label: 'GA1', kind: 'STANDING' }, { label: 'GA2' }],
      priceZones: [{ key: '9' }, { key: '10' }, { key: 'string11' }],
    });
  });

  it('says what it imported otherwise than the chart means, and where', async () => {
    const organizer = someUser('ORGANIZER');
    const { hallId } = await importTestPlan(
      fixture,
      organizer,
      planDocument({ rows: 1, perRow: 1, standing: 0 }),
    );
    const file = new URL('./samples/charts/table-booked-whole.json', import.meta.url);
    const imported = await fixture.mutate<object>(
      'importSeatingPlan',
      `seatingPlan { seatCount } warnings { line path message } ${errors}`,
      { hallId, format: 'SEATS_IO', document: readFileSync(file, 'utf8') },
      organizer,
    );
    const message = 'a table that is booked as a whole was imported as single chairs';
    expect(imported).toEqual({
      seatingPlan: { seatCount: 2 },
      warnings: [{ line: 16, path: '$.subChart.tables[0]', message }],
      userErrors: [],
    });
    const plain = await fixture.mutate<object>(
      'importSeatingPlan',
      `warnings { path message } ${errors}`,
      { hallId, format: 'SEATS_IO', document: sample },
      organizer,
    );
    expect(plain).toMatchObject({ warnings: [] });
  });

  it('reads a pretix plan, and tells every fault of a broken one with its line and path', async () => {
    const organizer = someUser('ORGANIZER');
    const { hallId } = await importTestPlan(
      fixture,
      organizer,
      planDocument({ rows: 1, perRow: 1, standing: 0 }),
    );
    const pretix = (name: string) =>
      readFileSync(new URL(`./samples/pretix/${name}.json`, import.meta.url), 'utf8');
    const importOf = (name: string, selected: string) =>
      fixture.mutate<UserErrors & { seatingPlan: object | null }>(
        'importSeatingPlan',
        `seatingPlan { ${selected} } ${errors}`,
        { hallId, format: 'PRETIX', document: pretix(name) },
        organizer,
      );
    expect(
      await importOf('theatre', 'version seatCount sections { label } priceZones { key color }'),
    ).toEqual({
      seatingPlan: {
        version: 2,
        seatCount: 166,
        sections: [{ label: 'Stalls' }, { label: 'Balcony' }],
        priceZones: [
          { key: 'Stalls', color: '#4F8FD0' },
          { key: 'Balcony', color: '#D08F4F' },
        ],
      },
      userErrors: [],
    });
    const seats = 'seats { key label row { label } x y isAccessible isCompanion hasRestrictedView }';
    const kinds = { isAccessible: false, isCompanion: false, hasRestrictedView: false };
    const row = { label: '1 (row 1)' };
    expect((await importOf('odd', seats)).seatingPlan).toMatchObject({
      seats: [
        { key: 'g-1', label: '1', row, x: 0, y: 0, ...kinds, isAccessible: true },
        { key: 'g-2', label: '2', row, x: 20, y: 0, ...kinds },
        { key: 'g-3', label: '3', row, x: 60, y: 0, ...kinds },
        { key: 'g-4', row: { label: '1 (row 2)' }, x: 0, y: 30 },
        { key: 'g-5' },
      ],
    });
    const broken = await importOf('broken', 'id');
    expect(broken.seatingPlan).toBeNull();
    expect(
      broken.userErrors.map(({ code, field, message }) => [code, field, message.split(': ')[0]]),
    ).toEqual([
      ['INVALID_PLAN', ['document'], 'line 50, $.zones[0].rows[0].seats[2].position'],
      ['INVALID_PLAN', ['document'], 'line 65, $.zones[0].rows[1].seats[0].seat_guid'],
      ['INVALID_PLAN', ['document'], 'line 80, $.zones[0].rows[1].seats[1].category'],
    ]);
  });

  it('imports nothing of a broken one and tells every fault at the document', async () => {
    const organizer = someUser('ORGANIZER');
    const { hallId } = await importTestPlan(
      fixture,
      organizer,
      planDocument({ rows: 1, perRow: 1, standing: 0 }),
    );
    const broken = sample.replaceAll('"categoryKey": 10', '"categoryKey": 99');
    const input = { hallId, format: 'SEATS_IO', document: broken };
    const refused = await fixture.mutate<UserErrors & { seatingPlan: null }>(
      'importSeatingPlan',
      fields,
      input,
      organizer,
    );
    expect(refused.seatingPlan).toBeNull();
    expect(refused.userErrors.length).toBe(17);
    expect(refused.userErrors[0]).toMatchObject({
      code: 'INVALID_PLAN',
      field: ['document'],
      message: expect.stringMatching(/^line \d+, \$\.subChart\.rows\[2\]\.seats\[0\]\.categoryKey: /),
    });
    const torn = await fixture.mutate<UserErrors>(
      'importSeatingPlan',
      fields,
      { ...input, document: '{"a":' },
      organizer,
    );
    expect(torn.userErrors).toMatchObject([
      { code: 'MALFORMED_JSON', message: expect.stringContaining('line 1, column 6') },
    ]);
    const { hall } = await fixture.request<{ hall: { seatingPlan: { version: number } }[] }>(
      'query($r: [_Any!]!) { hall: _entities(representations: $r) { ... on Hall { seatingPlan { version } } } }',
      { r: [{ __typename: 'Hall', id: hallId }] },
      anonymous,
    );
    expect(hall).toEqual([{ seatingPlan: { version: 1 } }]);
  });

  it('reads a large document on a thread of its own, seat for seat as a small one', async () => {
    const organizer = someUser('ORGANIZER');
    const { hallId } = await importTestPlan(
      fixture,
      organizer,
      planDocument({ rows: 1, perRow: 1, standing: 0 }),
    );
    // Above the length that is read at once, and more seats than one batch holds.
    const large = planDocument({ rows: 26, perRow: 210, standing: 3 });
    const imported = await fixture.mutate<{ seatingPlan: { id: string } }>(
      'importSeatingPlan',
      fields,
      { hallId, format: 'PARTERRE', document: JSON.stringify(large) },
      organizer,
    );
    expect(imported.seatingPlan).toMatchObject({ version: 2, seatCount: 5460, standingCapacity: 3 });
    const { seatingPlan } = await fixture.request<{ seatingPlan: { seats: object[] } }>(
      'query($id: ID!) { seatingPlan(id: $id) { seats { index label x y row { label } priceZone { key } } } }',
      { id: imported.seatingPlan.id },
      anonymous,
    );
    expect(seatingPlan.seats).toEqual(
      Array.from({ length: 5460 }, (_, index) => ({
        index,
        label: String((index % 210) + 1),
        x: (index % 210) * 10,
        y: Math.floor(index / 210) * 10,
        row: { label: String.fromCharCode(65 + Math.floor(index / 210)) },
        priceZone: { key: 'seat' },
      })),
    );
    const broken = JSON.stringify(large).replaceAll('"zone":"seat"', '"zone":"nowhere"');
    const refused = await fixture.mutate<UserErrors>(
      'importSeatingPlan',
      fields,
      { hallId, format: 'PARTERRE', document: broken },
      organizer,
    );
    expect(codesOf(refused)).toContain('INVALID_PLAN');
  });

  it('makes one version for each key, and a repeated try hears of the first', async () => {
    const organizer = someUser('ORGANIZER');
    const { hallId } = await importTestPlan(
      fixture,
      organizer,
      planDocument({ rows: 1, perRow: 1, standing: 0 }),
    );
    const file = new URL('./samples/charts/table-booked-whole.json', import.meta.url);
    const input = { hallId, format: 'SEATS_IO', document: readFileSync(file, 'utf8') };
    const idempotencyKey = newId();
    const importIt = (changes: object) =>
      fixture.mutate<UserErrors & { seatingPlan: { version: number } | null; warnings: object[] }>(
        'importSeatingPlan',
        `seatingPlan { id version seatCount } warnings { line path message } ${errors}`,
        { ...input, ...changes },
        organizer,
      );
    const [first, second] = await Promise.all([importIt({ idempotencyKey }), importIt({ idempotencyKey })]);
    expect(first).toMatchObject({ seatingPlan: { version: 2 }, warnings: [{ line: 16 }], userErrors: [] });
    expect(second).toEqual(first);
    expect((await importIt({})).seatingPlan?.version).toBe(3);
    expect(await importIt({ idempotencyKey })).toEqual(first);
    const other = await importIt({ idempotencyKey, document: `${input.document}\n` });
    expect([other.seatingPlan, codesOf(other)]).toEqual([null, ['IDEMPOTENCY_KEY_REUSED']]);
    expect(codesOf(await importIt({ idempotencyKey: '' }))).toEqual(['INVALID_IDEMPOTENCY_KEY']);
  });

  it('counts versions without a gap when ten are imported at once', async () => {
    const organizer = someUser('ORGANIZER');
    const { hallId } = await importTestPlan(
      fixture,
      organizer,
      planDocument({ rows: 1, perRow: 1, standing: 0 }),
    );
    const input = { hallId, format: 'SEATS_IO', document: sample };
    const imported = await Promise.all(
      Array.from({ length: 10 }, () =>
        fixture.mutate<{ seatingPlan: { version: number } }>('importSeatingPlan', fields, input, organizer),
      ),
    );
    const versions = imported.map(({ seatingPlan }) => seatingPlan.version).sort((a, b) => a - b);
    expect(versions).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });
});

describe('blocking seats', () => {
  it('takes free seats off sale and puts them back, all or none, and publishes that once', async () => {
    const { eventId, organizer, seatIds } = await publishTestEvent(fixture);
    const input = { eventId, seatIds: seatIds.slice(0, 2) };
    for (const name of ['blockSeats', 'blockSeats']) {
      expect(codesOf(await fixture.mutate<UserErrors>(name, errors, input, organizer))).toEqual([]);
    }
    expect((await seatMap(fixture, eventId)).states.slice(0, 3)).toBe('BBF');
    expect((await hold(fixture, { eventId, seatIds: seatIds.slice(1, 3) })).userErrors).toMatchObject([
      { code: 'SEATS_TAKEN', seatIds: [seatIds[1]] },
    ]);
    expect(codesOf(await fixture.mutate<UserErrors>('unblockSeats', errors, input, organizer))).toEqual([]);
    expect((await seatMap(fixture, eventId)).states.slice(0, 3)).toBe('FFF');
    const facts = (await fixture.published()).filter((fact) => fact.subject === eventId);
    expect(facts.map((fact) => fact.type)).toEqual(['EventPublished', 'SeatsBlocked', 'SeatsUnblocked']);
  });

  it('refuses seats that somebody holds, and drafts', async () => {
    const { eventId, organizer, seatIds } = await publishTestEvent(fixture);
    await hold(fixture, { eventId, seatIds: seatIds.slice(1, 2) });
    for (const name of ['blockSeats', 'unblockSeats']) {
      const input = { eventId, seatIds: seatIds.slice(0, 2) };
      expect(codesOf(await fixture.mutate<UserErrors>(name, errors, input, organizer))).toEqual([
        'SEATS_TAKEN',
      ]);
    }
    expect((await seatMap(fixture, eventId)).states.slice(0, 2)).toBe('FH');
    const draft = await draftTestEvent(fixture);
    const input = { eventId: draft.eventId, seatIds: seatIds.slice(0, 1) };
    expect(codesOf(await fixture.mutate<UserErrors>('blockSeats', errors, input, draft.organizer))).toEqual([
      'EVENT_NOT_ON_SALE',
    ]);
  });
});

describe('a venue', () => {
  it('has at most as many halls as its list may hold', async () => {
    const organizer = someUser('ORGANIZER');
    const { venueId } = await importTestPlan(
      fixture,
      organizer,
      planDocument({ rows: 1, perRow: 1, standing: 0 }),
    );
    await fixture.database.sql(
      `insert into halls (id, venue_id, name)
       select gen_random_uuid(), $1, 'Hall ' || n from generate_series(1, 198) n`,
      [venueId],
    );
    const add = (name: string) =>
      fixture.mutate<UserErrors>('createHall', errors, { venueId, name }, organizer);
    expect(codesOf(await add('the last'))).toEqual([]);
    expect(codesOf(await add('one more'))).toEqual(['INVALID_INPUT']);
  });
});
