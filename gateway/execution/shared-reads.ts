import type { ExecutionResult } from 'graphql';
import type { AdmittedOperation } from '../admission/admission.ts';
import type { FinishedRun } from './compiled-operation.ts';
import type { OperationContext } from './executor.ts';
import { endOf, untilAborted } from './until-aborted.ts';

/** Longer variables are not worth a text of their own to compare them by. */
const LONGEST_VARIABLES = 4_096;

/**
 * Lets equal reads that are in flight at the same time share one execution: the same operation and variables
 * within one scope. The execution belongs to whoever came first; when it ends early for its owner alone, by
 * the owner's budget or because the owner has gone, the others start anew.
 */
export class SharedReads {
  /** They do not reject: a bug within is a result. */
  readonly #inFlight = new Map<string, Promise<FinishedRun>>();

  share(
    operation: AdmittedOperation,
    context: OperationContext,
    start: () => Promise<FinishedRun> | FinishedRun,
  ): ExecutionResult | Promise<ExecutionResult> {
    // A text of the variables costs as much as a small fetch; nobody needs it where nothing is in flight.
    const sought = this.#inFlight.size > 0 ? keyOf(operation, context) : undefined;
    const running = sought === undefined ? undefined : this.#inFlight.get(sought);
    if (running && sought !== undefined) return this.#join(running, sought, operation, context, start);
    const started = start();
    // What nothing had to be awaited for is over before anybody could join it.
    if (!(started instanceof Promise)) return started.result;
    const key = sought ?? keyOf(operation, context);
    if (key !== undefined) this.#inFlight.set(key, started);
    return started.then(({ result }) => {
      if (key !== undefined) this.#leave(key, started);
      return result;
    });
  }

  async #join(
    running: Promise<FinishedRun>,
    key: string,
    operation: AdmittedOperation,
    context: OperationContext,
    start: () => Promise<FinishedRun> | FinishedRun,
  ): Promise<ExecutionResult> {
    const finished = await untilAborted(running, context.budget);
    if (!finished) return { errors: [endOf(context.budget)] };
    if (!finished.endedEarly) return charged(finished, context);
    // Each round ends one owner, and the last one waits for nobody but itself.
    this.#leave(key, running);
    return this.share(operation, context, start);
  }

  #leave(key: string, running: Promise<FinishedRun>): void {
    if (this.#inFlight.get(key) === running) this.#inFlight.delete(key);
  }

  /**
   * From now on nobody joins what is in flight: something has changed, and whoever has heard of it and asks
   * must not get an answer that was begun before.
   */
  forget(): void {
    this.#inFlight.clear();
  }
}

function keyOf(operation: AdmittedOperation, { caller }: OperationContext): string | undefined {
  const variables = JSON.stringify(operation.variables);
  if (variables.length > LONGEST_VARIABLES) return undefined;
  return `${variables}\n${caller.scope.length}:${caller.scope}${operation.key}`;
}

/** A shared answer costs each of its readers what it is worth. */
function charged({ result, nodes, bytes }: FinishedRun, context: OperationContext): ExecutionResult {
  const { budget } = context;
  const fits = budget.charge(nodes) && budget.chargeBytes(bytes) && !budget.fault;
  return fits ? { ...result } : { errors: [endOf(budget)] };
}
