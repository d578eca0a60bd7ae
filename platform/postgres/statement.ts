/**
 * A statement in plain SQL, with `$1`-style parameters, and what its rows are: columns as they come (`Sql`). An adapter
 * keeps its statements together in a constant called `statements` that says why they are SQL; a test prepares
 * every one of them against the migrated database (tests/persistence).
 */
export type Statement<Row extends object = object> = string & { readonly __row?: Row };

export function statement<Row extends object>(text: string): Statement<Row> {
  return text as Statement<Row>;
}
