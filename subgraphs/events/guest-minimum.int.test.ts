import { describe, expect, it } from '@jest/globals';
import { anonymous, type UserCaller } from '@parterre/platform/kernel/caller.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { crashInTransaction } from '@parterre/platform/testing/crash.ts';
import { statements } from './adapters/postgres/guest-minimums.ts';
import { eventsService } from './service.ts';
import {
  draftTestEvent,
  type EventOptions,
  hold,
  importTestPlan,
  type PublishedEvent,
  planDocument,
  publishTestEvent,
  release,
  sell,
  someUser,
  type UserErrors,
} from './testing/fixture.ts';
import { codesOf, sharedFixture } from './testing/shared-fixture.ts';

const fixture = await sharedFixture();

/** An excursion of 12 places that takes place with 3 guests, decided a day before. */
const publish = (event: object = {}, more: EventOptions = {}) =>
  publishTestEvent(fixture, { rows: 2, perRow: 6, ...more, event: { minimumGuests: 3, ...event } });

/** Sells so many seats, in one booking; answers it. */
async function buy({ eventId, seatIds }: PublishedEvent, from: number, upTo: number): Promise<string> {
  const { bookingId } = await hold(fixture, { eventId, seatIds: seatIds.slice(from, upTo) });
  expect(await sell(fixture, eventId, bookingId)).toMatchObject({ sold: true });
  return bookingId;
}

/** Moves the start of an event to so many minutes from now, by the database's clock. */
async function letStartIn(minutes: number, { eventId }: { readonly eventId: string }): Promise<void> {
  await fixture.database.sql(
    `update events set starts_at = now() + $2 * interval '1 minute', ends_at = now() + $2 * interval '1 minute' + interval '1 hour'
     where id = $1`,
    [eventId, minutes],
  );
}
const HOURS_24 = 24 * 60;

async function shown({ eventId }: { readonly eventId: string }) {
  const query =
    'query($id: ID!) { event(id: $id) { status isMinimumReached minimumGuests minimumDecidedHoursBefore } }';
  const { event } = await fixture.request<{ event: { status: string; isMinimumReached: boolean | null } }>(
    query,
    { id: eventId },
    anonymous,
  );
  return event;
}

const told = async ({ eventId }: { readonly eventId: string }) =>
  (await fixture.published('EventCancelled')).filter(({ subject }) => subject === eventId);

const change = (caller: UserCaller, eventId: string, input: object) =>
  fixture.mutate<UserErrors>(
    'updateEvent',
    'event { id } userErrors { code message field }',
    { eventId, ...input },
    caller,
  );

