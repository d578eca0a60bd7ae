import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { Caller } from '@parterre/platform/kernel/caller.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import {
  hold,
  importTestPlan,
  letExpire,
  planDocument,
  release,
  sell,
  someUser,
  type UserErrors,
} from './testing/fixture.ts';
import { codesOf, sharedFixture } from './testing/shared-fixture.ts';

const fixture = await sharedFixture();

const errors = 'userErrors { code message field }';
const euros = (amount: string) => ({ amount, currencyCode: 'EUR' });
const anybody: Caller = { kind: 'anonymous' };

const adult = { key: 'adult', label: 'Adult' };
const child = { key: 'child', label: 'Child' };

interface Created extends UserErrors {
  readonly event: {
    readonly id: string;
    readonly seatingPlan: {
      readonly seats: readonly { readonly id: string }[];
      readonly sections: readonly { readonly id: string; readonly kind: string }[];
    };
  };
}

/** Prices by "type/zone", or by zone alone. */
type Prices = Readonly<Record<string, string>>;

/** An event on sale: a row of ten seats at 20.00, and a pit and a gallery of 50 each at 10.00; children pay 5.00 and 0.00. */
async function openShow(ticketTypes: readonly object[] = [adult, child]) {
  const organizer = someUser('ORGANIZER');
  const document = planDocument({ rows: 1, perRow: 10, standing: 50, gallery: 50 });
  const { hallId, zones } = await importTestPlan(fixture, organizer, document);
  const priced = (prices: Prices) =>
    Object.entries(prices).map(([cell, amount]) => {
      const [zone, ticketTypeKey = null] = cell.split('/').reverse();
      const priceZoneId = zones.find(({ key }) => key === zone)?.id;
      return { priceZoneId, ticketTypeKey, price: euros(amount) };
    });
  const prices = priced({
    ...{ seat: '20.00', pit: '10.00' },
    ...(ticketTypes.length > 1 && { 'child/seat': '5.00', 'child/pit': '0.00' }),
  });
  const created = await fixture.mutate<Created>(
    'createEvent',
    `event { id seatingPlan { seats { id } sections { id kind } } } ${errors}`,
    {
      title: 'The Snow Queen',
      hallId,
      startsAt: '2099-12-01T14:00:00.000Z',
      endsAt: '2099-12-01T16:00:00.000Z',
      ticketTypes,
      prices,
    },
    organizer,
  );
  expect(created.userErrors).toEqual([]);
  const { id: eventId, seatingPlan } = created.event;
  await fixture.mutate('publishEvent', errors, { eventId }, organizer);
  const seatIds = seatingPlan.seats.map(({ id }) => id);
  const [pitId = '', galleryId = ''] = seatingPlan.sections.flatMap(({ id, kind }) =>
    kind === 'STANDING' ? [id] : [],
  );
  const update = (input: object) =>
    fixture.mutate<UserErrors>('updateEvent', errors, { eventId, ...input }, organizer);
  const change = async (input: object) => expect((await update(input)).userErrors).toEqual([]);
  return { eventId, organizer, seatIds, pitId, galleryId, priced, update, change };
}

interface Offered {
  readonly event: {
    readonly ticketTypes: readonly {
      readonly id: string;
      readonly key: string;
      readonly label: string;
      readonly prices: readonly { readonly price: { readonly amount: string } }[];
    }[];
  };
}

/** The types as anybody sees them. */
async function typesOf(eventId: string) {
  const query =
    'query($id: ID!) { event(id: $id) { ticketTypes { id key label prices { price { amount } } } } }';
  const { event } = await fixture.request<Offered>(query, { id: eventId }, anybody);
  return event.ticketTypes;
}

/** The list of prices as anybody sees it. */
const offerOf = async (eventId: string) =>
  Object.fromEntries(
    (await typesOf(eventId)).map(({ key, prices }) => [key, prices.map(({ price }) => price.amount)]),
  );
const idOf = async (eventId: string, key: string) =>
  (await typesOf(eventId)).find((type) => type.key === key)?.id ?? '';

/** What the places of a hold, or of a quote, cost. */
const amounts = (payload: { hold?: object | null; quote?: object | null }) => {
  const { items = [] } = (payload.hold ?? payload.quote ?? {}) as {
    items?: readonly { readonly price: { readonly amount: string } }[];
  };
  return items.map(({ price }) => price.amount);
};

