import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { metricValue } from '@parterre/platform/testing/metric-value.ts';
import { countSales } from './adapters/jobs/count-sales.ts';
import { type AnalyticsFixture, openAnalyticsFixture } from './testing/fixture.ts';
import { Show } from './testing/show.ts';

let fixture: AnalyticsFixture;
beforeAll(async () => {
  fixture = await openAnalyticsFixture();
});
afterAll(() => fixture.stop());

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();

it('tells metrics what was sold within a day, by currency, and 0 when that is long ago', async () => {
  const show = new Show();
  const booked = show.booked(3, hoursAgo(2));
  const abroad = new Show({ currencyCode: 'CHF' });
  await fixture.deliverAll(
    show.published(),
    abroad.published(),
    booked.fact,
    booked.refund(1, hoursAgo(1)),
    show.booked(7, hoursAgo(30)).fact,
    abroad.booked(1, hoursAgo(3)).fact,
  );
  const job = countSales(fixture.database);
  const look = () => job.run({ now: new Date(), signal: new AbortController().signal });
  const told = async (currency: string) => [
    await metricValue('parterre_tickets_sold_of_a_day', { currency }),
    await metricValue('parterre_tickets_refunded_of_a_day', { currency }),
    await metricValue('parterre_revenue_of_a_day', { currency }),
  ];
  await look();
  expect([await told('EUR'), await told('CHF')]).toEqual([
    [3, 1, 50],
    [1, 0, 25],
  ]);

  await fixture.database.sql("update sales set hour = hour - interval '2 days' where currency = 'CHF'");
  await look();
  expect(await told('CHF')).toEqual([0, 0, 0]);
});