describe('when the moment has come that decides of a minimum of guests', () => {
  it('an event that sold fewer places is cancelled, once, and its buyers are to be told why', async () => {
    const event = await publish();
    await buy(event, 0, 2);
    // Held, and being paid perhaps: not sold.
    const { bookingId } = await hold(fixture, { eventId: event.eventId, seatIds: event.seatIds.slice(2, 6) });
    await letStartIn(HOURS_24 - 1, event);
    await Promise.all([1, 2, 3].map(() => fixture.runJobs()));

    expect(await shown(event)).toMatchObject({ status: 'CANCELLED', isMinimumReached: null });
    expect((await told(event)).map(({ data }) => data)).toEqual([
      expect.objectContaining({
        eventId: event.eventId,
        organizerId: event.organizer.userId,
        reason: 'Too few guests: at least 3 are needed.',
        minimumGuests: 3,
      }),
    ]);
    expect(codesOf(await sell(fixture, event.eventId, bookingId))).toEqual(['EVENT_NOT_ON_SALE']);
    await fixture.runJobs();
    expect(await told(event)).toHaveLength(1);
  });

  it('one that sold enough takes place for good, whatever is given back later', async () => {
    const event = await publish();
    const bookingId = await buy(event, 0, 3);
    await letStartIn(HOURS_24 - 1, event);
    await fixture.runJobs();
    expect(await shown(event)).toMatchObject({ status: 'ON_SALE', isMinimumReached: true });

    await release(fixture, { eventId: event.eventId, bookingId, reason: 'TICKETS_REFUNDED' });
    await letStartIn(HOURS_24 - 2, event);
    await fixture.runJobs();
    expect(await shown(event)).toMatchObject({ status: 'ON_SALE', isMinimumReached: true });
    expect(await told(event)).toEqual([]);
  });

  it('standing places count as seats do, and held ones do not', async () => {
    const [few, enough] = [
      await publish({}, { standing: 5 }),
      await publish({ minimumGuests: 4 }, { standing: 5 }),
    ];
    for (const { eventId, pitId, seatIds } of [few, enough]) {
      const standing = [{ sectionId: pitId ?? '', quantity: 3 }];
      const { bookingId } = await hold(fixture, { eventId, standing, seatIds: seatIds.slice(0, 1) });
      if (eventId === enough.eventId) await sell(fixture, eventId, bookingId);
    }
    for (const event of [few, enough]) await letStartIn(HOURS_24 - 1, event);
    await fixture.runJobs();
    expect((await shown(few)).status).toBe('CANCELLED');
    expect((await shown(enough)).status).toBe('ON_SALE');
  });

  it.each(['before commit', 'after commit'] as const)(
    'a process that dies %s leaves an event that is cancelled once',
    async (moment) => {
      await fixture.runJobs();
      const event = await publish();
      await letStartIn(HOURS_24 - 1, event);
      const database = crashInTransaction(fixture.tools.database, 1, moment);
      const dying = await eventsService.compose({ ...fixture.tools, database });
      const job = dying.jobs?.find(({ name }) => name === 'decide-minimums');
      await expect(job?.run({ now: new Date() })).rejects.toThrow('undecided');
      await dying.stop?.();
      expect((await shown(event)).status).toBe(moment === 'before commit' ? 'ON_SALE' : 'CANCELLED');
      await fixture.runJobs();
      expect((await shown(event)).status).toBe('CANCELLED');
      expect(await told(event)).toHaveLength(1);
    },
  );

  it('an event that cannot be decided is in nobody’s way', async () => {
    const [stuck, next] = [await publish(), await publish()];
    await letStartIn(HOURS_24 - 2, stuck);
    await letStartIn(HOURS_24 - 1, next);
    // Without a type it cannot be told of.
    const types = await fixture.database.sql<{ id: string }>(
      'update ticket_types set place = null where event_id = $1 returning id',
      [stuck.eventId],
    );
    await expect(fixture.runJobs()).rejects.toThrow('undecided');
    expect((await shown(next)).status).toBe('CANCELLED');
    await fixture.database.sql('update ticket_types set place = 0 where id = $1', [types[0]?.id ?? null]);
    await fixture.runJobs();
    expect((await shown(stuck)).status).toBe('CANCELLED');
  });

  it.each([
    ['is still to come', HOURS_24 + 60],
    ['came while nobody was there until the event had begun', -1],
  ])('nothing is decided when it %s', async (_when, minutes) => {
    const event = await publish();
    await letStartIn(minutes, event);
    await fixture.runJobs();
    expect(await shown(event)).toMatchObject({ status: 'ON_SALE', isMinimumReached: false });
  });

  it('it is too late for nobody else: drafts, events without a minimum and cancelled ones are left alone', async () => {
    const draft = await draftTestEvent(fixture, { event: { minimumGuests: 3 } });
    const free = await publishTestEvent(fixture);
    const cancelled = await publish();
    await fixture.mutate(
      'cancelEvent',
      'event { id }',
      { eventId: cancelled.eventId, reason: 'Rain.', idempotencyKey: newId() },
      cancelled.organizer,
    );
    for (const event of [draft, free, cancelled]) await letStartIn(HOURS_24 - 1, event);
    await fixture.runJobs();
    expect((await shown(free)).status).toBe('ON_SALE');
    expect(await told(cancelled)).toHaveLength(1);
    expect(await told(draft)).toEqual([]);
  });
});

it('what is due is found by an index over the moments', async () => {
  const plan = await fixture.database.transaction(async (tx) => {
    // A test has few rows, which are read faster as they are.
    await tx.sql('set local enable_seqscan to off');
    await tx.sql('set local enable_bitmapscan to off');
    return tx.sql<{ 'QUERY PLAN': string }>(`explain ${statements.due}`, [100]);
  });
  const text = plan.map((row) => row['QUERY PLAN']).join('\n');
  expect(text).toMatch(/minimums_to_decide[\s\S]*Index Cond/);
  expect(text).not.toContain('Sort');
});

