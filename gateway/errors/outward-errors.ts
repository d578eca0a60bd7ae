import { randomUUID } from 'node:crypto';
import { internalError } from '@parterre/platform/graphql/errors.ts';
import type { Logger } from '@parterre/platform/telemetry/logger.ts';
import { currentTraceId } from '@parterre/platform/telemetry/tracing.ts';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/** Errors that are about the request itself; their messages name nothing that the client has not sent. */
const requestCodes: ReadonlySet<unknown> = new Set([
  'BAD_REQUEST',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);
/** Errors that a room or the gateway raised on purpose, in words for the public. */
const spokenCodes: ReadonlySet<unknown> = new Set([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'BAD_USER_INPUT',
  'RATE_LIMITED',
  'SERVICE_UNAVAILABLE',
]);

/** What an error says outside: message, code, path and place in the document. No stack, SQL, file or address. */
export interface OutwardErrors {
  /** Apollo Server's formatError. */
  format(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError;
  /** The same for an error that does not pass through Apollo Server. */
  show(error: GraphQLError): GraphQLError;
}

export function createOutwardErrors(logger: Logger): OutwardErrors {
  const format = (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const { message, path, locations, extensions } = formatted;
    const shown = maySpeak(formatted) ? { message, code: extensions?.code } : masked(error, logger);
    return {
      message: shown.message,
      ...(locations ? { locations } : {}),
      ...(path ? { path } : {}),
      extensions: { code: shown.code },
    };
  };
  return {
    format,
    show(error) {
      const { message, path, extensions } = format(error.toJSON(), error);
      return new GraphQLError(message, { path, extensions });
    },
  };
}

function maySpeak({ extensions }: GraphQLFormattedError): boolean {
  const { code, serviceName } = extensions ?? {};
  if (spokenCodes.has(code)) return true;
  // A room masks its own bugs and gives the reference to its log. What it thinks of the gateway's document,
  // however, is between the two of them.
  return serviceName === undefined ? requestCodes.has(code) : code === 'INTERNAL_SERVER_ERROR';
}

function masked(error: unknown, logger: Logger): { readonly message: string; readonly code: unknown } {
  const reference = currentTraceId() ?? randomUUID();
  logger.error({ error, reference }, 'an operation failed unexpectedly in the gateway');
  const { message, extensions } = internalError(reference);
  return { message, code: extensions.code };
}
