import { buildSubgraphSchema } from '@apollo/subgraph';
import { SpanKind } from '@opentelemetry/api';
import {
  createSourceEventStream,
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  parse,
} from 'graphql';
import { ServiceTokenRefused, type ServiceTokens } from '../auth/service-tokens.ts';
import type { Caller } from '../kernel/caller.ts';
import type { Clock } from '../kernel/clock.ts';
import type { RequestContext, ResolverMap } from '../service/service.ts';
import type { Logger } from '../telemetry/logger.ts';
import { histogram, type Series } from '../telemetry/metrics.ts';
import { inSpan, isTraced, markFailed, withRemoteParent } from '../telemetry/tracing.ts';
import { withinBound } from '../timing/bounded-work.ts';
import { endedBy, unlessEnded } from './aborting.ts';
import { type Budget, type BudgetLimits, createBudget, createChildBudget } from './budget.ts';
import { type ChargedContext, chargeLists } from './charge-lists.ts';
import { createEngine, keepTypesFromThrowing, resolveEntitiesAtOnce } from './compiled-operations.ts';
import { createDocuments, type Operation } from './documents.ts';
import { type AccessRules, enforceAccess } from './enforce-access.ts';
import { badUserInput, serviceUnavailable, unauthenticated } from './errors.ts';
import { positionExtensions } from './event-position.ts';
import { mapEvents } from './map-events.ts';
import { normaliseIds } from './normalise-ids.ts';
import { isFault, type Outcome, outcomeOf } from './outcome.ts';
import { showError } from './show-error.ts';

type MaybePromise<Value> = Value | Promise<Value>;

/** One subgraph's GraphQL, without any transport. It answers nobody who neither is known nor has a service token. */
export interface SubgraphServer {
  readonly name: string;
  readonly schema: GraphQLSchema;
  /**
   * Never throws and never rejects: what goes wrong stands in `errors`, with nothing in it that must not leave
   * the server. A plain value when nothing had to be awaited.
   */
  execute(request: SubgraphRequest): MaybePromise<ExecutionResult>;
  /** A stream of results, or one result with errors when it cannot start. Every event gets fresh loaders. */
  subscribe(request: SubgraphRequest): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult>;
}

/** One operation, asked by a caller who is known, or by whoever a service token speaks for. */
export type SubgraphRequest = AskedInProcess | AskedByToken;

interface AskedInProcess extends SubgraphOperation {
  /** Who asks. Only code of this process may say so: never fill it from what came over a wire. */
  readonly caller: Caller;
  readonly serviceToken?: undefined;
}
interface AskedByToken extends SubgraphOperation {
  readonly caller?: undefined;
  readonly serviceToken: string;
}
interface SubgraphOperation {
  /** A text or a parsed document; each is validated once and remembered. */
  readonly document: string | DocumentNode;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string | null;
  /** Where the client is whose operation this is part of, as far as the caller believes it. */
  readonly clientAddress?: string;
  /** The trace to continue, when the caller is another process. */
  readonly traceparent?: string;
  /**
   * What the operation may use; when it ends, so does the work, and the answer is its fault. Without one the
   * server's own limits hold. A subscription is ended by its signal; each of its events has limits of its own.
   */
  readonly budget?: Budget;
  /** Ends the operation as well, with SERVICE_UNAVAILABLE, and a subscription. */
  readonly signal?: AbortSignal;
}

export interface SubgraphServerOptions {
  readonly name: string;
  readonly typeDefs: string;
  readonly resolvers: ResolverMap;
  /** What `@allow(role: …)` may name beside ANYONE, USER and SUBGRAPH. */
  readonly roles?: AccessRules;
  loaders?(caller: Caller): object;
  readonly serviceTokens: Pick<ServiceTokens, 'verify'>;
  readonly clock: Clock;
  readonly logger: Logger;
  /** What an operation that comes without a budget, or an event of a subscription, may use. */
  readonly limits?: BudgetLimits;
}

/**
 * What an operation may use that comes without a budget. A million values are some 100 MB; nothing that is asked in
 * earnest comes near. statement_timeout is 10 s too.
 */
export const subgraphLimits: BudgetLimits = {
  nodes: 1_000_000,
  bytes: 64 * 1024 * 1024,
  milliseconds: 10_000,
};

/** No operation of anybody may take longer, whatever deadline it comes with. */
export const LONGEST_OPERATION_MS = 30_000;

