import { randomUUID } from 'node:crypto';
import { type GroupPositions, PositionsMoved } from '../bus/bus.ts';
import type { Database, Sql } from '../postgres/database.ts';

/**
 * Positions of a consumer in the subgraph's own database, where its effects are. They are stored after the
 * effects, in the same write-ahead log: a crash or a restored backup that loses an effect has lost every later
 * position too, so the fact comes again. (Kept in the bus's database, positions overtook asynchronous commits:
 * 7 of 166 facts were lost when a database server was killed.)
 *
 * A member that lives through a crash of its database believes in effects that the crash may have taken. Its name
 * stands in a table that PostgreSQL empties when it recovers: it can store nothing any more, and begins anew from the
 * positions that are left.
 */
export function consumerPositions(database: Database, group: string, isReplayable: boolean): GroupPositions {
  let generation: string | null = null;
  let member: string | null = null;
  return {
    async load() {
      member = randomUUID();
      // Whoever takes over counts up, so that a member which was cut off and comes back stores nothing any more.
      const [taken] = await database.sql<{ generation: string }>(
        `with taken as (
           insert into consumer_groups (name, is_replayable) values ($1, $2)
           on conflict (name) do update
             set generation = consumer_groups.generation + 1, is_replayable = excluded.is_replayable
           returning generation),
         named as (
           insert into consumer_members (group_name, member) select $1, $3 from taken
           on conflict (group_name) do update set member = excluded.member)
         select generation from taken`,
        [group, isReplayable, member],
      );
      generation = taken?.generation ?? null;
      const rows = await database.sql<{ topic: string; position: string }>(
        'select topic, position from consumer_positions where group_name = $1',
        [group],
      );
      return new Map(rows.map(({ topic, position }) => [topic, position]));
    },

    async store(positions) {
      // One statement, and not waiting for the disk: a position that is lost means that facts come again.
      const stored = await database.sql(
        `with quiet as (select set_config('synchronous_commit', 'off', true)),
              own as (select name from quiet, consumer_groups join consumer_members on group_name = name
                      where name = $1 and generation = $2 and member = $5 for update of consumer_groups)
         insert into consumer_positions (group_name, topic, position)
         select own.name, given.topic, given.position
         from own, unnest($3::text[], $4::text[]) as given (topic, position)
         on conflict (group_name, topic) do update set position = excluded.position, stored_at = now()
         returning 1`,
        [group, generation, [...positions.keys()], [...positions.values()], member],
      );
      if (stored.length < positions.size) throw new PositionsMoved(group);
    },
  };
}

/**
 * Lets a consumer begin anew after these positions, in whichever process runs it, and from the first fact kept in
 * topics without one. Facts that its inbox knows have no second effect. False when there is no such consumer.
 */
export async function rewindConsumer(
  database: Database,
  group: string,
  to: ReadonlyMap<string, string> = new Map(),
): Promise<boolean> {
  return database.transaction(async (tx) => {
    const known = await tx.sql(
      'update consumer_groups set generation = generation + 1 where name = $1 returning 1',
      [group],
    );
    if (known.length === 0) return false;
    await tx.sql('delete from consumer_positions where group_name = $1', [group]);
    await tx.sql(
      `insert into consumer_positions (group_name, topic, position)
       select $1, topic, position from unnest($2::text[], $3::text[]) as given (topic, position)`,
      [group, [...to.keys()], [...to.values()]],
    );
    return true;
  });
}

/** How far a group of this database has come in a topic, and when it stored that last. */
export interface ConsumerPosition {
  readonly group: string;
  readonly topic: string;
  readonly position: string;
  readonly storedAt: Date;
  /** Seconds since then, by the clock of the database. */
  readonly silentSeconds: number;
  readonly isReplayable: boolean;
}

export async function listConsumerPositions(sql: Sql): Promise<readonly ConsumerPosition[]> {
  return sql.sql<ConsumerPosition>(
    `select group_name as "group", topic, position, stored_at as "storedAt", is_replayable as "isReplayable",
            extract(epoch from now() - stored_at)::float8 as "silentSeconds"
     from consumer_positions join consumer_groups on name = group_name order by group_name, topic`,
  );
}
