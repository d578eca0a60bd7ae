import type { EntityManager } from '@mikro-orm/postgresql';
import type { FactEnvelope } from '../bus/bus.ts';
import type { Statement } from './statement.ts';

/** A value that binds to `$1`, `$2`… of a statement. Arrays bind to PostgreSQL arrays, objects go in as JSON text. */
export type SqlValue =
  | string
  | number
  | bigint
  | boolean
  | Date
  | Buffer
  | null
  | undefined
  | readonly SqlValue[];

/**
 * Rows as they come: bigint and numeric as text, timestamptz as `Date`, json as parsed values, uuid as text.
 * Describe the row by its columns and turn it into domain values at once.
 */
export interface Sql {
  /** Runs one statement with `$1`-style parameters and returns its rows. */
  sql<Row extends object>(text: string | Statement<Row>, params?: readonly SqlValue[]): Promise<Row[]>;
}

/** One subgraph's own database. Nobody else has its address. */
export interface Database extends Sql {
  /**
   * One transaction, READ COMMITTED: all or nothing. Retried up to 3 times when PostgreSQL reports a
   * deadlock or a serialization failure, so `work` must have no other effect than through `tx`.
   * Wakes the outbox relay after a commit that wrote facts.
   */
  transaction<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result>;

  /**
   * One statement that changes rows and, last of all, appends their facts to the outbox (`asOutboxRow`): a transaction of
   * its own, for one round trip instead of many. That it answers rows says that it did all it had to do; none says that it
   * did nothing. Retried as `transaction` is. Wakes the outbox relay when it answered rows.
   */
  atOnce<Row extends object>(text: Statement<Row>, params: readonly SqlValue[]): Promise<Row[]>;

  /** A fresh entity manager for reads through MikroORM entities. */
  em(): EntityManager;
}

/** An open transaction. Statements and entities share it; facts are published only if it commits. */
export interface Transaction extends Sql {
  /** The entity manager of this transaction; flushed before commit. */
  readonly em: EntityManager;
  /** Appends facts to the outbox, in order, in this transaction. */
  publish(...facts: readonly FactEnvelope[]): Promise<void>;
}

/** A migration in plain SQL. Names order it within its subgraph: "0001-wallets". Never edited once released. */
export interface SqlMigration {
  readonly name: string;
  readonly up: string;
}
