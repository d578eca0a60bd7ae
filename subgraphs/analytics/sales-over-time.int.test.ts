import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { type AnalyticsFixture, openAnalyticsFixture } from './testing/fixture.ts';
import { Show } from './testing/show.ts';

let fixture: AnalyticsFixture;
beforeAll(async () => {
  fixture = await openAnalyticsFixture();
});
afterAll(() => fixture.stop());

interface Point {
  readonly at: string;
  readonly sold: number;
}
async function points(show: Show, variables?: object): Promise<readonly Point[]> {
  const { value, code } = await fixture.salesOverTime(show.eventId, variables);
  expect(code).toBeUndefined();
  return (value as { salesOverTime: readonly Point[] }).salesOverTime;
}
const brief = async (show: Show, variables?: object) =>
  (await points(show, variables)).map(({ at, sold }) => `${at} ${sold}`);

describe('sales over time', () => {
  // Winter in New York: midnight is 05:00 UTC, and a month begins then as well.
  const show = new Show({ timeZone: 'America/New_York' });
  beforeAll(() =>
    fixture.deliverAll(
      show.published(),
      show.booked(1, '2027-02-01T04:59:59Z').fact,
      show.booked(2, '2027-02-01T05:00:00Z').fact,
      show.booked(3, '2027-02-01T05:40:00Z').fact,
      show.booked(4, '2027-02-02T05:10:00Z').fact,
      // Summer: midnight is 04:00 UTC.
      show.booked(5, '2027-04-01T04:00:00Z').fact,
    ),
  );

  it('are told by hours of UTC, which is what they are told by unless asked otherwise', async () => {
    const hours = [
      '2027-02-01T04:00:00.000Z 1',
      '2027-02-01T05:00:00.000Z 5',
      '2027-02-02T05:00:00.000Z 4',
      '2027-04-01T04:00:00.000Z 5',
    ];
    expect(await brief(show, { bucket: 'HOUR' })).toEqual(hours);
    expect(await brief(show)).toEqual(hours);
  });

  it("are told by days and months of the venue's time zone, summer time included", async () => {
    expect(await brief(show, { bucket: 'DAY' })).toEqual([
      '2027-01-31T05:00:00.000Z 1',
      '2027-02-01T05:00:00.000Z 5',
      '2027-02-02T05:00:00.000Z 4',
      '2027-04-01T04:00:00.000Z 5',
    ]);
    expect(await brief(show, { bucket: 'MONTH' })).toEqual([
      '2027-01-01T05:00:00.000Z 1',
      '2027-02-01T05:00:00.000Z 9',
      '2027-04-01T04:00:00.000Z 5',
    ]);
  });

  it('begin a day at a quarter of an hour where the time zone does', async () => {
    const nepal = new Show({ timeZone: 'Asia/Kathmandu' });
    await fixture.deliverAll(
      nepal.published(),
      nepal.booked(1, '2027-02-01T18:14:59Z').fact,
      nepal.booked(2, '2027-02-01T18:15:00Z').fact,
    );
    expect(await brief(nepal, { bucket: 'DAY' })).toEqual([
      '2027-01-31T18:15:00.000Z 1',
      '2027-02-01T18:15:00.000Z 2',
    ]);
  });

  it('follow the venue when an event moves to another time zone', async () => {
    const tour = new Show({ timeZone: 'America/New_York' });
    const moved = tour.changed({ timeZone: 'Europe/Vienna' }, '2027-01-20T00:00:00Z');
    await fixture.deliverAll(tour.published(), tour.booked(1, '2027-02-01T01:00:00Z').fact, moved);
    expect(await brief(tour, { bucket: 'DAY' })).toEqual(['2027-01-31T23:00:00.000Z 1']);
  });

  it('are those of UTC where the time zone is known to nobody', async () => {
    const lost = new Show({ timeZone: 'Europe/Atlantis' });
    await fixture.deliverAll(lost.published(), lost.booked(1, '2027-02-01T01:00:00Z').fact);
    expect(await brief(lost, { bucket: 'DAY' })).toEqual(['2027-02-01T00:00:00.000Z 1']);
  });

  it('tell the points that reach into a period, each of them whole', async () => {
    const inDays = (period: object) => brief(show, { bucket: 'DAY', ...period });
    expect(await inDays({ from: '2027-02-01T05:30:00Z', to: '2027-02-02T05:00:00Z' })).toEqual([
      '2027-02-01T05:00:00.000Z 5',
    ]);
    expect(await inDays({ from: '2027-02-01T05:30:00Z', to: '2027-02-02T05:00:00.001Z' })).toEqual([
      '2027-02-01T05:00:00.000Z 5',
      '2027-02-02T05:00:00.000Z 4',
    ]);
    expect(await inDays({ from: '2027-02-03T00:00:00Z' })).toEqual([
      '2027-02-02T05:00:00.000Z 4',
      '2027-04-01T04:00:00.000Z 5',
    ]);
    expect(await inDays({ to: '2027-01-31T05:00:00Z' })).toEqual([]);
    expect(await brief(show, { to: '2027-02-01T05:15:00Z' })).toEqual([
      '2027-02-01T04:00:00.000Z 1',
      '2027-02-01T05:00:00.000Z 5',
    ]);
  });

  it('of several events and buckets in one request are not mixed up', async () => {
    const other = new Show({ timeZone: 'Europe/Vienna' });
    await fixture.deliverAll(other.published(), other.booked(7, '2027-02-01T04:30:00Z').fact);
    const ids = [show.eventId, newId(), other.eventId];
    const representations = ids.map((id) => ({ __typename: 'Event', id }));
    const { data } = await fixture.execute(
      `query ($representations: [_Any!]!) {
        _entities(representations: $representations) {
          ... on Event { statistics {
            day: salesOverTime(bucket: DAY, to: "2027-02-01T05:00:00Z") { sold }
            month: salesOverTime(bucket: MONTH) { sold }
          } }
        }
      }`,
      { representations },
      { kind: 'user', role: 'ADMIN', userId: newId(), sessionId: newId() },
    );
    expect(data?._entities).toEqual([
      { statistics: { day: [{ sold: 1 }], month: [{ sold: 1 }, { sold: 9 }, { sold: 5 }] } },
      { statistics: null },
      { statistics: { day: [{ sold: 7 }], month: [{ sold: 7 }] } },
    ]);
  });

  it('are refused for a period that ends before it begins, and a bucket that there is not', async () => {
    const period = { from: '2027-02-02T00:00:00Z', to: '2027-02-01T00:00:00Z' };
    expect((await fixture.salesOverTime(show.eventId, period)).code).toBe('BAD_USER_INPUT');
    expect((await fixture.salesOverTime(show.eventId, { bucket: 'WEEK' })).value).toBeUndefined();
  });
});

