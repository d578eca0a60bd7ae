import { type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';

const HOUR_MS = 60 * 60_000;
const QUARTER_MS = 15 * 60_000;

/** From a moment until before another. */
export interface Period {
  readonly from: Date;
  readonly to: Date;
}

/** A period of which either end may be left open. */
export interface OpenPeriod {
  readonly from: Date | null;
  readonly to: Date | null;
}

/** Reads a period from outside: it has to end after it begins. */
export function parsePeriod<Given extends Period | OpenPeriod>({
  from,
  to,
}: Given): { readonly from: Given['from']; readonly to: Given['to'] } | Rejection<'EMPTY_PERIOD'> {
  if (from === null || to === null || from < to) return { from, to };
  return reject(
    'EMPTY_PERIOD',
    `expected "to" to be later than "from", got from ${from.toISOString()} to ${to.toISOString()}`,
    ['to'],
  );
}

/** The hour (UTC) that a moment belongs to, by its beginning. */
export function hourOf(moment: Date): Date {
  return new Date(Math.floor(moment.getTime() / HOUR_MS) * HOUR_MS);
}

/**
 * The quarter of an hour that a moment belongs to, by its beginning. Time zones differ from UTC by whole quarters, so a day
 * and a month begin with one wherever they do.
 */
export function quarterOf(moment: Date): Date {
  return new Date(Math.floor(moment.getTime() / QUARTER_MS) * QUARTER_MS);
}

/** The period, widened to whole hours: what sales are kept by. */
export function wholeHours({ from, to }: Period): Period {
  return { from: hourOf(from), to: hourOf(new Date(to.getTime() + HOUR_MS - 1)) };
}
