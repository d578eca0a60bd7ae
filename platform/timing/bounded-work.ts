import { AsyncLocalStorage } from 'node:async_hooks';

/** What ends the work that runs within it. */
export interface WorkBound {
  /** Aborted when nobody waits for the outcome of the work any more. */
  readonly signal: AbortSignal;
}

const bounds = new AsyncLocalStorage<WorkBound | undefined>();

/**
 * Runs `work`, and all that it awaits, within a bound: statements are cancelled and questions to others are
 * given up when its signal is aborted. The bound travels with the asynchronous call, so that no signature
 * between a request and its SQL has to carry it.
 */
export function withinBound<Result>(bound: WorkBound, work: () => Result): Result {
  // Most often it is the bound of the operation that this is a part of; a context of its own has its price.
  return bounds.getStore() === bound ? work() : bounds.run(bound, work);
}

/** The bound of whatever runs now; undefined for jobs, consumers and everything else that nobody waits for. */
export function currentBound(): WorkBound | undefined {
  return bounds.getStore();
}

/**
 * Runs `work` outside of any bound: what has to be written down whoever still waits, and what several
 * callers share, so that one of them who goes away does not end it for the others.
 */
export function outsideOfBounds<Result>(work: () => Result): Result {
  return bounds.run(undefined, work);
}
