import { afterEach, describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { KeptQuestions } from './kept-questions.ts';
import type { SubscriptionLimits } from './limits.ts';
import { type LiveServer, startLiveServer } from './testing/live-server.ts';
import { openRawSocket, type RawSocket } from './testing/raw-socket.ts';

let server: LiveServer | undefined;
let socket: RawSocket | undefined;
afterEach(async () => {
  socket?.destroy();
  await server?.stop();
});

async function letIn(limits: Partial<SubscriptionLimits>): Promise<RawSocket> {
  server = await startLiveServer(limits);
  socket = await openRawSocket(server.port);
  socket.write({ type: 'connection_init' });
  expect(await socket.next()).toEqual({ type: 'connection_ack' });
  return socket;
}

const ask = (id: string, query: string, more: object = {}) => ({
  id,
  type: 'subscribe',
  payload: { query, ...more },
});
const counted = 'subscription ($since: String) { counted(key: "k", since: $since) { n } }';

describe('what open subscriptions keep of their questions', () => {
  it('is a document once, however many ask by it, and what came with each', () => {
    const kept = new KeptQuestions({ questionBytes: 1_000_000, questionBytesPerAddress: 40_000 });
    const document = parse('{ a }');
    const ends = ['192.0.2.1', '192.0.2.2', '192.0.2.1'].map((address) =>
      kept.keep({ document, documentBytes: 30_000, sent: 1_124 }, address),
    );
    expect(kept.bytes).toBe(30_000 + 3 * 100 * 8);
    // Counts for whoever brought it, as long as anybody asks by it.
    ends[0]?.();
    const other = { document: parse('{ b }'), documentBytes: 20_000, sent: 100 };
    expect(kept.keep(other, '192.0.2.1')).toBeNull();
    ends.push(kept.keep(other, '192.0.2.2'));
    expect(ends).not.toContain(null);
    for (const end of ends.slice(1)) end?.();
    expect(kept.bytes).toBe(0);
    expect(kept.keep(other, '192.0.2.1')).not.toBeNull();
  });

  it('is bounded for all together, and what is short and known is never refused', () => {
    const kept = new KeptQuestions({ questionBytes: 50_000, questionBytesPerAddress: 40_000 });
    const [known, other] = ['{ a }', '{ b }'].map((text) => parse(text));
    if (!known || !other) throw new Error('expected two');
    expect(kept.keep({ document: known, documentBytes: 30_000, sent: 9 }, '192.0.2.1')).not.toBeNull();
    expect(kept.keep({ document: other, documentBytes: 30_000, sent: 9 }, '192.0.2.2')).toBeNull();
    expect(kept.keep({ document: known, documentBytes: 30_000, sent: 9 }, '192.0.2.2')).not.toBeNull();
  });

  it('is bounded for each address: who asks too much is told so, and may ask again when something has ended', async () => {
    const client = await letIn({ questionBytesPerAddress: 100_000 });
    const long = (name: string) => `subscription ${name} { counted(key: "k") { ${'n '.repeat(150)}} }`;
    client.write(ask('1', long('A')));
    expect(await client.next()).toMatchObject({ id: '1', type: 'next' });
    client.write(ask('2', long('B')));
    const refused = [{ extensions: { code: 'RATE_LIMITED' } }];
    expect(await client.next()).toMatchObject({ id: '2', type: 'error', payload: refused });
    client.write({ id: '1', type: 'complete' });
    client.write(ask('3', long('B')));
    expect(await client.next()).toMatchObject({ id: '3', type: 'next' });
    client.write({ id: '3', type: 'complete' });
    client.write(ask('4', counted, { variables: { unknown: 'x'.repeat(20_000) } }));
    expect(await client.next()).toMatchObject({ id: '4', type: 'error', payload: refused });
    expect(server?.counters.opened).toHaveLength(2);
  });

  it.each([
    ['beside the operation', (since: string) => ({ extensions: { since } })],
    ['as a variable', (since: string) => ({ variables: { since } })],
  ])('is no cursor that is longer than any, %s: the client starts anew', async (_where, given) => {
    const client = await letIn({});
    client.write(ask('1', counted, given(`e.${'0'.repeat(2_000)}`)));
    expect(await client.next()).toMatchObject({
      type: 'next',
      payload: { extensions: { cursor: 'e.0', reset: true } },
    });
    expect(server?.counters.opened).toMatchObject([{ since: null }]);
  });
});
