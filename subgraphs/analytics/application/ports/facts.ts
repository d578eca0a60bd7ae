import type { FactEnvelope } from '@parterre/platform/bus/bus.ts';
import type { Sql } from '@parterre/platform/postgres/database.ts';
import type { Contribution } from '../../domain/contribution.ts';

/** The facts as they came, and the sums that are made of them. */
export interface FactStore {
  /** Keeps a fact for good; false, and nothing kept, when it is there already. */
  keep(tx: Sql, fact: FactEnvelope): Promise<boolean>;
  /** Adds what a fact says to the sums. The caller sees to it that each fact is added once. */
  add(tx: Sql, fact: Pick<FactEnvelope, 'id' | 'time'>, contribution: Contribution): Promise<void>;

  /** Keeps everybody from adding until the transaction ends; readers go on reading the sums as they were. */
  close(tx: Sql): Promise<void>;
  /** Sets every sum to nothing; the facts stay. */
  clear(tx: Sql): Promise<void>;
  /** Facts in the order in which they were kept, from after `after` on. */
  kept(tx: Sql, after: string, limit: number): Promise<{ position: string; fact: FactEnvelope }[]>;

  /** By which rules the sums were made; 0 when never. */
  rules(sql: Sql): Promise<number>;
  setRules(tx: Sql, version: number): Promise<void>;
}
