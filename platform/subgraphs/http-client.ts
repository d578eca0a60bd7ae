import { type DocumentNode, getOperationAST, OperationTypeNode, print } from 'graphql';
import type { ServiceTokens } from '../auth/service-tokens.ts';
import { connectSubgraph, type RemoteLimits, type RemoteSubgraph } from '../http/remote-subgraph.ts';
import { type Opening, openingOf } from '../http/replica.ts';
import { callerHeaders } from '../http/wire.ts';
import type { Caller } from '../kernel/caller.ts';
import type { Logger } from '../telemetry/logger.ts';
import { inSpan } from '../telemetry/tracing.ts';
import { askSpan } from './ask-span.ts';
import { budgetFor, DEFAULT_TIMEOUT_MS } from './budget-for.ts';
import { answerIn, type SubgraphClient, SubgraphUnavailable } from './subgraph-client.ts';

export interface HttpSubgraphsOptions {
  /** Who asks: a subgraph, or for a gateway whoever it speaks for. */
  readonly caller: Caller;
  /** Where each of the others is, replica by replica: http://events:4102/graphql */
  readonly urls: Readonly<Record<string, readonly string[]>>;
  /** Of the part of the server that asks. */
  readonly serviceTokens: Pick<ServiceTokens, 'sign'>;
  /** How long an answer is awaited at most, in milliseconds; less when whoever asked this one waits less. */
  readonly timeoutMs?: number;
  readonly limits?: Partial<RemoteLimits>;
  readonly logger: Logger;
}

export interface HttpSubgraphs extends SubgraphClient {
  /** Cuts what still runs. */
  close(): Promise<void>;
}

interface SentDocument {
  readonly opening: Opening;
  readonly mayRepeat: boolean;
}

/**
 * Subgraphs in other processes. A question has what is left of the budget of whatever asks; when that ends, so does
 * the work at the other end, and the question counts as not answered. Which replica is asked, and what is asked again,
 * is said in platform/http/remote-subgraph.ts: a mutation that may have been sent never, since what it was to change may
 * or may not have been changed.
 *
 * @throws TypeError when a URL is none
 */
export function httpSubgraphs(options: HttpSubgraphsOptions): HttpSubgraphs {
  const { caller, serviceTokens, timeoutMs = DEFAULT_TIMEOUT_MS, limits, logger } = options;
  const remotes = new Map<string, RemoteSubgraph>(
    Object.entries(options.urls).map(([name, urls]) => [
      name,
      connectSubgraph({ name, urls, limits, logger }),
    ]),
  );
  return {
    ask: <Result, Variables>(
      subgraph: string,
      document: DocumentNode,
      variables: Variables,
    ): Promise<Result> =>
      inSpan(askSpan(subgraph, document, 'elsewhere'), async () => {
        const remote = remotes.get(subgraph);
        if (!remote) {
          throw new SubgraphUnavailable(
            subgraph,
            new Error(`nobody has said where the ${subgraph} subgraph is`),
          );
        }
        const budget = budgetFor(timeoutMs);
        try {
          const headers = callerHeaders(await serviceTokens.sign(caller, subgraph));
          const result = await remote.ask({ ...sentOf(document), variables, headers, budget });
          return answerIn<Result>(subgraph, result);
        } finally {
          budget.close();
        }
      }),
    async close() {
      for (const remote of remotes.values()) remote.close();
    },
  };
}

/** The contracts' documents are made once, so that each is written as text once. */
const sent = new WeakMap<DocumentNode, SentDocument>();

function sentOf(document: DocumentNode): SentDocument {
  const known = sent.get(document);
  if (known) return known;
  const made = {
    opening: openingOf(print(document)),
    mayRepeat: getOperationAST(document)?.operation === OperationTypeNode.QUERY,
  };
  sent.set(document, made);
  return made;
}
