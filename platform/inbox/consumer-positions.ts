import { randomUUID } from 'node:crypto';
import { type GroupPositions, type Positions, PositionsMoved, topicOf } from '../bus/bus.ts';
import type { Database, Sql } from '../postgres/database.ts';
import { statement } from '../postgres/statement.ts';

interface PositionRow {
  readonly group: string;
  readonly part: string;
  readonly position: string;
  readonly storedAt: Date;
  readonly silentSeconds: number;
  readonly isReplayable: boolean;
}

/** SQL, because parts are taken and positions stored many at a time, under the rows of their owners. */
export const statements = {
  // The row of the group is locked first, here and where it is rewound; parts in one order, as in `store`.
  takeParts: statement(
    `with known as (
       insert into consumer_groups (name, is_replayable) values ($1, $2)
       on conflict (name) do update set is_replayable = excluded.is_replayable
       returning name)
     insert into consumer_members (group_name, part, member)
     select known.name, given.part, $3 from known, unnest($4::text[]) as given (part) order by given.part
     on conflict (group_name, part) do update set member = excluded.member`,
  ),

  load: statement<{ part: string; position: string }>(
    'select part, position from consumer_positions where group_name = $1 and part = any($2)',
  ),

  // One statement, and not waiting for the disk: a position that is lost means that facts come again.
  store: statement(
    `with quiet as (select set_config('synchronous_commit', 'off', true)),
          own as (select group_name, part from quiet, consumer_members
                  where group_name = $1 and member = $2 and part = any($3)
                  order by part for update of consumer_members)
     insert into consumer_positions (group_name, part, position)
     select own.group_name, own.part, given.position
     from own join unnest($3::text[], $4::text[]) as given (part, position) using (part)
     on conflict (group_name, part) do update set position = excluded.position, stored_at = now()
     returning 1`,
  ),

  lockGroup: statement('select 1 from consumer_groups where name = $1 for update'),

  forgetMembers: statement('delete from consumer_members where group_name = $1'),

  forgetPositions: statement('delete from consumer_positions where group_name = $1'),

  setPositions: statement(
    `insert into consumer_positions (group_name, part, position)
     select $1, part, position from unnest($2::text[], $3::text[]) as given (part, position)`,
  ),

  list: statement<PositionRow>(
    `select group_name as "group", part, position, stored_at as "storedAt", is_replayable as "isReplayable",
            extract(epoch from now() - stored_at)::float8 as "silentSeconds"
     from consumer_positions join consumer_groups on name = group_name
     order by group_name, part`,
  ),
};

/**
 * Positions of a consumer in the subgraph's own database, where its effects are. They are stored after the
 * effects, in the same write-ahead log: a crash or a restored backup that loses an effect has lost every later
 * position too, so the fact comes again. (Kept in the bus's database, positions overtook asynchronous commits:
 * 7 of 166 facts were lost when a database server was killed.)
 *
 * Whoever takes over a part writes its name to it, and only the one whose name stands there may store: a member that
 * was cut off and comes back stores nothing any more. The names are in a table that PostgreSQL empties when it
 * recovers from a crash: a member that lived through one believes in effects that the crash may have taken. It can
 * store nothing either, and begins anew from the positions that are left.
 */
export function consumerPositions(database: Database, group: string, isReplayable: boolean): GroupPositions {
  let member: string | null = null;
  return {
    async load(parts) {
      member = randomUUID();
      await database.sql(statements.takeParts, [group, isReplayable, member, parts]);
      const rows = await database.sql(statements.load, [group, parts]);
      return new Map(rows.map(({ part, position }) => [part, position]));
    },

    async store(positions) {
      const to = [[...positions.keys()], [...positions.values()]];
      const stored = await database.sql(statements.store, [group, member, ...to]);
      if (stored.length < positions.size) throw new PositionsMoved(group);
    },
  };
}

/**
 * Lets a consumer begin anew after these positions, in whichever process runs it, and where it began at first in
 * parts without one. Facts that its inbox knows have no second effect. False when there is no such consumer.
 */
export async function rewindConsumer(
  database: Database,
  group: string,
  to: Positions = new Map(),
): Promise<boolean> {
  return database.transaction(async (tx) => {
    // Held until the end, so that nobody takes a part over meanwhile and goes on from where it was.
    const known = await tx.sql(statements.lockGroup, [group]);
    if (known.length === 0) return false;
    await tx.sql(statements.forgetMembers, [group]);
    await tx.sql(statements.forgetPositions, [group]);
    await tx.sql(statements.setPositions, [group, [...to.keys()], [...to.values()]]);
    return true;
  });
}

/** How far a group of this database has come in a topic. */
export interface ConsumerPosition {
  readonly group: string;
  readonly topic: string;
  readonly positions: Positions;
  /** When it stored one of them last. */
  readonly storedAt: Date;
  /** Seconds since then, by the clock of the database. */
  readonly silentSeconds: number;
  readonly isReplayable: boolean;
}

export async function listConsumerPositions(sql: Sql): Promise<readonly ConsumerPosition[]> {
  const rows = await sql.sql(statements.list);
  const byTopic = Map.groupBy(rows, ({ group, part }) => `${group} ${topicOf(part)}`);
  return [...byTopic.values()].flatMap((some) => {
    const [last] = some.toSorted((a, b) => a.silentSeconds - b.silentSeconds);
    if (!last) return [];
    const { group, part, storedAt, silentSeconds, isReplayable } = last;
    const positions = new Map(some.map((row) => [row.part, row.position]));
    return [{ group, topic: topicOf(part), positions, storedAt, silentSeconds, isReplayable }];
  });
}
