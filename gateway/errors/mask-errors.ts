import { randomUUID } from 'node:crypto';
import { errorCodes, internalError } from '@parterre/platform/graphql/errors.ts';
import type { Logger } from '@parterre/platform/telemetry/logger.ts';
import { currentTraceId } from '@parterre/platform/telemetry/tracing.ts';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/** Which errors may speak for themselves, and what they may say besides their message. */
export interface PublicErrors {
  /** Codes of errors that a subgraph or the gateway raised on purpose, in words for the public. */
  readonly codes: readonly string[];
  /** What may stand in `extensions` besides the code. */
  readonly extensions: readonly string[];
}

export const defaultPublicErrors: PublicErrors = {
  codes: errorCodes.filter((code) => code !== 'INTERNAL_SERVER_ERROR'),
  extensions: ['estimate', 'limit', 'retryAfterMs'],
};

/** Errors that are about the request itself; their messages name nothing that the client has not sent. */
const requestCodes: ReadonlySet<unknown> = new Set([
  'BAD_REQUEST',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** The one place where it is decided what an error says outside: no stack, SQL, file or address. */
export interface ErrorMask {
  /** Message, code, path and place in the document; anything else is for the log, under a reference. */
  show(error: GraphQLError): GraphQLError;
  /** The same for what Apollo Server refuses by itself, before an operation is known: its formatError. */
  format(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError;
}

export function createErrorMask(
  logger: Logger,
  { codes, extensions: names }: PublicErrors = defaultPublicErrors,
): ErrorMask {
  const publicCodes: ReadonlySet<unknown> = new Set(codes);

  const maySpeak = ({ code, serviceName }: Readonly<Record<string, unknown>>): boolean => {
    if (publicCodes.has(code)) return true;
    // A subgraph masks its own bugs and gives the reference to its log. What it thinks of the gateway's
    // document, however, is between the two of them.
    return serviceName === undefined ? requestCodes.has(code) : code === 'INTERNAL_SERVER_ERROR';
  };
  const shownOf = ({ message, extensions = {} }: Said, error: unknown): Said => {
    if (maySpeak(extensions)) {
      const kept = ['code', ...names].filter((name) => extensions[name] !== undefined);
      return { message, extensions: Object.fromEntries(kept.map((name) => [name, extensions[name]])) };
    }
    if (isApolloRefusal(error)) return { message, extensions: { code: 'BAD_REQUEST' } };
    const reference = currentTraceId() ?? randomUUID();
    logger.error({ error, reference }, 'an operation failed unexpectedly in the gateway');
    const masked = internalError(reference);
    return { message: masked.message, extensions: masked.extensions };
  };

  return {
    show(error) {
      const { nodes, source, positions, path } = error;
      const { message, extensions } = shownOf(error, error);
      return new GraphQLError(message, { nodes, source, positions, path, extensions: { ...extensions } });
    },
    format(formatted, error) {
      const { path, locations } = formatted;
      const { message, extensions } = shownOf(formatted, error);
      return { message, ...(locations ? { locations } : {}), ...(path ? { path } : {}), extensions };
    },
  };
}

interface Said {
  readonly message: string;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** Apollo gives some refusals of a request (a wrong hash of a persisted query) a status, but no code. */
function isApolloRefusal(error: unknown): boolean {
  if (!(error instanceof GraphQLError) || error.path || error.extensions.code !== undefined) return false;
  const { status } = (error.extensions.http ?? {}) as { readonly status?: number };
  return status !== undefined && status >= 400 && status < 500;
}
