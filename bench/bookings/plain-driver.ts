import pg from 'pg';
import { PLANS_FOR_ANY_VALUES } from '../../platform/postgres/pools.ts';
import type { Bought } from '../support/crowd.ts';
import type { RecordedTransaction } from './recorded-statements.ts';

/** What was recorded while bookings were made, as it is sent again. */
export interface Replay {
  /** Of each booking what is about it alone, in its order. */
  readonly bookings: readonly (readonly RecordedTransaction[])[];
  /** What is about several bookings or none, by the connection that it was recorded on. */
  readonly others: readonly (readonly RecordedTransaction[])[];
  readonly statements: number;
}

export interface Replayed {
  /** Of the bookings that were begun once the driver was warm. */
  readonly count: number;
  readonly tookMs: number;
  /** Statements that failed; what they were. */
  readonly faults: readonly string[];
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** Of the bookings, before anything is measured. */
const WARM_UP_SHARE = 0.5;
/** Its lines are written by one relay for each topic: several at once would only wait for one another. */
const BUS = 'bus';

/**
 * Sorts what was recorded by bookings. An identifier is a booking's own where nothing that names it names another
 * booking: its payment, its seat, its facts.
 */
export function toReplay(recorded: readonly RecordedTransaction[], bought: readonly Bought[]): Replay {
  const bookingOf = new Map(
    bought.flatMap(({ bookingId, idempotencyKey }) => [
      [bookingId, bookingId],
      [idempotencyKey, bookingId],
    ]),
  );
  const named = recorded.map(
    ({ statements }) =>
      new Set(statements.flatMap(({ values }) => values.flatMap((value) => value?.match(uuid) ?? []))),
  );
  const bookingsOf = (names: ReadonlySet<string>, of: ReadonlyMap<string, string | null>) =>
    new Set([...names].flatMap((name) => of.get(name) ?? []));

  const owners = new Map<string, string | null>(bookingOf);
  for (const names of named) {
    const bookings = bookingsOf(names, bookingOf);
    if (bookings.size === 0) continue;
    const [owner = null] = bookings.size === 1 ? bookings : [];
    for (const name of names) {
      if (bookingOf.has(name)) continue;
      owners.set(name, !owners.has(name) || owners.get(name) === owner ? owner : null);
    }
  }

  const bookings = new Map<string, RecordedTransaction[]>();
  const others = new Map<string, RecordedTransaction[]>();
  const first = named.findIndex((names) => bookingsOf(names, bookingOf).size > 0);
  const last = named.findLastIndex((names) => bookingsOf(names, bookingOf).size > 0);
  const sent = recorded.slice(first, last + 1);
  for (const [index, transaction] of sent.entries()) {
    const its = bookingsOf(named[first + index] ?? new Set(), owners);
    const [booking] = its;
    const isOfOne = its.size === 1 && booking !== undefined && transaction.database !== BUS;
    const [list, key] = isOfOne ? [bookings, booking] : [others, transaction.session];
    list.set(key, [...(list.get(key) ?? []), transaction]);
  }
  return {
    bookings: [...bookings.values()],
    others: [...others.values()],
    statements: sent.reduce((sum, { statements }) => sum + statements.length, 0),
  };
}

/**
 * Sends everything again, as fast as it is answered: `connections` (to each database) take one booking after the other,
 * and send what is about it, one statement after the other; the rest follows over connections of its own as soon as
 * that is done which was recorded before it.
 */
export async function replay(
  { bookings, others }: Replay,
  connections: number,
  urlOf: (database: string) => string,
  onWarm: () => void,
): Promise<Replayed> {
  const faults: string[] = [];
  const order = new Order(bookings.flat().map(({ place }) => place));
  const workers = Array.from({ length: connections }, () => new Sender(urlOf, '', faults));
  // What nobody waits for is mostly committed without waiting for the disk, by an option of the connection.
  const followers = others.map(() => new Sender(urlOf, '-c synchronous_commit=off', faults));
  try {
    await Promise.all(workers.map((worker) => worker.connect(bookings.flat())));
    await Promise.all(followers.map((follower, index) => follower.connect(others[index] ?? [])));
    // Connections parse and plan a statement when they first meet it, as those of the server did before it was measured.
    const warmAt = Math.floor(bookings.length * WARM_UP_SHARE);
    let begun = performance.now();
    const queue = bookings.entries();
    await Promise.all([
      ...workers.map(async (worker) => {
        for (const [index, booking] of queue) {
          if (index === warmAt) {
            begun = performance.now();
            onWarm();
          }
          for (const transaction of booking) {
            await worker.send(transaction);
            order.isDone(transaction.place);
          }
        }
      }),
      ...followers.map(async (follower, index) => {
        for (const transaction of others[index] ?? []) {
          await order.doneBefore(transaction.place);
          await follower.send(transaction);
        }
      }),
    ]);
    return { count: bookings.length - warmAt, tookMs: performance.now() - begun, faults };
  } finally {
    for (const sender of [...workers, ...followers]) await sender.end();
  }
}

/** One connection to each database. */
class Sender {
  readonly #clients = new Map<string, pg.Client>();
  readonly #urlOf: (database: string) => string;
  readonly #options: string;
  readonly #faults: string[];

  constructor(urlOf: (database: string) => string, options: string, faults: string[]) {
    this.#urlOf = urlOf;
    this.#options = options;
    this.#faults = faults;
  }

  /** Called as the connections were that are stood in for: whoever holds the lease of a saga is known by that. */
  async connect(transactions: readonly RecordedTransaction[]): Promise<void> {
    const names = new Map(transactions.map(({ database, application }) => [database, application]));
    for (const [database, name] of names) {
      const client = new pg.Client({
        connectionString: this.#urlOf(database),
        application_name: name,
        options: `${PLANS_FOR_ANY_VALUES} ${this.#options}`,
      });
      await client.connect();
      this.#clients.set(database, client);
    }
  }

  async send({ database, statements }: RecordedTransaction): Promise<void> {
    const client = this.#clients.get(database);
    if (!client) throw new Error(`expected a connection to ${database}`);
    for (const { name, text, values } of statements) {
      const query = name === undefined ? { text, values: [...values] } : { name, text, values: [...values] };
      await client.query(query).catch((error: Error) => this.#faults.push(`${error.message}: ${text}`));
    }
  }

  async end(): Promise<void> {
    for (const client of this.#clients.values()) await client.end();
  }
}

/** Tells when everything is done that was recorded before something else. */
class Order {
  /** Ascending. */
  readonly #places: readonly number[];
  readonly #done = new Set<number>();
  readonly #waiting = new Map<number, () => void>();
  #next = 0;

  constructor(places: readonly number[]) {
    this.#places = places.toSorted((a, b) => a - b);
  }

  isDone(place: number): void {
    this.#done.add(place);
    const from = this.#next;
    while (this.#done.has(this.#places[this.#next] ?? Number.NaN)) this.#next += 1;
    if (this.#next === from) return;
    for (const [waitsAt, goOn] of this.#waiting) {
      if (!this.#isReached(waitsAt)) continue;
      this.#waiting.delete(waitsAt);
      goOn();
    }
  }

  async doneBefore(place: number): Promise<void> {
    if (this.#isReached(place)) return;
    await new Promise<void>((resolve) => this.#waiting.set(place, resolve));
  }

  #isReached(place: number): boolean {
    return (this.#places[this.#next] ?? Number.POSITIVE_INFINITY) > place;
  }
}
