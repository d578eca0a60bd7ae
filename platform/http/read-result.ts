import { type ExecutionResult, GraphQLError } from 'graphql';

/** More are nobody's to read. */
const MOST_ERRORS = 1_000;

/**
 * A result as JSON, read as whoever does not trust its sender reads it.
 *
 * @returns undefined when it is no GraphQL result
 */
export function readResult(value: unknown): ExecutionResult | undefined {
  if (!isRecord(value)) return undefined;
  const { data, errors, extensions } = value;
  if (data !== undefined && data !== null && !isRecord(data)) return undefined;
  if (errors !== undefined && !(Array.isArray(errors) && errors.length > 0)) return undefined;
  if (data === undefined && errors === undefined) return undefined;
  if (errors === undefined && extensions === undefined) return { data };
  return {
    ...(data === undefined ? {} : { data }),
    ...(errors === undefined ? {} : { errors: readErrors(errors) }),
    ...(isRecord(extensions) ? { extensions } : {}),
  };
}

/** Errors as JSON; what is not there is made up, so that every one has a message. */
export function readErrors(errors: readonly unknown[]): readonly GraphQLError[] {
  return errors.slice(0, MOST_ERRORS).map((error) => {
    const { message, path, extensions } = isRecord(error) ? error : {};
    return new GraphQLError(typeof message === 'string' ? message : '', {
      path: isPath(path) ? path : undefined,
      extensions: isRecord(extensions) ? extensions : undefined,
    });
  });
}

function isPath(value: unknown): value is (string | number)[] {
  return Array.isArray(value) && value.every((key) => typeof key === 'string' || typeof key === 'number');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
