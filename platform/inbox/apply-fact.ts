import type { DeliveredFact } from '../bus/bus.ts';
import type { Database, Transaction } from '../postgres/database.ts';
import { statement } from '../postgres/statement.ts';
import type { FactConsumer } from '../service/service.ts';
import type { FactContext } from '../service/use-case.ts';
import { waitBehindDeadLetter } from './dead-letters.ts';

/**
 * What became of a fact: `applied` now, applied before (`duplicate`), or put behind a dead letter of the
 * same key (`waiting`).
 */
export type Applied = 'applied' | 'duplicate' | 'waiting';

/**
 * Notes a fact in the inbox, a row only where it is new and waits behind no dead letter, for statements that apply it as well.
 * `from` is what is to be done before.
 */
export const enteredInbox = (from: string) =>
  `insert into inbox (consumer, fact_id) select $1::text, $2::uuid from ${from}
       where not exists (select from dead_letters where consumer = $1 and key = $3::text)
       on conflict do nothing returning fact_id`;

/**
 * SQL, because one round trip answers both questions. A second delivery at the same time waits here for the first
 * one's commit, because of the primary key.
 */
export const statements = {
  enter: statement<{ is_behind: boolean; is_new: boolean }>(
    `with behind as (select 1 from dead_letters where consumer = $1 and key = $3 limit 1),
          entered as (
            insert into inbox (consumer, fact_id) select $1, $2 where not exists (select 1 from behind)
            on conflict do nothing returning 1)
     select exists (select 1 from behind) as is_behind, exists (select 1 from entered) as is_new`,
  ),
};

/**
 * Applies a fact once, however often it is delivered: its inbox row and its effects commit together.
 * Whatever `consumer.apply` throws is thrown on, and then nothing has happened.
 */
export async function applyFact(
  database: Database,
  consumer: FactConsumer,
  delivered: DeliveredFact,
  now: Date,
): Promise<Applied> {
  const { fact } = delivered;
  const entry = [consumer.name, fact.id, fact.subject] as const;
  if (await consumer.applyAtOnce?.(delivered, { entry, now })) return 'applied';
  return database.transaction((tx) => applyIn(consumer, delivered, { tx, now }));
}

async function applyIn(
  consumer: FactConsumer,
  delivered: DeliveredFact,
  context: FactContext,
): Promise<Applied> {
  const { tx } = context;
  const { isBehind, isNew } = await enterInbox(tx, consumer.name, delivered);
  if (isBehind) {
    const standing = await waitBehindDeadLetter(tx, consumer.name, delivered);
    // Free: the dead letters were replayed while we waited for them.
    return standing === 'free' ? applyIn(consumer, delivered, context) : standing;
  }
  if (!isNew) return 'duplicate';
  await consumer.apply(delivered, context);
  return 'applied';
}

async function enterInbox(tx: Transaction, consumer: string, { fact }: DeliveredFact) {
  const [row] = await tx.sql(statements.enter, [consumer, fact.id, fact.subject]);
  return { isBehind: row?.is_behind === true, isNew: row?.is_new === true };
}
