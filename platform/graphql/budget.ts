// Node's own, whatever a test has put in the place of the global ones: one timer serves all that are in a process.
import { clearTimeout, setTimeout } from 'node:timers';
import type { GraphQLError } from 'graphql';
import { currentBound, outsideOfBounds } from '../timing/bounded-work.ts';
import { budgetExceeded, deadlineExceeded } from './errors.ts';

/** What one operation may use in all, gateway and subgraphs together. */
export interface BudgetLimits {
  /** Values of the answer, those of subgraphs included. */
  readonly nodes: number;
  /** Bytes of the answer as JSON. */
  readonly bytes: number;
  readonly milliseconds: number;
}

/**
 * What one operation may still use. It travels as this object within a process, as remaining milliseconds
 * between processes. Whoever produces values charges them; once it is used up, everything of the operation
 * ends: lists stay empty, statements are cancelled, and the answer is `fault`.
 */
export interface Budget {
  /** Aborted when the budget is used up, its time is over, or nobody waits for the answer any more. */
  readonly signal: AbortSignal;
  /** Why the operation has ended early; undefined while it may go on. */
  readonly fault: GraphQLError | undefined;
  /** What was taken from it so far: values, those of subgraphs included, and bytes of the answer. */
  readonly spentNodes: number;
  readonly spentBytes: number;
  /** The same as `signal.aborted`. */
  readonly hasEnded: boolean;
  /**
   * Calls back once when `signal` is aborted, unless that was before. A tenth of what a signal costs, which is
   * made for whoever asks for it; to be let go of by `unwatch` with the same function.
   */
  watch(listener: () => void): void;
  unwatch(listener: () => void): void;
  /** Milliseconds that are left, at least 0. */
  remainingMs(): number;
  /** Takes values from it and looks at the clock. False when it is used up: stop producing. */
  charge(nodes: number): boolean;
  /**
   * Takes bytes of the answer from it. False when it is used up. Charged where the answer is written, exactly: a
   * subgraph's result holds the texts of its rows and no copies of them, so they multiply only there.
   */
  chargeBytes(bytes: number): boolean;
  /** Ends the operation early: the client has gone. */
  abort(fault: GraphQLError): void;
  /** The operation is over: lets go of the timer. Nothing is aborted any more. */
  close(): void;
}

/** A budget of its own. Whoever makes one closes it. */
export function createBudget(limits: BudgetLimits): Budget {
  return new OperationBudget(limits, undefined);
}

/**
 * A part of a budget that ends earlier: what it uses is taken from the whole, and it ends with the whole.
 * Its own end, or closing it, ends nothing else. Whoever makes one closes it.
 */
export function createChildBudget(parent: Budget, milliseconds: number): Budget {
  const left = Math.min(milliseconds, parent.remainingMs());
  return new OperationBudget({ nodes: Infinity, bytes: Infinity, milliseconds: left }, parent);
}

/**
 * The budget of whatever runs now, unless its operation is over: work that outlives it has none. One that was
 * ended early stays ended: what still runs then asks nobody any more.
 */
export function currentBudget(): Budget | undefined {
  const bound = currentBound();
  if (!(bound instanceof OperationBudget)) return undefined;
  return bound.isClosed && bound.fault === undefined ? undefined : bound;
}

class OperationBudget implements Budget {
  readonly #limits: BudgetLimits;
  readonly #parent: Budget | undefined;
  readonly #endsAt: number;
  #nodes: number;
  #bytes: number;
  #spentNodes = 0;
  #spentBytes = 0;
  #fault: GraphQLError | undefined;
  #isClosed = false;
  // Made when somebody asks for the signal: a controller and its listeners cost more than the rest of a budget.
  #controller: AbortController | undefined;
  #listeners: Set<() => void> | undefined;

  constructor(limits: BudgetLimits, parent: Budget | undefined) {
    this.#limits = limits;
    this.#parent = parent;
    this.#endsAt = performance.now() + limits.milliseconds;
    this.#nodes = limits.nodes;
    this.#bytes = limits.bytes;
    this.#fault = parent?.fault;
  }

  get signal(): AbortSignal {
    if (!this.#controller) {
      this.#controller = new AbortController();
      if (this.fault) this.#controller.abort(this.fault);
      else this.#beginToWatch();
    }
    return this.#controller.signal;
  }

  get hasEnded(): boolean {
    return this.fault !== undefined;
  }

  /** Milliseconds of the process's clock. */
  get endsAt(): number {
    return this.#endsAt;
  }

