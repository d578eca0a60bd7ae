import type { GraphQLError } from 'graphql';

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
  /** Milliseconds that are left, at least 0. */
  remainingMs(): number;
  /** Takes values from it and looks at the clock. False when it is used up: stop producing. */
  charge(nodes: number): boolean;
  /** Takes bytes of the answer from it. False when it is used up. */
  chargeBytes(bytes: number): boolean;
  /** Ends the operation early: the client has gone. */
  abort(fault: GraphQLError): void;
  /** The operation is over: lets go of the timer. Nothing is aborted any more. */
  close(): void;
}
