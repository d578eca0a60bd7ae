import { type Outcome, outcomeOf } from '@parterre/platform/graphql/outcome.ts';
import { histogram, type Series } from '@parterre/platform/telemetry/metrics.ts';
import { type ExecutionResult, GraphQLError, type GraphQLSchema } from 'graphql';
import type { AdmittedOperation, RefusedOperation } from './admission/admission.ts';
import { located } from './errors/locate-errors.ts';
import type { ErrorMask } from './errors/mask-errors.ts';
import { isPromise } from './execution/compiled-fetch.ts';
import type { Executor, OperationContext } from './execution/executor.ts';
import { createDivider, introspect, joined } from './introspection.ts';
import type { KnownOperations } from './known-operations.ts';

/** The body of an answer, and the HTTP status when it is not 200: for transports that have one, never part of the body. */
export type Answered = ExecutionResult & { readonly status?: number };

/**
 * Answers a query or a mutation, or tells why it was refused: the same over every transport. Neither throws nor
 * rejects; a plain value when nothing had to be awaited.
 * Errors of the result are GraphQLErrors that show nothing of the inside.
 */
export type Answer = (
  admitted: AdmittedOperation | RefusedOperation,
  context: OperationContext,
) => Answered | Promise<Answered>;

export interface AnswerOptions {
  readonly apiSchema: GraphQLSchema;
  readonly executor: Pick<Executor, 'execute'>;
  readonly mask: ErrorMask;
  /** What metrics may be told by name. */
  readonly known: KnownOperations;
}

/** An operation that was refused before anything ran. */
const REFUSED = 400;
const TOO_MANY_REQUESTS = 429;
const BUSY = 503;
const spread = histogram('parterre_gateway_seconds', 'Time to answer one operation at the gateway.', [
  'type',
  'operation',
  'outcome',
]);
type SeriesByOutcome = Readonly<Record<Outcome, Series>>;

function secondsOf(type: string, operation: string): SeriesByOutcome {
  const of = (outcome: Outcome) => spread.series({ type, operation, outcome });
  return { ok: of('ok'), error: of('error'), fault: of('fault') };
}

/** Kept by type and name, of both of which there are few: asked for by every request. */
function createSeconds(
  known: KnownOperations,
): (admitted: AdmittedOperation | RefusedOperation) => SeriesByOutcome {
  const refused = secondsOf('none', 'none');
  const byType = {
    query: new Map<string, SeriesByOutcome>(),
    mutation: new Map<string, SeriesByOutcome>(),
    subscription: new Map<string, SeriesByOutcome>(),
  };
  return (admitted) => {
    if (admitted.kind === 'refused') return refused;
    const type = admitted.operation.operation;
    const name = known.nameOf(admitted.operation);
    const kept = byType[type].get(name);
    if (kept) return kept;
    const made = secondsOf(type, name);
    byType[type].set(name, made);
    return made;
  };
}

export function createAnswer({ apiSchema, executor, mask, known }: AnswerOptions): Answer {
  const seconds = createSeconds(known);
  const divide = createDivider();

  const run = (
    admitted: AdmittedOperation,
    context: OperationContext,
  ): ExecutionResult | Promise<ExecutionResult> => {
    const { aboutSchema, rest } = divide(admitted);
    if (!aboutSchema) return executor.execute(admitted, context);
    const schema = introspect(apiSchema, aboutSchema);
    if (!rest) return schema;
    const running = executor.execute(rest, context);
    return isPromise(running)
      ? running.then((result) => joined(admitted, schema, result))
      : joined(admitted, schema, running);
  };

  /** Only what the public may read, and in the order of the specification's examples. */
  const shown = (result: ExecutionResult, admitted: AdmittedOperation): Answered => {
    const { data, errors } = result;
    if (!errors || errors.length === 0) return data === undefined ? {} : { data };
    const told = { errors: errors.map((error) => mask.show(located(error, admitted))) };
    if (data !== undefined) return { ...told, data };
    // Without data nothing has run: the plan was refused.
    return told.errors.every(isRefusal) ? { ...told, status: statusOf(told.errors) } : told;
  };

  const failed = (error: unknown): Answered => {
    const originalError = error instanceof Error ? error : new Error(String(error));
    return { errors: [mask.show(new GraphQLError(originalError.message, { originalError }))] };
  };

  /** Promises only where something is awaited: each costs a request a turn. */
  const answer = (admitted: AdmittedOperation, context: OperationContext): Answered | Promise<Answered> => {
    try {
      const result = run(admitted, context);
      if (!isPromise(result)) return shown(result, admitted);
      return result.then((each) => shown(each, admitted)).catch(failed);
    } catch (error) {
      return failed(error);
    }
  };

  return (admitted, context) => {
    const startedAt = performance.now();
    const done = (answered: Answered): Answered => {
      seconds(admitted)[outcomeOf(answered.errors)].observe((performance.now() - startedAt) / 1000);
      return answered;
    };
    if (admitted.kind === 'refused') {
      return done({ errors: admitted.errors, status: statusOf(admitted.errors) });
    }
    const answered = answer(admitted, context);
    return isPromise(answered) ? answered.then(done) : done(answered);
  };
}

function statusOf(errors: readonly GraphQLError[]): number {
  const code = errors[0]?.extensions.code;
  if (code === 'SERVICE_UNAVAILABLE') return BUSY;
  return code === 'RATE_LIMITED' ? TOO_MANY_REQUESTS : REFUSED;
}

function isRefusal({ extensions }: GraphQLError): boolean {
  return extensions.code === 'BAD_USER_INPUT' || extensions.code === 'RATE_LIMITED';
}