  watch(listener: () => void): void {
    if (this.fault) return;
    this.#beginToWatch();
    this.#listeners?.add(listener);
  }

  unwatch(listener: () => void): void {
    this.#listeners?.delete(listener);
  }

  /** Its time is over. */
  endByTime(): void {
    this.#end(this.#tooLate());
  }

  get fault(): GraphQLError | undefined {
    if (this.#fault === undefined && this.#parent?.fault) this.#end(this.#parent.fault);
    return this.#fault;
  }

  get spentNodes(): number {
    return this.#spentNodes;
  }

  get spentBytes(): number {
    return this.#spentBytes;
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  remainingMs(): number {
    return this.fault ? 0 : Math.max(0, this.#endsAt - performance.now());
  }

  charge(nodes: number): boolean {
    if (this.#fault) return false;
    this.#nodes -= nodes;
    this.#spentNodes += nodes;
    if (this.#nodes < 0) this.#end(tooLarge(`${this.#limits.nodes} values`));
    else if (this.#parent && !this.#parent.charge(nodes)) this.#endWithParent();
    else if (performance.now() >= this.#endsAt) this.#end(this.#tooLate());
    return this.#fault === undefined;
  }

  chargeBytes(bytes: number): boolean {
    if (this.#fault) return false;
    this.#bytes -= bytes;
    this.#spentBytes += bytes;
    if (this.#bytes < 0) this.#end(tooLarge(`${this.#limits.bytes} bytes`));
    else if (this.#parent && !this.#parent.chargeBytes(bytes)) this.#endWithParent();
    return this.#fault === undefined;
  }

  abort(fault: GraphQLError): void {
    this.#end(fault);
  }

  close(): void {
    this.#isClosed = true;
    this.#letGo();
  }

  #end(fault: GraphQLError): void {
    if (this.#fault || this.#isClosed) return;
    this.#fault = fault;
    const listeners = this.#listeners;
    this.#letGo();
    this.#controller?.abort(fault);
    if (listeners) for (const listener of listeners) listener();
  }

  readonly #endWithParent = (): void => {
    if (this.#parent?.fault) this.#end(this.#parent.fault);
  };

  #beginToWatch(): void {
    if (this.#listeners || this.#isClosed) return;
    this.#listeners = new Set();
    this.#parent?.watch(this.#endWithParent);
    if (Number.isFinite(this.#endsAt)) deadlines.add(this);
  }

  #letGo(): void {
    if (!this.#listeners) return;
    this.#listeners = undefined;
    this.#parent?.unwatch(this.#endWithParent);
    deadlines.delete(this);
  }

  #tooLate(): GraphQLError {
    return deadlineExceeded(Math.round(this.#limits.milliseconds));
  }
}

/** The longest that a timer of Node can wait. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * Ends budgets whose time is over, by one timer for all of them: it waits for the deadline that comes next. Few
 * ever come, so letting go of a budget leaves the timer as it is, and it may find nothing to end.
 */
class Deadlines {
  readonly #budgets = new Set<OperationBudget>();
  #timer: NodeJS.Timeout | undefined;
  #wakesAt = Number.POSITIVE_INFINITY;

  add(budget: OperationBudget): void {
    this.#budgets.add(budget);
    if (budget.endsAt < this.#wakesAt) this.#wakeAt(budget.endsAt);
  }

  delete(budget: OperationBudget): void {
    this.#budgets.delete(budget);
  }

  #wakeAt(time: number): void {
    clearTimeout(this.#timer);
    this.#wakesAt = time;
    const left = Math.min(LONGEST_TIMER_MS, Math.max(1, Math.ceil(time - performance.now())));
    // Whoever waits for the answer keeps the process alive, not its deadline.
    // Nothing of the operation that happens to come first is to be kept by it.
    this.#timer = outsideOfBounds(() => setTimeout(() => this.#endThoseDue(), left).unref());
  }

  #endThoseDue(): void {
    this.#wakesAt = Number.POSITIVE_INFINITY;
    const now = performance.now();
    let next = Number.POSITIVE_INFINITY;
    for (const budget of [...this.#budgets]) {
      if (budget.endsAt <= now) budget.endByTime();
      else next = Math.min(next, budget.endsAt);
    }
    if (next < this.#wakesAt) this.#wakeAt(next);
  }
}

const deadlines = new Deadlines();

function tooLarge(most: string): GraphQLError {
  return budgetExceeded(`expected an answer of at most ${most}; ask for fewer fields or for shorter lists`);
}
