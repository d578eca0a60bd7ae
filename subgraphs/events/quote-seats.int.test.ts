import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Caller } from '@parterre/platform/kernel/caller.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import {
  draftTestEvent,
  type EventsFixture,
  hold,
  importTestPlan,
  openEventsFixture,
  type PublishedEvent,
  planDocument,
  publishTestEvent,
  someUser,
  ticketsSubgraph,
  type UserErrors,
} from './testing/fixture.ts';
import { openTestSeries } from './testing/series.ts';

let fixture: EventsFixture;
let event: PublishedEvent;
beforeAll(async () => {
  fixture = await openEventsFixture();
  event = await publishTestEvent(fixture, { rows: 1, perRow: 4, standing: 5 });
});
afterAll(() => fixture.stop());

const loyalty: Caller = { kind: 'subgraph', subgraph: 'loyalty' };
interface Quote {
  readonly organizerId: string;
  readonly currencyCode: string;
  readonly items: readonly { readonly priceZoneId: string; readonly price: object }[];
}

async function quote(input: object): Promise<Quote | string | undefined> {
  const query = `query ($input: QuoteSeatsInput!) { quoteSeats(input: $input) {
    quote { eventId organizerId currencyCode items { priceZoneId price { amount currencyCode } } }
    userErrors { code } } }`;
  const wanted = { input: { eventId: event.eventId, seatIds: [], standing: [], ...input } };
  type Answer = { quoteSeats: { quote: Quote | null; userErrors: { code: string }[] } };
  const { quoteSeats } = await fixture.request<Answer>(query, wanted, loyalty);
  return quoteSeats.quote ?? quoteSeats.userErrors[0]?.code;
}

describe('quoteSeats', () => {
  it('names zone and price of each place in the order of a hold, taken or not, and holds nothing', async () => {
    const places = {
      seatIds: event.seatIds.slice(0, 3).reverse(),
      standing: [{ sectionId: event.pitId ?? '', quantity: 2 }],
    };
    const before = await quote(places);
    const held = await hold(fixture, { eventId: event.eventId, ...places });
    expect(held.userErrors).toEqual([]);
    const items = (held.hold?.items ?? []) as unknown as Quote['items'];
    expect(before).toEqual({
      eventId: event.eventId,
      organizerId: event.organizer.userId,
      currencyCode: 'EUR',
      items: items.map(({ priceZoneId, price }) => ({ priceZoneId, price })),
    });
    expect(items).toHaveLength(5);
    expect(await quote(places)).toEqual(before);
  });

  it.each<[string, () => object, string]>([
    ['an event that there is none of', () => ({ eventId: newId() }), 'EVENT_NOT_FOUND'],
    ['a seat of another event', () => ({ seatIds: [newId()] }), 'SEAT_NOT_FOUND'],
    [
      'a section of another event',
      () => ({ seatIds: [], standing: [{ sectionId: newId(), quantity: 1 }] }),
      'SECTION_NOT_FOUND',
    ],
    ['no places', () => ({ seatIds: [] }), 'TOO_MANY_SEATS'],
  ])('refuses %s', async (_, input, code) => {
    expect(await quote({ seatIds: event.seatIds.slice(0, 1), ...input() })).toBe(code);
  });

  it('knows no draft', async () => {
    const { eventId } = await draftTestEvent(fixture, { rows: 1, perRow: 1 });
    expect(await quote({ eventId, seatIds: [newId()] })).toBe('EVENT_NOT_FOUND');
  });
});

describe('discountTargets', () => {
  const query = `query ($eventIds: [ID!]!, $priceZoneIds: [ID!]!, $seriesIds: [ID!], $organizerIds: [ID!]) {
    discountTargets(
      eventIds: $eventIds, priceZoneIds: $priceZoneIds, seriesIds: $seriesIds, organizerIds: $organizerIds
    ) { events { eventId organizerId seriesId } priceZoneIds series { seriesId organizerId } organizerIds } }`;

  it('names those that there are, drafts too, and who organizes them', async () => {
    const draft = await draftTestEvent(fixture, { rows: 1, perRow: 1 });
    const priceZoneIds = draft.prices.map(({ priceZoneId }) => priceZoneId);
    const { userId: organizerId } = draft.organizer;
    const wanted = {
      eventIds: [draft.eventId, newId(), 'x'],
      priceZoneIds: [...priceZoneIds, newId(), 'x'],
      // Who runs a venue, once; a user who runs none is no organizer.
      organizerIds: [organizerId, organizerId, someUser('ORGANIZER').userId, 'x'],
    };
    expect(await fixture.request(query, wanted, loyalty)).toEqual({
      discountTargets: {
        events: [{ eventId: draft.eventId, organizerId, seriesId: null }],
        priceZoneIds: expect.arrayContaining(priceZoneIds),
        series: [],
        organizerIds: [organizerId],
      },
    });
  });

  it('names a series without slots, and of a slot the series, also when it was moved', async () => {
    const { seriesId, organizer, schedule } = await openTestSeries(fixture);
    const { userId: organizerId } = organizer;
    const series = [{ seriesId, organizerId }];
    const targetsOf = (eventIds: readonly string[]) =>
      fixture.request(query, { eventIds, priceZoneIds: [], seriesIds: [seriesId, newId(), 'x'] }, loyalty);
    const nothing = { priceZoneIds: [], organizerIds: [] };
    expect(await targetsOf([])).toEqual({ discountTargets: { events: [], series, ...nothing } });
    const [slot = ''] = await schedule();
    const slots = [{ eventId: slot, organizerId, seriesId }];
    expect(await targetsOf([slot])).toEqual({ discountTargets: { events: slots, series, ...nothing } });
    const { hallId } = await importTestPlan(
      fixture,
      organizer,
      planDocument({ rows: 1, perRow: 4, standing: 5 }),
    );
    const times = { startsAt: '2099-03-01T18:30:00.000Z', endsAt: '2099-03-01T21:00:00.000Z' };
    const moved = await fixture.mutate<UserErrors>(
      'rescheduleEvent',
      'userErrors { code message field }',
      { eventId: slot, ...times, hallId, reason: 'The roof leaks.' },
      organizer,
    );
    expect(moved.userErrors).toEqual([]);
    expect(await targetsOf([slot])).toEqual({ discountTargets: { events: slots, series, ...nothing } });
  });
});

