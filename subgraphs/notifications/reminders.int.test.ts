import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EventChanged } from '@parterre/contracts/facts/events.ts';
import { fact } from '@parterre/contracts/facts/fact.ts';
import { BookedEventChanged, BookingConfirmed, TicketsRefunded } from '@parterre/contracts/facts/tickets.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { factsOf } from './testing/facts.ts';
import { type NotificationsFixture, openNotificationsFixture } from './testing/fixture.ts';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
const start = Date.parse('2027-03-01T18:30:00Z');

let fixture: NotificationsFixture;
beforeEach(async () => {
  fixture = await openNotificationsFixture();
});
afterEach(() => fixture.stop());

type Life = ReturnType<typeof factsOf>;

const passTimeUntil = (time: number) => fixture.passTime(time - fixture.tools.clock.now().getTime());
const remindersOf = async ({ userId }: Life) =>
  (await fixture.mailsOf(userId)).filter(({ kind }) => kind === 'EVENT_REMINDER');
/** The event of this life takes place then, as of the fixture's present. */
const moveTo = ({ published }: Life, time: number) => {
  const data = { ...published.data, startsAt: new Date(time).toISOString() };
  return fixture.deliver(fact(EventChanged, data, fixture.tools.clock.now()));
};
/** Another paid booking of the same user and event. */
const bookedOnce = ({ confirmed }: Life, tickets: number, at: Date) => {
  const [ticket] = confirmed.data.tickets;
  if (!ticket) throw new Error('expected a ticket');
  const data = { ...confirmed.data, bookingId: newId(), tickets: Array(tickets).fill(ticket) };
  return fact(BookingConfirmed, data, at);
};

