import { describe, expect, it } from '@jest/globals';
import { anonymous, type Caller } from '@parterre/platform/kernel/caller.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { testClock } from '@parterre/platform/testing/test-clock.ts';
import {
  draftTestEvent,
  hold,
  importTestPlan,
  letExpire,
  planDocument,
  publishTestEvent,
  release,
  sell,
  someUser,
  type UserErrors,
} from './testing/fixture.ts';
import { sharedFixture } from './testing/shared-fixture.ts';
import { statementCount } from './testing/statement-count.ts';

/** Longer than any count is kept. */
const LATER_MS = 11_000;

const clock = testClock();
const asked = statementCount();
const fixture = await sharedFixture({ clock, wrapTools: asked.wrapTools });

const eur = (amount: string) => ({ amount, currencyCode: 'EUR' });

interface Figures {
  readonly freePlaces: number | null;
  readonly priceRange: { readonly lowest: object; readonly highest: object } | null;
}
async function figures(eventId: string, caller: Caller = anonymous): Promise<Figures | null> {
  clock.moveOn(LATER_MS);
  const { event } = await fixture.request<{ event: Figures | null }>(
    `query($id: ID!) { event(id: $id) {
       freePlaces priceRange { lowest { amount currencyCode } highest { amount currencyCode } } } }`,
    { id: eventId },
    caller,
  );
  return event;
}
const free = async (eventId: string) => (await figures(eventId))?.freePlaces;

async function setStatus(eventId: string, status: string): Promise<void> {
  await fixture.database.sql('update events set status = $2 where id = $1', [eventId, status]);
}

describe('the free places of an event', () => {
  it('are the seats that nobody holds, bought or blocked, and those of holds whose time has run out', async () => {
    const { eventId, seatIds, organizer } = await publishTestEvent(fixture, { rows: 2, perRow: 5 });
    expect(await free(eventId)).toBe(10);

    const held = await hold(fixture, { eventId, seatIds: seatIds.slice(0, 3) });
    expect(await free(eventId)).toBe(7);
    const sold = await hold(fixture, { eventId, seatIds: seatIds.slice(3, 5) });
    await sell(fixture, eventId, sold.bookingId);
    expect(await free(eventId)).toBe(5);
    await fixture.mutate('blockSeats', 'event { id }', { eventId, seatIds: [seatIds[9]] }, organizer);
    expect(await free(eventId)).toBe(4);

    await letExpire(fixture, held.bookingId);
    expect(await free(eventId)).toBe(7);
    await fixture.runJobs();
    expect(await free(eventId)).toBe(7);
    await release(fixture, { eventId, bookingId: sold.bookingId, reason: 'TICKETS_REFUNDED' });
    await fixture.mutate('unblockSeats', 'event { id }', { eventId, seatIds: [seatIds[9]] }, organizer);
    expect(await free(eventId)).toBe(10);
  });

  it('are the standing places that nobody has, likewise', async () => {
    const event = await publishTestEvent(fixture, { rows: 0, standing: 30, gallery: 4 });
    const { eventId, pitId, galleryId } = event;
    expect(await free(eventId)).toBe(34);
    const inPit = await hold(fixture, { eventId, standing: [{ sectionId: pitId ?? '', quantity: 9 }] });
    const upstairs = await hold(fixture, {
      eventId,
      standing: [{ sectionId: galleryId ?? '', quantity: 4 }],
    });
    expect(await free(eventId)).toBe(21);
    await sell(fixture, eventId, upstairs.bookingId);
    expect(await free(eventId)).toBe(21);

    await letExpire(fixture, inPit.bookingId);
    expect(await free(eventId)).toBe(30);
    // The next buyer takes places of the hold that has run out; it is still there, with nothing left.
    const next = { sectionId: pitId ?? '', quantity: 10 };
    for (let buyer = 0; buyer < 3; buyer += 1) {
      expect((await hold(fixture, { eventId, standing: [next] })).userErrors).toEqual([]);
    }
    expect(await free(eventId)).toBe(0);
    await fixture.runJobs();
    expect(await free(eventId)).toBe(0);
  });

  it('are seats and standing places together, and one taken over from a hold that has run out is not free', async () => {
    const { eventId, seatIds, pitId } = await publishTestEvent(fixture, { rows: 1, perRow: 3, standing: 5 });
    const first = await hold(fixture, {
      eventId,
      seatIds: seatIds.slice(0, 2),
      standing: [{ sectionId: pitId ?? '', quantity: 2 }],
    });
    expect(await free(eventId)).toBe(4);
    await letExpire(fixture, first.bookingId);
    await hold(fixture, { eventId, seatIds: seatIds.slice(0, 1) });
    expect(await free(eventId)).toBe(7);
  });

  it('are none once it is cancelled or has ended, and unknown before it is published', async () => {
    const { eventId } = await publishTestEvent(fixture, { rows: 1, perRow: 3 });
    await setStatus(eventId, 'CANCELLED');
    expect(await free(eventId)).toBe(0);
    await setStatus(eventId, 'ON_SALE');
    await fixture.database.sql(
      `update events set starts_at = now() - interval '2 hours', ends_at = now() where id = $1`,
      [eventId],
    );
    expect(await free(eventId)).toBe(0);

    const draft = await draftTestEvent(fixture);
    expect(await figures(draft.eventId, draft.organizer)).toMatchObject({ freePlaces: null });
    expect(await figures(draft.eventId, someUser('ADMIN'))).toMatchObject({ freePlaces: null });
    expect(await figures(draft.eventId)).toBeNull();
  });

  it('are those of each event of a list, seats and sections of the same plan notwithstanding', async () => {
    const { eventId, seatIds, hallId, organizer } = await publishTestEvent(fixture, {
      rows: 1,
      perRow: 4,
      standing: 2,
    });
    const { event } = await fixture.request<{ event: { prices: { priceZone: { id: string } }[] } }>(
      'query($id: ID!) { event(id: $id) { prices { priceZone { id } } } }',
      { id: eventId },
      anonymous,
    );
    const prices = event.prices.map(({ priceZone }) => ({ priceZoneId: priceZone.id, price: eur('1.00') }));
    const times = { startsAt: '2099-04-01T18:00:00Z', endsAt: '2099-04-01T20:00:00Z' };
    const other = await fixture.mutate<{ event: { id: string } }>(
      'createEvent',
      'event { id }',
      { title: 'The same hall', hallId, prices, ...times },
      organizer,
    );
    await fixture.mutate('publishEvent', 'event { id }', { eventId: other.event.id }, organizer);
    await hold(fixture, { eventId, seatIds: seatIds.slice(0, 3) });
    clock.moveOn(LATER_MS);
    const { events } = await fixture.request<{ events: { nodes: object[] } }>(
      `query($o: ID!) { events(filter: { organizerId: $o }) { nodes { id freePlaces priceRange { highest { amount } } } } }`,
      { o: organizer.userId },
      anonymous,
    );
    expect(events.nodes).toEqual([
      { id: eventId, freePlaces: 3, priceRange: { highest: { amount: '20.00' } } },
      { id: other.event.id, freePlaces: 6, priceRange: { highest: { amount: '1.00' } } },
    ]);
  });
});

