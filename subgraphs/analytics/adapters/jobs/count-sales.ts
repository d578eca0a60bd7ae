import { type CurrencyCode, formatAmount } from '@parterre/contracts/kernel/money.ts';
import type { Database } from '@parterre/platform/postgres/database.ts';
import { statement } from '@parterre/platform/postgres/statement.ts';
import type { Job } from '@parterre/platform/service/service.ts';
import { gauge } from '@parterre/platform/telemetry/metrics.ts';

const sold = gauge('parterre_tickets_sold_of_a_day', 'Tickets sold in this hour and the 23 before it.', [
  'currency',
]);
const refunded = gauge('parterre_tickets_refunded_of_a_day', 'Tickets given back in the same hours.', [
  'currency',
]);
const revenue = gauge(
  'parterre_revenue_of_a_day',
  'Revenue of the same hours less refunds, in the currency itself.',
  ['currency'],
);

/** SQL, because the sums are made where the rows are, over the index by hour. */
export const statements = {
  ofADay: statement<{ currency: CurrencyCode; sold: number; refunded: number; revenue: string }>(
    `select currency, sum(sold)::int as sold, sum(refunded)::int as refunded, sum(revenue)::bigint as revenue
     from sales where hour > date_trunc('hour', now(), 'UTC') - interval '24 hours' group by currency`,
  ),
};

/** Tells metrics what was sold within a day, from the statistics. */
export function countSales(database: Database): Job {
  /** A currency in which nothing was sold any more has to be told once more, as 0. */
  const told = new Set<CurrencyCode>();
  return {
    name: 'count-sales-of-a-day',
    everyMs: 15_000,
    async run() {
      const rows = await database.sql(statements.ofADay);
      const byCurrency = new Map(rows.map((row) => [row.currency, row]));
      for (const currency of byCurrency.keys()) told.add(currency);
      for (const currency of told) {
        const row = byCurrency.get(currency);
        sold.set({ currency }, row?.sold ?? 0);
        refunded.set({ currency }, row?.refunded ?? 0);
        revenue.set({ currency }, row ? Number(formatAmount(BigInt(row.revenue), currency)) : 0);
      }
      return 0;
    },
  };
}
