import type { EventId } from '@parterre/contracts/kernel/ids.ts';
import { toDecimal } from '@parterre/contracts/kernel/money.ts';
import { toCsv } from '@parterre/platform/kernel/csv.ts';
import { type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { OpenPeriod } from '../domain/period.ts';
import type { Dependencies } from './dependencies.ts';

/** Some 2 MB: a year and a half of days with twenty kinds of tickets each. */
const MOST_ROWS = 10_000;

const columns = [
  'day',
  'ticket_type_id',
  'ticket_type',
  'price_zone_id',
  'price_zone',
  'sold',
  'refunded',
  'revenue',
  'currency',
] as const;

/** An event's sales as CSV: a row for each day, ticket type and price zone of which something was sold or given back. */
export async function exportSales(
  { statistics }: Dependencies,
  query: OpenPeriod & { readonly eventId: EventId },
): Promise<string | Rejection<'TOO_MANY_ROWS'>> {
  const rows = await statistics.salesByDay(query, MOST_ROWS + 1);
  if (rows.length > MOST_ROWS) {
    return reject(
      'TOO_MANY_ROWS',
      `expected at most ${MOST_ROWS} rows, got more; give "from" and "to" for a shorter period`,
    );
  }
  return toCsv(
    columns,
    rows.map(({ revenue, currency, ...row }) => ({
      day: row.day,
      ticket_type_id: row.ticketTypeId ?? '',
      ticket_type: row.ticketType ?? '',
      price_zone_id: row.priceZoneId,
      price_zone: row.priceZone ?? '',
      sold: row.sold,
      refunded: row.refunded,
      revenue: toDecimal({ minor: revenue, currency }).amount,
      currency,
    })),
  );
}
