import { newId } from '@parterre/platform/kernel/ids.ts';
import { type EventsFixture, importTestPlan, planDocument, someUser, type UserErrors } from './fixture.ts';

type Created = UserErrors & { readonly eventSeries: { readonly id: string } | null };
type Scheduled = UserErrors & {
  readonly eventSeries: { readonly events: { readonly nodes: readonly { readonly id: string }[] } } | null;
};

/**
 * A series in a hall with so many seats in a row at 20.00 and standing places at 10.00. `schedule` puts so many slots on sale,
 * a day after another, and answers those from the first of them on, by start.
 */
export async function openTestSeries(fixture: EventsFixture, organizer = someUser('ORGANIZER')) {
  const document = planDocument({ rows: 1, perRow: 4, standing: 5 });
  const { hallId, zones } = await importTestPlan(fixture, organizer, document);
  const prices = zones.map(({ id: priceZoneId, key }) => ({
    priceZoneId,
    price: { amount: key === 'seat' ? '20.00' : '10.00', currencyCode: 'EUR' },
  }));
  const { eventSeries, userErrors } = await fixture.mutate<Created>(
    'createEventSeries',
    'eventSeries { id } userErrors { code message field }',
    { title: `Boat ${newId()}`, hallId, prices },
    organizer,
  );
  if (!eventSeries) throw new Error(`expected a series, got ${userErrors[0]?.message}`);

  async function schedule({
    startsAt = '2099-01-01T10:00:00.000Z',
    count = 1,
  } = {}): Promise<readonly string[]> {
    const timetable = {
      startsAt,
      recurrenceRule: `FREQ=DAILY;COUNT=${count}`,
      durationMinutes: 60,
      publish: true,
    };
    const scheduled = await fixture.mutate<Scheduled>(
      'scheduleEventSeries',
      `eventSeries { events(startsFrom: "${startsAt}", first: 100) { nodes { id } } } userErrors { code message field }`,
      { eventSeriesId: eventSeries?.id, ...timetable },
      organizer,
    );
    if (!scheduled.eventSeries) throw new Error(`expected slots, got ${scheduled.userErrors[0]?.message}`);
    return scheduled.eventSeries.events.nodes.map(({ id }) => id);
  }

  return { seriesId: eventSeries.id, hallId, organizer, schedule };
}
