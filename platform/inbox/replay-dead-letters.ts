import type { Database } from '../postgres/database.ts';
import { DatabaseBusy, DatabaseOutage } from '../postgres/errors.ts';
import { statement } from '../postgres/statement.ts';
import type { FactConsumer } from '../service/service.ts';
import { SubgraphUnavailable } from '../subgraphs/subgraph-client.ts';
import {
  type DeadLetter,
  lockFirstDeadLetter,
  markFailedAgain,
  postponeRetry,
  removeDeadLetter,
} from './dead-letters.ts';
import { MAX_ATTEMPTS } from './handle-delivery.ts';

export interface Replayed {
  /** Letters that are done and gone. */
  readonly applied: number;
  /** Why the first letter that is left failed again; null when the key is free. */
  readonly stoppedBy: Error | null;
}

/** SQL, because the row that is there already is what says that the fact was applied: `on conflict`. */
export const statements = {
  enter: statement(
    'insert into inbox (consumer, fact_id) values ($1, $2) on conflict do nothing returning 1',
  ),
};

/**
 * Applies the dead letters of one key again, in their order, each in a transaction of its own, until one
 * fails or none is left. Facts of the key that arrive meanwhile wait their turn.
 *
 * @throws DatabaseOutage when the database is lost; what was applied until then stays applied
 */
export async function replayDeadLetters(
  database: Database,
  consumer: FactConsumer,
  key: string,
  now: Date,
): Promise<Replayed> {
  let applied = 0;
  for (;;) {
    const outcome = await replayFirst(database, consumer, key, now);
    if (outcome === 'none') return { applied, stoppedBy: null };
    if (outcome instanceof Error) return { applied, stoppedBy: outcome };
    applied += 1;
  }
}

async function replayFirst(
  database: Database,
  consumer: FactConsumer,
  key: string,
  now: Date,
): Promise<'applied' | 'none' | Error> {
  let failing: DeadLetter | undefined;
  try {
    return await database.transaction(async (tx) => {
      const letter = await lockFirstDeadLetter(tx, consumer.name, key);
      if (!letter) return 'none';
      failing = letter;
      const entered = await tx.sql(statements.enter, [consumer.name, letter.fact.id]);
      if (entered.length > 0)
        await consumer.apply({ fact: letter.fact, position: letter.position }, { tx, now });
      await removeDeadLetter(tx, letter.id);
      return 'applied';
    });
  } catch (error) {
    if (failing === undefined) throw error;
    if (error instanceof SubgraphUnavailable || error instanceof DatabaseBusy) {
      // No fault of the fact, as when it was delivered.
      await postponeRetry(database, failing);
      return error;
    }
    if (error instanceof DatabaseOutage) throw error;
    await markFailedAgain(database, failing, error, MAX_ATTEMPTS);
    return error instanceof Error ? error : new Error(String(error));
  }
}