async function quote(input: object) {
  const query = `query ($input: QuoteSeatsInput!) { quoteSeats(input: $input) {
    quote { items { price { amount } } } userErrors { code } } }`;
  const wanted = { input: { seatIds: [], standing: [], ...input } };
  const asked = await fixture.request<{ quoteSeats: { quote: object | null } }>(query, wanted, {
    kind: 'subgraph',
    subgraph: 'loyalty',
  });
  return amounts(asked.quoteSeats);
}

const seatsAs = (seatIds: readonly string[], ticketTypeId: string) => ({
  seatIds,
  seatTypes: seatIds.map((seatId) => ({ seatId, ticketTypeId })),
});

describe('prices of an event on sale', () => {
  it('are those that were given last, for whoever looks, asks and holds from then on', async () => {
    const { eventId, seatIds, pitId, priced, change } = await openShow();
    const children = await idOf(eventId, 'child');
    await change({ prices: priced({ seat: '25.00', 'child/pit': '1.50' }) });
    expect(await offerOf(eventId)).toEqual({ adult: ['25.00', '10.00'], child: ['5.00', '1.50'] });
    const places = {
      eventId,
      seatIds: seatIds.slice(0, 2),
      seatTypes: [{ seatId: seatIds[1] ?? '', ticketTypeId: children }],
      standing: [
        { sectionId: pitId, quantity: 1 },
        { sectionId: pitId, quantity: 1, ticketTypeId: children },
      ],
    };
    const after = ['25.00', '5.00', '10.00', '1.50'];
    expect(await quote(places)).toEqual(after);
    expect(amounts(await hold(fixture, places))).toEqual(after);
  });

  it('are not those of places that are held or sold, however often their hold is asked for', async () => {
    const { eventId, seatIds, pitId, priced, change } = await openShow();
    const standing = [{ sectionId: pitId, quantity: 1 }];
    const request = { eventId, bookingId: newId(), userId: newId(), seatIds: seatIds.slice(0, 1), standing };
    const held = await hold(fixture, request);
    await change({ prices: priced({ seat: '99.00', pit: '98.00' }) });
    expect(await hold(fixture, request)).toEqual(held);
    expect(amounts(held)).toEqual(['20.00', '10.00']);
    expect((await sell(fixture, eventId, request.bookingId)).sold).toBe(true);
    await change({ prices: priced({ seat: '1.00' }) });
    expect(await hold(fixture, request)).toEqual(held);
  });

  it('hold for seats that come back on sale, and for those that were blocked', async () => {
    const { eventId, seatIds, priced, change } = await openShow();
    const [bought = '', expired = '', blocked = ''] = seatIds;
    const first = await hold(fixture, { eventId, seatIds: [bought] });
    const second = await hold(fixture, { eventId, seatIds: [expired] });
    const organizer = someUser('ADMIN');
    await fixture.mutate('blockSeats', errors, { eventId, seatIds: [blocked] }, organizer);
    await change({ prices: priced({ seat: '33.00' }) });
    await release(fixture, { eventId, bookingId: first.bookingId });
    await letExpire(fixture, second.bookingId);
    await fixture.mutate('unblockSeats', errors, { eventId, seatIds: [blocked] }, organizer);
    const again = await hold(fixture, { eventId, seatIds: [bought, expired, blocked] });
    expect(amounts(again)).toEqual(['33.00', '33.00', '33.00']);
  });

  it('are told to nobody who watches the seats, whose states stay as they are', async () => {
    const { eventId, seatIds, priced, change } = await openShow();
    await hold(fixture, { eventId, seatIds: seatIds.slice(0, 1) });
    const rows = 'select version, state from event_seats where event_id = $1 order by seat_index';
    const before = await fixture.database.sql(rows, [eventId]);
    await change({ prices: priced({ seat: '33.00' }) });
    expect(await fixture.database.sql(rows, [eventId])).toEqual(before);
  });

  it('are refused where they are none, and change nothing then', async () => {
    const { eventId, priced, update } = await openShow();
    const before = await offerOf(eventId);
    const [seat] = priced({ seat: '1.00' });
    for (const [price, code] of [
      [{ ...seat, price: euros('-1') }, 'INVALID_AMOUNT'],
      [{ ...seat, price: { amount: '1.00', currencyCode: 'USD' } }, 'CURRENCY_MISMATCH'],
      [{ ...seat, priceZoneId: newId() }, 'PRICE_ZONE_NOT_FOUND'],
      [{ ...seat, ticketTypeKey: 'dog' }, 'TICKET_TYPE_NOT_FOUND'],
    ]) {
      expect(codesOf(await update({ title: 'Not this', prices: [price] }))).toEqual([code]);
    }
    expect(await offerOf(eventId)).toEqual(before);
  });

  it('change beside the sweep of expired holds and the blocking of seats, and are the last ones in the end', async () => {
    const { eventId, seatIds, organizer, priced, change } = await openShow([adult]);
    const held = await Promise.all(
      seatIds.slice(0, 8).map((id) => hold(fixture, { eventId, seatIds: [id] })),
    );
    for (const { bookingId } of held) await letExpire(fixture, bookingId);
    const block = async (name: string) =>
      fixture.mutate(name, errors, { eventId, seatIds: seatIds.slice(8) }, organizer);
    const work = [
      ...['21.00', '22.00', '23.00'].map((seat) => change({ prices: priced({ seat }) })),
      fixture.runJobs(),
      block('blockSeats').then(() => block('unblockSeats')),
    ];
    await Promise.all(work);
    await change({ prices: priced({ seat: '24.00' }) });
    await fixture.runJobs();
    const again = await hold(fixture, { eventId, seatIds: seatIds.slice(0, 8) });
    expect(amounts(again)).toEqual(Array.from({ length: 8 }, () => '24.00'));
  });

  it('are one list or the other for every hold and every quote, however many come while it changes', async () => {
    const { eventId, seatIds, pitId, galleryId, priced, change } = await openShow([adult]);
    const lists = { before: ['20.00', '10.00'], after: ['21.00', '11.00'] };
    const seen = Object.values(lists).map(([seat = '', pit = '']) => ({ seat, pit }));
    let isOver = false;
    const toAndFro = async () => {
      for (let turn = 1; !isOver; turn += 1) await change({ prices: priced(seen[turn % 2] ?? {}) });
    };
    const buy = async (seats: readonly string[]) => {
      // Sections of one zone, each with a look at its price.
      const standing = [pitId, galleryId].map((sectionId) => ({ sectionId, quantity: 1 }));
      const places = { eventId, seatIds: seats, standing };
      const quoted = await quote(places);
      const request = { ...places, bookingId: newId(), userId: newId() };
      const held = await hold(fixture, request);
      expect(codesOf(held)).toEqual([]);
      expect(amounts(await hold(fixture, request))).toEqual(amounts(held));
      return [quoted, amounts(held)];
    };
    const changing = toAndFro();
    const wanted = [...seatIds.map((seatId) => [seatId]), ...Array.from({ length: 40 }, () => [])];
    const bought = await Promise.all(wanted.map(buy)).finally(() => {
      isOver = true;
    });
    await changing;
    const whole = seen.flatMap(({ seat, pit }) => [
      [seat, pit, pit],
      [pit, pit],
    ]);
    for (const prices of bought.flat()) expect(whole).toContainEqual(prices);
  });
});