describe('sales over more hours than 500', () => {
  const [daily, monthly] = [new Show({ timeZone: 'Etc/UTC' }), new Show({ timeZone: 'Etc/UTC' })];
  const hours = (show: Show, count: number, stepHours: number) =>
    fixture.database.sql(
      `insert into sales_by_type
       select $1, '2020-01-01T00:00:00Z'::timestamptz + make_interval(hours => n * $3::int),
         'EUR', $4, $4, 1, 0, 100 from generate_series(0, $2::int - 1) n`,
      [show.eventId, count, stepHours, newId()],
    );
  beforeAll(async () => {
    await fixture.deliverAll(daily.published(), monthly.published());
    await hours(daily, 501, 1);
    await hours(monthly, 501, 24);
  });

  it('are told by day, and by month where days would be more than 500 points', async () => {
    const days = await points(daily);
    expect(days.slice(0, 2)).toMatchObject([
      { at: '2020-01-01T00:00:00.000Z', sold: 24 },
      { at: '2020-01-02T00:00:00.000Z', sold: 24 },
    ]);
    expect(days).toHaveLength(21);
    const months = await points(monthly);
    expect(months[1]).toMatchObject({ at: '2020-02-01T00:00:00.000Z', sold: 29 });
    expect(months).toHaveLength(17);
  });

  it('are told by hour within a period of no more than 500', async () => {
    expect(await points(daily, { from: '2020-01-01T01:00:00Z' })).toHaveLength(500);
  });

  it('are refused when hours are asked for, and not cut off', async () => {
    expect((await fixture.salesOverTime(daily.eventId, { bucket: 'HOUR' })).code).toBe('BAD_USER_INPUT');
    expect((await fixture.salesOverTime(monthly.eventId, { bucket: 'DAY' })).code).toBe('BAD_USER_INPUT');
    const shorter = { bucket: 'HOUR', to: '2020-01-21T20:00:00Z' };
    expect(await points(daily, shorter)).toHaveLength(500);
  });
});

it("looks up a venue's time zone once for each request, however many sales there are", async () => {
  const show = new Show({ timeZone: 'America/New_York' });
  const hours = Array.from({ length: 20 }, (_, hour) => `2027-02-01T${String(hour).padStart(2, '0')}:00:00Z`);
  await fixture.deliverAll(show.published(), ...hours.map((at) => show.booked(1, at).fact));
  const counting = await fixture.database.sql<{ definition: string }>(
    "select pg_get_functiondef('known_zone(text)'::regprocedure) as definition",
  );
  const definition = counting[0]?.definition ?? '';
  await fixture.database.sql('create sequence lookups');
  await fixture.database.sql(definition.replace('begin', "begin perform nextval('lookups');"));
  const lookups = async () => {
    const [row] = await fixture.database.sql<{ count: number }>("select nextval('lookups')::int as count");
    await fixture.database.sql("select setval('lookups', 1, false)");
    return (row?.count ?? 0) - 1;
  };
  try {
    const period = { from: '2027-01-01T00:00:00Z', to: '2027-03-01T00:00:00Z' };
    await points(show, period);
    expect(await lookups()).toBe(1);
    await points(show, { ...period, bucket: 'DAY' });
    expect(await lookups()).toBe(1);
    await fixture.csv(show.eventId, period);
    expect(await lookups()).toBe(1);
  } finally {
    await fixture.database.sql(definition);
  }
});
