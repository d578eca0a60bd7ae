/** `short` is `dateTime` in short words, without the year unless it is another one than now. */
export type TimeFormat = 'date' | 'time' | 'dateTime' | 'short' | 'weekday';

const shapes: Readonly<Record<TimeFormat | 'full', Intl.DateTimeFormatOptions>> = {
  date: { day: 'numeric', month: 'long', year: 'numeric' },
  time: { hour: 'numeric', minute: '2-digit' },
  dateTime: {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  },
  short: { weekday: 'short', day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
  full: { dateStyle: 'full', timeStyle: 'long' },
};

const formatters = new Map<string, Intl.DateTimeFormat>();
const relativeFormatters = new Map<string, Intl.RelativeTimeFormat>();

function formatter(locale: string, zone: string | undefined, shape: TimeFormat | 'full', namesZone: boolean) {
  const key = `${locale} ${zone ?? ''} ${shape} ${namesZone}`;
  let found = formatters.get(key);
  if (!found) {
    const zoneName = namesZone ? ({ timeZoneName: 'short' } as const) : {};
    found = new Intl.DateTimeFormat(locale, { ...shapes[shape], ...zoneName, timeZone: zone });
    formatters.set(key, found);
  }
  return found;
}

/** By the calendar of a zone: the year of a New Year's party is not that of UTC. */
function yearOf(at: Date, zone: string | undefined): string | undefined {
  return formatter('en', zone, 'date', false)
    .formatToParts(at)
    .find(({ type }) => type === 'year')?.value;
}

const ownZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Whether clocks in both zones, IANA names, show the same at that instant. */
function agree(at: Date, zone: string, other: string): boolean {
  const [there, here] = [zone, other].map((name) => formatter('en', name, 'dateTime', false).format(at));
  return there === here;
}

/**
 * An instant, in ISO 8601, as clocks show it in a zone (IANA name; the reader's own unless given). A time of day names
 * the zone where the reader's clock shows something else.
 */
export function formatTime(
  at: string,
  locale: string,
  format: TimeFormat,
  zone?: string,
  readersZone: string = ownZone(),
  now: Date = new Date(),
): string {
  const date = new Date(at);
  const hasClock = format === 'time' || format === 'dateTime' || format === 'short';
  const namesZone = hasClock && zone !== undefined && !agree(date, zone, readersZone);
  const isOtherYear = format === 'short' && yearOf(date, zone) !== yearOf(now, zone);
  return formatter(locale, zone, isOtherYear ? 'dateTime' : format, namesZone).format(date);
}

/** All of it, with the zone, for who wants to know exactly. */
export function formatFully(at: string, locale: string, zone?: string): string {
  return formatter(locale, zone, 'full', false).format(new Date(at));
}

const units = [
  ['year', 31_557_600_000],
  ['month', 2_629_800_000],
  ['week', 604_800_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

function relativeFormatter(locale: string): Intl.RelativeTimeFormat {
  let format = relativeFormatters.get(locale);
  if (!format) {
    format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
    relativeFormatters.set(locale, format);
  }
  return format;
}

/** "in 40 seconds", "in 2 minutes": not before that. */
export function formatWait(ms: number, locale: string): string {
  const seconds = Math.ceil(ms / 1_000);
  const format = relativeFormatter(locale);
  return seconds < 100 ? format.format(seconds, 'second') : format.format(Math.ceil(seconds / 60), 'minute');
}

/** "3 hours ago", "in 2 days"; what is less than a minute away is "now". `now` in ms. */
export function formatRelative(at: string, locale: string, now: number): string {
  const format = relativeFormatter(locale);
  const distance = Date.parse(at) - now;
  const [unit, length] = units.find(([, ms]) => Math.abs(distance) >= ms) ?? [
    'second',
    Number.POSITIVE_INFINITY,
  ];
  return format.format(Math.trunc(distance / length) || 0, unit);
}

/** What a countdown shows for so many ms: `8:41`, or `1:02:03` from an hour on; a second that has begun counts. */
export function formatRemaining(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1_000));
  const two = (value: number) => String(value).padStart(2, '0');
  const minutes = Math.floor(seconds / 60) % 60;
  const hours = Math.floor(seconds / 3_600);
  const clock = `${hours > 0 ? two(minutes) : minutes}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${clock}` : clock;
}
