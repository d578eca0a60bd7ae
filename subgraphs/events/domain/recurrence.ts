import { isRejection, type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';

/** A rule of RFC 5545, read in the time zone of a hall. */
export interface Recurrence {
  /** What the rule begins with; the hall's clock at this instant is that of every occurrence. */
  readonly startsAt: Date;
  /** An RRULE with or without its name; beside it, on lines of their own, EXDATE and RDATE. */
  readonly rule: string;
  /** IANA zone. */
  readonly timeZone: string;
}

export type RecurrenceRefusal = Rejection<'INVALID_RECURRENCE_RULE'> | Rejection<'TOO_MANY_SLOTS'>;

export const MOST_OCCURRENCES = 366;
/** Of the text, and of the rule in it: a rule of every second of a year would take seconds to read. */
const LONGEST_TEXT = 20_000;
const LONGEST_RULE = 500;
/** Periods and dates that are looked at; a rule that has found nothing until then is of no day. At most half a second. */
const STEPS = { maxIterations: 10_000, maxCandidateEvaluations: 100_000 };

const frequencies = ['MINUTELY', 'HOURLY', 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'];
const partNames = [
  ...['FREQ', 'UNTIL', 'COUNT', 'INTERVAL', 'BYMINUTE', 'BYHOUR', 'BYDAY', 'BYMONTHDAY'],
  ...['BYYEARDAY', 'BYWEEKNO', 'BYMONTH', 'BYSETPOS', 'WKST'],
];

/** What the lines of a recurrence say, in the order of time or not. */
interface Lines {
  readonly rule: Rule;
  readonly additional: readonly number[];
  readonly exceptions: readonly number[];
  /** Days of the hall's calendar that are left out as a whole: 20270328. */
  readonly exceptDays: readonly string[];
}

interface Rule {
  /** Without an end by time. */
  readonly text: string;
  /** The last instant that may be an occurrence; null where there is a count instead. */
  readonly until: number | null;
}

/**
 * When a recurrence occurs, each instant once, the earliest first. The clock of the hall says the same at each of them, also
 * after the clocks were changed; a time that the clocks skip is as much later as they do, one that comes twice is the first
 * (RFC 5545, 3.3.5).
 */
export function occurrencesOf(recurrence: Recurrence): readonly Date[] | RecurrenceRefusal {
  const lines = readLines(recurrence);
  if (isRejection(lines)) return lines;
  const ofRule = expand(lines.rule, recurrence);
  if (isRejection(ofRule)) return ofRule;
  const exceptions = new Set(lines.exceptions);
  const exceptDays = new Set(lines.exceptDays);
  return [...new Set([...ofRule, ...lines.additional])]
    .filter((instant) => !exceptions.has(instant) && !exceptDays.has(dayIn(recurrence.timeZone, instant)))
    .sort((a, b) => a - b)
    .map((instant) => new Date(instant));
}

/**
 * The rule is counted out on a clock that is never changed, and each of its times is then looked up on the hall's: the
 * library leaves out what the clocks skip.
 */
function expand(
  { text, until }: Rule,
  { startsAt, timeZone }: Recurrence,
): readonly number[] | RecurrenceRefusal {
  const start = wallClock(timeZone, startsAt.getTime());
  const end = until === null ? '' : `;UNTIL=${onLine(wallClock(timeZone, until).add({ days: 1 }))}Z`;
  const rruleString = `DTSTART:${onLine(start)}Z\nRRULE:${text}${end}`;
  try {
    const rule = new RRuleTemporal({ rruleString, strict: true, temporal: Temporal, ...STEPS });
    const found = rule
      .all((_date, index) => index <= MOST_OCCURRENCES)
      .map((date) => instantOf(timeZone, date.toPlainDateTime()))
      .filter((instant) => until === null || instant <= until);
    return found.length > MOST_OCCURRENCES ? refuseTooMany('more') : found;
  } catch (error) {
    // It throws at what is no rule, and at one that leads nowhere; it says which in words.
    return refuseRule(
      `a rule as in RFC 5545 that names days to come, got one of which it is said: ${String(error)}`,
    );
  }
}

function readLines({ rule: text, timeZone }: Recurrence): Lines | RecurrenceRefusal {
  if (text.length > LONGEST_TEXT) {
    return refuseRule(`at most ${LONGEST_TEXT} characters, got ${text.length}`);
  }
  const rules: string[] = [];
  const additional: number[] = [];
  const exceptions: number[] = [];
  const exceptDays: string[] = [];
  for (const line of unfold(text)) {
    const { name, zone, values } = readLine(line);
    if (name === 'RRULE') {
      rules.push(values.toUpperCase());
      continue;
    }
    if (name !== 'EXDATE' && name !== 'RDATE') {
      return refuseRule(`lines of RRULE, EXDATE and RDATE, got "${line.slice(0, 60)}"`);
    }
    for (const value of values.split(',')) {
      if (name === 'EXDATE' && /^\d{8}$/.test(value)) {
        exceptDays.push(value);
        continue;
      }
      const instant = readTime(value, zone ?? timeZone);
      if (instant === null)
        return refuseRule(`times such as 20270328T100000 in ${name}, got "${value.slice(0, 60)}"`);
      (name === 'EXDATE' ? exceptions : additional).push(instant);
    }
  }
  const [first, ...others] = rules;
  if (first === undefined || others.length > 0) return refuseRule(`one rule, got ${rules.length}`);
  const rule = readRule(first, timeZone);
  if (isRejection(rule)) return rule;
  return { rule, additional, exceptions, exceptDays };
}

/** Lines as RFC 5545 folds them; what stands alone is the rule. */
function unfold(text: string): readonly string[] {
  return text
    .replaceAll(/\r?\n[ \t]/g, '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function readLine(line: string): { name: string; zone: string | null; values: string } {
  const [, name, parameters, values] = /^([A-Za-z-]+)((?:;[^:]*)?):(.*)$/.exec(line) ?? [];
  if (name === undefined || values === undefined) return { name: 'RRULE', zone: null, values: line };
  return { name: name.toUpperCase(), zone: /;TZID=([^;]+)/i.exec(parameters ?? '')?.[1] ?? null, values };
}

function readRule(text: string, timeZone: string): Rule | RecurrenceRefusal {
  if (text.length > LONGEST_RULE)
    return refuseRule(`a rule of at most ${LONGEST_RULE} characters, got ${text.length}`);
  const parts = new Map<string, string>();
  for (const part of text.split(';')) {
    const [name = '', value = '', ...rest] = part.split('=');
    if (!partNames.includes(name) || value === '' || rest.length > 0 || parts.has(name)) {
      return refuseRule(
        `each part of ${partNames.join(', ')} at most once and with a value, got "${part.slice(0, 60)}"`,
      );
    }
    parts.set(name, value);
  }
  const frequency = parts.get('FREQ');
  if (!frequencies.includes(frequency ?? '')) {
    return refuseRule(`a FREQ of ${frequencies.join(', ')}, got ${frequency ?? 'none'}`);
  }
  return readEnd(text, parts.get('COUNT'), parts.get('UNTIL'), timeZone);
}

/** A rule ends: after so many times, or at a time. */
function readEnd(
  text: string,
  count: string | undefined,
  until: string | undefined,
  timeZone: string,
): Rule | RecurrenceRefusal {
  if ((count === undefined) === (until === undefined)) {
    return refuseRule(`an end, either COUNT or UNTIL, got ${count === undefined ? 'none' : 'both'}`);
  }
  if (count !== undefined) {
    if (!/^\d{1,9}$/.test(count) || Number(count) < 1)
      return refuseRule(`a COUNT from 1, got "${count.slice(0, 60)}"`);
    return Number(count) > MOST_OCCURRENCES ? refuseTooMany(count) : { text, until: null };
  }
  // A day is meant as a whole.
  const instant =
    until === undefined ? null : readTime(/^\d{8}$/.test(until) ? `${until}T235959` : until, timeZone);
  if (instant === null) {
    return refuseRule(`UNTIL as 20270630 or 20270630T180000Z, got "${until?.slice(0, 60)}"`);
  }
  return { text: text.replace(/(^|;)UNTIL=[^;]*/, '').replace(/^;/, ''), until: instant };
}

/** A time in UTC (20270328T080000Z) or on the clock of the zone (20270328T100000); null when it is none. */
function readTime(text: string, timeZone: string): number | null {
  const [, digits, isUtc] = /^(\d{8}T\d{6})(Z?)$/.exec(text) ?? [];
  if (digits === undefined) return null;
  try {
    return instantOf(
      isUtc === 'Z' ? 'UTC' : timeZone,
      Temporal.PlainDateTime.from(digits, { overflow: 'reject' }),
    );
  } catch {
    // 30 February, or a zone that does not exist.
    return null;
  }
}

/** What the clock of a zone shows at an instant, without what is less than a second. */
function wallClock(timeZone: string, instant: number): Temporal.PlainDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .round({ smallestUnit: 'second', roundingMode: 'floor' });
}

/** `compatible` is what RFC 5545 asks for: later by the gap, and the first of two. */
function instantOf(timeZone: string, time: Temporal.PlainDateTime): number {
  return time.toZonedDateTime(timeZone, { disambiguation: 'compatible' }).epochMilliseconds;
}

function dayIn(timeZone: string, instant: number): string {
  return onLine(wallClock(timeZone, instant)).slice(0, 8);
}

/** As RFC 5545 writes it: 20270328T100000. */
function onLine(time: Temporal.PlainDateTime): string {
  return time.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '');
}

function refuseTooMany(count: string): Rejection<'TOO_MANY_SLOTS'> {
  const message = `expected at most ${MOST_OCCURRENCES} times, got ${count}; schedule them in parts`;
  return reject('TOO_MANY_SLOTS', message, ['recurrenceRule']);
}

function refuseRule(expected: string): Rejection<'INVALID_RECURRENCE_RULE'> {
  return reject('INVALID_RECURRENCE_RULE', `expected ${expected}`, ['recurrenceRule']);
}
