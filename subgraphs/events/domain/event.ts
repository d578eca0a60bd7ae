import type {
  ArtistId,
  EventId,
  EventSeriesId,
  HallId,
  SeatingPlanId,
  UserId,
} from '@parterre/contracts/kernel/ids.ts';
import type { CurrencyCode } from '@parterre/contracts/kernel/money.ts';
import type { RefundTier } from '@parterre/contracts/kernel/refund-tiers.ts';
import { exhaustive } from '@parterre/platform/kernel/exhaustive.ts';
import { isRejection, type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import { readLines, readText } from '@parterre/platform/kernel/text.ts';
import { type GuestMinimum, readMinimum } from './guest-minimum.ts';

export type EventStatus = 'DRAFT' | 'ON_SALE' | 'ENDED' | 'CANCELLED';
/** What an organizer decides. That an event has ended follows from the time, and is written down nowhere. */
export type StoredEventStatus = Exclude<EventStatus, 'ENDED'>;

/** A show at a time, in a hall, on one version of the hall's plan. */
export interface Event extends EventTerms {
  readonly id: EventId;
  readonly organizerId: UserId;
  readonly hallId: HallId;
  readonly planId: SeatingPlanId;
  /** The series that it is a slot of; null for most. */
  readonly seriesId: EventSeriesId | null;
  readonly status: EventStatus;
  readonly currency: CurrencyCode;
  /** Since when it is decided that it takes place; null until then, and where there is no minimum of guests. */
  readonly minimumReachedAt: Date | null;
}

/** An event as far as a sale looks at it. */
export type EventOnSale = Omit<Event, 'seriesId' | 'description' | 'minimumReachedAt' | keyof GuestMinimum>;

/** What an organizer says about an event and may change later. */
export interface EventTerms extends LastingTerms {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** What is said of an event whenever it takes place. */
export interface LastingTerms extends GuestMinimum {
  readonly title: string;
  /** What it is about, in lines of plain text; null where nothing is said. */
  readonly description: string | null;
  readonly holdSeconds: number;
  readonly maxSeatsPerUser: number;
  readonly refundTiers: readonly RefundTier[];
  /** Whether seats picked by hand may leave no free seat alone between others. */
  readonly refusesSingleSeats: boolean;
}

export const MAX_ARTISTS = 50;
export const DEFAULT_MAX_SEATS_PER_USER = 10;
const MAX_HOLD_SECONDS = 86_400;
/** How many places any event may let one buyer hold at a time. */
export const MOST_SEATS_PER_USER = 500;
const MAX_DURATION_DAYS = 366;
const MAX_TIERS = 10;
/** Characters of a reason that buyers are told. */
const MAX_REASON = 500;
/** Characters of a description. */
const MAX_DESCRIPTION = 5_000;
const MAX_HOURS_BEFORE = MAX_DURATION_DAYS * 24;
const DAY_MS = 86_400_000;
/** How long buyers of a moved event may take to give their tickets back. */
const LEAST_REFUND_DAYS = 14;

export type TermsRefusal = Rejection<'INVALID_INPUT'> | Rejection<'INVALID_TIMES'>;

/** Checks what an event is to be. */
export function readTerms(terms: EventTerms, now: Date): EventTerms | TermsRefusal {
  const lasting = readLastingTerms(terms);
  if (isRejection(lasting)) return lasting;
  return checkTimes(terms, now) ?? { ...terms, ...lasting };
}

/** Checks what an event, or every slot of a series, is to be. */
export function readLastingTerms(terms: LastingTerms): LastingTerms | Rejection<'INVALID_INPUT'> {
  const title = readText(terms.title, { field: 'title', max: 200 });
  if (isRejection(title)) return title;
  const description = readLines(terms.description ?? '', { field: 'description', max: MAX_DESCRIPTION });
  if (isRejection(description)) return description;
  const limits =
    checkNumber(terms.holdSeconds, 'holdSeconds', MAX_HOLD_SECONDS) ??
    checkNumber(terms.maxSeatsPerUser, 'maxSeatsPerUser', MOST_SEATS_PER_USER);
  if (limits) return limits;
  const refundTiers = readRefundTiers(terms.refundTiers);
  if (isRejection(refundTiers)) return refundTiers;
  const minimum = readMinimum(terms);
  if (isRejection(minimum)) return minimum;
  const { holdSeconds, maxSeatsPerUser, refusesSingleSeats } = terms;
  return {
    title,
    description: description || null,
    holdSeconds,
    maxSeatsPerUser,
    refundTiers,
    refusesSingleSeats,
    ...minimum,
  };
}

/**
 * Refuses to move what was published to a start that has passed: buyers of an event that is moved may give everything back
 * until it begins. The start of an event that is under way may be corrected.
 */
export function refuseBegun(
  before: Pick<Event, 'startsAt' | 'status'>,
  startsAt: Date,
  now: Date,
): Rejection<'INVALID_TIMES'> | undefined {
  const isUnderWay = before.status === 'ON_SALE' && before.startsAt <= now;
  const isMoved = before.status !== 'DRAFT' && +startsAt !== +before.startsAt;
  if (!isMoved || startsAt > now || isUnderWay) return undefined;
  const message = `expected a start in the future, got ${startsAt.toISOString()}`;
  return reject('INVALID_TIMES', message, ['startsAt']);
}

/** An event that is under way may still be sold; one that has ended may not. */
export function hasEnded(event: Pick<EventTerms, 'endsAt'>, now: Date): boolean {
  return event.endsAt <= now;
}

/** A bill names nobody twice. */
export function readBill(artistIds: readonly string[]): readonly ArtistId[] | Rejection<'INVALID_INPUT'> {
  if (artistIds.length > MAX_ARTISTS) {
    const message = `expected at most ${MAX_ARTISTS} artists, got ${artistIds.length}`;
    return reject('INVALID_INPUT', message, ['artistIds']);
  }
  if (new Set(artistIds).size < artistIds.length) {
    return reject('INVALID_INPUT', 'expected every artist once, got one twice', ['artistIds']);
  }
  return artistIds as readonly ArtistId[];
}

export type CancelRefusal = Rejection<'EVENT_IS_CANCELLED' | 'EVENT_NOT_ON_SALE'>;
export type RescheduleRefusal = CancelRefusal | Rejection<'INVALID_INPUT'>;

/**
 * Why an event cannot be cancelled, or moved. One that has ended can: a show that fell through is often called off, or
 * caught up on, the day after.
 */
export function refuseCancel({ status }: Pick<Event, 'status'>): CancelRefusal | undefined {
  switch (status) {
    case 'ON_SALE':
    case 'ENDED':
      return undefined;
    case 'CANCELLED':
      return reject('EVENT_IS_CANCELLED', 'expected an event that takes place, got a cancelled one', [
        'eventId',
      ]);
    case 'DRAFT':
      return reject('EVENT_NOT_ON_SALE', 'expected a published event, got a draft, which nobody has booked', [
        'eventId',
      ]);
    default:
      return exhaustive(status);
  }
}

/**
 * Until when buyers of an event that is moved get everything back: no later than it begins, and for 14 days at the least
 * where it does not begin sooner.
 */
export function readRefundUntil(
  refundUntil: Date,
  startsAt: Date,
  now: Date,
): Date | Rejection<'INVALID_INPUT'> {
  const least = new Date(Math.min(now.getTime() + LEAST_REFUND_DAYS * DAY_MS, startsAt.getTime()));
  if (refundUntil >= least && refundUntil <= startsAt) return refundUntil;
  const message = `expected a time from ${least.toISOString()} to the start ${startsAt.toISOString()}, got ${refundUntil.toISOString()}`;
  return reject('INVALID_INPUT', message, ['refundUntil']);
}

/** What buyers are told, on one line. */
export function readReason(reason: string): string | Rejection<'INVALID_INPUT'> {
  return readText(reason, { field: 'reason', max: MAX_REASON });
}

function checkTimes({ startsAt, endsAt }: EventTerms, now: Date): Rejection<'INVALID_TIMES'> | undefined {
  if (endsAt <= startsAt) {
    const message = `expected an end after the start ${startsAt.toISOString()}, got ${endsAt.toISOString()}`;
    return reject('INVALID_TIMES', message, ['endsAt']);
  }
  if (endsAt <= now) {
    const message = `expected an end in the future, got ${endsAt.toISOString()}`;
    return reject('INVALID_TIMES', message, ['endsAt']);
  }
  if (endsAt.getTime() - startsAt.getTime() > MAX_DURATION_DAYS * DAY_MS) {
    return reject('INVALID_TIMES', `expected at most ${MAX_DURATION_DAYS} days from start to end`, [
      'endsAt',
    ]);
  }
  return undefined;
}

function checkNumber(value: number, field: string, max: number): Rejection<'INVALID_INPUT'> | undefined {
  if (Number.isInteger(value) && value >= 1 && value <= max) return undefined;
  return reject('INVALID_INPUT', `expected ${field} from 1 to ${max}, got ${value}`, [field]);
}

/** Checks a refund policy and puts its earliest tier first. */
export function readRefundTiers(
  tiers: readonly RefundTier[],
): readonly RefundTier[] | Rejection<'INVALID_INPUT'> {
  if (tiers.length > MAX_TIERS) {
    return refuseTiers(`expected at most ${MAX_TIERS} refund tiers, got ${tiers.length}`);
  }
  const hours = new Set<number>();
  for (const [index, { hoursBefore, percent }] of tiers.entries()) {
    const at = ['refundTiers', String(index)];
    if (!isWhole(hoursBefore, 0, MAX_HOURS_BEFORE)) {
      return refuseTiers(`expected 0 to ${MAX_HOURS_BEFORE} hours, got ${hoursBefore}`, [
        ...at,
        'hoursBefore',
      ]);
    }
    if (!isWhole(percent, 0, 100)) {
      return refuseTiers(`expected 0 to 100 percent, got ${percent}`, [...at, 'percent']);
    }
    if (hours.has(hoursBefore)) {
      return refuseTiers(`expected one tier an hour, got ${hoursBefore} again`, [...at, 'hoursBefore']);
    }
    hours.add(hoursBefore);
  }
  return tiers
    .map(({ hoursBefore, percent }) => ({ hoursBefore, percent }))
    .sort((a, b) => b.hoursBefore - a.hoursBefore);
}

/**
 * Refuses a policy by which buyers get back less than so far, at whatever time before the start: what is on sale was shown
 * with its policy.
 */
export function checkTiersInFavour(
  before: readonly RefundTier[],
  after: readonly RefundTier[],
): Rejection<'REFUND_TIERS_WORSE'> | undefined {
  const steps = [...new Set([...before, ...after].map(({ hoursBefore }) => hoursBefore))].sort(
    (a, b) => a - b,
  );
  const worse = steps.find((hours) => percentAt(after, hours) < percentAt(before, hours));
  if (worse === undefined) return undefined;
  const message = `expected refunds no smaller than so far once the event is published, got ${percentAt(after, worse)} instead of ${percentAt(before, worse)} percent ${worse} hours before the start`;
  return reject('REFUND_TIERS_WORSE', message, ['refundTiers']);
}

/** What goes back so many hours before the start: the tier that still holds then and ends last before it. */
function percentAt(tiers: readonly RefundTier[], hours: number): number {
  const holding = tiers.filter(({ hoursBefore }) => hoursBefore <= hours);
  return holding.reduce<RefundTier>((a, b) => (b.hoursBefore >= a.hoursBefore ? b : a), {
    hoursBefore: 0,
    percent: 0,
  }).percent;
}

function isWhole(value: number, min: number, max: number): boolean {
  return Number.isInteger(value) && value >= min && value <= max;
}

function refuseTiers(
  message: string,
  field: readonly string[] = ['refundTiers'],
): Rejection<'INVALID_INPUT'> {
  return reject('INVALID_INPUT', message, field);
}
