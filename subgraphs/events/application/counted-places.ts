import type { EventId } from '@parterre/contracts/kernel/ids.ts';
import type { Clock } from '@parterre/platform/kernel/clock.ts';
import { outsideOfBounds } from '@parterre/platform/timing/bounded-work.ts';
import type { PlaceCount } from './ports/event-figures.ts';

/** How old an answer may be: a second, and the larger the hall the more, up to ten. */
const LEAST_AGE_MS = 1_000;
const MOST_AGE_MS = 10_000;
const PLACES_A_MS = 4;
/** The last count of one event. */
export interface Counted {
  readonly since: number;
  readonly count: Promise<PlaceCount>;
  /** Null while they are being counted. */
  places: number | null;
}

/** Counts one kind of places of events; every one of them has an entry. */
type CountPlaces = (eventIds: readonly EventId[]) => Promise<ReadonlyMap<string, PlaceCount>>;

interface LastCounts {
  get(id: EventId): Counted | undefined;
  set(id: EventId, counted: Counted): unknown;
  delete(id: EventId): unknown;
}

/**
 * How many places of events are free, or sold, counted once for all who ask. No counter is kept, which would make every hold
 * dearer: counting looks at each seat (12 to 15 ms for 40,000 of them, bench/large-hall.ts), so a hall is counted the more
 * seldom the larger it is, and keeps some thousandths of a processor busy at most, however many ask.
 */
export class CountedPlaces {
  readonly #countPlaces: CountPlaces;
  readonly #clock: Clock;
  readonly #counted: LastCounts;

  /** @param counted may forget whatever it likes: that is counted anew */
  constructor(countPlaces: CountPlaces, clock: Clock, counted: LastCounts) {
    this.#countPlaces = countPlaces;
    this.#clock = clock;
    this.#counted = counted;
  }

  /**
   * Of each event as it was at most a second ago, or a millisecond for every four places, ten seconds at the longest.
   * Those that nobody has counted lately are counted by one statement.
   */
  async of(eventIds: readonly EventId[]): Promise<ReadonlyMap<string, number>> {
    const now = this.#clock.now().getTime();
    const known = eventIds.map((id) => [id, this.#counted.get(id)] as const);
    const wanted = known.filter(([, counted]) => !counted || isTooOld(counted, now)).map(([id]) => id);
    const counting = new Map(this.#count(wanted, now));
    const answers = known.map(async ([id, counted]) => {
      const { count } = await ((counting.get(id) ?? counted) as Counted).count;
      return [id, count] as const;
    });
    return new Map(await Promise.all(answers));
  }

  #count(eventIds: readonly EventId[], now: number): [EventId, Counted][] {
    if (eventIds.length === 0) return [];
    // Others wait for the same count: the first of them who goes away does not end it.
    const counts = outsideOfBounds(() => this.#countPlaces(eventIds));
    return eventIds.map((id) => [id, this.#keep(id, counts, now)]);
  }

  #keep(id: EventId, counts: Promise<ReadonlyMap<string, PlaceCount>>, now: number): Counted {
    const counted: Counted = {
      since: now,
      places: null,
      count: counts.then((found) => {
        const count = found.get(id);
        if (!count) throw new Error(`expected the places of event ${id} to be counted, got none`);
        return count;
      }),
    };
    this.#counted.set(id, counted);
    counted.count.then(
      ({ places }) => {
        counted.places = places;
      },
      // What failed is not kept: whoever asks next has it counted anew.
      () => this.#counted.get(id) === counted && this.#counted.delete(id),
    );
    return counted;
  }
}

/** A count that is under way is new enough; one of a clock that was set back since is not. */
function isTooOld({ since, places }: Counted, now: number): boolean {
  if (places === null) return false;
  const most = Math.min(Math.max(LEAST_AGE_MS, places / PLACES_A_MS), MOST_AGE_MS);
  return now < since || now - since > most;
}
