import { GraphQLError } from 'graphql';

/** What `errors[].extensions.code` may be. Everything that a caller can mend by input is a userError instead. */
export const errorCodes = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'BAD_USER_INPUT',
  'RATE_LIMITED',
  'SERVICE_UNAVAILABLE',
  'BUDGET_EXCEEDED',
  'DEADLINE_EXCEEDED',
  'INTERNAL_SERVER_ERROR',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** Nobody is signed in where one must be. `message` replaces the usual words. */
export function unauthenticated(
  message = 'expected somebody who is signed in; send an access token as "Authorization: Bearer …"',
): GraphQLError {
  return withCode('UNAUTHENTICATED', message);
}

/** Signed in, but not allowed. */
export function forbidden(message = 'expected somebody with the right to do this'): GraphQLError {
  return withCode('FORBIDDEN', message);
}

/** The input has a shape that no business rule can speak about: a broken cursor, a page size of -1. */
export function badUserInput(message: string): GraphQLError {
  return withCode('BAD_USER_INPUT', message);
}

export function rateLimited(message = 'expected fewer requests; wait a moment and try again'): GraphQLError {
  return withCode('RATE_LIMITED', message);
}

/** Something that this answer needs is busy or down: nothing is wrong with the question. */
export function serviceUnavailable(message: string): GraphQLError {
  return withCode('SERVICE_UNAVAILABLE', message);
}

/** The answer would be larger than an answer may be. Asking again gives the same. */
export function budgetExceeded(message: string): GraphQLError {
  return withCode('BUDGET_EXCEEDED', message);
}

/** The operation was ended, because it took longer than it may. */
export function deadlineExceeded(milliseconds: number): GraphQLError {
  return withCode(
    'DEADLINE_EXCEEDED',
    `expected the operation to end within ${milliseconds} ms; ask for less, or again later. A mutation may have ` +
      'taken effect: repeat it with the same idempotency key',
  );
}

/** A bug. Nothing is told but the reference under which the log has the rest. */
export function internalError(reference: string): GraphQLError {
  return withCode('INTERNAL_SERVER_ERROR', `something went wrong, quote ${reference}`);
}

function withCode(code: ErrorCode, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } });
}
