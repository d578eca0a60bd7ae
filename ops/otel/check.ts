import { parseArgs } from 'node:util';
import { buyTicket } from './buy-ticket.ts';
import { findTrace, type JaegerSpan } from './jaeger.ts';

/**
 * Buys one ticket and asks Jaeger for the trace of it, which has to lead through every part that a booking touches:
 *
 *   node ops/otel/check.ts --api http://localhost:4000/graphql --jaeger http://localhost:16686
 *
 * There has to be an event on sale, as the demo brings some. `--service` is what the entry is told as: gateway, or
 * parterre where all runs in one process. Exit code 0: the trace is whole; 1: parts are missing; 2: called wrongly, or
 * nothing could be bought.
 */

/** Whoever has a part in a booking, over HTTP or over the bus. */
export const partsOfABooking = [
  'gateway',
  'tickets',
  'events',
  'payments',
  'loyalty',
  'notifications',
  'analytics',
] as const;

const PATIENCE_MS = 120_000;
const LOOK_EVERY_MS = 1_000;

export interface CheckedTrace {
  readonly traceId: string;
  readonly spans: readonly JaegerSpan[];
  readonly missing: readonly string[];
}

export interface TraceCheck {
  /** http://localhost:4000/graphql */
  readonly api: string;
  /** http://localhost:16686 */
  readonly jaeger: string;
  readonly service: string;
}

/** @throws Error when nothing can be bought or Jaeger does not answer */
export async function checkTrace({ api, jaeger, service }: TraceCheck): Promise<CheckedTrace> {
  const since = new Date();
  const { traceId } = await buyTicket(api);
  const wanted = { clientTraceId: traceId, service, operation: 'mutation CreateBooking', since };
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const spans = await findTrace(jaeger, wanted);
    const missing = partsOfABooking.filter((part) => !spans.some((span) => span.part === part));
    if (missing.length === 0 || Date.now() > until) return { traceId, spans, missing };
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      api: { type: 'string', default: 'http://localhost:4000/graphql' },
      jaeger: { type: 'string', default: 'http://localhost:16686' },
      service: { type: 'string', default: 'gateway' },
    },
  });
  const { traceId, spans, missing } = await checkTrace(values);
  const services = new Set(spans.map(({ service }) => service));
  console.log(`trace ${traceId}: ${spans.length} spans of ${[...services].sort().join(', ') || 'nobody'}`);
  for (const part of partsOfABooking) {
    const own = spans.filter((span) => span.part === part);
    console.log(
      `  ${part}: ${[...new Set(own.map(({ name }) => name))].slice(0, 6).join(', ') || 'missing'}`,
    );
  }
  return missing.length === 0 ? 0 : 1;
}

if (import.meta.main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    console.error(`parterre: ${(error as Error).message}`);
    process.exitCode = 2;
  }
}
