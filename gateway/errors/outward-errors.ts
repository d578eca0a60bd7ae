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
    const { path, locations } = formatted;
    const shown = spoken(formatted, error) ?? masked(error, logger);
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

interface Shown {
  readonly message: string;
  readonly code: unknown;
}

/** The words for the public, or undefined when there are none. */
function spoken(formatted: GraphQLFormattedError, error: unknown): Shown | undefined {
  const { message } = formatted;
  const code = formatted.extensions?.code;
  if (message === stackOverflow && code === 'GRAPHQL_PARSE_FAILED') {
    return { message: 'expected a document that nests less deeply', code };
  }
  if (maySpeak(formatted)) return { message, code };
  return isApolloRefusal(error) ? { message, code: 'BAD_REQUEST' } : undefined;
}

/** What V8 says when a recursion goes too deep; the parser calls itself for every level of a document. */
const stackOverflow = 'Maximum call stack size exceeded';

/** Apollo gives some refusals of a request (a wrong hash of a persisted query) a status, but no code. */
function isApolloRefusal(error: unknown): boolean {
  if (!(error instanceof GraphQLError) || error.path || error.extensions.code !== undefined) return false;
  const { status } = (error.extensions.http ?? {}) as { readonly status?: number };
  return status !== undefined && status >= 400 && status < 500;
}

function maySpeak({ extensions }: GraphQLFormattedError): boolean {
  const { code, serviceName } = extensions ?? {};
  if (spokenCodes.has(code)) return true;
  // A room masks its own bugs and gives the reference to its log. What it thinks of the gateway's document,
  // however, is between the two of them.
  return serviceName === undefined ? requestCodes.has(code) : code === 'INTERNAL_SERVER_ERROR';
}

function masked(error: unknown, logger: Logger): Shown {
  const reference = currentTraceId() ?? randomUUID();
  logger.error({ error, reference }, 'an operation failed unexpectedly in the gateway');
  const { message, extensions } = internalError(reference);
  return { message, code: extensions.code };
}