const seconds = histogram('parterre_subgraph_seconds', 'Time to answer one operation of a subgraph.', [
  'subgraph',
  'operation',
  'outcome',
]);

/** @throws Error when the schema does not build, or a root field does not say who may ask for it. */
export function createSubgraphServer(options: SubgraphServerOptions): SubgraphServer {
  const { name, logger, limits = subgraphLimits } = options;
  const schema = buildSchema(options);
  const documents = createDocuments(schema);
  const engine = createEngine(schema);

  const observed = new WeakMap<Operation, Readonly<Record<Outcome, Series>>>();
  const secondsOf = (operation: Operation) => {
    const known = observed.get(operation);
    if (known) return known;
    const of = (outcome: Outcome) => seconds.series({ subgraph: name, operation: operation.label, outcome });
    const made = { ok: of('ok'), error: of('error'), fault: of('fault') };
    observed.set(operation, made);
    return made;
  };

  const show = (error: GraphQLError) => showError(error, name, logger);
  const failure = (error: unknown): ExecutionResult => ({ errors: [show(asGraphQLError(error))] });

  /** What the caller gets: what there is, unless the budget has ended, and nothing that must not be seen. */
  const shown = (result: ExecutionResult, { fault }: Budget): ExecutionResult => {
    if (fault) return { errors: [fault] };
    return result.errors ? { ...result, errors: result.errors.map(show) } : result;
  };

  /** Runs an operation, or one event of it, within a budget. */
  const run = (
    operation: Operation,
    request: SubgraphRequest,
    caller: Caller,
    budget: Budget,
    rootValue?: unknown,
  ): MaybePromise<ExecutionResult> => {
    const { variables } = request;
    const context = (isCompiled: boolean) => contextFor(options, request, caller, budget, isCompiled);
    const startedAt = performance.now();
    const answer = (result: ExecutionResult): ExecutionResult => {
      const told = shown(result, budget);
      secondsOf(operation)[outcomeOf(told.errors)].observe((performance.now() - startedAt) / 1000);
      return told;
    };
    const result = withinBound(budget, () => engine.run({ operation, variables, rootValue, context }));
    if (!isPromise(result)) return answer(result);
    return unlessEnded(result, budget, () => ({})).then(answer);
  };

  /** The same in a span, where anybody records one. */
  const runTraced = (
    operation: Operation,
    request: SubgraphRequest,
    work: () => MaybePromise<ExecutionResult>,
  ): MaybePromise<ExecutionResult> => {
    if (!isTraced()) return work();
    const { definition, label } = operation;
    return inSpan(
      {
        name: label,
        kind: request.serviceToken === undefined ? SpanKind.INTERNAL : SpanKind.SERVER,
        attributes: {
          'graphql.operation.type': definition.operation,
          ...(definition.name ? { 'graphql.operation.name': definition.name.value } : {}),
          'parterre.subgraph': name,
        },
      },
      async (span) => {
        const result = await work();
        const failed = result.errors?.find(isFault);
        if (failed) markFailed(span, failed);
        return result;
      },
    );
  };

  const executeFor = (request: SubgraphRequest, caller: Caller): MaybePromise<ExecutionResult> => {
    const checked = documents.check(request.document);
    if (checked.kind === 'faulty') return { errors: checked.errors };
    const operation = checked.operation(request.operationName);
    // Its fields are guarded where they are subscribed to.
    if (operation.definition.operation === 'subscription') {
      return failure(
        badUserInput('expected a query or a mutation, got a subscription; ask for a stream of it'),
      );
    }
    const { budget, close } = budgetOf(request, limits, name);
    const closing = (result: ExecutionResult): ExecutionResult => {
      close();
      return result;
    };
    try {
      if (budget.fault) return closing({ errors: [budget.fault] });
      const result = runTraced(operation, request, () => run(operation, request, caller, budget));
      if (!isPromise(result)) return closing(result);
      return result.then(closing, (error: unknown) => closing(failure(error)));
    } catch (error) {
      return closing(failure(error));
    }
  };

  const subscribeFor = async (request: SubgraphRequest, caller: Caller) => {
    const checked = documents.check(request.document);
    if (checked.kind === 'faulty') return { errors: checked.errors };
    const operation = checked.operation(request.operationName);
    const { budget, close } = budgetOf(request, limits, name);
    if (budget.fault) return { errors: [budget.fault] };
    // Outside of any bound: what is opened here may be shared by all who subscribe to the same.
    const starting = createSourceEventStream({
      schema,
      document: operation.document,
      variableValues: request.variables,
      operationName: request.operationName,
      contextValue: contextFor(options, request, caller, undefined, false),
    });
    const source = await unlessEnded(starting, budget, () => ({}), letGo).finally(close);
    if (!isAsyncIterable(source)) return shown(source, budget);
    const onEvent = async (event: unknown): Promise<ExecutionResult> => {
      const eventBudget = createBudget(limits);
      try {
        const result = await runTraced(operation, request, () =>
          run(operation, request, caller, eventBudget, event),
        );
        return positioned(event, result);
      } finally {
        eventBudget.close();
      }
    };
    return endedBy(request.signal ?? request.budget?.signal, mapEvents(source, onEvent, failure));
  };

  return {
    name,
    schema,

    execute: (request) =>
      withRemoteParent(request.traceparent, () => {
        try {
          const caller = callerOf(request, options.serviceTokens);
          if (!isPromise(caller)) return executeFor(request, caller);
          return caller.then((known) => executeFor(request, known)).catch(failure);
        } catch (error) {
          return failure(error);
        }
      }),

    subscribe: (request) =>
      withRemoteParent(request.traceparent, async () => {
        try {
          return await subscribeFor(request, await callerOf(request, options.serviceTokens));
        } catch (error) {
          return failure(error);
        }
      }),
  };
}