describe('before that moment', () => {
  it('everybody sees what is needed, when it is decided, and whether it is reached', async () => {
    const event = await publish({ minimumDecidedHoursBefore: 36 });
    const query =
      'query($id: ID!) { event(id: $id) { minimumGuests minimumDecidedHoursBefore minimumDecidedAt isMinimumReached } }';
    const ask = async () =>
      (await fixture.request<{ event: object }>(query, { id: event.eventId }, anonymous)).event;
    const minimum = {
      minimumGuests: 3,
      minimumDecidedHoursBefore: 36,
      minimumDecidedAt: '2099-02-28T06:30:00.000Z',
    };
    expect(await ask()).toEqual({ ...minimum, isMinimumReached: false });
    const other = await publish();
    await buy(other, 0, 3);
    expect(await shown(other)).toMatchObject({ isMinimumReached: true });
    const none = await publishTestEvent(fixture);
    expect(await shown(none)).toMatchObject({ minimumGuests: null, isMinimumReached: null });
  });

  it('the organizer may lower or drop it, so that the event takes place', async () => {
    const [lowered, dropped] = [await publish(), await publish()];
    await buy(lowered, 0, 2);
    expect(codesOf(await change(lowered.organizer, lowered.eventId, { minimumGuests: 2 }))).toEqual([]);
    expect(codesOf(await change(dropped.organizer, dropped.eventId, { minimumGuests: 0 }))).toEqual([]);
    for (const event of [lowered, dropped]) await letStartIn(HOURS_24 - 1, event);
    await fixture.runJobs();
    expect(await shown(lowered)).toMatchObject({ status: 'ON_SALE', isMinimumReached: true });
    expect(await shown(dropped)).toMatchObject({ status: 'ON_SALE', minimumDecidedHoursBefore: null });
  });

  it('nobody raises it once the event is published, begins one, or decides at another time; of a draft all may change', async () => {
    const { organizer, eventId } = await publish();
    for (const input of [{ minimumGuests: 4 }, { minimumDecidedHoursBefore: 12 }]) {
      expect(codesOf(await change(organizer, eventId, input))).toEqual(['MINIMUM_GUESTS_WORSE']);
    }
    expect(codesOf(await change(organizer, eventId, { minimumGuests: 3, title: 'A walk' }))).toEqual([]);
    const draft = await draftTestEvent(fixture);
    const input = { minimumGuests: 4, minimumDecidedHoursBefore: 12 };
    expect(codesOf(await change(draft.organizer, draft.eventId, input))).toEqual([]);
  });

  it('the start is not moved so near that it would be cancelled at once', async () => {
    const [few, enough] = [await publish(), await publish()];
    await buy(enough, 0, 3);
    const soon = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
    const input = { startsAt: soon(12), endsAt: soon(13) };
    const move = ({ eventId, organizer }: PublishedEvent) =>
      fixture.mutate<UserErrors>(
        'rescheduleEvent',
        'event { id } userErrors { code message field }',
        { eventId, reason: 'Rain.', ...input },
        organizer,
      );
    expect(codesOf(await move(few))).toEqual(['MINIMUM_NOT_REACHED']);
    expect(codesOf(await change(few.organizer, few.eventId, input))).toEqual(['MINIMUM_NOT_REACHED']);
    expect(codesOf(await move(enough))).toEqual([]);
    await fixture.runJobs();
    expect((await shown(enough)).status).toBe('ON_SALE');
    expect(codesOf(await change(few.organizer, few.eventId, { minimumGuests: 0, ...input }))).toEqual([]);
  });
});

it('a minimum is of at most as many guests as there are places', async () => {
  await expect(
    draftTestEvent(fixture, { rows: 1, perRow: 5, standing: 2, event: { minimumGuests: 8 } }),
  ).rejects.toThrow('got 8');
  const { organizer, eventId } = await draftTestEvent(fixture, { rows: 1, perRow: 5, standing: 2 });
  expect(codesOf(await change(organizer, eventId, { minimumGuests: 8 }))).toEqual(['INVALID_INPUT']);
  expect(codesOf(await change(organizer, eventId, { minimumGuests: 7 }))).toEqual([]);
});

