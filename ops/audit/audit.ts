import { subgraphNames } from '@parterre/contracts/kernel/caller.ts';
import { type Bus, topicOf } from '@parterre/platform/bus/bus.ts';
import pg from 'pg';
import { type Invariant, type Look, type Part, readInvariants, type Subgraph } from './invariants.ts';

/** The address of each subgraph's database. */
export type AuditedDatabases = Readonly<Record<Subgraph, string>>;

/** A broken promise: which one, and the first rows that break it. */
export interface Breach {
  /** "2a" */
  readonly invariant: string;
  readonly title: string;
  readonly rows: readonly object[];
}

export interface Audited {
  readonly breaches: readonly Breach[];
  /** Invariants that could not be judged, because facts are still on their way to a consumer. */
  readonly notJudged: readonly { readonly invariant: string; readonly because: string }[];
}

export interface LiveAuditOptions {
  readonly databases: AuditedDatabases;
  readonly bus: Pick<Bus, 'backlog'>;
  /** Passes the time between the two looks. */
  pause(): Promise<void>;
}

/** Rows of one invariant at most: enough to begin with. */
const MOST_ROWS = 1_000;
const BATCH = 5_000;
/** Sets are compared by so many digests first; rows are read only where these differ. */
const MOST_BUCKETS_READ = 64;
/** Bound on a statement: some read whole tables. */
const STATEMENT_TIMEOUT_MS = 120_000;

type Row = Readonly<Record<string, unknown>>;
type Found = ReadonlyMap<Invariant, readonly Row[]>;

/** Looks once into an installation that is at rest, where nothing is excused. */
export async function auditAtRest(databases: AuditedDatabases): Promise<Breach[]> {
  await using auditor = createAuditor(databases);
  return toBreaches(await auditor.look(readInvariants().invariants));
}

/**
 * Looks into an installation that sells. What is under way between two databases looks like a breach for a moment,
 * so it looks twice and tells what stands unchanged in both looks; not what is about a booking whose saga is at
 * work, and not what waits for facts that a consumer has not applied yet.
 */
export async function auditLive({ databases, bus, pause }: LiveAuditOptions): Promise<Audited> {
  await using auditor = createAuditor(databases);
  const { invariants, inFlight } = readInvariants();
  const startedAt = new Date();
  const first = await auditor.look(invariants);
  if (first.size === 0) return { breaches: [], notJudged: [] };
  const underWay = await auditor.bookingsAtWork(inFlight, first);
  await pause();

  const second = await auditor.look([...first.keys()]);
  for (const booking of await auditor.bookingsAtWork(inFlight, second)) underWay.add(booking);
  const notJudged: { invariant: string; because: string }[] = [];
  const standing = new Map<Invariant, readonly Row[]>();
  for (const [invariant, rows] of second) {
    const before = new Set(first.get(invariant)?.map(identityOf));
    const left = rows.filter((row) => before.has(identityOf(row)) && !underWay.has(bookingOf(row) ?? ''));
    if (left.length === 0) continue;
    const because = await auditor.factsOnTheirWay(invariant, bus, startedAt);
    if (because) notJudged.push({ invariant: invariant.number, because });
    else standing.set(invariant, left);
  }
  return { breaches: toBreaches(standing), notJudged };
}

function toBreaches(found: Found): Breach[] {
  return [...found].map(([{ number, title }, rows]) => ({ invariant: number, title, rows }));
}

const identityOf = (row: Row): string => JSON.stringify(row);
const bookingOf = (row: Row): string | null => (typeof row.booking_id === 'string' ? row.booking_id : null);