describe('the price range of an event', () => {
  it('goes from the cheapest to the dearest, over zones and ticket types', async () => {
    const { organizer, eventId, hallId, prices } = await draftTestEvent(fixture, { standing: 5 });
    expect(await figures(eventId, organizer)).toMatchObject({
      priceRange: { lowest: eur('10.00'), highest: eur('20.00') },
    });
    const typed = await fixture.mutate<{ event: { id: string } } & UserErrors>(
      'createEvent',
      'event { id } userErrors { code message field }',
      {
        title: 'With children',
        hallId,
        startsAt: '2099-03-02T18:30:00.000Z',
        endsAt: '2099-03-02T21:00:00.000Z',
        ticketTypes: [
          { key: 'adult', label: 'Adult' },
          { key: 'child', label: 'Child' },
          { key: 'box', label: 'With wine' },
        ],
        prices: [
          ...prices,
          ...prices.map((each) => ({ ...each, ticketTypeKey: 'child', price: eur('0.00') })),
          ...prices.map((each) => ({ ...each, ticketTypeKey: 'box', price: eur('100.50') })),
        ],
      },
      organizer,
    );
    expect(typed.userErrors).toEqual([]);
    const range = { priceRange: { lowest: eur('0.00'), highest: eur('100.50') } };
    expect(await figures(typed.event.id, organizer)).toMatchObject(range);
    await fixture.mutate('publishEvent', 'event { id }', { eventId: typed.event.id }, organizer);
    expect(await figures(typed.event.id)).toMatchObject(range);

    // A type that is offered no more, and a price that was changed since.
    const { userErrors } = await fixture.mutate<UserErrors>(
      'updateEvent',
      'userErrors { code message field }',
      {
        eventId: typed.event.id,
        ticketTypes: [
          { key: 'adult', label: 'Adult' },
          { key: 'child', label: 'Child' },
        ],
        prices: [
          ...prices.map((each) => ({ ...each, price: eur('12.00') })),
          ...prices.map((each) => ({ ...each, ticketTypeKey: 'child', price: eur('3.00') })),
        ],
      },
      organizer,
    );
    expect(userErrors).toEqual([]);
    expect(await figures(typed.event.id)).toMatchObject({
      priceRange: { lowest: eur('3.00'), highest: eur('12.00') },
    });
  });

  it('leaves out a zone that has no places, and is null before there are prices', async () => {
    const organizer = someUser('ORGANIZER');
    const document = planDocument({ rows: 1, perRow: 2, standing: 0 });
    const { hallId, zones } = await importTestPlan(fixture, organizer, document);
    const of = (key: string, amount: string) => ({
      priceZoneId: zones.find((zone) => zone.key === key)?.id,
      price: eur(amount),
    });
    const draft = async (prices: object[]) => {
      const { event } = await fixture.mutate<{ event: { id: string } }>(
        'createEvent',
        'event { id }',
        {
          title: `Range ${newId()}`,
          hallId,
          startsAt: '2099-03-03T18:30:00.000Z',
          endsAt: '2099-03-03T21:00:00.000Z',
          prices,
        },
        organizer,
      );
      return event.id;
    };
    const withSeats = { priceRange: { lowest: eur('20.00'), highest: eur('20.00') } };
    expect(await figures(await draft([of('seat', '20.00'), of('pit', '5.00')]), organizer)).toMatchObject(
      withSeats,
    );
    expect(await figures(await draft([of('pit', '5.00')]), organizer)).toMatchObject({ priceRange: null });
    expect(await figures(await draft([]), organizer)).toMatchObject({ priceRange: null });
  });
});