it('an event is not put on sale when its minimum would be decided before anybody can buy', async () => {
  const { organizer, eventId } = await draftTestEvent(fixture, { event: { minimumGuests: 3 } });
  await letStartIn(HOURS_24 - 1, { eventId });
  const put = () =>
    fixture.mutate<UserErrors>(
      'publishEvent',
      'event { id } userErrors { code message field }',
      { eventId },
      organizer,
    );
  expect(codesOf(await put())).toEqual(['MINIMUM_NOT_REACHED']);
  expect(codesOf(await change(organizer, eventId, { minimumDecidedHoursBefore: 12 }))).toEqual([]);
  expect(codesOf(await put())).toEqual([]);
});

describe('the minimum of a series', () => {
  type Scheduled = UserErrors & {
    readonly eventSeries: { readonly events: { readonly nodes: readonly object[] } } | null;
  };
  async function openSeries(minimum: object) {
    const organizer = someUser('ORGANIZER');
    const { hallId, zones } = await importTestPlan(
      fixture,
      organizer,
      planDocument({ rows: 1, perRow: 4, standing: 0 }),
    );
    const prices = zones.map(({ id }) => ({
      priceZoneId: id,
      price: { amount: '20.00', currencyCode: 'EUR' },
    }));
    const opened = await fixture.mutate<{ eventSeries: { id: string } | null } & UserErrors>(
      'createEventSeries',
      'eventSeries { id minimumGuests minimumDecidedHoursBefore } userErrors { code message field }',
      { title: 'Boat', hallId, prices, ...minimum },
      organizer,
    );
    const schedule = (startsAt: string) =>
      fixture.mutate<Scheduled>(
        'scheduleEventSeries',
        `eventSeries { events(first: 9) { nodes { status minimumGuests minimumDecidedHoursBefore } } }
         userErrors { code message field }`,
        {
          eventSeriesId: opened.eventSeries?.id,
          startsAt,
          recurrenceRule: 'FREQ=DAILY;COUNT=2',
          durationMinutes: 60,
          publish: true,
        },
        organizer,
      );
    return { opened, schedule };
  }

  it('is that of each slot that is made from it', async () => {
    const minimum = { minimumGuests: 3, minimumDecidedHoursBefore: 48 };
    const { opened, schedule } = await openSeries(minimum);
    expect(opened.eventSeries).toMatchObject(minimum);
    const { eventSeries } = await schedule('2099-03-01T09:00:00.000Z');
    expect(eventSeries?.events.nodes).toEqual([
      { status: 'ON_SALE', ...minimum },
      { status: 'ON_SALE', ...minimum },
    ]);
  });

  it('puts no slot on sale of which it would be decided before anybody can buy, nor is more than a slot has places', async () => {
    const { schedule } = await openSeries({ minimumGuests: 3 });
    expect(codesOf(await schedule(new Date(Date.now() + 6 * 3_600_000).toISOString()))).toEqual([
      'MINIMUM_NOT_REACHED',
    ]);
    expect(codesOf((await openSeries({ minimumGuests: 5 })).opened)).toEqual(['INVALID_INPUT']);
  });
});

it('an event does not come to a plan with fewer places than its minimum', async () => {
  const { organizer, hallId, eventId } = await publish();
  const { seatingPlan } = await fixture.mutate<{ seatingPlan: { id: string } }>(
    'importSeatingPlan',
    'seatingPlan { id } userErrors { code }',
    {
      hallId,
      format: 'PARTERRE',
      document: JSON.stringify(planDocument({ rows: 1, perRow: 2, standing: 0 })),
    },
    organizer,
  );
  const { userErrors } = await fixture.mutate<UserErrors>(
    'changeSeatingPlan',
    'event { id } userErrors { code message field }',
    { eventId, seatingPlanId: seatingPlan.id, idempotencyKey: newId() },
    organizer,
  );
  expect(userErrors).toMatchObject([{ code: 'INVALID_INPUT', field: ['seatingPlanId'] }]);
});
