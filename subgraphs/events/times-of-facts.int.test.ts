import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { testClock } from '@parterre/platform/testing/test-clock.ts';
import {
  type EventsFixture,
  importTestPlan,
  openEventsFixture,
  planDocument,
  publishTestEvent,
  someUser,
  type UserErrors,
} from './testing/fixture.ts';

const clock = testClock();
let fixture: EventsFixture;
beforeAll(async () => {
  fixture = await openEventsFixture({ clock });
});
afterAll(() => fixture.stop());

type Caller = ReturnType<typeof someUser>;

/** Does it by a server whose clock is a minute behind that of the one before. */
async function behind<Payload extends UserErrors>(
  name: string,
  fields: string,
  input: object,
  caller: Caller,
): Promise<Payload> {
  clock.moveOn(-60_000);
  const payload = await fixture.mutate<Payload>(
    name,
    `${fields} userErrors { code message field }`,
    input,
    caller,
  );
  expect(payload.userErrors).toEqual([]);
  return payload;
}

/** What was told of an event, and whether all of it is as old as it was done late. */
async function toldOf(eventId: string) {
  const facts = (await fixture.published()).filter(
    ({ subject, type }) => subject === eventId && type.startsWith('Event'),
  );
  const times = facts.map(({ time }) => time);
  return { types: facts.map(({ type }) => type), isInOrder: times.join() === times.toSorted().join(), times };
}

it('what is done to an event later is told as later, whatever the clocks of the servers', async () => {
  const { eventId, organizer, hallId } = await publishTestEvent(fixture, { rows: 1, perRow: 2 });
  const plan = JSON.stringify(planDocument({ rows: 2, perRow: 2, standing: 0 }));
  const imported = { hallId, format: 'PARTERRE', document: plan };
  const { seatingPlan } = await behind<UserErrors & { seatingPlan: { id: string } }>(
    'importSeatingPlan',
    'seatingPlan { id }',
    imported,
    organizer,
  );
  const times = { startsAt: '2099-04-01T18:30:00.000Z', endsAt: '2099-04-01T21:00:00.000Z' };
  const key = () => ({ idempotencyKey: newId() });
  await behind('updateEvent', '', { eventId, title: 'Ivanov' }, organizer);
  const change = { eventId, seatingPlanId: seatingPlan.id, ...key() };
  await behind('changeSeatingPlan', '', change, organizer);
  await behind('rescheduleEvent', '', { eventId, ...times, reason: 'Ice on the stage.' }, organizer);
  await behind('cancelEvent', '', { eventId, reason: 'Ice on the roof.', ...key() }, organizer);
  const { types, isInOrder, times: told } = await toldOf(eventId);
  expect(types).toEqual([
    'EventPublished',
    'EventChanged',
    'EventChanged',
    'EventRescheduled',
    'EventChanged',
    'EventCancelled',
  ]);
  // A move is told by two facts at a time.
  expect([isInOrder, new Set(told).size]).toEqual([true, 5]);
});

it('so are slots of a series that are published and cancelled together', async () => {
  const organizer = someUser('ORGANIZER');
  const document = planDocument({ rows: 1, perRow: 2, standing: 0 });
  const { hallId, zones } = await importTestPlan(fixture, organizer, document);
  const prices = zones.map(({ id }) => ({
    priceZoneId: id,
    price: { amount: '20.00', currencyCode: 'EUR' },
  }));
  type Series = UserErrors & { eventSeries: { id: string } };
  const { eventSeries } = await behind<Series>(
    'createEventSeries',
    'eventSeries { id }',
    { title: 'Ivanov', hallId, prices },
    organizer,
  );
  const eventSeriesId = eventSeries.id;
  const timetable = {
    startsAt: '2099-04-01T18:30:00.000Z',
    recurrenceRule: 'FREQ=DAILY;COUNT=2',
    durationMinutes: 60,
  };
  await behind('scheduleEventSeries', '', { eventSeriesId, ...timetable, publish: true }, organizer);
  const [slot] = await fixture.database.sql<{ id: string }>(
    'select id from events where series_id = $1 order by starts_at limit 1',
    [eventSeriesId],
  );
  const eventId = slot?.id ?? '';
  await behind('updateEvent', '', { eventId, title: 'Platonov' }, organizer);
  const cancel = { eventSeriesId, reason: 'Ice on the roof.', idempotencyKey: newId() };
  await behind('cancelEventSeries', '', cancel, organizer);
  const { types, isInOrder } = await toldOf(eventId);
  expect(types).toEqual(['EventPublished', 'EventChanged', 'EventCancelled']);
  expect(isInOrder).toBe(true);
});