describe('a calendar of a series', () => {
  it('of 366 slots costs statements by the page, not by the slot', async () => {
    const seriesId = await openDailySeries(366);
    const page = `query($id: ID!, $first: Int, $after: String) { eventSeries(id: $id) {
      events(first: $first, after: $after) {
        nodes { id startsAt status freePlaces priceRange { lowest { amount } highest { amount } } }
        pageInfo { hasNextPage endCursor } } } }`;
    const before = asked.count;
    await fixture.request(page, { id: seriesId, first: 1 }, anonymous);
    const forOne = asked.count - before;
    expect(forOne).toBeLessThan(7);

    clock.moveOn(LATER_MS);
    const beforePages = asked.count;
    const slots: { freePlaces: number; priceRange: object }[] = [];
    let pages = 0;
    let after: string | null = null;
    do {
      const { eventSeries }: Calendar = await fixture.request(
        page,
        { id: seriesId, first: 100, after },
        anonymous,
      );
      slots.push(...eventSeries.events.nodes);
      after = eventSeries.events.pageInfo.hasNextPage ? eventSeries.events.pageInfo.endCursor : null;
      pages += 1;
    } while (after);
    expect(pages).toBe(4);
    expect(slots).toHaveLength(366);
    // A long list pauses, and what its parts want comes apart (platform/graphql/charge-lists.ts). One a slot would show.
    expect(asked.count - beforePages).toBeLessThan(slots.length / 3);
    expect(new Set(slots.map((slot) => slot.freePlaces))).toEqual(new Set([6]));
    expect(slots[365]?.priceRange).toEqual({ lowest: { amount: '20.00' }, highest: { amount: '20.00' } });
  });

  interface Calendar {
    readonly eventSeries: {
      readonly events: {
        readonly nodes: { freePlaces: number; priceRange: object }[];
        readonly pageInfo: { hasNextPage: boolean; endCursor: string };
      };
    };
  }

  async function openDailySeries(days: number): Promise<string> {
    const organizer = someUser('ORGANIZER');
    const document = planDocument({ rows: 1, perRow: 6, standing: 0 });
    const { hallId, zones } = await importTestPlan(fixture, organizer, document);
    const prices = zones.map(({ id: priceZoneId }) => ({ priceZoneId, price: eur('20.00') }));
    const { eventSeries } = await fixture.mutate<{ eventSeries: { id: string } }>(
      'createEventSeries',
      'eventSeries { id }',
      { title: 'Daily', hallId, prices },
      organizer,
    );
    const timetable = {
      startsAt: '2099-01-01T09:00:00.000Z',
      recurrenceRule: `FREQ=DAILY;COUNT=${days}`,
      durationMinutes: 60,
      publish: true,
    };
    const { userErrors } = await fixture.mutate<UserErrors>(
      'scheduleEventSeries',
      'userErrors { code message field }',
      { eventSeriesId: eventSeries.id, ...timetable },
      organizer,
    );
    expect(userErrors).toEqual([]);
    return eventSeries.id;
  }
});
