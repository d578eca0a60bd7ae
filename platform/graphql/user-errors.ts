import type { Rejection } from '../kernel/rejection.ts';

/** A rejection as a mutation's payload shows it. */
export interface ShownUserError<Code extends string> {
  readonly code: Code;
  readonly message: string;
  readonly field: string[] | null;
}

/** The `userErrors` of a payload: the one reason why the mutation said no. */
export function toUserErrors<Code extends string>(rejection: Rejection<Code>): ShownUserError<Code>[] {
  const { code, message, field } = rejection;
  return [{ code, message, field: field && [...field] }];
}
