import type { Id } from '@parterre/platform/kernel/ids.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';

/**
 * The sagas of one kind, by id. Whatever is written here is carried on by the driver's job, in this process
 * or another, should nobody run it to its end.
 */
export interface Sagas<State> {
  exists(id: Id<string>): Promise<boolean>;
  /** Begins a saga that the caller is about to `run`; does nothing when there is one with this id already. */
  begin(tx: Transaction, id: Id<string>, state: State): Promise<'begun' | 'known'>;
  /** The saga's state with its row locked until the transaction ends; null when there is none. */
  lock(tx: Transaction, id: Id<string>): Promise<State | null>;
  /** Changes a saga that is locked in this transaction; the caller is about to `run` it. */
  change(tx: Transaction, id: Id<string>, state: State): Promise<void>;
  /** Changes a saga that is locked in this transaction and hands it to the driver's job, which runs it at once. */
  hand(tx: Transaction, id: Id<string>, state: State): Promise<void>;
  /** Runs a saga until it rests, ends, or is broken off by an outage; then the driver's job carries it on. */
  run(id: Id<string>): Promise<SagaRun>;
}

/** `broken-off`: a step got no answer and is asked again later, or a person has to look. */
export type SagaRun = 'rests' | 'broken-off';
