import type { FactEnvelope } from '../bus/bus.ts';
import type { Sql } from '../postgres/database.ts';
import { statement } from '../postgres/statement.ts';

/** SQL, because the ids are given in the order of the facts, however many there are, in one statement. */
export const statements = {
  append: statement(
    `insert into outbox (fact)
     select fact::json from unnest($1::text[]) with ordinality as given (fact, place) order by place`,
  ),
};

/** Appends facts to the outbox, in order, in one statement; part of the caller's transaction. */
export async function appendFacts(tx: Sql, facts: readonly FactEnvelope[]): Promise<void> {
  if (facts.length === 0) return;
  await tx.sql(statements.append, [facts.map((fact) => JSON.stringify(fact))]);
}
