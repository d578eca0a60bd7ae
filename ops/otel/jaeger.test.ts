import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { findTrace } from './jaeger.ts';

const mine = '0af7651916cd43dd8448eb211c80319c';
const theirs = '1bf7651916cd43dd8448eb211c80319d';
const wanted = {
  clientTraceId: mine,
  service: 'gateway',
  operation: 'mutation CreateBooking',
  since: new Date('2027-01-01T00:00:00Z'),
};

/** As Jaeger's query API tells a trace. */
function told(references: readonly object[], tags: Readonly<Record<string, unknown>>) {
  return {
    processes: { p1: { serviceName: 'tickets' } },
    spans: [
      {
        operationName: 'process tickets',
        processID: 'p1',
        spanID: 'b',
        references,
        tags: Object.entries(tags).map(([key, value]) => ({ key, value })),
      },
    ],
  };
}

let server: Server;
let answers: Record<string, object | undefined>;
let asked: string[];
let url: string;
beforeEach(async () => {
  answers = {};
  asked = [];
  server = createServer((request, response) => {
    const path = request.url?.split('?', 1)[0] ?? '';
    asked.push(request.url ?? '');
    const answer = answers[path];
    response.writeHead(answer ? 200 : 404).end(JSON.stringify(answer ?? { data: null }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

describe('the trace of a request', () => {
  it('is the one that the client began, where the entry has continued it', async () => {
    const references = [{ refType: 'CHILD_OF', traceID: mine, spanID: 'a' }];
    const tags = { 'messaging.consumer.group.name': 'loyalty.count-points', position: 7 };
    answers[`/api/traces/${mine}`] = { data: [told(references, tags)] };
    expect(await findTrace(url, wanted)).toEqual([
      {
        name: 'process tickets',
        service: 'tickets',
        part: 'loyalty',
        spanId: 'b',
        parentSpanId: 'a',
        tags: { 'messaging.consumer.group.name': 'loyalty.count-points', position: '7' },
      },
    ]);
  });

  it('is the one that links to it, where the entry has begun another', async () => {
    const link = (traceID: string) => told([{ refType: 'FOLLOWS_FROM', traceID, spanID: 'a' }], {});
    answers['/api/traces'] = { data: [link(theirs), link(mine)] };
    expect(await findTrace(url, wanted)).toHaveLength(1);
    expect(new URL(asked[1] ?? '', url).searchParams.get('operation')).toBe('mutation CreateBooking');
  });

  it('is empty while Jaeger does not know it', async () => {
    answers['/api/traces'] = { data: [] };
    expect(await findTrace(url, wanted)).toEqual([]);
  });
});
