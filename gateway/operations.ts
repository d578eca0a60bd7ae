import type { Budget } from '@parterre/platform/graphql/budget.ts';
import { serviceUnavailable } from '@parterre/platform/graphql/errors.ts';
import { isTraced } from '@parterre/platform/telemetry/tracing.ts';
import { withinBound } from '@parterre/platform/timing/bounded-work.ts';
import { GraphQLError, OperationTypeNode } from 'graphql';
import type {
  Admission,
  AdmittedOperation,
  OperationRequest,
  RefusedOperation,
} from './admission/admission.ts';
import type { Answer, Answered } from './answer.ts';
import type { Caller } from './caller.ts';
import { isPromise } from './execution/compiled-fetch.ts';
import type { KnownOperations } from './known-operations.ts';
import { inOperationSpan } from './operation-span.ts';
import type { RateRefusal } from './rates/rate-limited.ts';
import type { RateAllowance, Rates } from './rates/rates.ts';
import type { Workload } from './workload.ts';

/** Where an operation came from. */
export interface OperationOrigin {
  readonly caller: Caller;
  readonly address: string;
  /**
   * Calls back when nobody waits for the answer any more: then the work ends, or does not begin. A mutation that
   * has begun is done to its end: whoever lost the connection asks again and finds it done.
   */
  whenGone?(end: () => void): void;
}

/** An operation as it was judged, and what its HTTP answer says of rates. */
export interface Judged {
  readonly operation: AdmittedOperation | RefusedOperation;
  readonly headers: Readonly<Record<string, string>>;
}

/** The one way of an operation through the gateway, whatever it came over: rates, admission, rates, execution. */
export interface Operations {
  /** Judges by shape and cost alone. For transports that ask `refusal` as well, with an await between. */
  admit(request: OperationRequest, address: string): AdmittedOperation | RefusedOperation;
  /** Why an admitted operation may not run now, by its rate. What it takes is settled by `answer`. */
  refusal(operation: AdmittedOperation, from: OperationOrigin): Promise<RateRefusal | undefined>;
  /**
   * Whether it may run, by its shape and cost and by what its address and caller have asked for lately.
   *
   * @param prepare refuses what is admitted after all, or says with which variables it runs
   */
  judge(request: OperationRequest, from: OperationOrigin, prepare?: Prepare): Promise<Judged>;
  /**
   * The answer to what was judged, within a budget of its own, when it is its turn and may be written. Never rejects.
   */
  answer(operation: AdmittedOperation | RefusedOperation, from: OperationOrigin): Promise<Answered>;
  /** Whether the answer is known to be small. */
  isLight(operation: AdmittedOperation): boolean;
}

export type Prepare = (operation: AdmittedOperation) => PreparedVariables | RefusedOperation;

export interface PreparedVariables {
  readonly kind: 'variables';
  readonly variables: Readonly<Record<string, unknown>>;
}

export interface OperationEngine {
  readonly admission: Admission;
  readonly answer: Answer;
}

export interface OperationsOptions {
  /** Of the newest supergraph. An operation is answered by the one that has admitted it. */
  current(): OperationEngine;
  readonly rates: Rates;
  readonly workload: Workload;
  /** What spans may be called by. */
  readonly known: KnownOperations;
  /** What an operation may use; of a refused one, to say so. */
  newBudget(operation: AdmittedOperation | RefusedOperation): Budget;
}

/** Written to nobody: the client has closed its connection. */
const gone = serviceUnavailable('nobody waits for the answer any more');

export function createOperations({
  current,
  rates,
  workload,
  known,
  newBudget,
}: OperationsOptions): Operations {
  /** What an operation has taken from rates, to be settled when its answer is there. */
  const allowances = new WeakMap<AdmittedOperation, RateAllowance>();

  /** Rates are asked between admission and answer, and a newer supergraph may come meanwhile. */
  const engines = new WeakMap<AdmittedOperation, OperationEngine>();

  const admit: Operations['admit'] = (request, address) => {
    const engine = current();
    const operation = engine.admission.admit(request, address);
    if (operation.kind === 'admitted') engines.set(operation, engine);
    else if (!isRateLimited(operation)) void rates.refused(address);
    return operation;
  };

  const prepared = (
    operation: AdmittedOperation | RefusedOperation,
    request: OperationRequest,
    address: string,
    prepare: Prepare | undefined,
  ) => {
    if (!prepare || operation.kind === 'refused') return operation;
    const given = prepare(operation);
    if (given.kind === 'refused') {
      void rates.refused(address);
      return given;
    }
    if (given.variables === operation.variables) return operation;
    return admit({ ...request, variables: given.variables }, address);
  };

  const rate = async (operation: AdmittedOperation, { caller, address }: OperationOrigin) => {
    const rated = await rates.admit({ address, caller, operation });
    if (rated.kind === 'allowed') allowances.set(operation, rated);
    return rated;
  };

  /** Runs an operation when it is its turn. */
  const run = async (
    operation: AdmittedOperation,
    { caller, address, whenGone }: OperationOrigin,
    budget: Budget,
  ): Promise<Answered> => {
    const engine = engines.get(operation) ?? current();
    const isQuery = operation.operation.operation === OperationTypeNode.QUERY;
    let hasBegun = false;
    let isWatched = false;
    // Nobody goes away meanwhile when there is nothing to wait for.
    const watchForGone = () => {
      if (isWatched) return;
      isWatched = true;
      whenGone?.(() => {
        if (isQuery || !hasBegun) budget.abort(gone);
      });
    };
    const entered = workload.enter({ operation, caller, address, budget });
    if (isPromise(entered)) watchForGone();
    const permit = isPromise(entered) ? await entered : entered;
    if (permit instanceof GraphQLError) return engine.answer(refusedBy(permit), { caller, budget });
    hasBegun = true;
    try {
      const answering = withinBound(budget, () => engine.answer(operation, { caller, budget }));
      if (isPromise(answering)) watchForGone();
      const answered = isPromise(answering) ? await answering : answering;
      const allowance = allowances.get(operation);
      if (allowance) await allowance.settle(answered.data);
      return answered;
    } finally {
      permit.leave();
    }
  };

  return {
    admit,
    async refusal(operation, from) {
      const rated = await rate(operation, from);
      return rated.kind === 'limited' ? rated : undefined;
    },

    async judge(request, from, prepare) {
      const early = await rates.begin(from.address);
      if (early) return { operation: refusedBy(early.error), headers: early.headers };
      const operation = prepared(admit(request, from.address), request, from.address, prepare);
      if (operation.kind === 'refused') return { operation, headers: {} };
      const rated = await rate(operation, from);
      if (rated.kind === 'limited') return { operation: refusedBy(rated.error), headers: rated.headers };
      return { operation, headers: rated.headers };
    },

    async answer(operation, from) {
      const budget = newBudget(operation);
      try {
        if (operation.kind === 'refused') {
          return await current().answer(operation, { caller: from.caller, budget });
        }
        const answered = isTraced()
          ? await inOperationSpan(operation, known, () => run(operation, from, budget))
          : await run(operation, from, budget);
        if (!budget.fault) await workload.turnToWrite(budget.spentBytes);
        return answered;
      } finally {
        budget.close();
      }
    },

    isLight: workload.isLight,
  };
}

/** Nothing has been judged then, and so nothing is to be paid for. */
function isRateLimited({ errors }: RefusedOperation): boolean {
  return errors[0]?.extensions.code === 'RATE_LIMITED';
}

function refusedBy(error: GraphQLError): RefusedOperation {
  return { kind: 'refused', errors: [error] };
}
