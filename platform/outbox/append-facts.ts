import type { FactEnvelope, FactHead } from '../bus/bus.ts';
import type { Sql } from '../postgres/database.ts';
import { statement } from '../postgres/statement.ts';
import { currentTraceparent } from '../telemetry/tracing.ts';

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

/** A fact as the outbox keeps it, or all of it but its data, for a statement that appends it itself (`Database.atOnce`). */
export function asOutboxRow(fact: FactHead): string {
  return JSON.stringify(withTraceparent(fact));
}

/** The trace of the request that caused a fact travels with it. */
export function withTraceparent<Fact extends FactHead>(fact: Fact): Fact {
  const traceparent = fact.traceparent ?? currentTraceparent();
  return traceparent === undefined ? fact : { ...fact, traceparent };
}