describe('equivalentZones', () => {
  const query = `query ($eventId: ID!, $priceZoneIds: [ID!]!) {
    equivalentZones(eventId: $eventId, priceZoneIds: $priceZoneIds) { priceZoneId equivalentIds } }`;
  type Zones = { readonly id: string; readonly key: string }[];
  type Answer = { readonly equivalentZones: { priceZoneId: string; equivalentIds: string[] }[] };
  const idOf = (zones: Zones, key: string) => zones.find((zone) => zone.key === key)?.id ?? '';

  async function zonesOf(eventId: string): Promise<Zones> {
    const { event } = await fixture.request<{ event: { seatingPlan: { priceZones: Zones } } }>(
      'query ($id: ID!) { event(id: $id) { seatingPlan { priceZones { id key } } } }',
      { id: eventId },
      someUser(),
    );
    return event.seatingPlan.priceZones;
  }

  /** Brings an event to a newer plan of its hall. */
  async function changePlan({ eventId, hallId, organizer }: PublishedEvent): Promise<Zones> {
    const document = JSON.stringify(planDocument({ rows: 1, perRow: 4, standing: 5 }));
    const { seatingPlan } = await fixture.mutate<{ seatingPlan: { id: string } }>(
      'importSeatingPlan',
      'seatingPlan { id }',
      { hallId, format: 'PARTERRE', document },
      organizer,
    );
    const input = { eventId, seatingPlanId: seatingPlan.id, idempotencyKey: newId() };
    const changed = await fixture.mutate<UserErrors>(
      'changeSeatingPlan',
      'userErrors { code message field }',
      input,
      organizer,
    );
    expect(changed.userErrors).toEqual([]);
    return zonesOf(eventId);
  }
  const equivalentOf = async (eventId: string, priceZoneIds: readonly string[]) =>
    (await fixture.request<Answer>(query, { eventId, priceZoneIds }, loyalty)).equivalentZones.map(
      ({ priceZoneId, equivalentIds }) => [priceZoneId, new Set(equivalentIds)],
    );

  it('names those of one key in all plans that the event was on, and none of another event', async () => {
    const moved = await publishTestEvent(fixture, { rows: 1, perRow: 4, standing: 5 });
    const first = await zonesOf(moved.eventId);
    const firstSeats = idOf(first, 'seat');
    expect(await equivalentOf(moved.eventId, [firstSeats])).toEqual([]);
    const second = await changePlan(moved);
    const third = await changePlan(moved);
    const [secondSeats, thirdSeats] = [idOf(second, 'seat'), idOf(third, 'seat')];
    expect(await equivalentOf(moved.eventId, [thirdSeats])).toEqual([
      [thirdSeats, new Set([firstSeats, secondSeats])],
    ]);
    // What was held before the plan changed names its zones in the words of then.
    expect(await equivalentOf(moved.eventId, [firstSeats])).toEqual([
      [firstSeats, new Set([secondSeats, thirdSeats])],
    ]);
    const strangers = (await zonesOf(event.eventId)).map(({ id }) => id);
    expect(await equivalentOf(moved.eventId, strangers)).toEqual([]);
    expect(await equivalentOf(event.eventId, [thirdSeats])).toEqual([]);
    expect(await equivalentOf(newId(), [thirdSeats])).toEqual([]);
  });

  it('takes identifiers, and so many as one booking may have', async () => {
    const { eventId } = event;
    const refused: [string, string[]][] = [
      ['x', []],
      [eventId, ['x']],
      [eventId, Array.from({ length: 501 }, () => newId())],
    ];
    for (const [id, priceZoneIds] of refused) {
      const { errors } = await fixture.execute(query, { eventId: id, priceZoneIds }, loyalty);
      expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    }
  });
});

describe('only the loyalty subgraph may ask', () => {
  it.each<[string, Caller, string]>([
    ['nobody', { kind: 'anonymous' }, 'UNAUTHENTICATED'],
    ['an administrator', someUser('ADMIN'), 'FORBIDDEN'],
    ['another subgraph', ticketsSubgraph, 'FORBIDDEN'],
  ])('not %s', async (_, caller, code) => {
    for (const query of [
      `{ quoteSeats(input: { eventId: "${newId()}", seatIds: [], standing: [] }) { quote { eventId } } }`,
      '{ discountTargets(eventIds: [], priceZoneIds: []) { priceZoneIds } }',
      `{ equivalentZones(eventId: "${newId()}", priceZoneIds: []) { priceZoneId } }`,
    ]) {
      const { errors } = await fixture.execute(query, {}, caller);
      expect(errors?.[0]?.extensions.code).toBe(code);
    }
  });
});
