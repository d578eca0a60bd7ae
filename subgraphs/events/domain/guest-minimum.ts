import { type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';

/** How many guests an event needs to take place. Both are null where it takes place with any number. */
export interface GuestMinimum {
  /** Places that have to be sold. */
  readonly minimumGuests: number | null;
  /** Whole hours before the start at which that is decided, once. */
  readonly minimumDecidedHoursBefore: number | null;
}

/** What an event with a minimum tells of it. */
export interface DecidedMinimum extends GuestMinimum {
  readonly startsAt: Date;
  /** Since when it is decided that it takes place; null until then, and where there is no minimum. */
  readonly minimumReachedAt: Date | null;
}

export const noMinimum: GuestMinimum = { minimumGuests: null, minimumDecidedHoursBefore: null };
/** A day: who travels to it hears in time. */
const DEFAULT_HOURS_BEFORE = 24;
/** Not less than an hour: nobody should hear at the place itself, nor a server that was away come too late. */
const LEAST_HOURS_BEFORE = 1;
const MOST_HOURS_BEFORE = 366 * 24;
const HOUR_MS = 3_600_000;

/** Checks a minimum by itself. No guests are no minimum, and what is said of its time then means nothing. */
export function readMinimum({
  minimumGuests,
  minimumDecidedHoursBefore: hours,
}: GuestMinimum): GuestMinimum | Rejection<'INVALID_INPUT'> {
  if (minimumGuests === null || minimumGuests === 0) return noMinimum;
  if (!Number.isInteger(minimumGuests) || minimumGuests < 0) {
    const message = `expected minimumGuests from 1, or 0 for none, got ${minimumGuests}`;
    return reject('INVALID_INPUT', message, ['minimumGuests']);
  }
  const hoursBefore = hours ?? DEFAULT_HOURS_BEFORE;
  if (!Number.isInteger(hoursBefore) || hoursBefore < LEAST_HOURS_BEFORE || hoursBefore > MOST_HOURS_BEFORE) {
    const message = `expected ${LEAST_HOURS_BEFORE} to ${MOST_HOURS_BEFORE} hours, got ${hoursBefore}`;
    return reject('INVALID_INPUT', message, ['minimumDecidedHoursBefore']);
  }
  return { minimumGuests, minimumDecidedHoursBefore: hoursBefore };
}

/**
 * Refuses a minimum that a full house would not reach.
 *
 * @param chosenBy the input at fault: the minimum, or the plan that is too small for it
 */
export function refuseMoreThanPlaces(
  { minimumGuests }: Pick<GuestMinimum, 'minimumGuests'>,
  plan: { readonly seatCount: number; readonly standingCapacity: number },
  chosenBy = 'minimumGuests',
): Rejection<'INVALID_INPUT'> | undefined {
  const places = plan.seatCount + plan.standingCapacity;
  if (minimumGuests === null || minimumGuests <= places) return undefined;
  const message = `expected at most as many guests at the least as the plan has places, ${places}, got ${minimumGuests}`;
  return reject('INVALID_INPUT', message, [chosenBy]);
}

/** The moment at which it is decided; null where there is nothing to decide. */
export function minimumDecidedAt({
  startsAt,
  minimumDecidedHoursBefore: hours,
}: Pick<DecidedMinimum, 'startsAt' | 'minimumDecidedHoursBefore'>): Date | null {
  return hours === null ? null : new Date(startsAt.getTime() - hours * HOUR_MS);
}

/**
 * Refuses a minimum of an event on sale that buyers did not know: a greater one, or another time of deciding. It may be
 * lowered and dropped.
 */
export function refuseWorseMinimum(
  before: GuestMinimum,
  after: GuestMinimum,
): Rejection<'MINIMUM_GUESTS_WORSE'> | undefined {
  if (after.minimumGuests === null) return undefined;
  const most = before.minimumGuests ?? 0;
  if (after.minimumGuests > most) {
    const message = `expected a minimum of at most ${most} guests, which buyers know of, got ${after.minimumGuests}`;
    return reject('MINIMUM_GUESTS_WORSE', message, ['minimumGuests']);
  }
  if (after.minimumDecidedHoursBefore === before.minimumDecidedHoursBefore) return undefined;
  const message = `expected the minimum to be decided ${before.minimumDecidedHoursBefore} hours before the start, as buyers know, got ${after.minimumDecidedHoursBefore}`;
  return reject('MINIMUM_GUESTS_WORSE', message, ['minimumDecidedHoursBefore']);
}

/** Whether it would be decided at once: put on sale, or moved, so near its start that the moment has passed. */
export function isDecidedAtOnce(event: DecidedMinimum, now: Date): boolean {
  const at = minimumDecidedAt(event);
  return at !== null && event.minimumReachedAt === null && at <= now;
}

/** Of an event that would be cancelled as soon as it is on sale, or at its new time. */
export function refuseUnreached(
  { minimumGuests, minimumDecidedHoursBefore: hours }: GuestMinimum,
  sold: number,
  field: string | null,
): Rejection<'MINIMUM_NOT_REACHED'> | undefined {
  if (minimumGuests === null || sold >= minimumGuests) return undefined;
  const message = `expected a start more than ${hours} hours away, or ${minimumGuests} places sold, got ${sold}; lower or drop minimumGuests before`;
  return reject('MINIMUM_NOT_REACHED', message, field === null ? null : [field]);
}

/** What buyers are told who know no better words (`minimumGuests` of the fact says it for others). */
export function reasonOf(minimumGuests: number): string {
  return `Too few guests: at least ${minimumGuests} are needed.`;
}
