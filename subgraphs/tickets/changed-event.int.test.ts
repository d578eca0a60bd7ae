import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { EventCancelled, EventChanged, EventPublished } from '@parterre/contracts/facts/events.ts';
import { fact } from '@parterre/contracts/facts/fact.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { auditFaults } from './testing/audit.ts';
import { openTicketsFixture, type TicketsFixture } from './testing/fixture.ts';
import { act, book, type ShownBooking } from './testing/operations.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

let fixture: TicketsFixture;
beforeAll(async () => {
  fixture = await openTicketsFixture();
});
afterAll(() => fixture.stop());
beforeEach(async () => {
  const { seats } = fixture.others;
  seats.eventId = newId<'Event'>();
  seats.title = 'The Cherry Orchard';
  event = { title: seats.title, description: 'A comedy.', endsAt: soon(30 * DAY_MS) };
  await hear({}, { as: EventPublished });
  fixture.wait(MINUTE_MS);
});
afterEach(async () => {
  expect(await auditFaults(fixture)).toEqual([]);
});

interface Said {
  readonly title: string;
  readonly description?: string | null | undefined;
  readonly endsAt: string;
}
/** The event that is on sale, as it was said to be last. */
let event: Said;
const soon = (ms: number) => new Date(fixture.clock.now().getTime() + ms).toISOString();

/** Lets the subgraph hear that the event on sale is otherwise now. */
async function hear(
  change: Partial<Said>,
  { as = EventChanged, at = fixture.clock.now() }: { as?: typeof EventChanged; at?: Date } = {},
): Promise<void> {
  event = { ...event, ...change };
  const { eventId, startsAt } = fixture.others.seats;
  const details = { ...EventChanged.example, startsAt: startsAt.toISOString(), ...event, eventId };
  await fixture.service.deliver(fact(as, details, at));
  await fixture.process.runJobs();
}

async function pass(minutes: number): Promise<void> {
  fixture.wait(minutes * MINUTE_MS);
  await fixture.process.runJobs();
}

async function toldOf({ id }: ShownBooking) {
  const facts = await fixture.service.published('BookedEventChanged');
  return facts.filter(({ subject }) => subject === id).map(({ data }) => data as Record<string, unknown>);
}

const paid = () => book(fixture, fixture.buyer(), { payNow: true });

