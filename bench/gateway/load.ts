/**
 * The load of bench/gateway, in a process of its own. Told over IPC what to ask (LoadOrder), it keeps a fixed
 * number of connections busy, compares every answer byte for byte, and says what it saw (LoadResult).
 */
import { isDeepStrictEqual } from 'node:util';
import { HttpConnection } from '../support/http-connection.ts';
import { cpuMs } from '../support/process-usage.ts';
import { percentile } from '../support/statistics.ts';
import { idOf, queries } from './graph.ts';

export interface LoadOrder {
  readonly url: string;
  readonly query: string;
  /** 'different': no two requests are alike. 'alike': all are. */
  readonly variables: 'different' | 'alike';
  readonly connections: number;
  readonly warmMs: number;
  readonly measuredMs: number;
  /** Whose processor time is read when measuring begins and ends. */
  readonly gatewayPid: number;
  readonly subgraphsPid: number | null;
}

export interface LoadResult {
  readonly answers: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Processor milliseconds for each request. */
  readonly gatewayCpuMs: number;
  readonly subgraphsCpuMs: number | null;
  /** Share of its core that the load used; near 1 it is the load that was measured. */
  readonly loadCores: number;
}

/** The id of the first request; later ones count up, within seven digits. */
const FIRST = 1_000_000;
let number = FIRST;

process.on('message', (order: LoadOrder) => {
  measure(order).then(
    (result) => process.send?.({ result }),
    (error: unknown) => process.send?.({ error: error instanceof Error ? error.message : String(error) }),
  );
});
process.on('disconnect', () => process.exit());
process.send?.('ready');

async function measure(order: LoadOrder): Promise<LoadResult> {
  const query = queries.find(({ name }) => name === order.query);
  if (!query) throw new Error(`expected a query of graph.ts, got ${order.query}`);
  const request = template(order.url, query.text, query.variables(idOf(FIRST)));
  const answer = await firstAnswer(order, request, query.expected(idOf(FIRST)));

  const latencies: number[] = [];
  let isMeasuring = false;
  let isOver = false;
  const keepBusy = async () => {
    const connection = await HttpConnection.open(new URL(order.url));
    while (!isOver) {
      const id = idOf(order.variables === 'different' ? next() : FIRST);
      const begun = performance.now();
      const body = await connection.send(withId(request, id));
      if (isMeasuring) latencies.push(performance.now() - begun);
      if (!answer.isFor(id, body)) throw new Error(`expected the answer for ${id}, got ${body.toString()}`);
    }
    connection.close();
  };
  const all = Promise.all(Array.from({ length: order.connections }, keepBusy));

  const during = async () => {
    await pause(order.warmMs);
    const { gatewayPid, subgraphsPid } = order;
    const read = () => ({
      at: performance.now(),
      gateway: cpuMs(gatewayPid),
      subgraphs: subgraphsPid === null ? null : cpuMs(subgraphsPid),
      own: process.cpuUsage(),
    });
    const begin = read();
    isMeasuring = true;
    await pause(order.measuredMs);
    isMeasuring = false;
    const end = read();
    isOver = true;
    const own = process.cpuUsage(begin.own);
    const { length: answers } = latencies;
    return {
      answers,
      perSecond: answers / ((end.at - begin.at) / 1000),
      p50Ms: percentile(latencies, 0.5),
      p99Ms: percentile(latencies, 0.99),
      gatewayCpuMs: (end.gateway - begin.gateway) / answers,
      subgraphsCpuMs:
        end.subgraphs === null || begin.subgraphs === null
          ? null
          : (end.subgraphs - begin.subgraphs) / answers,
      loadCores: (own.user + own.system) / 1000 / (end.at - begin.at),
    };
  };
  // An answer that is wrong ends the measuring at once.
  const result = await Promise.race([during(), all.then(() => Promise.reject(new Error('no answers')))]);
  await all;
  return result;
}

/**
 * The first answer is compared by value, and all that follow with its bytes: gateways may write the same
 * answer in their own way, but always in the same one.
 */
async function firstAnswer(order: LoadOrder, request: Buffer, data: object) {
  const connection = await HttpConnection.open(new URL(order.url));
  const body = Buffer.from(await connection.send(request));
  connection.close();
  const seen: unknown = JSON.parse(body.toString());
  if (!isDeepStrictEqual(seen, { data }))
    throw new Error(`expected ${JSON.stringify({ data })}, got ${body.toString()}`);
  const expected = Buffer.from(body);
  const places = placesOf(expected, idOf(FIRST));
  return {
    isFor(id: string, answer: Buffer): boolean {
      for (const place of places) expected.write(id, place, 'latin1');
      return expected.equals(answer);
    },
  };
}

function template(address: string, query: string, variables: object): Buffer {
  const { host, pathname } = new URL(address);
  const body = JSON.stringify({ query, variables });
  return Buffer.from(
    `POST ${pathname} HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\naccept: application/json\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}

function withId(request: Buffer, id: string): Buffer {
  const copy = Buffer.from(request);
  copy.write(id, request.lastIndexOf(idOf(FIRST)), 'latin1');
  return copy;
}

function placesOf(text: Buffer, part: string): number[] {
  const places: number[] = [];
  for (let place = text.indexOf(part); place >= 0; place = text.indexOf(part, place + 1)) places.push(place);
  return places;
}

function next(): number {
  number += 1;
  return number;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