describe('a reminder', () => {
  it('comes a day before the event, once, with all tickets of the visitor', async () => {
    const ada = factsOf('ada');
    await fixture.deliverAll(ada.registered, ada.published, ada.confirmed);
    await fixture.deliver(bookedOnce(ada, 2, new Date('2027-01-02T10:00:00Z')));
    passTimeUntil(start - DAY - 1);
    await fixture.runJobs();
    expect(await remindersOf(ada)).toEqual([]);
    fixture.passTime(1);
    await fixture.runJobs();
    fixture.passTime(HOUR);
    await fixture.runJobs();
    const reminders = await remindersOf(ada);
    expect(reminders).toMatchObject([
      { recipient: 'ada@example.org', subject: 'Reminder: The Cherry Orchard' },
    ]);
    expect(reminders[0]?.body).toContain('you have 3 tickets.');
    expect(reminders[0]?.body).toContain(
      'Monday, 1 March 2027 at 19:30 (Europe/Vienna)\nGreat Hall, Old Theatre',
    );
    expect((await fixture.published('NotificationAdded')).at(-1)?.data).toMatchObject({
      userId: ada.userId,
      kind: 'EVENT_REMINDER',
    });
  });

  it('is written once by several processes that look at the same moment', async () => {
    const lives = Array.from({ length: 5 }, (_, index) => factsOf(`user-${index}`));
    for (const life of lives) {
      await fixture.deliverAll(life.registered, life.published, life.confirmed);
      await fixture.deliver(bookedOnce(life, 1, new Date('2027-01-02T10:00:00Z')));
    }
    passTimeUntil(start - DAY);
    await Promise.all([fixture.runJobs(), fixture.runJobs(), fixture.runJobs()]);
    for (const life of lives) {
      const reminders = await remindersOf(life);
      expect(reminders.map(({ body }) => /you have (\d)/.exec(body)?.[1])).toEqual(['2']);
    }
  });

  it('does not come to who has no ticket left, in whatever order the facts came', async () => {
    const [ada, bess] = [factsOf('ada'), factsOf('bess')];
    await fixture.deliverAll(ada.published, ada.confirmed, ada.refunded);
    await fixture.deliverAll(bess.published, bess.refunded, bess.confirmed);
    passTimeUntil(start - HOUR);
    await fixture.runJobs();
    expect([await remindersOf(ada), await remindersOf(bess)]).toEqual([[], []]);
  });

  it('does not come to a cancelled event, though its tickets are not paid back yet', async () => {
    const [ada, bess] = [factsOf('ada'), factsOf('bess')];
    await fixture.deliverAll(ada.published, ada.confirmed, ada.calledOff);
    await fixture.deliverAll(bess.published, bess.calledOff, bess.confirmed);
    passTimeUntil(start - HOUR);
    await fixture.runJobs();
    expect([await remindersOf(ada), await remindersOf(bess)]).toEqual([[], []]);
  });

  it('counts the tickets that are left', async () => {
    const ada = factsOf('ada');
    const booked = bookedOnce(ada, 3, new Date('2027-01-02T10:00:00Z'));
    const { bookingId } = booked.data;
    const data = { ...ada.refunded.data, bookingId, remainingTickets: 2 };
    const refunded = fact(TicketsRefunded, data, new Date('2027-01-03T10:00:00Z'));
    await fixture.deliverAll(ada.published, refunded, booked);
    passTimeUntil(start - HOUR);
    await fixture.runJobs();
    expect((await remindersOf(ada))[0]?.body).toContain('you have 2 tickets.');
  });

  it('tells the time that the event was moved to, and comes before that', async () => {
    const ada = factsOf('ada');
    await fixture.deliverAll(ada.published, ada.confirmed);
    await moveTo(ada, start + 7 * DAY);
    passTimeUntil(start - HOUR);
    await fixture.runJobs();
    expect(await remindersOf(ada)).toEqual([]);
    passTimeUntil(start + 6 * DAY);
    await fixture.runJobs();
    expect((await remindersOf(ada)).map(({ body }) => body)).toEqual([
      expect.stringContaining('Monday, 8 March 2027 at 19:30'),
    ]);
  });

  it('names the event as its visitor was told last, whichever fact comes last', async () => {
    const ada = factsOf('ada');
    const { data } = ada.changed;
    const later = fact(
      BookedEventChanged,
      { ...data, eventTitle: 'The Seagull' },
      new Date('2027-01-02T10:00:00Z'),
    );
    await fixture.deliverAll(ada.published, ada.confirmed, later, ada.changed, ada.moved);
    passTimeUntil(start - HOUR);
    await fixture.runJobs();
    expect((await remindersOf(ada)).map(({ subject }) => subject)).toEqual(['Reminder: The Seagull']);
  });

  it('comes again for an event that is moved by days after it, and not for one moved by hours', async () => {
    const ada = factsOf('ada');
    await fixture.deliverAll(ada.published, ada.confirmed);
    passTimeUntil(start - 20 * HOUR);
    await fixture.runJobs();
    await moveTo(ada, start + 3 * HOUR);
    await fixture.runJobs();
    expect(await remindersOf(ada)).toHaveLength(1);
    await moveTo(ada, start + 7 * DAY);
    passTimeUntil(start + 7 * DAY - HOUR);
    await fixture.runJobs();
    expect(await remindersOf(ada)).toHaveLength(2);
  });

  it('does not come to who books within the last day, nor once the event has begun', async () => {
    const [late, missed] = [factsOf('late'), factsOf('missed')];
    await fixture.deliverAll(late.published, bookedOnce(late, 1, new Date(start - 23 * HOUR)));
    await fixture.deliverAll(missed.published, missed.confirmed);
    passTimeUntil(start);
    await fixture.runJobs();
    expect([await remindersOf(late), await remindersOf(missed)]).toEqual([[], []]);
  });

  it('needs its booking for a month after the event, and no longer', async () => {
    const ada = factsOf('ada');
    await fixture.deliverAll(ada.published, ada.confirmed);
    const left = () => fixture.database.sql('select 1 from live_bookings');
    passTimeUntil(start + 30 * DAY);
    await fixture.runJobs();
    expect(await left()).toHaveLength(1);
    fixture.passTime(1);
    await fixture.runJobs();
    expect(await left()).toEqual([]);
  });
});
