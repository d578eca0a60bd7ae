import type { ExecutionResult } from 'graphql';
import { budgetExceeded, serviceUnavailable } from '../graphql/errors.ts';
import type { Logger } from '../telemetry/logger.ts';
import type { Outcome, Pass } from './circuit.ts';
import { LeastBusy } from './least-busy.ts';
import { readResult } from './read-result.ts';
import type { Received } from './receive.ts';
import { type RemoteLimits, type RemoteQuestion, Replica } from './replica.ts';

export type { RemoteLimits, RemoteQuestion } from './replica.ts';

/** A subgraph in other processes, its replicas. */
export interface RemoteSubgraph {
  readonly name: string;
  /** Never rejects: what goes wrong stands in `errors`, with a code and nothing of addresses. */
  ask(question: RemoteQuestion): Promise<ExecutionResult>;
  /** Cuts what still runs. */
  close(): void;
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
  /** One a replica: http://tickets:4103/graphql. All of them do the same work. */
  readonly urls: readonly string[];
  readonly limits?: Partial<RemoteLimits>;
  readonly logger: Logger;
}

/**
 * A question goes to the replica with the fewest requests in flight, of those whose circuit lets it in. What was
 * certainly never sent may be asked at every other replica; what may have been sent is asked once more, at another
 * replica where one may be asked, when it is a query, and never when it is a mutation.
 *
 * @throws TypeError when a URL is none, or there is none
 */
export function connectSubgraph({ name, urls, limits, logger }: RemoteSubgraphOptions): RemoteSubgraph {
  if (urls.length === 0) throw new TypeError(`expected the URL of the ${name} subgraph, got none`);
  const allLimits = { ...remoteLimits, ...limits };
  const replicas = new LeastBusy(
    urls.map((url, index) => new Replica({ name, number: index + 1, url, limits: allLimits, logger })),
    ({ running }) => running,
  );

  const enter = (tried: readonly Replica[]): Visit | undefined => {
    const replica = replicas.choose((each) => each.isOpen && !tried.includes(each));
    const pass = replica?.enter();
    return replica && pass && { replica, pass };
  };

  /** Asks the replica that was entered, and others where that may be. Does not reject. */
  const askFrom = async (first: Visit, question: RemoteQuestion): Promise<ExecutionResult> => {
    const { budget, mayRepeat } = question;
    const tried: Replica[] = [];
    let repetitions = mayRepeat ? 1 : 0;
    for (let visit = first; ; ) {
      const { replica, pass } = visit;
      let judged: Judged | undefined;
      try {
        let received = await replica.send(question);
        let next: Visit | undefined;
        if (received.kind === 'broken' && !budget.hasEnded) {
          tried.push(replica);
          if (received.isUnsent || repetitions > 0) next = enter(tried);
          if (next && !received.isUnsent) repetitions -= 1;
          // Also at the only one there is: a connection that was kept may have been closed meanwhile.
          if (!next && repetitions > 0) received = await replica.send(question);
        }
        judged = judge(replica, received, question);
        if (!next) return judged.result;
        visit = next;
      } catch (error) {
        logger.error({ error, subgraph: name }, 'a question to a subgraph could not be sent');
        return { errors: [unreachable(name, mayRepeat)] };
      } finally {
        pass.leave(judged?.outcome ?? 'unknown');
      }
    }
  };

  const judge = ({ logger }: Replica, received: Received, { budget, mayRepeat }: RemoteQuestion): Judged => {
    switch (received.kind) {
      case 'ended':
        return {
          result: { errors: [budget.fault ?? unreachable(name, mayRepeat)] },
          outcome:
            budget.fault && isDeadline(budget.fault) && received.hadMs >= allLimits.fairMs
              ? 'failed'
              : 'unknown',
        };
      case 'too large': {
        const fault = budgetExceeded(
          `expected an answer of at most ${allLimits.answerBytes} bytes; ask for fewer fields or for shorter lists`,
        );
        return { result: { errors: [fault] }, outcome: 'answered' };
      }
      case 'broken': {
        const { error, isUnsent } = received;
        logger.warn({ error }, 'a subgraph could not be asked');
        return { result: { errors: [unreachable(name, mayRepeat || isUnsent)] }, outcome: 'failed' };
      }
      case 'whole': {
        const { status, body } = received;
        const result = status < 500 ? readResult(parsed(body)) : undefined;
        if (result && status !== 401) return { result, outcome: 'answered' };
        logger.warn({ status, bytes: Buffer.byteLength(body) }, 'a subgraph gave no answer that can be used');
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
    ask(question) {
      const { budget } = question;
      if (budget.fault) return Promise.resolve({ errors: [budget.fault] });
      const visit = enter([]);
      if (visit) return askFrom(visit, question);
      const isFull = replicas.all.some((replica) => replica.isFull);
      return Promise.resolve({ errors: [isFull ? busy(name) : notAsked(name)] });
    },
    close() {
      for (const replica of replicas.all) replica.close();
    },
  };
}

/** A replica that is asked, and what its circuit has to be told of it. */
interface Visit {
  readonly replica: Replica;
  readonly pass: Pass;
}

interface Judged {
  readonly result: ExecutionResult;
  readonly outcome: Outcome;
}

function isDeadline({ extensions }: { readonly extensions: Readonly<Record<string, unknown>> }): boolean {
  return extensions.code === 'DEADLINE_EXCEEDED';
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

const maybeDone = '. The mutation may have taken effect: repeat it with the same idempotency key';

/** @param isHarmless whether nothing can have taken effect, or nothing that a repetition would do twice */
function unreachable(name: string, isHarmless: boolean) {
  return serviceUnavailable(
    `the ${name} subgraph cannot be reached; try again in a moment${isHarmless ? '' : maybeDone}`,
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
