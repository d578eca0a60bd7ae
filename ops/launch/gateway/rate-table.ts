import { processName } from '@parterre/platform/postgres/process-name.ts';
import { statement } from '@parterre/platform/postgres/statement.ts';
import { Client } from 'pg';

/**
 * Not in the log, and without a wait for the disk: nothing is lost with it but counts of some minutes. Half of each page
 * is left free, so that a count that rises changes no index.
 */
const schema = `
  create unlogged table if not exists rates (
    key text primary key,
    points integer not null check (points >= 0),
    ends_at timestamptz not null
  ) with (fillfactor = 50);
  create index if not exists rates_by_end on rates (ends_at);

  comment on table rates is 'pruned by prune-rates: as soon as its window has ended';
`;

/** Any number that nobody else locks in this database: "rates" on a telephone's keys. */
const SCHEMA_LOCK = 72_837;

/**
 * Creates the table where it is missing; several gateways may start at once.
 *
 * @param silenceMs a database that answers nothing for so long counts as away
 * @throws when it does not answer, or refuses
 */
export async function prepareRateTable(url: string, silenceMs: number): Promise<void> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: silenceMs,
    query_timeout: silenceMs,
    application_name: processName,
  });
  // One that is lost fails its statement as well; without a listener it would end the process.
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ there: boolean }>(
      `select to_regclass('rates') is not null as there`,
    );
    // Nothing that is there is made again: to look for an index keeps every writer waiting.
    if (rows[0]?.there) return;
    await client.query('select pg_advisory_lock($1)', [SCHEMA_LOCK]);
    await client.query(schema);
  } finally {
    // Not awaited: a server that is silent does not take leave either.
    void client.end().catch(() => undefined);
  }
}

interface WindowRow {
  readonly points: number;
  readonly reset_ms: number;
}

const resetMs = 'extract(epoch from ends_at - now())::float8 * 1000 as reset_ms';

/**
 * One statement a take, and the clock of the database: so what several gateways ask at once is decided one after another,
 * and what is refused changes nothing, not even for a moment.
 */
export const statements = {
  /** Answers no row when the window has too few points left. Whoever asks for more than there ever are does not ask here. */
  take: statement<WindowRow>(
    `insert into rates (key, points, ends_at)
     values ($1, $2, now() + $3::integer * interval '1 millisecond')
     on conflict (key) do update set
       points = case when rates.ends_at <= now() then excluded.points else rates.points + excluded.points end,
       ends_at = case when rates.ends_at <= now() then excluded.ends_at else rates.ends_at end
     where rates.ends_at <= now() or rates.points + excluded.points <= $4::integer
     returning points, ${resetMs}`,
  ),

  /** Answers no row when no window is open. */
  look: statement<WindowRow>(`select points, ${resetMs} from rates where key = $1 and ends_at > now()`),

  /** In a window that has ended it changes nothing that counts: the next take begins another one. */
  giveBack: statement('update rates set points = greatest(points - $2::integer, 0) where key = $1'),

  prune: statement(
    `delete from rates where key in (
       select key from rates where ends_at <= now() order by ends_at limit $1 for update skip locked
     )`,
  ),
};
