import { type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';

/** A userError as a subgraph answers it. */
interface AnsweredError<Code extends string> {
  readonly code: Code;
  readonly message: string;
  readonly field: readonly string[] | null;
}

/**
 * The rejection in a subgraph's payload that has no value. Throws when it has neither: the contract promises
 * one of them.
 */
export function refusalIn<Code extends string>(
  operation: string,
  userErrors: readonly AnsweredError<Code>[],
): Rejection<Code> {
  const [error] = userErrors;
  if (!error) throw new Error(`expected ${operation} to answer a value or a userError, got neither`);
  return reject(error.code, error.message, error.field);
}
