import type { GraphQLError } from 'graphql';
import { currentBound } from '../timing/bounded-work.ts';
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

/** The longest that a timer of Node can wait; a budget without an end in time has no use for one. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

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
  // Made when somebody asks for the signal: most small operations end before anybody does, and a controller,
  // a listener and a timer cost more than all the rest of a budget.
  #controller: AbortController | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(limits: BudgetLimits, parent: Budget | undefined) {
    this.#limits = limits;
    this.#parent = parent;
    this.#endsAt = performance.now() + limits.milliseconds;
    this.#nodes = limits.nodes;
    this.#bytes = limits.bytes;
    this.#fault = parent?.fault;
  }

  get signal(): AbortSignal {
    this.#controller ??= this.#watch();
    return this.#controller.signal;
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
    this.#letGo();
    this.#controller?.abort(fault);
  }

  readonly #endWithParent = (): void => {
    if (this.#parent?.fault) this.#end(this.#parent.fault);
  };

  #watch(): AbortController {
    const controller = new AbortController();
    if (this.fault) controller.abort(this.#fault);
    else if (!this.#isClosed) {
      this.#parent?.signal.addEventListener('abort', this.#endWithParent);
      const left = this.#endsAt - performance.now();
      if (left <= LONGEST_TIMER_MS) {
        this.#timer = setTimeout(() => this.#end(this.#tooLate()), Math.max(0, left));
      }
    }
    return controller;
  }

  #letGo(): void {
    clearTimeout(this.#timer);
    if (this.#controller) this.#parent?.signal.removeEventListener('abort', this.#endWithParent);
  }

  #tooLate(): GraphQLError {
    return deadlineExceeded(Math.round(this.#limits.milliseconds));
  }
}

function tooLarge(most: string): GraphQLError {
  return budgetExceeded(`expected an answer of at most ${most}; ask for fewer fields or for shorter lists`);
}
