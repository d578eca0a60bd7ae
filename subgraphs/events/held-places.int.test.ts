import { expect, it } from '@jest/globals';
import { metricValue } from '@parterre/platform/testing/metric-value.ts';
import { countHeldPlaces } from './adapters/jobs/count-held-places.ts';
import { hold, letExpire, publishTestEvent, release, sell } from './testing/fixture.ts';
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
