import type { Budget } from '../graphql/budget.ts';
import type { Logger } from '../telemetry/logger.ts';
import { gauge } from '../telemetry/metrics.ts';
import { currentTraceparent } from '../telemetry/tracing.ts';
import { Circuit, type Pass } from './circuit.ts';
import { Connections } from './connections.ts';
import { type Received, receive } from './receive.ts';
import { type WireHeaders, wire } from './wire.ts';

/** A query or mutation for a subgraph elsewhere. */
export interface RemoteQuestion {
  readonly text: string;
  readonly operationName?: string;
  readonly variables: unknown;
  /** A query; a mutation that may have been sent is not sent again, whatever happens. */
  readonly mayRepeat: boolean;
  /** Who asks, in the form that the subgraph understands. */
  readonly headers: WireHeaders;
  /** When it ends, so does the request, and the answer is its fault. */
  readonly budget: Budget;
}

/** Of each replica. */
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

export interface ReplicaOptions {
  /** Of the subgraph. */
  readonly name: string;
  /** Counted from 1. */
  readonly number: number;
  readonly url: string;
  readonly limits: RemoteLimits;
  readonly logger: Logger;
}

const circuitOpen = gauge(
  'parterre_subgraph_circuit_open',
  'Whether a replica of a subgraph elsewhere is not asked at present, because it did not answer. Replicas are counted from 1, in the order of their addresses.',
  ['subgraph', 'replica'],
);

/** One process of a subgraph: connections that are kept, one circuit. */
export class Replica {
  readonly logger: Logger;
  readonly #limits: RemoteLimits;
  readonly #path: string;
  readonly #connections: Connections;
  readonly #circuit: Circuit;
  #running = 0;

  /** @throws TypeError when the URL is none */
  constructor({ name, number, url: address, limits, logger }: ReplicaOptions) {
    this.logger = logger.child({ subgraph: name, replica: number });
    this.#limits = limits;
    const url = new URL(address);
    this.#path = `${url.pathname}${url.search}`;
    this.#connections = new Connections({
      origin: url.origin,
      most: limits.connections,
      connectMs: limits.connectMs,
    });
    const labels = { subgraph: name, replica: String(number) };
    this.#circuit = new Circuit({
      ...limits,
      onChange: (isOpen) => {
        circuitOpen.set(labels, isOpen ? 1 : 0);
        if (isOpen) this.logger.warn({}, 'the subgraph does not answer and is asked no more for a while');
        else this.logger.info({}, 'the subgraph answers again');
      },
    });
    circuitOpen.set(labels, 0);
  }

  /** Requests that are on their way or wait for a connection. */
  get running(): number {
    return this.#running;
  }

  get isFull(): boolean {
    return this.#running >= this.#limits.connections + this.#limits.waiting;
  }

  /** Whether it may be asked at this moment. */
  get isOpen(): boolean {
    return !this.isFull && this.#circuit.letsIn;
  }

  enter(): Pass | undefined {
    return this.#circuit.enter();
  }

  /** Rejects only when the question cannot be written as JSON. */
  async send({ text, operationName, variables, headers, budget }: RemoteQuestion): Promise<Received> {
    const body = JSON.stringify({ query: text, operationName, variables });
    const left = budget.remainingMs();
    const traceparent = currentTraceparent();
    this.#running += 1;
    return receive(
      this.#connections,
      { path: this.#path, method: 'POST', headers: linesOf(headers, left, traceparent), body },
      {
        budget,
        mostBytes: this.#limits.answerBytes,
        onSettled: () => {
          this.#running -= 1;
        },
      },
    );
  }

  close(): Promise<void> {
    return this.#connections.destroy();
  }
}

/** Names and values in turn, as they are written. */
function linesOf(headers: WireHeaders, leftMs: number, traceparent: string | undefined): string[] {
  const lines = ['content-type', 'application/json', 'accept', 'application/json'];
  for (const name in headers) lines.push(name, headers[name] as string);
  if (Number.isFinite(leftMs)) lines.push(wire.deadline, String(Math.floor(leftMs)));
  if (traceparent !== undefined) lines.push(wire.traceparent, traceparent);
  return lines;
}