/** Who asks. @throws UNAUTHENTICATED, or rejects so, when nobody known does. */
function callerOf(
  { caller, serviceToken }: SubgraphRequest,
  tokens: Pick<ServiceTokens, 'verify'>,
): MaybePromise<Caller> {
  if (caller) return caller;
  if (typeof serviceToken === 'string') return tokens.verify(serviceToken);
  throw unauthenticated('expected a caller, or a service token that speaks for one');
}

/** The budget of a request, and how to let go of what was made for it alone. */
function budgetOf(
  { budget, signal }: SubgraphRequest,
  limits: BudgetLimits,
  name: string,
): { readonly budget: Budget; close(): void } {
  if (budget && !signal) return { budget, close: () => {} };
  const own = budget ? createChildBudget(budget, Number.POSITIVE_INFINITY) : createBudget(limits);
  const end = () => own.abort(serviceUnavailable(`the ${name} subgraph did not answer in time; try again`));
  if (signal?.aborted) end();
  signal?.addEventListener('abort', end, { once: true });
  return {
    budget: own,
    close() {
      signal?.removeEventListener('abort', end);
      own.close();
    },
  };
}

/** Ends a stream that has started for nobody. */
function letGo(source: object): void {
  if (isAsyncIterable(source)) void source[Symbol.asyncIterator]().return?.();
}

function buildSchema({ typeDefs, resolvers, roles, logger }: SubgraphServerOptions): GraphQLSchema {
  type Resolvers = Exclude<Parameters<typeof buildSubgraphSchema>[0], { kind: string } | readonly unknown[]>;
  // Apollo's resolver map type is closed over its own context; each subgraph checks its own by generated types.
  const modules = { typeDefs: parse(typeDefs), resolvers } as Resolvers;
  const schema = buildSubgraphSchema(modules);
  resolveEntitiesAtOnce(schema);
  normaliseIds(schema);
  enforceAccess(schema, roles);
  keepTypesFromThrowing(schema, (error) =>
    logger.error({ error }, 'the type of an object could not be told'),
  );
  // Last of all, so that nothing is charged or read for somebody who may not ask.
  chargeLists(schema);
  return schema;
}

function contextFor(
  { loaders, clock }: SubgraphServerOptions,
  { clientAddress }: SubgraphRequest,
  caller: Caller,
  budget: Budget | undefined,
  isCompiled: boolean,
): RequestContext & ChargedContext {
  return { caller, loaders: loaders?.(caller) ?? {}, now: clock.now(), clientAddress, budget, isCompiled };
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

function isPromise<Value>(value: MaybePromise<Value>): value is Promise<Value> {
  return typeof value === 'object' && value !== null && 'then' in value;
}

function isAsyncIterable(value: object): value is AsyncIterable<unknown> {
  return Symbol.asyncIterator in value;
}
