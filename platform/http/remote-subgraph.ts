import type { ExecutionResult } from 'graphql';
import { Pool } from 'undici';
import type { Budget } from '../graphql/budget.ts';
import { budgetExceeded, serviceUnavailable } from '../graphql/errors.ts';
import type { Logger } from '../telemetry/logger.ts';
import { gauge } from '../telemetry/metrics.ts';
import { currentTraceparent } from '../telemetry/tracing.ts';
import { Circuit, type Outcome } from './circuit.ts';
import { readResult } from './read-result.ts';
import { type Received, receive } from './receive.ts';
import { type WireHeaders, wire } from './wire.ts';

/** A query or mutation for a subgraph elsewhere. */
export interface RemoteQuestion {
  readonly text: string;
  readonly operationName?: string;
  readonly variables: unknown;
  /** A query; a mutation is sent once, whatever happens. */
  readonly mayRepeat: boolean;
  /** Who asks, in the form that the subgraph understands. */
  readonly headers: WireHeaders;
  /** When it ends, so does the request, and the answer is its fault. */
  readonly budget: Budget;
}

/** A subgraph in another process: connections that are kept, one circuit. */
export interface RemoteSubgraph {
  readonly name: string;
  /** Never rejects: what goes wrong stands in `errors`, with a code and nothing of addresses. */
  ask(question: RemoteQuestion): Promise<ExecutionResult>;
  /** Cuts what still runs. */
  close(): Promise<void>;
}

export interface RemoteLimits {
  /** Connections, each of which carries one request at a time. */
  readonly connections: number;
  /** Requests that may wait for a connection; more are turned away. */
  readonly waiting: number;
  readonly connectMs: number;
  /** Of one answer. */
  readonly answerBytes: number;
  /** The circuit opens after so many failures in a row. */
  readonly failures: number;
  /** A deadline that passed is a failure of the subgraph only when it had so long. */
  readonly fairMs: number;
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
}

export const remoteLimits: RemoteLimits = {
  connections: 64,
  waiting: 1_000,
  connectMs: 3_000,
  // As much as a subgraph answers anybody (platform/graphql/subgraph-server.ts).
  answerBytes: 64 * 1024 * 1024,
  failures: 5,
  fairMs: 1_000,
  firstPauseMs: 500,
  longestPauseMs: 10_000,
};

export interface RemoteSubgraphOptions {
  readonly name: string;
  /** http://tickets:4103/graphql */
  readonly url: string;
  readonly limits?: Partial<RemoteLimits>;
  readonly logger: Logger;
}

const circuitOpen = gauge(
  'parterre_subgraph_circuit_open',
  'Whether a subgraph elsewhere is not asked at present, because it did not answer.',
  ['subgraph'],
);

