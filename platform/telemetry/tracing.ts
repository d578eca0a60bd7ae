import { createRequire } from 'node:module';
import {
  type Attributes,
  type Context,
  context,
  INVALID_SPAN_CONTEXT,
  isSpanContextValid,
  propagation,
  ROOT_CONTEXT,
  type Span,
  type SpanContext,
  SpanKind,
  SpanStatusCode,
  TraceFlags,
  trace,
} from '@opentelemetry/api';
import { redactText } from './redact.ts';
import type { TracingOptions } from './tracing-options.ts';
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

/** Whether a span that begins now would be part of a trace that is recorded: never its first. */
export function isBelowRecordedSpan(): boolean {
  if (!isStarted) return false;
  const above = trace.getActiveSpan();
  return above !== undefined && (above.spanContext().traceFlags & TraceFlags.SAMPLED) !== 0;
}

/**
 * Runs `work` inside a span that ends with it; an error marks the span and is thrown on. Where nothing is
 * traced, `work` gets the span above, or one that keeps nothing.
 */
export function withSpan<Result>(
  name: string,
  attributes: Attributes,
  work: (span: Span) => Promise<Result>,
): Promise<Result> {
  return inSpan({ name, attributes }, work);
}

export interface NewSpan {
  /** From a closed set: never an id, never a text of a client. */
  readonly name: string;
  readonly attributes?: Attributes;
  /** What it is to other processes; internal unless given. */
  readonly kind?: SpanKind;
  /** A traceparent of what has to do with this span: what caused it across the bus, or a trace that it does not continue. */
  readonly linkedTo?: string | undefined;
}

/** `withSpan` with all that can be said of a span. */
export async function inSpan<Result>(
  { name, attributes = {}, kind = SpanKind.INTERNAL, linkedTo }: NewSpan,
  work: (span: Span) => Promise<Result>,
): Promise<Result> {
  if (!isTraced()) return work(trace.getActiveSpan() ?? silentSpan);
  const linked = spanContextOf(linkedTo);
  const options = { attributes, kind, ...(linked ? { links: [{ context: linked }] } : {}) };
  // Asked for each time: a tracer that is kept would stay with the provider that was there first.
  return trace.getTracer('parterre').startActiveSpan(name, options, async (span) => {
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

/**
 * A span below that of another process, which the caller ends; undefined unless the trace that the traceparent is of
 * is recorded.
 */
export function startSpanBelow(traceparent: string | undefined, newSpan: NewSpan): Span | undefined {
  if (!isStarted) return undefined;
  const parent = spanContextOf(traceparent);
  if (!parent || (parent.traceFlags & TraceFlags.SAMPLED) === 0) return undefined;
  const { name, attributes = {}, kind = SpanKind.INTERNAL } = newSpan;
  const above = trace.setSpanContext(context.active(), parent);
  return trace.getTracer('parterre').startSpan(name, { attributes, kind }, above);
}

/** Records work that turned out to be worth it only when it was over: a trace of one span, or a span of the one above. */
export function recordSpan(newSpan: NewSpan, startedAt: Date, error?: unknown): void {
  if (!isTraced()) return;
  const { name, attributes = {}, kind = SpanKind.INTERNAL } = newSpan;
  const span = trace.getTracer('parterre').startSpan(name, { attributes, kind, startTime: startedAt });
  if (error !== undefined) markFailed(span, error);
  span.end();
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
  return traceparentIn(context.active());
}

/** W3C traceparent of a span, to send along with what it is about. */
export function traceparentOf(span: Span): string | undefined {
  return traceparentIn(trace.setSpan(context.active(), span));
}

function traceparentIn(active: Context): string | undefined {
  const carrier: Record<string, string> = {};
  propagation.inject(active, carrier);
  return carrier.traceparent;
}

function spanContextOf(traceparent: string | undefined): SpanContext | undefined {
  if (traceparent === undefined) return undefined;
  return trace.getSpanContext(propagation.extract(ROOT_CONTEXT, { traceparent }));
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
