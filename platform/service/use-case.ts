import type { UserCaller } from '../kernel/caller.ts';
import type { Transaction } from '../postgres/database.ts';

/**
 * What a use case is told beside its command. Every use case is a function
 * `(dependencies, command, context) → result`; one that takes no command is told the context alone.
 */
export interface Context {
  /** The moment of the request; never read from a clock on the way. */
  readonly now: Date;
}

/** A signed-in user asks, and may or may not be allowed to. */
export interface UserContext extends Context {
  readonly caller: UserCaller;
}

/** A fact has come; what is done on it is done in the transaction that notes it as seen. */
export interface FactContext extends Context {
  readonly tx: Transaction;
}

/** By what a consumer notes a fact as seen, for a statement that does so itself: the first parameters of `enteredInbox`. */
export type InboxEntry = readonly [consumer: string, factId: string, key: string];

/** A fact has come, and one statement is to do what is done on it and to note it as seen. */
export interface AtOnceContext extends Context {
  readonly entry: InboxEntry;
}

/** The server itself does it, again and again. */
export interface JobContext extends Context {
  /** Aborted when nobody waits for the rest any more. */
  readonly signal?: AbortSignal;
}

type Bound<UseCases> = {
  readonly [Name in keyof UseCases]: UseCases[Name] extends (deps: never, ...rest: infer Rest) => infer Result
    ? (...rest: Rest) => Result
    : never;
};

/** The same functions with their first parameter given, under the same names. */
export function bindAll<
  Dependencies,
  const UseCases extends Readonly<Record<string, (deps: Dependencies, ...rest: never[]) => unknown>>,
>(deps: Dependencies, useCases: UseCases): Bound<UseCases> {
  const bound = Object.entries(useCases).map(([name, useCase]) => [name, useCase.bind(undefined, deps)]);
  return Object.fromEntries(bound);
}
