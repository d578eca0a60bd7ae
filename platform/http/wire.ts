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
  /** Undefined when none was sent, NaN when nobody can tell what it says. */
  readonly deadlineMs: number | undefined;
  readonly clientAddress: string | undefined;
  readonly traceparent: string | undefined;
}

export function readHeaders(headers: Readonly<Record<string, unknown>>): ReadHeaders {
  const address = textOf(headers[wire.clientAddress]);
  return {
    serviceToken: bearer.exec(textOf(headers[wire.authorization]) ?? '')?.[1],
    deadlineMs: deadlineIn(headers[wire.deadline]),
    clientAddress: address && address.length <= LONGEST_ADDRESS ? address : undefined,
    traceparent: textOf(headers[wire.traceparent]),
  };
}

function deadlineIn(value: unknown): number | undefined {
  if (value === undefined) return undefined;
  const ms = typeof value === 'string' && value !== '' ? Number(value) : Number.NaN;
  return ms >= 0 && ms <= LONGEST_DEADLINE_MS ? ms : Number.NaN;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
