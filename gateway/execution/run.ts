import type { Budget } from '@parterre/platform/graphql/budget.ts';
import type { AdmittedOperation } from '../admission/admission.ts';
import type { Caller } from '../caller.ts';
import type { OperationContext } from './executor.ts';
import { Faults } from './faults.ts';
import type { Data } from './generated-code.ts';

/** One execution of an operation: what has come so far, and what went wrong. */
export class Run {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly caller: Caller;
  readonly budget: Budget;
  readonly faults = new Faults();
  #root: Data | undefined;

  constructor(operation: AdmittedOperation, { caller, budget }: OperationContext) {
    this.variables = operation.variables;
    this.caller = caller;
    this.budget = budget;
  }

  /** The data of the answer before it is shaped. */
  get root(): Data {
    this.#root ??= {};
    return this.#root;
  }

  /** Takes the first data as the root; false when there is one already to merge into. */
  begin(data: Data): boolean {
    if (this.#root) return false;
    this.#root = data;
    return true;
  }
}

/**
 * One step of a plan. A promise only when something had to be awaited; it does not reject: what goes wrong
 * stands in the faults of the run.
 */
export type Step = (run: Run) => Promise<void> | undefined;