function createAuditor(databases: AuditedDatabases) {
  const clients = new Map<Subgraph, Promise<pg.Client>>();

  function clientOf(subgraph: Subgraph): Promise<pg.Client> {
    const known = clients.get(subgraph);
    if (known) return known;
    const client = connectReadOnly(databases[subgraph]);
    clients.set(subgraph, client);
    return client;
  }

  async function ask<Result extends Row = Row>(
    { in: subgraph, sql }: Part,
    values: unknown[] = [],
  ): Promise<Result[]> {
    const client = await clientOf(subgraph);
    return (await client.query<Result>(sql, values)).rows;
  }

  async function rowsOf(look: Look): Promise<readonly Row[]> {
    switch (look.kind) {
      case 'finds nothing':
        return (await ask({ in: look.in, sql: `select * from (${look.sql}) broken limit ${MOST_ROWS}` })).map(
          (row) => ({ subgraph: look.in, ...row }),
        );
      case 'the same':
        return differences(look.one, look.other);
      case 'right':
        return notRight(look.told, look.right);
    }
  }

  /** Two sets of (key, value) that must be the same. Most of the work is PostgreSQL's, in one pass over each. */
  async function differences(one: Part, other: Part): Promise<Row[]> {
    const [left, right] = await Promise.all([one, other].map(digests));
    const buckets = [...new Set([...(left?.keys() ?? []), ...(right?.keys() ?? [])])].filter(
      (bucket) => left?.get(bucket) !== right?.get(bucket),
    );
    if (buckets.length === 0) return [];
    const some = buckets.slice(0, MOST_BUCKETS_READ);
    const [these, those] = await Promise.all([one, other].map((part) => valuesIn(part, some)));
    const keys = new Set([...(these?.keys() ?? []), ...(those?.keys() ?? [])]);
    const rows: Row[] = [];
    for (const key of keys) {
      const [a, b] = [these?.get(key), those?.get(key)];
      if (a?.values.join() === b?.values.join()) continue;
      const booking = a?.booking ?? b?.booking;
      rows.push({
        key,
        ...(booking ? { booking_id: booking } : {}),
        [one.in]: a?.values.join(', ') ?? null,
        [other.in]: b?.values.join(', ') ?? null,
      });
    }
    return rows.slice(0, MOST_ROWS);
  }

  async function digests({ in: subgraph, sql }: Part): Promise<Map<number, string>> {
    const rows = await ask<{ bucket: number; digest: string }>({
      in: subgraph,
      sql: `select ${BUCKET} as bucket,
                   count(*) || ' ' || sum(('x' || left(md5(key || '=' || value), 15))::bit(60)::bigint) as digest
            from (${sql}) told group by 1`,
    });
    return new Map(rows.map(({ bucket, digest }) => [bucket, digest]));
  }

  async function valuesIn({ in: subgraph, sql }: Part, buckets: readonly number[]) {
    const rows = await ask<{ key: string; value: string; booking: string | null }>(
      {
        in: subgraph,
        sql: `select key, value, to_jsonb(told) ->> 'booking_id' as booking from (${sql}) told
              where ${BUCKET} = any($1::int[]) order by key, value`,
      },
      [buckets],
    );
    const byKey = new Map<string, { values: string[]; booking: string | null }>();
    for (const { key, value, booking } of rows) {
      const known = byKey.get(key);
      if (known) known.values.push(value);
      else byKey.set(key, { values: [value], booking });
    }
    return byKey;
  }

  /** Keys that one database tells and another does not call right. */
  async function notRight(told: Part, right: Part): Promise<Row[]> {
    const client = await clientOf(told.in);
    const wrong: Row[] = [];
    await client.query('begin read only');
    try {
      await client.query(`declare told no scroll cursor for ${told.sql}`);
      for (;;) {
        const { rows } = await client.query<Row & { key: string }>(`fetch ${BATCH} from told`);
        if (rows.length === 0 || wrong.length >= MOST_ROWS) return wrong.slice(0, MOST_ROWS);
        const known = await ask<{ key: string }>(right, [rows.map(({ key }) => key)]);
        const fine = new Set(known.map(({ key }) => key));
        wrong.push(...rows.filter(({ key }) => !fine.has(key)));
      }
    } finally {
      await client.query('rollback');
    }
  }

  return {
    /** One after the other: the installation has other things to do. */
    async look(invariants: readonly Invariant[]): Promise<Found> {
      const found = new Map<Invariant, readonly Row[]>();
      for (const invariant of invariants) {
        const rows: Row[] = [];
        for (const look of invariant.looks) rows.push(...(await rowsOf(look)));
        if (rows.length > 0) found.set(invariant, rows);
      }
      return found;
    },

    async bookingsAtWork(inFlight: Part, found: Found): Promise<Set<string>> {
      const bookings = [...found.values()].flat().flatMap((row) => bookingOf(row) ?? []);
      const rows = await ask<{ booking_id: string }>(inFlight, [bookings]);
      return new Set(rows.map((row) => row.booking_id));
    },

    /** Why an invariant that follows from facts cannot be judged; null when all that was told until `since` is applied. */
    async factsOnTheirWay(
      { after }: Invariant,
      bus: Pick<Bus, 'backlog'>,
      since: Date,
    ): Promise<string | null> {
      if (!after) return null;
      const rows = await ask<{ part: string; position: string }>(
        { in: after.subgraph, sql: 'select part, position from consumer_positions where group_name = $1' },
        [after.group],
      );
      const [first] = rows;
      if (!first) return `${after.group} has not begun yet`;
      const topic = topicOf(first.part) as Subgraph;
      const [unpublished] = await ask<{ created_at: Date }>({
        in: topic,
        sql: 'select created_at from outbox order by id limit 1',
      });
      if (unpublished && unpublished.created_at < since) {
        return `facts of ${topic} wait to be published since ${unpublished.created_at.toISOString()}`;
      }
      const { oldestAt } = await bus.backlog(
        topic,
        new Map(rows.map(({ part, position }) => [part, position])),
      );
      if (oldestAt && oldestAt < since)
        return `facts wait for ${after.group} since ${oldestAt.toISOString()}`;
      return null;
    },

    async [Symbol.asyncDispose]() {
      const opened = await Promise.allSettled(clients.values());
      await Promise.all(opened.map((each) => (each.status === 'fulfilled' ? each.value.end() : undefined)));
    },
  };
}

/** 4,096 buckets, by a digest that every PostgreSQL computes alike. */
const BUCKET = "('x' || left(md5(key), 3))::bit(12)::int";

/** A connection for statements that read whole tables, and write nothing. */
export async function connectReadOnly(url: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'parterre-audit',
    options: '-c default_transaction_read_only=on',
    connectionTimeoutMillis: 5_000,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    query_timeout: STATEMENT_TIMEOUT_MS + 5_000,
    keepAlive: true,
  });
  client.on('error', () => {}); // The next statement fails and tells.
  await client.connect();
  return client;
}

/** What an audit needs of the addresses of an installation. */
export function auditedDatabases(urls: Readonly<Record<string, string>>): AuditedDatabases {
  return Object.fromEntries(
    subgraphNames.map((name) => {
      const url = urls[name];
      if (!url) throw new Error(`expected the address of the ${name} database`);
      return [name, url];
    }),
  ) as AuditedDatabases;
}
