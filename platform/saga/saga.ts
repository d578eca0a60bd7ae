import type { SqlValue, Transaction } from '../postgres/database.ts';

/** One saga as it is stored; its state in the form that its definition gives it. */
export interface SagaRow<State = unknown> {
  readonly id: string;
  readonly type: string;
  /** The step that comes next, "waiting" while it rests, "done" when it has ended. */
  readonly step: string;
  readonly state: State;
  /** Grows with every change; whoever holds an older one has lost the saga to somebody else. */
  readonly version: number;
  /** When a driver looks at it next, by database time; also the end of the lease of whoever runs it now. */
  readonly wakeAt: Date | null;
  /** Steps without an answer in a row, for whatever reason. */
  readonly failures: number;
  /** Those among them that were no outage: something threw what it will throw again. */
  readonly faults: number;
  readonly parkedAt: Date | null;
  readonly parkedCause: string | null;
}

/**
 * A saga as a table: a pure machine that says what comes next, and the few functions that do it.
 *
 * `State` is kept as JSON (times as ISO texts). `Step` names what is asked of the outside. `Event` is what
 * an answer, or the clock, told.
 *
 * The driver asks, in a loop: `decide` → `perform[step]` → `evolve`. What has not been stored is asked again
 * after a crash, so:
 * - a performer names its effect by saga and step, and its receiver answers the same again;
 * - whatever may have been asked before a crash has to be compensated as if it had been: its answer, should it
 *   come late, is not waited for. A receiver that is told to compensate what never came refuses it when it comes.
 */
export interface SagaDefinition<State = unknown, Step extends string = string, Event = unknown> {
  /** Stable for good: it stands in every row. */
  readonly type: string;
  /** How the state is kept in the row; by default as it is. */
  readonly stored?: StoredForm<State>;
  /** What comes next. Pure. */
  decide(state: State, now: Date): Decision<Step, Event>;
  /** Asks the outside for one step and tells what it answered; a business "no" is an event like any other. */
  readonly perform: Readonly<Record<Step, Performer<State, Event>>>;
  /** The state after an event. Pure. Throws on an event that the state cannot meet: a bug. */
  evolve(state: State, event: Event): State;
  /**
   * Whether this change has to be durable before anything else is asked. A commit is what a step costs, so
   * say yes only where the later steps could not be asked again without it.
   */
  isCommitPoint(before: State, after: State, event: Event): boolean;
  /** What else is written in the transaction that stores a commit point: rows, facts, answers that are owed. */
  commit(tx: Transaction, before: State, after: State, event: Event): Promise<void>;
  /**
   * The same in one statement that is a transaction, and saves the saga as well (`save`: what `savedSaga` takes), where the
   * definition has one for this change; answers the saga's row. Null leaves everything to `commit`: when there is none, and
   * when it did nothing, because somebody else has the saga or for any other reason.
   */
  commitAtOnce?(
    save: readonly SqlValue[],
    before: State,
    after: State,
    event: Event,
  ): Promise<SagaRow | null>;
}

/** A state's form as JSON, where names in rows are not those in the code. `read` gives back what was written. Pure. */
export interface StoredForm<State> {
  write(state: State): unknown;
  read(stored: unknown): State;
}

export type Decision<Step extends string = string, Event = unknown> =
  /**
   * Ask for this step. An outage is retried after 1 s, 2 s… up to 30 s, without limit; `giveUpAt` is when
   * `decide` would say something else, so the driver wakes then at the latest.
   */
  | { readonly kind: 'perform'; readonly step: Step; readonly giveUpAt?: Date }
  /** Nobody has to be asked: time ran out, say. */
  | { readonly kind: 'happen'; readonly event: Event }
  /** Rest until then; null: until somebody else changes the saga. */
  | { readonly kind: 'wait'; readonly until: Date | null }
  | { readonly kind: 'done' };

/**
 * @throws CompensationRefused when what must be compensated cannot be: the saga is parked for a person to look at
 * @throws anything else for an outage: asked again later
 */
export type Performer<State, Event> = {
  // A method's parameters are checked both ways, so definitions of different states fit into one driver.
  perform(state: State, context: StepContext): Promise<Event>;
}['perform'];

export interface StepContext {
  readonly sagaId: string;
  readonly now: Date;
}

/** The receiver says "no" to a compensation: nothing that a retry could mend. */
export class CompensationRefused extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'CompensationRefused';
  }
}