describe('ticket types of an event on sale', () => {
  it('are renamed, put in another order and joined by others, and stay who they are', async () => {
    const { eventId, seatIds, priced, change, update } = await openShow();
    const before = await typesOf(eventId);
    const senior = { key: 'senior', label: 'Senior' };
    const types = [
      { ...child, label: 'Under 14' },
      senior,
      { ...adult, label: 'Grown-up', needsKey: 'senior' },
    ];
    const unpriced = await update({ ticketTypes: types });
    expect(codesOf(unpriced)).toEqual(['PRICE_MISSING']);
    expect(unpriced.userErrors[0]?.message).toMatch(/for "senior"/);
    await change({ ticketTypes: types, prices: priced({ 'senior/seat': '12.00', 'senior/pit': '6.00' }) });
    const after = await typesOf(eventId);
    expect(after.map(({ key, label }) => [key, label])).toEqual([
      ['child', 'Under 14'],
      ['senior', 'Senior'],
      ['adult', 'Grown-up'],
    ]);
    expect([after[0]?.id, after[2]?.id]).toEqual([before[1]?.id, before[0]?.id]);
    // The first is what a place has that names none.
    expect(amounts(await hold(fixture, { eventId, seatIds: seatIds.slice(0, 1) }))).toEqual(['5.00']);
    const [fact] = (await fixture.published('EventChanged')).filter(({ subject }) => subject === eventId);
    expect(fact?.data).toMatchObject({
      ticketTypes: after.map(({ id, key, label }) => ({ ticketTypeId: id, key, label })),
    });
  });

  it('go while nobody has a place of them, are still told by their identifier, and come back as who they were', async () => {
    const { eventId, seatIds, priced, change, update } = await openShow();
    const children = await idOf(eventId, 'child');
    const held = await hold(fixture, { eventId, ...seatsAs(seatIds.slice(0, 1), children) });
    const refused = await update({ ticketTypes: [adult] });
    expect(refused.userErrors).toMatchObject([
      { code: 'TICKET_TYPE_IN_USE', field: ['ticketTypes'], message: expect.stringMatching(/"Child"/) },
    ]);
    expect(Object.keys(await offerOf(eventId))).toEqual(['adult', 'child']);
    await sell(fixture, eventId, held.bookingId);
    expect(codesOf(await update({ ticketTypes: [adult] }))).toEqual(['TICKET_TYPE_IN_USE']);
    await release(fixture, { eventId, bookingId: held.bookingId, seatIds: seatIds.slice(0, 1) });
    await change({ ticketTypes: [adult] });
    expect(Object.keys(await offerOf(eventId))).toEqual(['adult']);
    expect(codesOf(await hold(fixture, { eventId, ...seatsAs(seatIds.slice(0, 1), children) }))).toEqual([
      'TICKET_TYPE_NOT_FOUND',
    ]);
    const query = `query($of: [_Any!]!) { _entities(representations: $of) { ... on TicketType { label prices { price { amount } } } } }`;
    const of = [{ __typename: 'TicketType', id: children }];
    const { _entities } = await fixture.request<{ _entities: object[] }>(query, { of }, anybody);
    expect(_entities).toEqual([{ label: 'Child', prices: [] }]);
    await change({
      ticketTypes: [adult, child],
      prices: priced({ 'child/seat': '6.00', 'child/pit': '1.00' }),
    });
    expect(await idOf(eventId, 'child')).toBe(children);
  });

  it('are counted from the first place on: a limit that comes later knows what was held and sold before', async () => {
    const { eventId, seatIds, pitId, priced, change } = await openShow([adult]);
    const first = await hold(fixture, { eventId, seatIds: seatIds.slice(0, 2) });
    await sell(fixture, eventId, first.bookingId);
    await hold(fixture, { eventId, standing: [{ sectionId: pitId, quantity: 2 }] });
    const gone = await hold(fixture, { eventId, seatIds: seatIds.slice(2, 3) });
    await release(fixture, { eventId, bookingId: gone.bookingId });
    await change({
      ticketTypes: [{ ...adult, maxPerEvent: 5 }, child],
      prices: priced({ 'child/seat': '5.00', 'child/pit': '0.00' }),
    });
    const children = await idOf(eventId, 'child');
    const taken = await hold(fixture, { eventId, ...seatsAs(seatIds.slice(3, 5), children) });
    const lastAdult = await hold(fixture, { eventId, seatIds: seatIds.slice(2, 3) });
    expect(codesOf(lastAdult)).toEqual([]);
    expect(codesOf(await hold(fixture, { eventId, seatIds: seatIds.slice(5, 6) }))).toEqual([
      'TICKET_TYPE_SOLD_OUT',
    ]);
    // Children had no limit until now, and there are two.
    await change({ ticketTypes: [adult, { ...child, maxPerEvent: 3 }] });
    expect(codesOf(await hold(fixture, { eventId, ...seatsAs(seatIds.slice(5, 7), children) }))).toEqual([
      'TICKET_TYPE_SOLD_OUT',
    ]);
    await release(fixture, { eventId, bookingId: taken.bookingId, seatIds: seatIds.slice(3, 4) });
    expect(codesOf(await hold(fixture, { eventId, ...seatsAs(seatIds.slice(5, 7), children) }))).toEqual([]);
  });

  it('are given back by bookings too that know of no types', async () => {
    const { eventId, seatIds, pitId, change } = await openShow([adult]);
    const standing = [{ sectionId: pitId, quantity: 2 }];
    const { bookingId } = await hold(fixture, { eventId, seatIds: seatIds.slice(0, 2), standing });
    await sell(fixture, eventId, bookingId);
    // As holds were answered, and tickets issued, before there were types.
    await fixture.database.sql(
      `update holds set answer = jsonb_set(answer, '{items}', (
         select jsonb_agg(item - 'ticketTypeId') from jsonb_array_elements(answer -> 'items') item))
       where booking_id = $1`,
      [bookingId],
    );
    await change({ ticketTypes: [{ ...adult, maxPerEvent: 4 }] });
    const next = (seatId = '') => hold(fixture, { eventId, seatIds: [seatId] });
    expect(codesOf(await next(seatIds[5]))).toEqual(['TICKET_TYPE_SOLD_OUT']);
    const back = {
      eventId,
      bookingId,
      seatIds: seatIds.slice(0, 1),
      standing: [{ sectionId: pitId, quantity: 1 }],
    };
    expect(await release(fixture, back)).toMatchObject({ released: true });
    expect((await next(seatIds[5])).hold?.items).toHaveLength(1);
    expect((await next(seatIds[6])).hold?.items).toHaveLength(1);
    expect(codesOf(await next(seatIds[7]))).toEqual(['TICKET_TYPE_SOLD_OUT']);
  });

  it('whose limit is lowered below what is sold are sold no more, and are taken from nobody', async () => {
    const { eventId, seatIds, change } = await openShow([{ ...adult, maxPerEvent: 6 }]);
    const request = { eventId, bookingId: newId(), userId: newId(), seatIds: seatIds.slice(0, 4) };
    const held = await hold(fixture, request);
    await change({ ticketTypes: [{ ...adult, maxPerEvent: 2 }] });
    expect(codesOf(await hold(fixture, { eventId, seatIds: seatIds.slice(4, 5) }))).toEqual([
      'TICKET_TYPE_SOLD_OUT',
    ]);
    expect(await hold(fixture, request)).toEqual(held);
    expect((await sell(fixture, eventId, request.bookingId)).sold).toBe(true);
    await release(fixture, { eventId, bookingId: request.bookingId, seatIds: seatIds.slice(0, 3) });
    expect(codesOf(await hold(fixture, { eventId, seatIds: seatIds.slice(4, 5) }))).toEqual([]);
  });

  it('are at most a hundred keys in all that an event ever had', async () => {
    const { change, update, priced } = await openShow([adult]);
    const generation = (round: number) => Array.from({ length: 19 }, (_, n) => `t${round}-${n}`);
    const offer = (keys: readonly string[]) => ({
      ticketTypes: [adult, ...keys.map((key) => ({ key, label: key }))],
      prices: priced(
        Object.fromEntries(
          keys.flatMap((key) => [
            [`${key}/seat`, '1.00'],
            [`${key}/pit`, '1.00'],
          ]),
        ),
      ),
    });
    for (let round = 0; round < 5; round += 1) await change(offer(generation(round)));
    expect(await update(offer(generation(5)))).toMatchObject({
      userErrors: [{ code: 'INVALID_INPUT', field: ['ticketTypes'] }],
    });
    await change(offer(generation(0)));
  });
});

