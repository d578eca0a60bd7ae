import { type Span, SpanKind, SpanStatusCode } from '@opentelemetry/api';
import { inSpan, type NewSpan, withRemoteParent } from '@parterre/platform/telemetry/tracing.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isFromThisMachine } from './client-address.ts';

/**
 * Answers a request in a span of its own, by OpenTelemetry's conventions for HTTP. Where the client is and what it calls
 * itself are not told.
 *
 * Whoever can reach a public entry may send a `traceparent`: one id for all requests, or the mark that says "record
 * this". So it is believed from programs on this machine only, whose trace goes on; a stranger's request begins a trace
 * of its own, which has a link to what was sent (as OpenTelemetry's instrumentations do at a "public endpoint"), and is
 * recorded or not as this installation says.
 */
export async function inRequestSpan<Result>(
  request: FastifyRequest,
  reply: FastifyReply,
  { method, route }: { readonly method: string; readonly route: string },
  work: () => Promise<Result>,
): Promise<Result> {
  const { traceparent } = request.headers;
  const told = typeof traceparent === 'string' ? traceparent : undefined;
  const newSpan: NewSpan = {
    name: `${method} ${route}`,
    kind: SpanKind.SERVER,
    attributes: {
      'http.request.method': method,
      'http.route': route,
      'url.path': route,
      'url.scheme': request.protocol,
      'network.protocol.version': request.raw.httpVersion,
    },
  };
  const answering = async (span: Span): Promise<Result> => {
    const result = await work();
    span.setAttribute('http.response.status_code', reply.statusCode);
    if (reply.statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
    return result;
  };
  if (isFromThisMachine(request.raw)) return withRemoteParent(told, () => inSpan(newSpan, answering));
  return inSpan({ ...newSpan, linkedTo: told }, answering);
}
