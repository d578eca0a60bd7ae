import type { Bucket } from './sales-series.ts';

const shapes: Readonly<Record<Bucket, Intl.DateTimeFormatOptions>> = {
  HOUR: { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' },
  DAY: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  MONTH: { month: 'long', year: 'numeric' },
};

const formatters = new Map<string, Intl.DateTimeFormat>();

/**
 * What a point of the sales is called, by the clocks of the hall.
 * @param at in seconds since 1970
 */
export function bucketName(at: number, bucket: Bucket, zone: string, locale: string): string {
  const key = `${locale} ${zone} ${bucket}`;
  let format = formatters.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, { ...shapes[bucket], timeZone: zone });
    formatters.set(key, format);
  }
  return format.format(at * 1_000);
}
