import pg from 'pg';

/**
 * Puts into the loyalty service what administrators have to see, and what a server at rest has not: a dead letter that
 * waits for a person, and a saga that nobody drives. That service has no sagas of its own, so nobody takes it up.
 */
export async function seedTroubles(urls: Readonly<Record<string, string>>): Promise<void> {
  const client = new pg.Client({ connectionString: urls.loyalty });
  await client.connect();
  try {
    await client.query(
      `insert into dead_letters (consumer, key, fact_id, fact, position, status, cause, attempts)
       select 'earn-points', 'none', id, json_build_object(
                'specversion', '1.0', 'id', id, 'type', 'BookingConfirmed', 'source', 'tickets', 'subject', 'none',
                'time', '2026-01-01T00:00:00.000Z', 'datacontenttype', 'application/json', 'data', json_build_object()),
              '1', 'FAILED', 'Error: planted', 40
       from (select gen_random_uuid() as id) planted`,
    );
    await client.query(
      `insert into sagas (id, type, step, state, wake_at)
       values (gen_random_uuid(), 'planted', 'nobody', '{}', now() - interval '2 minutes')`,
    );
  } finally {
    await client.end();
  }
}
