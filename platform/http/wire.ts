/**
 * What is said besides the operation when a subgraph is asked over a network: as headers of a request, and under
 * the same names in `extensions.headers` of a subscription, which shares its connection with others.
 */
export const wire = {
  /** `Bearer` and a service token. */
  authorization: 'authorization',
  /** Milliseconds for which whoever asks still waits. What is left when the answer is not there is not done. */
  deadline: 'parterre-deadline-ms',
  /** The address of the client whose operation this is part of, as far as whoever asks believes it. */
  clientAddress: 'parterre-client-address',
  /** W3C Trace Context. */
  traceparent: 'traceparent',
} as const;

export type WireHeaders = Readonly<Record<string, string>>;

/** A day: more has not been meant. */
const LONGEST_DEADLINE_MS = 86_400_000;
const LONGEST_ADDRESS = 64;
const bearer = /^Bearer +([^\s]+)$/i;

/** How whoever asks is told to a subgraph of the same server. */
export function callerHeaders(serviceToken: string, clientAddress?: string): WireHeaders {
  const authorization = `Bearer ${serviceToken}`;
  return clientAddress === undefined
    ? { [wire.authorization]: authorization }
    : { [wire.authorization]: authorization, [wire.clientAddress]: clientAddress };
}

/** What came over the wire; header by header undefined where it is missing. */
export interface ReadHeaders {
  readonly serviceToken: string | undefined;
  /** Undefined when none was sent. */
  readonly deadlineMs: number | undefined;
  readonly clientAddress: string | undefined;
  readonly traceparent: string | undefined;
}

/** @returns undefined when the deadline is no number of milliseconds: nobody can tell how long to work then */
export function readHeaders(headers: Readonly<Record<string, unknown>>): ReadHeaders | undefined {
  const deadline = headers[wire.deadline];
  const deadlineMs = deadline === undefined ? undefined : Number(deadline);
  if (deadlineMs !== undefined && !(deadlineMs >= 0 && deadlineMs <= LONGEST_DEADLINE_MS)) return undefined;
  const address = textOf(headers[wire.clientAddress]);
  return {
    serviceToken: bearer.exec(textOf(headers[wire.authorization]) ?? '')?.[1],
    deadlineMs,
    clientAddress: address && address.length <= LONGEST_ADDRESS ? address : undefined,
    traceparent: textOf(headers[wire.traceparent]),
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
