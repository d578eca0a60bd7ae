import { createRequire } from 'node:module';
import {
  type Attributes,
  context,
  INVALID_SPAN_CONTEXT,
  isSpanContextValid,
  propagation,
  type Span,
  SpanStatusCode,
  TraceFlags,
  trace,
} from '@opentelemetry/api';
import type { TracingOptions } from './recorded-traces.ts';
import { redactText } from './redact.ts';
import { leaveTracesUnrecorded } from './unrecorded-traces.ts';

export interface Tracing {
  /** Sends what has been gathered, then lets go of the process-wide hooks. */
  stop(): Promise<void>;
}

let isStarted = false;

/**
 * Makes spans real for this process. Call once, before the first request. The outermost span of a request has
 * a trace id and a traceparent whether or not anybody receives it; without this call nothing is traced.
 *
 * Which traces are recorded is said by OTEL_TRACES_SAMPLER and OTEL_TRACES_SAMPLER_ARG, as OpenTelemetry has
 * it (all of them, unless said otherwise); none when nobody receives spans.
 */
export function startTracing(options: TracingOptions): Tracing {
  const isReceived = Boolean(options.endpoint) || (options.processors ?? []).length > 0;
  const provider = isReceived ? recordTraces(options) : leaveTracesUnrecorded();
  isStarted = true;
  return {
    async stop() {
      isStarted = false;
      await provider.shutdown();
      trace.disable();
      context.disable();
      propagation.disable();
    },
  };
}

/** Loaded only here: OpenTelemetry's SDK is 250 modules, and most processes send spans nowhere. */
function recordTraces(options: TracingOptions): { shutdown(): Promise<void> } {
  const require = createRequire(import.meta.url);
  const loaded = require('./recorded-traces.ts') as typeof import('./recorded-traces.ts');
  return loaded.recordTraces(options);
}

/**
 * Whether a span that begins now may be recorded: tracing is on, and the trace that this belongs to has not
 * been left out. Below a span that is not recorded no other is worth its cost.
 */
export function isTraced(): boolean {
  if (!isStarted) return false;
  const above = trace.getActiveSpan();
  return above === undefined || (above.spanContext().traceFlags & TraceFlags.SAMPLED) !== 0;
}

/**
 * Runs `work` inside a span that ends with it; an error marks the span and is thrown on. Where nothing is
 * traced, `work` gets the span above, or one that keeps nothing.
 */
export async function withSpan<Result>(
  name: string,
  attributes: Attributes,
  work: (span: Span) => Promise<Result>,
): Promise<Result> {
  if (!isTraced()) return work(trace.getActiveSpan() ?? silentSpan);
  // Asked for each time: a tracer that is kept would stay with the provider that was there first.
  return trace.getTracer('parterre').startActiveSpan(name, { attributes }, async (span) => {
    try {
      return await work(span);
    } catch (error) {
      markFailed(span, error);
      throw error;
    } finally {
      span.end();
    }
  });
}

const silentSpan = trace.wrapSpanContext(INVALID_SPAN_CONTEXT);

/** Marks a span as failed by this error, without what must not leave the server. */
export function markFailed(span: Span, error: unknown): void {
  const known = error instanceof Error ? error : new Error(String(error));
  const message = redactText(known.message);
  span.recordException({ name: known.name, message });
  span.setStatus({ code: SpanStatusCode.ERROR, message });
}

/** W3C traceparent of the active span, to send along; undefined where nothing is traced. */
export function currentTraceparent(): string | undefined {
  const carrier: Record<string, string> = {};
  propagation.inject(context.active(), carrier);
  return carrier.traceparent;
}

/** Identifier of the active trace, to quote in logs and to users. */
export function currentTraceId(): string | undefined {
  const spanContext = trace.getActiveSpan()?.spanContext();
  return spanContext && isSpanContextValid(spanContext) ? spanContext.traceId : undefined;
}

/** Runs `work` so that its spans continue the trace of another process. An absent or broken one starts anew. */
export function withRemoteParent<Result>(traceparent: string | undefined, work: () => Result): Result {
  if (traceparent === undefined) return work();
  return context.with(propagation.extract(context.active(), { traceparent }), work);
}
