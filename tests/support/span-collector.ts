import { createServer, type Server } from 'node:http';

interface Attribute {
  readonly key: string;
  readonly value: { readonly stringValue?: string };
}

export interface CollectedSpan {
  /** `service.name` of the process that it is from. */
  readonly service: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly attributes?: readonly Attribute[];
}

/** What a span says under a key, as text; undefined when it says nothing. */
export function attributeOf(span: CollectedSpan, key: string): string | undefined {
  return span.attributes?.find((each) => each.key === key)?.value.stringValue;
}

interface OtlpTraces {
  readonly resourceSpans?: readonly {
    readonly resource?: { readonly attributes?: readonly Attribute[] };
    readonly scopeSpans?: readonly { readonly spans?: readonly Omit<CollectedSpan, 'service'>[] }[];
  }[];
}

/** A receiver of OpenTelemetry spans (OTLP over HTTP, JSON) that keeps them in memory. */
export class SpanCollector {
  readonly spans: CollectedSpan[] = [];
  readonly endpoint: string;
  readonly #server: Server;

  private constructor(server: Server, endpoint: string) {
    this.#server = server;
    this.endpoint = endpoint;
  }

  static async start(): Promise<SpanCollector> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (typeof address !== 'object' || !address) throw new Error('expected the collector to have an address');
    const collector = new SpanCollector(server, `http://127.0.0.1:${address.port}`);
    server.on('request', async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      collector.#receive(JSON.parse(Buffer.concat(chunks).toString('utf8')));
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
    return collector;
  }

  /** The spans of one trace. */
  ofTrace(traceId: string): CollectedSpan[] {
    return this.spans.filter((span) => span.traceId === traceId);
  }

  /** Whether a chain of parents leads from a span up to another one. */
  isBelow(span: CollectedSpan, ancestor: CollectedSpan): boolean {
    const byId = new Map(this.ofTrace(span.traceId).map((each) => [each.spanId, each]));
    for (let at = byId.get(span.parentSpanId ?? ''); at; at = byId.get(at.parentSpanId ?? '')) {
      if (at.spanId === ancestor.spanId) return true;
    }
    return false;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  #receive(traces: OtlpTraces): void {
    for (const { resource, scopeSpans = [] } of traces.resourceSpans ?? []) {
      const named = resource?.attributes?.find(({ key }) => key === 'service.name');
      const service = named?.value.stringValue ?? '';
      for (const { spans = [] } of scopeSpans)
        this.spans.push(...spans.map((span) => ({ ...span, service })));
    }
  }
}
