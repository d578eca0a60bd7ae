import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  createSourceEventStream,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
} from 'graphql';
import { ServiceTokenRefused, type ServiceTokens } from '../auth/service-tokens.ts';
import type { Asker } from '../kernel/asker.ts';
import type { Clock } from '../kernel/clock.ts';
import type { RequestContext, ResolverMap } from '../service/service.ts';
import type { Logger } from '../telemetry/logger.ts';
import { histogram } from '../telemetry/metrics.ts';
import { markFailed, withRemoteParent, withSpan } from '../telemetry/tracing.ts';
import { endedBy, unlessAborted } from './aborting.ts';
import { createDocuments, operationOf } from './documents.ts';
import { enforceAccess } from './enforce-access.ts';
import { unauthenticated } from './errors.ts';
import { positionExtensions } from './event-position.ts';
import { mapEvents } from './map-events.ts';
import { showError } from './show-error.ts';

/** One room's GraphQL, without any transport. It answers nobody who has no service token. */
export interface SubgraphServer {
  readonly name: string;
  readonly schema: GraphQLSchema;
  /** Never rejects: what goes wrong stands in `errors`, with nothing in it that must not leave the house. */
  execute(request: SubgraphRequest): Promise<ExecutionResult>;
  /** A stream of results, or one result with errors when it cannot start. Every event gets fresh loaders. */
  subscribe(request: SubgraphRequest): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult>;
}

export interface SubgraphRequest {
  /** A text or a parsed document; each is validated once and remembered. */
  readonly document: string | DocumentNode;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string | null;
  readonly serviceToken: string;
  /** The trace to continue, when the caller is another process. */
  readonly traceparent?: string;
  /** Stops waiting (not the work that has begun) and answers SERVICE_UNAVAILABLE; ends a subscription. */
  readonly signal?: AbortSignal;
}

export interface SubgraphServerOptions {
  readonly name: string;
  readonly typeDefs: string;
  readonly resolvers: ResolverMap;
  loaders?(asker: Asker): object;
  readonly serviceTokens: Pick<ServiceTokens, 'verify'>;
  readonly clock: Clock;
  readonly logger: Logger;
}

const seconds = histogram('parterre_subgraph_seconds', 'Time to answer one operation of a room.', [
  'room',
  'operation',
  'outcome',
]);

/** @throws Error when the schema does not build, or a root field does not say who may ask for it. */
export function createSubgraphServer(options: SubgraphServerOptions): SubgraphServer {
  const { name, logger } = options;
  const schema = buildSchema(options);
  const documents = createDocuments(schema);

  const show = (error: GraphQLError) => showError(error, name, logger);
  const showAll = (result: ExecutionResult): ExecutionResult =>
    result.errors ? { ...result, errors: result.errors.map(show) } : result;
  const failure = (error: unknown): ExecutionResult => ({ errors: [show(asGraphQLError(error))] });

  const prepare = async (request: SubgraphRequest): Promise<Prepared | ExecutionResult> => {
    const asker = await options.serviceTokens.verify(request.serviceToken);
    const checked = documents.check(request.document);
    if (checked.kind === 'faulty') return { errors: checked.errors };
    const operation = operationOf(checked.document, request.operationName);
    return {
      label: labelOf(operation),
      args: () => ({
        schema,
        document: checked.document,
        variableValues: request.variables,
        operationName: request.operationName,
        contextValue: contextFor(options, asker),
      }),
    };
  };

  const run = (prepared: Prepared, request: SubgraphRequest): Promise<ExecutionResult> =>
    withSpan(`${name} ${prepared.label}`, { 'parterre.room': name }, async (span) => {
      const stop = seconds.startTimer({ room: name, operation: prepared.label });
      const result = await unlessAborted(async () => execute(prepared.args()), request.signal, name);
      stop({ outcome: result.errors ? 'error' : 'ok' });
      const shown = showAll(result);
      const failure = shown.errors?.find(isFailure);
      if (failure) markFailed(span, failure);
      return shown;
    });

  return {
    name,
    schema,

    execute: (request) =>
      withRemoteParent(request.traceparent, async () => {
        try {
          const prepared = await prepare(request);
          return 'args' in prepared ? await run(prepared, request) : prepared;
        } catch (error) {
          return failure(error);
        }
      }),

    subscribe: (request) =>
      withRemoteParent(request.traceparent, async () => {
        try {
          const prepared = await prepare(request);
          if (!('args' in prepared)) return prepared;
          const source = await createSourceEventStream(prepared.args());
          if (!isAsyncIterable(source)) return showAll(source);
          const onEvent = (event: unknown) =>
            withSpan(`${name} ${prepared.label} event`, { 'parterre.room': name }, async () =>
              positioned(event, showAll(await execute({ ...prepared.args(), rootValue: event }))),
            );
          return endedBy(request.signal, mapEvents(source, onEvent, failure));
        } catch (error) {
          return failure(error);
        }
      }),
  };
}

interface Prepared {
  /** What is asked, from the schema's own closed vocabulary: "query event". */
  readonly label: string;
  /** Arguments for one execution, with a context of its own. */
  args(): ExecutionArgs;
}

function buildSchema({ typeDefs, resolvers }: SubgraphServerOptions): GraphQLSchema {
  type Resolvers = Exclude<Parameters<typeof buildSubgraphSchema>[0], { kind: string } | readonly unknown[]>;
  // Apollo's resolver map type is closed over its own context; each room checks its own by generated types.
  const modules = { typeDefs: parse(typeDefs), resolvers } as Resolvers;
  const schema = buildSubgraphSchema(modules);
  enforceAccess(schema);
  return schema;
}

function contextFor({ loaders, clock }: SubgraphServerOptions, asker: Asker): RequestContext {
  return { asker, loaders: loaders?.(asker) ?? {}, now: clock.now() };
}

function labelOf(operation: OperationDefinitionNode): string {
  const field = operation.selectionSet.selections.find((selection) => selection.kind === Kind.FIELD);
  return `${operation.operation} ${field?.kind === Kind.FIELD ? field.name.value : '(fragment)'}`;
}

function asGraphQLError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  if (error instanceof ServiceTokenRefused) return unauthenticated(error.message);
  const originalError = error instanceof Error ? error : new Error(String(error));
  return new GraphQLError(originalError.message, { originalError });
}

/** The answer to an event, and where the event stands when its stream says so. */
function positioned(event: unknown, result: ExecutionResult): ExecutionResult {
  const extensions = positionExtensions(event);
  return extensions ? { ...result, extensions: { ...result.extensions, ...extensions } } : result;
}

/** Whether the house is at fault, as opposed to whoever asked. */
function isFailure({ extensions }: GraphQLError): boolean {
  return extensions.code === 'INTERNAL_SERVER_ERROR' || extensions.code === 'SERVICE_UNAVAILABLE';
}

function isAsyncIterable(value: object): value is AsyncIterable<unknown> {
  return Symbol.asyncIterator in value;
}
