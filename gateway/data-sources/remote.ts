import { SpanKind } from '@opentelemetry/api';
import { serviceUnavailable } from '@parterre/platform/graphql/errors.ts';
import {
  connectStreams,
  type RemoteStreams,
  type StreamLimits,
} from '@parterre/platform/http/remote-streams.ts';
import { connectSubgraph, type RemoteLimits } from '@parterre/platform/http/remote-subgraph.ts';
import { type Opening, openingOf } from '@parterre/platform/http/replica.ts';
import type { WireHeaders } from '@parterre/platform/http/wire.ts';
import type { Logger } from '@parterre/platform/telemetry/logger.ts';
import {
  currentTraceparent,
  inSpan,
  isTraced,
  markFailed,
  type NewSpan,
} from '@parterre/platform/telemetry/tracing.ts';
import { type DocumentNode, type ExecutionResult, getOperationAST, OperationTypeNode } from 'graphql';
import type { Caller } from '../caller.ts';
import type { DataSource, SubgraphRequest } from '../data-source.ts';

/**
 * How a subgraph is told who asks: headers of a request, and of a subscription those in its payload's
 * `extensions.headers`. Undefined stands for the gateway itself, which opens the connection that subscriptions share.
 */
export type HeadersOf = (caller: Caller | undefined) => WireHeaders | Promise<WireHeaders>;

export interface RemoteDataSourceOptions {
  /** The subgraph's name in the supergraph. */
  readonly name: string;
  /** Its routing URL, or one a replica. */
  readonly urls: readonly string[];
  /** Unless given, nothing is said of callers. */
  readonly headersOf?: HeadersOf;
  readonly limits?: Partial<RemoteLimits>;
  readonly streamLimits?: Partial<StreamLimits>;
  readonly logger: Logger;
}

export interface RemoteDataSource extends DataSource {
  /** Cuts what still runs. */
  close(): Promise<void>;
}

/**
 * A subgraph in other processes. A request ends with its budget, whose milliseconds travel with it; queries are
 * asked once more when a connection breaks, mutations that may have been sent never (platform/http/remote-subgraph.ts);
 * a replica that does not answer is left alone for a while (platform/http/circuit.ts). Subscriptions share one connection
 * to each replica, and go on by themselves, at another one where there is one, when it was lost.
 *
 * @throws TypeError when a URL is none
 */
export function remoteDataSource(options: RemoteDataSourceOptions): RemoteDataSource {
  const { name, headersOf = () => ({}), logger } = options;
  const subgraph = connectSubgraph(options);
  const streams: RemoteStreams = connectStreams({
    name,
    urls: options.urls,
    connectionHeaders: async () => headersOf(undefined),
    limits: options.streamLimits,
    logger,
  });

  const send = (request: SubgraphRequest, headers: WireHeaders): Promise<ExecutionResult> => {
    const { opening, mayRepeat } = sentOf(request);
    return subgraph.ask({
      opening,
      variables: request.variables,
      mayRepeat,
      headers,
      budget: request.budget,
    });
  };

  const untold = (error: unknown): ExecutionResult => {
    logger.error({ error, subgraph: name }, 'a caller could not be told to a subgraph');
    return { errors: [serviceUnavailable(`the ${name} subgraph cannot be asked; try again in a moment`)] };
  };

  const ask = (request: SubgraphRequest): ExecutionResult | Promise<ExecutionResult> => {
    let headers: WireHeaders | Promise<WireHeaders>;
    try {
      headers = headersOf(request.caller);
    } catch (error) {
      return untold(error);
    }
    if (!(headers instanceof Promise)) return send(request, headers);
    return headers.then((told) => send(request, told), untold);
  };

  return {
    name,

    execute(request) {
      if (!isTraced()) return ask(request);
      return inSpan(fetchSpan(name, sentOf(request).type), async (span) => {
        const result = await ask(request);
        const failed = result.errors?.find(({ extensions }) => extensions.code === 'SERVICE_UNAVAILABLE');
        if (failed) markFailed(span, failed);
        return result;
      });
    },

    async subscribe(request) {
      const { text, operationName, variables, caller, budget, resumeAfter } = request;
      const traceparent = currentTraceparent();
      return streams.subscribe({
        text,
        operationName,
        variables,
        headers: async () => ({ ...(await headersOf(caller)), ...(traceparent ? { traceparent } : {}) }),
        resumeAfter,
        signal: budget.signal,
      });
    },

    async close() {
      subgraph.close();
      await streams.close();
    },
  };
}

interface Sent {
  readonly text: string;
  readonly operationName: string | undefined;
  readonly type: OperationTypeNode;
  readonly mayRepeat: boolean;
  readonly opening: Opening;
}

/** A plan's document is the same object each time. */
const sent = new WeakMap<DocumentNode, Sent>();

function sentOf({
  document,
  text,
  operationName,
}: Pick<SubgraphRequest, 'document' | 'text' | 'operationName'>): Sent {
  const known = sent.get(document);
  if (known && known.text === text && known.operationName === operationName) return known;
  const type = getOperationAST(document, operationName)?.operation ?? OperationTypeNode.MUTATION;
  const mayRepeat = type === OperationTypeNode.QUERY;
  const made = { text, operationName, type, mayRepeat, opening: openingOf(text, operationName) };
  sent.set(document, made);
  return made;
}

/** The operation's own name is the client's, and no part of a span's. */
function fetchSpan(subgraph: string, type: OperationTypeNode): NewSpan {
  return {
    name: type,
    kind: SpanKind.CLIENT,
    attributes: { 'graphql.operation.type': type, 'parterre.asked_subgraph': subgraph },
  };
}
