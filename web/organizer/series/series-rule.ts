/** As RFC 5545 calls the days, Monday first. */
export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof weekdays)[number];

/** A timetable that repeats each week, by the clock of the venue. */
export interface Timetable {
  /** First and last day, `2027-05-01`, both included. */
  readonly from: string;
  readonly until: string;
  readonly days: readonly Weekday[];
  /** `10:00`, each once. */
  readonly times: readonly string[];
  /** Days without a slot: `2027-05-01`. */
  readonly except: readonly string[];
}

/** What `scheduleEventSeries` takes: a local time of the venue, and a rule. */
export interface SeriesRule {
  readonly startsAt: string;
  readonly recurrenceRule: string;
}

/** More are not made at a time. */
export const MOST_SLOTS = 366;
const DAY_MS = 86_400_000;

/** When the slots begin, by the clock of the venue, the earliest first: `2027-05-01T10:00`. At most one more than allowed. */
export function slotsOf({ from, until, days, times, except }: Timetable): readonly string[] {
  const first = Date.parse(`${from}T00:00Z`);
  const last = Date.parse(`${until}T00:00Z`);
  if (Number.isNaN(first) || Number.isNaN(last)) return [];
  const sorted = [...new Set(times)].filter((time) => /^\d\d:\d\d$/.test(time)).sort();
  const slots: string[] = [];
  for (let day = first; day <= last && slots.length <= MOST_SLOTS; day += DAY_MS) {
    const date = new Date(day).toISOString().slice(0, 10);
    // getUTCDay counts from Sunday.
    const weekday = weekdays[(new Date(day).getUTCDay() + 6) % 7];
    if (weekday === undefined || !days.includes(weekday) || except.includes(date)) continue;
    slots.push(...sorted.map((time) => `${date}T${time}`));
  }
  return slots.slice(0, MOST_SLOTS + 1);
}

/**
 * The timetable as a rule. Hours of one and the same minute are one rule (BYHOUR and BYMINUTE multiply); the slots of all
 * other times stand beside it as RDATE.
 * @returns null when there is no slot
 */
export function ruleOf(timetable: Timetable): SeriesRule | null {
  const slots = slotsOf(timetable);
  const [first] = slots;
  if (first === undefined) return null;
  const minute = first.slice(14);
  const ofRule = slots.filter((slot) => slot.slice(14) === minute);
  const others = slots.filter((slot) => slot.slice(14) !== minute);
  const days = weekdays.filter((day) => timetable.days.includes(day));
  const hours = [...new Set(ofRule.map((slot) => Number(slot.slice(11, 13))))].sort((a, b) => a - b);
  const rule = [
    'FREQ=WEEKLY',
    `BYDAY=${days.join(',')}`,
    ...(hours.length > 1 ? [`BYHOUR=${hours.join(',')}`, `BYMINUTE=${Number(minute)}`] : []),
    `UNTIL=${compact(timetable.until)}`,
  ].join(';');
  const except = timetable.except.filter((day) => day >= timetable.from && day <= timetable.until);
  return {
    startsAt: first,
    recurrenceRule: [
      rule,
      ...(except.length > 0 ? [`EXDATE:${except.map(compact).join(',')}`] : []),
      ...(others.length > 0 ? [`RDATE:${others.map((slot) => `${compact(slot)}00`).join(',')}`] : []),
    ].join('\n'),
  };
}

/** The basic format: 20270501, or 20270501T1000. */
function compact(text: string): string {
  return text.replaceAll(/[-:]/g, '');
}