describe('an event whose title or description is changed', () => {
  it('is told to who has tickets of it, once it has stayed so for ten minutes, and to nobody else', async () => {
    const [buyer, returning, wavering] = [fixture.buyer(), fixture.buyer(), fixture.buyer()];
    const booking = await book(fixture, buyer, { payNow: true });
    const back = await book(fixture, returning, { payNow: true });
    await act(fixture.process, 'cancelBooking', returning, { bookingId: back.id });
    const half = await book(fixture, wavering, { payNow: true });
    const [ticket] = half.tickets;
    await act(fixture.process, 'refundTickets', wavering, { bookingId: half.id, ticketIds: [ticket?.id] });

    for (const title of ['The Seagul', 'The Seagull', 'The Seagull!', 'The Seagull']) {
      await hear({ title, description: `Of ${title}.` });
      await pass(1);
    }
    await pass(8.9);
    expect(await toldOf(booking)).toEqual([]);
    await pass(0.1);
    await pass(30);
    const told = {
      eventTitle: 'The Seagull',
      previousTitle: 'The Cherry Orchard',
      description: 'Of The Seagull.',
    };
    expect(await toldOf(booking)).toEqual([
      {
        ...told,
        bookingId: booking.id,
        userId: buyer.userId,
        eventId: fixture.others.seats.eventId,
        startsAt: fixture.others.seats.startsAt.toISOString(),
      },
    ]);
    expect(await toldOf(half)).toMatchObject([told]);
    expect(await toldOf(back)).toEqual([]);
  });

  it('is told no more of it than what is other than its buyer was told last', async () => {
    const booking = await paid();
    await hear({ description: null });
    await pass(10);
    expect(await toldOf(booking)).toMatchObject([{ eventTitle: 'The Cherry Orchard', description: null }]);
    expect((await toldOf(booking))[0]).not.toHaveProperty('previousTitle');
    await hear({ title: 'The Seagull' });
    await pass(10);
    const [, second] = await toldOf(booking);
    expect(second).toMatchObject({ eventTitle: 'The Seagull', previousTitle: 'The Cherry Orchard' });
    expect(second).not.toHaveProperty('description');
    await hear({ title: 'The Cherry Orchard', description: 'A comedy.' });
    await pass(10);
    expect((await toldOf(booking))[2]).toMatchObject({
      eventTitle: 'The Cherry Orchard',
      previousTitle: 'The Seagull',
      description: 'A comedy.',
    });
  });

  it('is told to nobody when the change was taken back, or of anything else', async () => {
    const booking = await paid();
    await hear({ title: 'The Seagull', description: 'A drama.' });
    await pass(5);
    await hear({ title: 'The Cherry Orchard', description: 'A comedy.' });
    await pass(10);
    await hear({ endsAt: soon(31 * DAY_MS) });
    await pass(30);
    expect(await toldOf(booking)).toEqual([]);
  });

  it('is told to nobody who booked it as it is, even before this subgraph has heard of that', async () => {
    const early = await paid();
    const changedAt = fixture.clock.now();
    fixture.wait(2 * MINUTE_MS);
    fixture.others.seats.title = 'The Seagull';
    const late = await paid();
    await hear({ title: 'The Seagull', description: 'A drama.' }, { at: changedAt });
    await pass(10);
    expect(await toldOf(early)).toHaveLength(1);
    expect(await toldOf(late)).toEqual([]);
  });

  it('is told to nobody who booked it under a title that this subgraph has not heard of yet', async () => {
    const early = await paid();
    await hear({ title: 'The Seagull' });
    await pass(12);
    expect(await toldOf(early)).toHaveLength(1);
    const changedAgain = fixture.clock.now();
    fixture.others.seats.title = 'Three Sisters';
    const late = await paid();
    await pass(1);
    await hear({ title: 'Three Sisters' }, { at: changedAgain });
    await pass(10);
    expect(await toldOf(early)).toHaveLength(2);
    expect(await toldOf(late)).toEqual([]);
  });

  it('is told to who booked it between two changes, of the second', async () => {
    await hear({ title: 'The Seagull', description: 'A drama.' });
    fixture.wait(2 * MINUTE_MS);
    fixture.others.seats.title = 'The Seagull';
    const booking = await paid();
    fixture.wait(MINUTE_MS);
    await hear({ title: 'The Cherry Orchard', description: 'A comedy.' });
    await pass(10);
    expect(await toldOf(booking)).toMatchObject([{ previousTitle: 'The Seagull', description: 'A comedy.' }]);
  });

  it('is told to who pays later, once there are tickets', async () => {
    fixture.others.seats.holdMs = 3 * 60 * MINUTE_MS;
    const buyer = fixture.buyer();
    const unpaid = await book(fixture, buyer, {});
    await hear({ title: 'The Seagull' });
    await pass(60);
    expect(await toldOf(unpaid)).toEqual([]);
    await act(fixture.process, 'payBooking', buyer, { bookingId: unpaid.id });
    await pass(0);
    expect(await toldOf(unpaid)).toMatchObject([{ eventTitle: 'The Seagull' }]);
    fixture.others.seats.holdMs = 10 * MINUTE_MS;
  });

  it('is told to nobody once it has ended, unless it is moved to a time to come', async () => {
    const booking = await paid();
    await hear({ title: 'The Seagull', endsAt: soon(5 * MINUTE_MS) });
    await pass(30);
    expect(await toldOf(booking)).toEqual([]);
    await hear({ endsAt: soon(DAY_MS) });
    expect(await toldOf(booking)).toMatchObject([{ eventTitle: 'The Seagull' }]);
  });

  it('is told to nobody when it is cancelled by then', async () => {
    const booking = await paid();
    await hear({ title: 'The Seagull' });
    const { eventId, organizerId } = fixture.others.seats;
    const cancelled = { ...EventCancelled.example, eventId, organizerId };
    await fixture.service.deliver(fact(EventCancelled, cancelled, fixture.clock.now()));
    await pass(10);
    expect(await toldOf(booking)).toEqual([]);
  });

  it('is told by the mail about a new date where it has one, and not once more', async () => {
    const booking = await paid();
    const startsAt = fixture.others.seats.startsAt;
    fixture.others.seats.startsAt = new Date(startsAt.getTime() + DAY_MS);
    await hear({ title: 'The Seagull' });
    await pass(30);
    fixture.others.seats.startsAt = startsAt;
    const moved = (await fixture.service.published('BookedEventMoved')).find(
      ({ subject }) => subject === booking.id,
    );
    expect(moved?.data).toMatchObject({ eventTitle: 'The Seagull', previousTitle: 'The Cherry Orchard' });
    expect(await toldOf(booking)).toEqual([]);
  });

  it('keeps its description where a fact from before there were any comes', async () => {
    const booking = await paid();
    await hear({ title: 'The Seagull', description: undefined });
    await pass(10);
    const [told] = await toldOf(booking);
    expect(told).toMatchObject({ eventTitle: 'The Seagull' });
    expect(told).not.toHaveProperty('description');
    await hear({ description: 'A comedy.' });
    await pass(10);
    expect(await toldOf(booking)).toHaveLength(1);
  });

  it('is told with its next change where it was heard of more than a day late', async () => {
    const booking = await paid();
    await fixture.database.sql(
      `update bookings set created_at = created_at - interval '10 days' where id = $1`,
      [booking.id],
    );
    await fixture.database.sql(
      `update event_texts set as_of = as_of - interval '10 days' where event_id = $1`,
      [fixture.others.seats.eventId],
    );
    await hear({ title: 'The Seagull' }, { at: new Date(Date.now() - 2 * DAY_MS) });
    await pass(30);
    expect(await toldOf(booking)).toEqual([]);
    await hear({ description: 'A drama.' });
    await pass(10);
    expect(await toldOf(booking)).toMatchObject([{ eventTitle: 'The Seagull', description: 'A drama.' }]);
  });

  it('is told once by several processes, and by the next where one dies in the middle', async () => {
    const bookings = [await paid(), await paid(), await paid()];
    await hear({ description: 'A drama.' });
    fixture.wait(10 * MINUTE_MS);
    const dying = await fixture.startProcess(() => Promise.reject(new Error('power is off')));
    await expect(dying.runJobs()).rejects.toThrow('power is off');
    for (const booking of bookings) expect(await toldOf(booking)).toEqual([]);
    const others = [await fixture.startProcess(), await fixture.startProcess(), fixture.process];
    await Promise.all(others.map((process) => process.runJobs()));
    for (const booking of bookings) expect(await toldOf(booking)).toHaveLength(1);
  });

  it('is looked for until no booking can be on its way any more, and then no longer', async () => {
    await paid();
    await hear({ title: 'The Seagull' });
    await pass(10);
    const open = () => fixture.database.sql('select from event_texts where tell_until is not null');
    const late = await paid();
    await fixture.database.sql(
      `update bookings set created_at = created_at - interval '11 minutes' where id = $1`,
      [late.id],
    );
    await pass(9);
    expect(await toldOf(late)).toHaveLength(1);
    expect(await open()).toHaveLength(1);
    await pass(1);
    expect(await open()).toEqual([]);
  });
});
