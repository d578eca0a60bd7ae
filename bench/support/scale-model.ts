/**
 * How many processes and cores an installation needs, from what one booking, one frame and one query cost. Everything
 * is linear but what is said to be a limit: docs/scale.md tells where that holds and where it ends.
 */
import { subgraphNames } from '../../contracts/kernel/caller.ts';

/** What an evening asks of an installation, at its peak. */
export interface Demand {
  /** Bookings a second, paid at once, of one seat. */
  readonly bookings: number;
  /** Of these, those of the event that most people want. */
  readonly bookingsOfHottest: number;
  /** Who watches the map of that event. Who watches others is few, or sees few changes. */
  readonly watchersOfHottest: number;
  /** Queries a second like the product query of bench/gateway: five fetches in three steps. */
  readonly queries: number;
}

/** Processor milliseconds of one core of the machine that was measured. */
export interface Costs {
  /** Of a process that has nothing to do, a second. */
  readonly idle: Readonly<Record<Part, number>>;
  /** Of one booking, in all processes of the part together, idling taken off. */
  readonly booking: Readonly<Record<Part, number>>;
  /** That every further replica of tickets and events spends on a booking: it reads the facts of all. */
  readonly tail: number;
  /** Of a delta that reaches one watcher, at a gateway. */
  readonly frame: number;
  /** Of a query at a gateway, and at the subgraphs. */
  readonly query: { readonly gateway: number; readonly subgraphs: number };
}

export const parts = ['gateway', ...subgraphNames, 'kafka', 'postgres'] as const;
export type Part = (typeof parts)[number];

export interface Needed {
  readonly part: Part;
  /** Cores that are busy. */
  readonly cores: number;
  /** Processes, for what runs on one thread; null for Kafka and PostgreSQL, which use as many cores as they are given. */
  readonly processes: number | null;
}

/** Of a thread or a core, so that there is room for what comes at once. */
export const TARGET = 0.6;
/** A map's changes are gathered for 50 ms. */
const MOST_DELTAS = 20;
/** A booking that is paid at once changes its seat twice: held, sold. */
const CHANGES = 2;

/**
 * What the parts need.
 *
 * @throws RangeError when a replica of tickets or events would be busy with the facts of others alone: shards are what
 * is needed then
 */
export function needed(demand: Demand, costs: Costs): readonly Needed[] {
  return parts.map((part): Needed => {
    const work = demand.bookings * costs.booking[part] + extraWork(part, demand, costs);
    if (part === 'kafka' || part === 'postgres') {
      return { part, cores: (costs.idle[part] + work) / 1000, processes: null };
    }
    const each = TARGET * 1000 - costs.idle[part];
    // Every replica has the tail to do beside its share of the work; for one of them it is in the cost of a booking.
    const tail = part === 'tickets' || part === 'events' ? demand.bookings * costs.tail : 0;
    if (tail >= each) {
      throw new RangeError(
        `expected at most ${mostBookings(costs).toFixed(0)} bookings a second without shards`,
      );
    }
    const processes = work <= each ? 1 : Math.ceil((work - tail) / (each - tail));
    const busy = processes * costs.idle[part] + work + (processes - 1) * tail;
    return { part, cores: busy / 1000, processes };
  });
}

/** Bookings a second at which a replica has time for the facts of all and for nothing else. */
export function mostBookings(costs: Costs): number {
  return Math.min(
    ...(['tickets', 'events'] as const).map((part) => (TARGET * 1000 - costs.idle[part]) / costs.tail),
  );
}

/** Deltas a second that all watchers of the hottest event get together. */
export function framesOf({ bookingsOfHottest, watchersOfHottest }: Demand): number {
  return Math.min(MOST_DELTAS, CHANGES * bookingsOfHottest) * watchersOfHottest;
}

function extraWork(part: Part, demand: Demand, costs: Costs): number {
  if (part === 'gateway') return framesOf(demand) * costs.frame + demand.queries * costs.query.gateway;
  // Which subgraphs answer is the query's; the events are behind most of what a shop shows.
  if (part === 'events') return demand.queries * costs.query.subgraphs;
  return 0;
}
