import { expect, it } from '@jest/globals';
import { metricValue } from '@parterre/platform/testing/metric-value.ts';
import { countHeldPlaces } from './adapters/jobs/count-held-places.ts';
import { hold, letExpire, publishTestEvent, release, sell, someUser } from './testing/fixture.ts';
import { sharedFixture } from './testing/shared-fixture.ts';

const fixture = await sharedFixture();

it('tells metrics of places that are held, not of those sold, released or lapsed', async () => {
  const event = await publishTestEvent(fixture);
  const [sold, released, lapsed, ...held] = event.seatIds;
  const holdOne = async (seatId: string | undefined) =>
    hold(fixture, { eventId: event.eventId, seatIds: [seatId as string] });
  const bookings = await Promise.all([sold, released, lapsed, held[0], held[1]].map(holdOne));
  const [ofSold, ofReleased, ofLapsed] = bookings.map(({ bookingId }) => bookingId) as string[];
  await sell(fixture, event.eventId, ofSold as string);
  await release(fixture, { eventId: event.eventId, bookingId: ofReleased as string });
  await letExpire(fixture, ofLapsed as string);
  await countHeldPlaces(fixture.database).run({ now: new Date(), signal: new AbortController().signal });
  expect(await metricValue('parterre_places_held')).toBe(2);
});

it('shows an administrator holds that ran out a minute ago and still keep their places', async () => {
  const event = await publishTestEvent(fixture);
  const [late, due] = await Promise.all(
    event.seatIds.slice(0, 2).map((seatId) => hold(fixture, { eventId: event.eventId, seatIds: [seatId] })),
  );
  await fixture.database.sql(
    "update holds set expires_at = now() - interval '2 minutes' where booking_id = $1",
    [late?.bookingId],
  );
  await fixture.database.sql(
    "update holds set expires_at = now() - interval '1 second' where booking_id = $1",
    [due?.bookingId],
  );
  const overdue = async () => {
    const query = '{ services { events { overdueWork { kind count } } } }';
    const answer = await fixture.request<{ services: { events: { overdueWork: object[] } } }>(
      query,
      {},
      someUser('ADMIN'),
    );
    return answer.services.events.overdueWork;
  };
  expect(await overdue()).toEqual([{ kind: 'HOLD_NOT_RELEASED', count: 1 }]);
  await fixture.runJobs();
  expect(await overdue()).toEqual([]);
});
