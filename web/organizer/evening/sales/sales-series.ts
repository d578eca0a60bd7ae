/** What was sold within an hour, a day or a month. */
export interface SalesPointOf {
  readonly at: string;
  readonly sold: number;
  readonly refunded: number;
}

export interface SeriesPoint {
  /** Seconds since 1970, as uPlot has them. */
  readonly at: number;
  readonly sold: number;
  readonly refunded: number;
  /** Sold and not given back until the end of this point. */
  readonly standing: number;
}

/**
 * Points in order of time, with what stands after each.
 * @param before what stood before the first of them; points of a shorter period do not begin at nothing
 */
export function runningTotal(points: readonly SalesPointOf[], before = 0): readonly SeriesPoint[] {
  let standing = before;
  return points
    .map(({ at, sold, refunded }) => ({ at: Date.parse(at) / 1_000, sold, refunded }))
    .sort((a, b) => a.at - b.at)
    .map((point) => {
      standing += point.sold - point.refunded;
      return { ...point, standing };
    });
}

/** What stood before points that go up to now. */
export function standingBefore(
  points: readonly SalesPointOf[],
  now: { readonly sold: number; readonly refunded: number },
): number {
  return points.reduce((so, { sold, refunded }) => so - sold + refunded, now.sold - now.refunded);
}

export type Bucket = 'HOUR' | 'DAY' | 'MONTH';

/** As long a period as stays below the server's 500 points, in days; null for all there is. */
export const daysOf: Readonly<Record<Bucket, number | null>> = { HOUR: 20, DAY: 480, MONTH: null };

/** Where the period of a bucket begins, as a whole hour, or null for the beginning of the sales. */
export function periodStart(bucket: Bucket, now: number): string | null {
  const days = daysOf[bucket];
  if (days === null) return null;
  const HOUR_MS = 3_600_000;
  return new Date((Math.floor(now / HOUR_MS) - 24 * days) * HOUR_MS).toISOString();
}
