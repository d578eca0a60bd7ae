/** What of an event decides where it stands on the page. */
export interface PlannedEvent {
  readonly id: string;
  readonly status: 'DRAFT' | 'ON_SALE' | 'ENDED' | 'CANCELLED';
  readonly startsAt: string;
  readonly endsAt: string;
  /** Null before there are prices. */
  readonly priceRange?: unknown;
  readonly venue: { readonly timeZone: string };
}

export interface EveningPlan<Event> {
  /** Those that run, or that begin on this day of their hall. */
  readonly tonight: readonly Event[];
  /** Those after it, the earliest first. */
  readonly coming: readonly Event[];
  readonly hands: readonly Hand<Event>[];
}

/** What nobody but the organizer can mend: a draft that begins soon, or that has no prices. */
export interface Hand<Event> {
  readonly need: 'publish' | 'prices';
  readonly event: Event;
}

/** A draft that begins so soon needs to go on sale at once. */
const SOON_MS = 36 * 3_600_000;

/**
 * What the first page of the office shows. Cancelled events are on no list here, ended ones on that of their day.
 * @param now in ms
 */
export function planEvening<Event extends PlannedEvent>(
  events: readonly Event[],
  now: number,
): EveningPlan<Event> {
  const live = events.filter(({ status }) => status !== 'CANCELLED');
  const isTonight = (event: Event) => isRunning(event, now) || isSameDay(event, now);
  return {
    tonight: live.filter((event) => event.status !== 'DRAFT' && isTonight(event)),
    coming: live.filter(
      (event) => Date.parse(event.startsAt) > now && !(event.status !== 'DRAFT' && isTonight(event)),
    ),
    hands: live.flatMap((event): readonly Hand<Event>[] => {
      const begins = Date.parse(event.startsAt);
      if (event.status !== 'DRAFT' || begins <= now) return [];
      if (begins - now < SOON_MS) return [{ need: 'publish', event }];
      return event.priceRange ? [] : [{ need: 'prices', event }];
    }),
  };
}

function isRunning({ startsAt, endsAt }: PlannedEvent, now: number): boolean {
  return Date.parse(startsAt) <= now && now < Date.parse(endsAt);
}

/** By the clocks of the hall. */
function isSameDay({ startsAt, venue }: PlannedEvent, now: number): boolean {
  const day = new Intl.DateTimeFormat('en', { dateStyle: 'short', timeZone: venue.timeZone });
  return day.format(Date.parse(startsAt)) === day.format(now);
}

export interface PlaceCounts {
  readonly sold: number;
  readonly held: number;
  readonly free: number;
  readonly blocked: number;
}

/**
 * Where the places of an event stand, seats and standing. What is neither free, nor blocked, nor a valid ticket is held:
 * the parts are asked of several services, so held is what is left, and never below nothing.
 * @param states a letter a seat, as `SeatMap.states`
 */
export function countPlaces(of: {
  readonly capacity: number;
  readonly free: number;
  readonly valid: number;
  readonly states: string;
}): PlaceCounts {
  const blocked = of.states.split('B').length - 1;
  const held = Math.max(0, of.capacity - of.free - of.valid - blocked);
  return { sold: of.valid, held, free: of.free, blocked };
}
