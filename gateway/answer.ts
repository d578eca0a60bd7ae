import { histogram, type Series } from '@parterre/platform/telemetry/metrics.ts';
import { type ExecutionResult, GraphQLError, type GraphQLSchema } from 'graphql';
import type { AdmittedOperation, RefusedOperation } from './admission/admission.ts';
import { located } from './errors/locate-errors.ts';
import type { ErrorMask } from './errors/mask-errors.ts';
import type { Executor, OperationContext } from './execution/executor.ts';
import { createDivider, introspect, joined } from './introspection.ts';

/** The body of an answer, and the HTTP status when it is not 200: for transports that have one, never part of the body. */
export type Answered = ExecutionResult & { readonly status?: number };

/**
 * Answers a query or a mutation, or tells why it was refused: the same over every transport. Never rejects.
 * Errors of the result are GraphQLErrors that show nothing of the inside.
 */
export type Answer = (
  admitted: AdmittedOperation | RefusedOperation,
  context: OperationContext,
) => Promise<Answered>;

export interface AnswerOptions {
  readonly apiSchema: GraphQLSchema;
  readonly executor: Pick<Executor, 'execute'>;
  readonly mask: ErrorMask;
}

/** An operation that was refused before anything ran. */
const REFUSED = 400;
const TOO_MANY_REQUESTS = 429;
const spread = histogram('parterre_gateway_seconds', 'Time to answer one operation at the public door.', [
  'operation',
  'outcome',
]);
const seconds = {
  query: secondsOf('query'),
  mutation: secondsOf('mutation'),
  subscription: secondsOf('subscription'),
  none: secondsOf('none'),
};

function secondsOf(operation: string): Readonly<Record<'ok' | 'error', Series>> {
  return {
    ok: spread.series({ operation, outcome: 'ok' }),
    error: spread.series({ operation, outcome: 'error' }),
  };
}

export function createAnswer({ apiSchema, executor, mask }: AnswerOptions): Answer {
  const divide = createDivider();

  const run = async (admitted: AdmittedOperation, context: OperationContext): Promise<ExecutionResult> => {
    const { aboutSchema, rest } = divide(admitted);
    if (!aboutSchema) return executor.execute(admitted, context);
    const schema = introspect(apiSchema, aboutSchema);
    return rest ? joined(admitted, schema, await executor.execute(rest, context)) : schema;
  };

  /** Only what the public may read, and in the order of the specification's examples. */
  const shown = ({ data, errors }: ExecutionResult, admitted: AdmittedOperation): ExecutionResult => ({
    ...(errors && errors.length > 0
      ? { errors: errors.map((error) => mask.show(located(error, admitted))) }
      : {}),
    ...(data === undefined ? {} : { data }),
  });

  const answer: Answer = async (admitted, context) => {
    if (admitted.kind === 'refused') return { errors: admitted.errors, status: statusOf(admitted.errors) };
    try {
      const result = shown(await run(admitted, context), admitted);
      // Without data nothing has run: the plan was refused.
      const isRefused = !('data' in result) && result.errors?.every(isRefusal);
      return isRefused ? { ...result, status: REFUSED } : result;
    } catch (error) {
      const originalError = error instanceof Error ? error : new Error(String(error));
      return { errors: [mask.show(new GraphQLError(originalError.message, { originalError }))] };
    }
  };

  return async (admitted, context) => {
    const startedAt = performance.now();
    const answered = await answer(admitted, context);
    const operation = admitted.kind === 'refused' ? 'none' : admitted.operation.operation;
    const outcome = answered.errors ? 'error' : 'ok';
    seconds[operation][outcome].observe((performance.now() - startedAt) / 1000);
    return answered;
  };
}

function statusOf(errors: readonly GraphQLError[]): number {
  return errors[0]?.extensions.code === 'RATE_LIMITED' ? TOO_MANY_REQUESTS : REFUSED;
}

function isRefusal({ extensions }: GraphQLError): boolean {
  return extensions.code === 'BAD_USER_INPUT';
}