it('counts by its migration what bookings had before it as they are counted since', async () => {
  const { eventId, seatIds, pitId } = await openShow();
  const children = await idOf(eventId, 'child');
  const first = await hold(fixture, {
    eventId,
    seatIds: seatIds.slice(0, 3),
    seatTypes: [{ seatId: seatIds[2] ?? '', ticketTypeId: children }],
    standing: [{ sectionId: pitId, quantity: 2, ticketTypeId: children }],
  });
  await release(fixture, { eventId, bookingId: first.bookingId, seatIds: seatIds.slice(0, 1) });
  const standing = [{ sectionId: pitId, quantity: 1, ticketTypeId: children }];
  await release(fixture, { eventId, bookingId: first.bookingId, standing });
  const rows = `select ticket_type_id, quantity from held_types where booking_id = $1 order by quantity`;
  const counted = await fixture.database.sql(rows, [first.bookingId]);
  expect(counted).toHaveLength(2);
  await fixture.database.sql('delete from held_types where booking_id = $1', [first.bookingId]);
  const migration = new URL('./adapters/postgres/migrations/0034-changed-offers.sql', import.meta.url);
  const [insert = ''] = /^insert into held_types[^;]*/m.exec(readFileSync(migration, 'utf8')) ?? [];
  await fixture.database.sql(insert);
  expect(await fixture.database.sql(rows, [first.bookingId])).toEqual(counted);
});