/** @throws TypeError when the URL is none */
export function connectSubgraph(options: RemoteSubgraphOptions): RemoteSubgraph {
  const { name } = options;
  const limits = { ...remoteLimits, ...options.limits };
  const logger = options.logger.child({ subgraph: name });
  const url = new URL(options.url);
  const path = `${url.pathname}${url.search}`;
  const pool = new Pool(url.origin, {
    connections: limits.connections,
    connect: { timeout: limits.connectMs },
    pipelining: 1,
    // Budgets end requests, and a client that goes away does.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  const circuit = new Circuit({
    ...limits,
    onChange(isOpen) {
      circuitOpen.set({ subgraph: name }, isOpen ? 1 : 0);
      if (isOpen) logger.warn({}, 'the subgraph does not answer and is asked no more for a while');
      else logger.info({}, 'the subgraph answers again');
    },
  });
  circuitOpen.set({ subgraph: name }, 0);
  let running = 0;

  const send = ({ text, operationName, variables, headers, budget }: RemoteQuestion): Promise<Received> => {
    const body = JSON.stringify({ query: text, operationName, variables });
    const left = budget.remainingMs();
    const traceparent = currentTraceparent();
    running += 1;
    return receive(
      pool,
      {
        path,
        method: 'POST',
        headers: {
          ...headers,
          'content-type': 'application/json',
          accept: 'application/json',
          ...(Number.isFinite(left) ? { [wire.deadline]: String(Math.floor(left)) } : {}),
          ...(traceparent === undefined ? {} : { [wire.traceparent]: traceparent }),
        },
        body,
      },
      {
        budget,
        mostBytes: limits.answerBytes,
        onSettled() {
          running -= 1;
        },
      },
    );
  };

  const judge = (received: Received, { budget, mayRepeat }: RemoteQuestion, hadMs: number): Judged => {
    switch (received.kind) {
      case 'ended':
        return {
          result: { errors: [budget.fault ?? unreachable(name, mayRepeat)] },
          outcome: budget.fault && isDeadline(budget.fault) && hadMs >= limits.fairMs ? 'failed' : 'unknown',
        };
      case 'too large': {
        const fault = budgetExceeded(
          `expected an answer of at most ${limits.answerBytes} bytes; ask for fewer fields or for shorter lists`,
        );
        return { result: { errors: [fault] }, outcome: 'answered' };
      }
      case 'broken':
        logger.warn({ error: received.error }, 'a subgraph could not be asked');
        return { result: { errors: [unreachable(name, mayRepeat)] }, outcome: 'failed' };
      case 'whole': {
        const { status, body } = received;
        const result = status < 500 ? readResult(parsed(body)) : undefined;
        if (result && status !== 401) return { result, outcome: 'answered' };
        logger.warn({ status, bytes: body.length }, 'a subgraph gave no answer that can be used');
        // A subgraph that refuses who asks is well; whoever configured one of the two has to mend it.
        return {
          result: { errors: [unreadable(name, mayRepeat)] },
          outcome: status === 401 || status === 403 ? 'answered' : 'failed',
        };
      }
    }
  };

  return {
    name,
    async ask(question) {
      const { budget, mayRepeat } = question;
      if (budget.fault) return { errors: [budget.fault] };
      if (running >= limits.connections + limits.waiting) return { errors: [busy(name)] };
      const pass = circuit.enter();
      if (!pass) return { errors: [notAsked(name)] };
      const hadMs = budget.remainingMs();
      let judged: Judged | undefined;
      try {
        let received = await send(question);
        // Once, and at once: a connection that was kept may have been closed while the question was on its way.
        if (received.kind === 'broken' && mayRepeat && !budget.hasEnded) received = await send(question);
        judged = judge(received, question, hadMs);
      } catch (error) {
        logger.error({ error }, 'a question to a subgraph could not be sent');
      }
      judged ??= { result: { errors: [unreachable(name, mayRepeat)] }, outcome: 'unknown' };
      pass.leave(judged.outcome);
      return judged.result;
    },
    close: () => pool.destroy(),
  };
}

interface Judged {
  readonly result: ExecutionResult;
  readonly outcome: Outcome;
}

function isDeadline({ extensions }: { readonly extensions: Readonly<Record<string, unknown>> }): boolean {
  return extensions.code === 'DEADLINE_EXCEEDED';
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}

const maybeDone = '. The mutation may have taken effect: repeat it with the same idempotency key';

function unreachable(name: string, mayRepeat: boolean) {
  return serviceUnavailable(
    `the ${name} subgraph cannot be reached; try again in a moment${mayRepeat ? '' : maybeDone}`,
  );
}

function unreadable(name: string, mayRepeat: boolean) {
  return serviceUnavailable(
    `the ${name} subgraph gave no answer that can be used; try again in a moment${mayRepeat ? '' : maybeDone}`,
  );
}

/** Nothing has been sent: a mutation has not taken effect either. */
function notAsked(name: string) {
  return serviceUnavailable(`the ${name} subgraph does not answer at present; try again in a moment`);
}

function busy(name: string) {
  return serviceUnavailable(`the ${name} subgraph has more to do than it can; try again in a moment`);
}
