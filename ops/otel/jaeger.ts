/** A span as Jaeger's query API tells it. */
export interface JaegerSpan {
  readonly name: string;
  /** The service that it is of: the process's, "tickets"; "parterre" where all run in one. */
  readonly service: string;
  /** The part of the server: its `parterre.subgraph`, the group that handled a fact, or else its service. */
  readonly part: string;
  readonly spanId: string;
  readonly parentSpanId: string | undefined;
  readonly tags: Readonly<Record<string, string>>;
}

interface ToldTrace {
  readonly processes: Readonly<Record<string, { readonly serviceName: string }>>;
  readonly spans: readonly {
    readonly operationName: string;
    readonly processID: string;
    readonly spanID: string;
    readonly references: readonly {
      readonly refType: string;
      readonly traceID: string;
      readonly spanID: string;
    }[];
    readonly tags: readonly { readonly key: string; readonly value: unknown }[];
  }[];
}

const PATIENCE_MS = 10_000;
/** Traces of one operation that are looked through for the one that is meant. */
const MOST_TRACES = 20;

export interface WantedTrace {
  /** The trace that the client began and sent. */
  readonly clientTraceId: string;
  /** The service that the entry is told as: "gateway", or "parterre" where all run in one process. */
  readonly service: string;
  /** The operation's span: "mutation CreateBooking". */
  readonly operation: string;
  readonly since: Date;
}

/**
 * The spans of a client's request: of the client's own trace, or, where the entry began another (a stranger's is not
 * continued), of the one that links to it. None while Jaeger does not know it.
 *
 * @throws Error when Jaeger does not answer
 */
export async function findTrace(jaegerUrl: string, wanted: WantedTrace): Promise<readonly JaegerSpan[]> {
  const own = await ask(`${jaegerUrl}/api/traces/${wanted.clientTraceId}`);
  if (own.length > 0) return own.flatMap(spansOf);
  const query = new URLSearchParams({
    service: wanted.service,
    operation: wanted.operation,
    start: String(wanted.since.getTime() * 1_000),
    end: String((Date.now() + 60_000) * 1_000),
    limit: String(MOST_TRACES),
  });
  const found = await ask(`${jaegerUrl}/api/traces?${query}`);
  const linked = found.filter(({ spans }) =>
    spans.some(({ references }) => references.some(({ traceID }) => traceID === wanted.clientTraceId)),
  );
  return linked.flatMap(spansOf);
}

async function ask(url: string): Promise<readonly ToldTrace[]> {
  const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
  if (response.status === 404) return [];
  if (!response.ok) throw new Error(`expected Jaeger to answer at ${url}, got status ${response.status}`);
  const { data } = (await response.json()) as { readonly data: readonly ToldTrace[] | null };
  return data ?? [];
}

function spansOf({ processes, spans }: ToldTrace): JaegerSpan[] {
  return spans.map((span) => {
    const tags = Object.fromEntries(span.tags.map(({ key, value }) => [key, String(value)]));
    const service = processes[span.processID]?.serviceName ?? '';
    return {
      name: span.operationName,
      service,
      part: partOf(tags, service),
      spanId: span.spanID,
      parentSpanId: span.references.find(({ refType }) => refType === 'CHILD_OF')?.spanID,
      tags,
    };
  });
}

function partOf(tags: Readonly<Record<string, string>>, service: string): string {
  if (tags['http.route'] === '/graphql') return 'gateway';
  return tags['parterre.subgraph'] ?? tags['messaging.consumer.group.name']?.split('.', 1)[0] ?? service;
}
