import { type Span, SpanKind } from '@opentelemetry/api';
import { inSpan, markFailed, startSpanBelow, traceparentOf, withRemoteParent } from '../telemetry/tracing.ts';
import { type Bus, type DeliveredFact, type FactEnvelope, topicOf } from './bus.ts';

/**
 * Spans of facts, by OpenTelemetry's conventions for messaging. A fact carries the trace of the request that caused it;
 * publishing is a span of that trace, and handling it a span below that one, in whatever process and however much
 * later: one booking is one trace.
 */

/**
 * Publishes facts, each of a recorded trace in a span of that trace, which then is the one that the fact carries.
 * Rejects as `publish` does.
 */
export async function publishTraced(
  bus: Pick<Bus, 'publish' | 'system'>,
  facts: readonly FactEnvelope[],
): Promise<void> {
  const spans: Span[] = [];
  const sent = facts.map((fact) => {
    const span = startSpanBelow(fact.traceparent, {
      name: `send ${fact.source}`,
      kind: SpanKind.PRODUCER,
      attributes: { ...attributesOf(bus, fact), 'messaging.operation.type': 'send' },
    });
    if (!span) return fact;
    spans.push(span);
    return { ...fact, traceparent: traceparentOf(span) };
  });
  try {
    await bus.publish(sent);
  } catch (error) {
    for (const span of spans) markFailed(span, error);
    throw error;
  } finally {
    for (const span of spans) span.end();
  }
}

/**
 * Handles a fact in a span below the one that it was published in, which says what became of it. The two are linked as
 * well: that is how tools which know the messaging conventions find the way over the bus.
 */
export function handleTraced<Outcome extends string>(
  bus: Pick<Bus, 'system'>,
  group: string,
  { fact, position }: DeliveredFact,
  handle: () => Promise<Outcome>,
): Promise<Outcome> {
  return withRemoteParent(fact.traceparent, () =>
    inSpan(
      {
        name: `process ${fact.source}`,
        kind: SpanKind.CONSUMER,
        linkedTo: fact.traceparent,
        attributes: {
          ...attributesOf(bus, fact),
          'messaging.operation.type': 'process',
          'messaging.consumer.group.name': group,
          'parterre.fact.position': position,
        },
      },
      async (span) => {
        const outcome = await handle();
        span.setAttribute('parterre.fact.outcome', outcome);
        return outcome;
      },
    ),
  );
}

function attributesOf({ system }: Pick<Bus, 'system'>, fact: FactEnvelope) {
  return {
    'messaging.system': system,
    'messaging.destination.name': topicOf(fact.source),
    'messaging.message.id': fact.id,
    'cloudevents.event_id': fact.id,
    'cloudevents.event_source': fact.source,
    'cloudevents.event_type': fact.type,
  };
}
