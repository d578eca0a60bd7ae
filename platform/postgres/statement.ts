/**
 * A statement in plain SQL, with `$1`-style parameters, and what its rows are: columns as they come (`Sql`). An adapter
 * keeps its statements together in a constant called `statements` that says why they are SQL; a test prepares
 * every one of them against the migrated database (tests/persistence).
 */
export type Statement<Row extends object = object> = string & { readonly __row?: Row };

/** By the text; as many as there are statements in the code. */
const names = new Map<string, string>();

/**
 * Declares a statement, once and for good: a text is sent to PostgreSQL once a connection, which parses it then and
 * remembers it by a name. Nothing that varies may stand in the text.
 */
export function statement<Row extends object>(text: string): Statement<Row> {
  if (!names.has(text)) names.set(text, `s${names.size + 1}`);
  return text as Statement<Row>;
}

/** What PostgreSQL knows a statement by; undefined for any other text, such as those that MikroORM writes. */
export function nameOf(text: unknown): string | undefined {
  return typeof text === 'string' ? names.get(text) : undefined;
}
