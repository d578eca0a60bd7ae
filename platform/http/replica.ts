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
  /** The text and what else is the same each time; see `openingOf`. */
  readonly opening: Opening;
  readonly variables: unknown;
  /** A query; a mutation that may have been sent is not sent again, whatever happens. */
  readonly mayRepeat: boolean;
  /** Who asks, in the form that the subgraph understands. */
  readonly headers: WireHeaders;
  /** When it ends, so does the request, and the answer is its fault. */
  readonly budget: Budget;
}

/** A question as JSON up to its variables: texts are long, and are written as JSON once. */
export type Opening = string & { readonly opening: unique symbol };

export function openingOf(text: string, operationName?: string): Opening {
  const name = operationName === undefined ? '' : `,"operationName":${JSON.stringify(operationName)}`;
  return `{"query":${JSON.stringify(text)}${name}` as Opening;
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
  /** A deadline that passed is a failure of the subgraph only when it had the request for so long. */
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
  /** The first lines of every request. */
  readonly #head: string;
  readonly #connections: Connections;
  readonly #circuit: Circuit;
  #running = 0;

  /** @throws TypeError when the URL is none */
  constructor({ name, number, url: address, limits, logger }: ReplicaOptions) {
    this.logger = logger.child({ subgraph: name, replica: number });
    this.#limits = limits;
    const url = new URL(address);
    this.#head =
      `POST ${url.pathname}${url.search} HTTP/1.1\r\nhost: ${url.host}\r\n` +
      'content-type: application/json\r\naccept: application/json\r\n';
    this.#connections = new Connections({
      origin: url.origin,
      most: limits.connections,
      connectMs: limits.connectMs,
      answerBytes: limits.answerBytes,
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

  /** @throws TypeError when variables cannot be written as JSON, or a header not as one line of ASCII */
  send({ opening, variables, headers, budget }: RemoteQuestion): Promise<Received> {
    const written = JSON.stringify(variables);
    const body = written === undefined ? `${opening}}` : `${opening},"variables":${written}}`;
    const lines = linesOf(headers, budget.remainingMs(), currentTraceparent());
    const request = `${this.#head}${lines}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
    this.#running += 1;
    return receive(this.#connections, request, {
      budget,
      onSettled: () => {
        this.#running -= 1;
      },
    });
  }

  close(): void {
    this.#connections.destroy();
  }
}

const headerName = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
const headerValue = /^[\t\x20-\x7e]*$/;

function linesOf(headers: WireHeaders, leftMs: number, traceparent: string | undefined): string {
  let lines = '';
  for (const name in headers) {
    const value = headers[name] as string;
    if (!headerName.test(name) || !headerValue.test(value)) {
      throw new TypeError(`expected the header ${JSON.stringify(name)} to be one line of ASCII`);
    }
    lines += `${name}: ${value}\r\n`;
  }
  if (Number.isFinite(leftMs)) lines += `${wire.deadline}: ${Math.floor(leftMs)}\r\n`;
  if (traceparent !== undefined) lines += `${wire.traceparent}: ${traceparent}\r\n`;
  return lines;
}
