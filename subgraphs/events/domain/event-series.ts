import type {
  EventId,
  EventSeriesId,
  HallId,
  SeatingPlanId,
  UserId,
} from '@parterre/contracts/kernel/ids.ts';
import type { CurrencyCode } from '@parterre/contracts/kernel/money.ts';
import { isRejection, type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { EventStatus, LastingTerms } from './event.ts';
import { MOST_OCCURRENCES, occurrencesOf, type RecurrenceRefusal } from './recurrence.ts';
import { MAX_SHARDS } from './standing-shards.ts';

/** A show with a timetable: what its slots, each of them an event, have alike when they are made. */
export interface EventSeries extends LastingTerms {
  readonly id: EventSeriesId;
  readonly organizerId: UserId;
  readonly hallId: HallId;
  readonly planId: SeatingPlanId;
  readonly currency: CurrencyCode;
}

/** When an event of a series is to be. */
export interface SlotTimes {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** An event of a series. */
export interface Slot extends SlotTimes {
  readonly eventId: EventId;
  /** When it was scheduled for, wherever it was moved since: by this it is known when the same is scheduled again. */
  readonly slotAt: Date;
  readonly status: EventStatus;
}

export interface TimetableInput {
  readonly startsAt: Date;
  readonly recurrenceRule: string;
  readonly durationMinutes: number;
  readonly exceptDates?: readonly Date[] | null;
  readonly additionalDates?: readonly Date[] | null;
}

export type TimetableRefusal = RecurrenceRefusal | Rejection<'INVALID_TIMES'> | Rejection<'INVALID_INPUT'>;

const MINUTE_MS = 60_000;
const MOST_MINUTES = 366 * 24 * 60;
/** Seats, and shards of standing sections, that are made in one transaction: a second or two. */
const MOST_PLACES = 100_000;
/** So that one transaction can hold their locks. */
export const MOST_CANCELLED_SLOTS = 2_000;
/** So that a show of any length ends in a year of four digits. */
const LATEST = Date.UTC(9998, 0, 1);

/** The times that a timetable names, the earliest first: all in the future, at least one and at most 366. */
export function readTimetable(
  input: TimetableInput,
  timeZone: string,
  now: Date,
): readonly SlotTimes[] | TimetableRefusal {
  const fault = refuseNumbers(input);
  if (fault) return fault;
  const { startsAt, recurrenceRule: rule, durationMinutes } = input;
  const ofRule = occurrencesOf({ startsAt, rule, timeZone });
  if (isRejection(ofRule)) return ofRule;
  const except = new Set((input.exceptDates ?? []).map((date) => date.getTime()));
  const all = [...ofRule, ...(input.additionalDates ?? [])].map((date) => date.getTime());
  const starts = [...new Set(all)].filter((start) => !except.has(start)).sort((a, b) => a - b);
  return (
    refuseStarts(starts, now) ??
    starts.map((start) => ({
      startsAt: new Date(start),
      endsAt: new Date(start + durationMinutes * MINUTE_MS),
    }))
  );
}

/** Of the times that are wanted those that the series has not, and the slots that it has already. */
export interface Schedule {
  readonly added: readonly SlotTimes[];
  readonly known: readonly Slot[];
}

/**
 * What is left to be made of a timetable. A slot that was scheduled for the same start is the same slot, also when it was
 * moved or cancelled since. The hall has one show of a series at a time.
 */
export function planSlots(
  wanted: readonly SlotTimes[],
  existing: readonly Slot[],
): Schedule | Rejection<'SLOTS_OVERLAP'> {
  const byStart = new Map(existing.map((slot) => [slot.slotAt.getTime(), slot]));
  const added = wanted.filter(({ startsAt }) => !byStart.has(startsAt.getTime()));
  const known = wanted.flatMap(({ startsAt }) => byStart.get(startsAt.getTime()) ?? []);
  const taking = existing.filter(({ status }) => status !== 'CANCELLED');
  return refuseOverlap(added, taking) ?? { added, known };
}

/** What is made of a slot's plan when it is put on sale. */
export interface PlanSize {
  readonly seatCount: number;
  readonly standingSections: number;
}

/** Refuses more places than one transaction makes. One slot may always be put on sale, as any event. */
export function refusePlaces(
  slots: number,
  { seatCount, standingSections }: PlanSize,
): Rejection<'TOO_MANY_SLOTS'> | undefined {
  const places = seatCount + standingSections * MAX_SHARDS;
  if (slots <= 1 || slots * places <= MOST_PLACES) return undefined;
  const most = Math.max(1, Math.floor(MOST_PLACES / places));
  const message = `expected at most ${most} slots of this hall to be put on sale at a time, got ${slots}; publish them in parts`;
  return reject('TOO_MANY_SLOTS', message, ['recurrenceRule']);
}

function refuseNumbers({
  durationMinutes,
  exceptDates,
  additionalDates,
}: TimetableInput): Rejection<'INVALID_INPUT' | 'INVALID_TIMES'> | undefined {
  if (!Number.isInteger(durationMinutes) || durationMinutes < 1 || durationMinutes > MOST_MINUTES) {
    const message = `expected 1 to ${MOST_MINUTES} minutes, got ${durationMinutes}`;
    return reject('INVALID_TIMES', message, ['durationMinutes']);
  }
  for (const [field, dates] of Object.entries({ exceptDates, additionalDates })) {
    if ((dates?.length ?? 0) <= MOST_OCCURRENCES) continue;
    return reject('INVALID_INPUT', `expected at most ${MOST_OCCURRENCES} dates, got ${dates?.length}`, [
      field,
    ]);
  }
  return undefined;
}

function refuseStarts(
  starts: readonly number[],
  now: Date,
): Rejection<'INVALID_RECURRENCE_RULE' | 'TOO_MANY_SLOTS' | 'INVALID_TIMES'> | undefined {
  const [first] = starts;
  if (first === undefined) {
    const message = 'expected a rule that names a day, got one that names none, or none but the exceptions';
    return reject('INVALID_RECURRENCE_RULE', message, ['recurrenceRule']);
  }
  if (starts.length > MOST_OCCURRENCES) {
    const message = `expected at most ${MOST_OCCURRENCES} times, got ${starts.length}; schedule them in parts`;
    return reject('TOO_MANY_SLOTS', message, ['recurrenceRule']);
  }
  if (first > now.getTime() && (starts.at(-1) ?? 0) <= LATEST) return undefined;
  const message = `expected times from now to the year 9998, got ${new Date(first).toISOString()} to ${new Date(starts.at(-1) ?? first).toISOString()}`;
  return reject('INVALID_TIMES', message, ['startsAt']);
}

/** Neighbours in the order of their starts are enough: what overlaps anything overlaps the one beside it. */
function refuseOverlap(
  added: readonly SlotTimes[],
  taking: readonly Slot[],
): Rejection<'SLOTS_OVERLAP'> | undefined {
  const isNew = new Set<SlotTimes>(added);
  const slots = [...added, ...taking].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  let latest: SlotTimes | undefined;
  let latestNew: SlotTimes | undefined;
  for (const slot of slots) {
    // Slots that overlap each other already do so because somebody moved them; that is not asked here.
    const before = isNew.has(slot) ? latest : latestNew;
    if (before && before.endsAt > slot.startsAt) {
      const message = `expected one slot at a time in the hall, got one from ${slot.startsAt.toISOString()} before that of ${before.startsAt.toISOString()} has ended`;
      return reject('SLOTS_OVERLAP', message, ['durationMinutes']);
    }
    if (!latest || slot.endsAt > latest.endsAt) latest = slot;
    if (isNew.has(slot) && (!latestNew || slot.endsAt > latestNew.endsAt)) latestNew = slot;
  }
  return undefined;
}
