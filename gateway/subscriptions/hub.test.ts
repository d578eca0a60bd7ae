import { describe, expect, it } from '@jest/globals';
import { metricValue } from '@parterre/platform/testing/metric-value.ts';
import { until } from '@parterre/platform/testing/until.ts';
import fc from 'fast-check';
import { GraphQLError } from 'graphql';
import { Hub } from './hub.ts';
import type { OpenSource, Source } from './member.ts';
import { SharedMessage } from './shared-message.ts';
import { FakeClient } from './testing/fake-client.ts';
import { FakeLog } from './testing/fake-log.ts';

const upToDate = (log: FakeLog, clients: readonly FakeClient[]) =>
  until('everybody to be up to date', () => clients.every(({ cursor }) => cursor === log.cursor));

/** Clients who have joined one after the other and have been told what there is. */
async function watching(hub: Hub, log: FakeLog, count: number): Promise<FakeClient[]> {
  const clients = Array.from({ length: count }, () => new FakeClient());
  for (const client of clients) client.connect(hub, log.source);
  await upToDate(log, clients);
  return clients;
}

describe('members who watch the same', () => {
  it('read one stream: 1,000 cost one execution and one message each time', async () => {
    const [hub, log] = [new Hub(), new FakeLog()];
    const clients = await watching(hub, log, 1_000);
    for (let change = 0; change < 3; change += 1) {
      log.append();
      await upToDate(log, clients);
    }
    expect({ opened: log.opened, messages: log.messages }).toEqual({ opened: 1, messages: 4 });
    const [first] = clients;
    for (const { received } of clients) {
      expect(received).toHaveLength(4);
      // The very same object, so that it has been serialized once.
      expect(received.every((message, index) => message === first?.received[index])).toBe(true);
    }
  });

  it('are counted by what they watch, until they leave', async () => {
    const [hub, log] = [new Hub(), new FakeLog()];
    const watchers = () => metricValue('parterre_gateway_watchers', { field: 'logChanged' });
    const [first, second] = [new FakeClient(), new FakeClient()];
    for (const client of [first, second]) client.connect(hub, log.source, 'logChanged');
    expect(await watchers()).toBe(2);
    await first.disconnect();
    expect(await watchers()).toBe(1);
    await second.disconnect();
    expect(await watchers()).toBe(0);
  });

  it('open nothing upstream when they come with the cursor at which others stand', async () => {
    const [hub, log] = [new Hub(), new FakeLog()];
    const clients = await watching(hub, log, 3);
    log.append();
    await upToDate(log, clients);
    const late = new FakeClient();
    late.cursor = log.cursor;
    late.entries = [0];
    late.connect(hub, log.source);
    log.append();
    await upToDate(log, [...clients, late]);
    expect(log.opened).toBe(1);
    expect(late.received).toHaveLength(1);
  });

  it('are given the message that leads there as long as nothing has followed it', async () => {
    const [hub, log] = [new Hub(), new FakeLog()];
    log.append(5);
    await watching(hub, log, 1);
    const late = new FakeClient();
    late.connect(hub, log.source);
    expect(late.entries).toEqual([0, 1, 2, 3, 4]);
    expect(log.opened).toBe(1);
  });

  it('read a stream of their own until they have caught up, and then the one of all', async () => {
    const [hub, log] = [new Hub(), new FakeLog()];
    const clients = await watching(hub, log, 2);
    const away = new FakeClient();
    away.cursor = log.cursor;
    log.append(3);
    await upToDate(log, clients);
    away.connect(hub, log.source);
    await upToDate(log, [away]);
    await until('the two streams to be one', () => log.open === 1);
    log.append();
    await upToDate(log, [...clients, away]);
    expect(away.entries).toEqual([0, 1, 2, 3]);
    expect(log.open).toBe(1);
  });

  it('who come back from one place together are told by one stream', async () => {
    const [hub, log] = [new Hub(), new FakeLog()];
    const [keeper] = await watching(hub, log, 1);
    const crowd = Array.from({ length: 100 }, () => new FakeClient());
    for (const each of crowd) each.cursor = log.cursor;
    log.append(2);
    await upToDate(log, keeper ? [keeper] : []);
    for (const each of crowd) each.connect(hub, log.source);
    await upToDate(log, crowd);
    expect(log.opened).toBe(2);
  });

  it('of another key are told by another stream', async () => {
    const [hub, log] = [new Hub(), new FakeLog()];
    const clients = [new FakeClient('a'), new FakeClient('b')];
    for (const client of clients) client.connect(hub, log.source);
    await upToDate(log, clients);
    expect({ opened: log.opened, groups: hub.size }).toEqual({ opened: 2, groups: 2 });
  });

  it('leave nothing behind when they have all left', async () => {
    const [hub, log] = [new Hub(), new FakeLog()];
    const clients = await watching(hub, log, 5);
    await Promise.all(clients.map((client) => client.disconnect()));
    expect({ open: log.open, groups: hub.size }).toEqual({ open: 0, groups: 0 });
  });

  it('are all told when the stream ends, and why', async () => {
    const hub = new Hub();
    const fault = new GraphQLError('gone');
    const open: OpenSource = async () =>
      overAfter([new SharedMessage('{"entries":[],"from":null,"extensions":{}}')], [fault]);
    const clients = [new FakeClient(), new FakeClient()];
    for (const client of clients) client.connect(hub, open);
    await until('both to be told', () => clients.every(({ ended }) => ended));
    expect(clients.map(({ ended, received }) => [ended?.errors, received.length])).toEqual([
      [[fault], 1],
      [[fault], 1],
    ]);
    expect(hub.size).toBe(0);
  });
});

describe('a member who leaves while its stream is being started', () => {
  it('has the stream ended when it has started', async () => {
    const started = Promise.withResolvers<void>();
    const [hub, log] = [new Hub(), new FakeLog(() => started.promise)];
    const client = new FakeClient();
    client.connect(hub, log.source);
    const left = client.disconnect();
    expect(log.open).toBe(1);
    started.resolve();
    await left;
    expect(log.open).toBe(0);
  });

  it('leaves the stream to whoever has come meanwhile', async () => {
    const started = Promise.withResolvers<void>();
    const [hub, log] = [new Hub(), new FakeLog(() => started.promise)];
    const [first, second] = [new FakeClient(), new FakeClient()];
    first.connect(hub, log.source);
    const left = first.disconnect();
    second.connect(hub, log.source);
    started.resolve();
    await left;
    await upToDate(log, [second]);
    expect({ opened: log.opened, open: log.open }).toEqual({ opened: 1, open: 1 });
    expect(first.received).toEqual([]);
  });
});

describe('a member who is behind', () => {
  it('gets no more messages, and when it has drained what it has missed as one', async () => {
    const [hub, log] = [new Hub(), new FakeLog()];
    const [slow, quick] = await watching(hub, log, 2);
    if (!slow || !quick) throw new Error('expected two clients');
    slow.isBehind = true;
    for (let change = 0; change < 5; change += 1) {
      log.append();
      await upToDate(log, [quick]);
    }
    expect(slow.received).toHaveLength(1);
    slow.drain();
    await upToDate(log, [slow]);
    expect(slow.received).toHaveLength(2);
    expect(slow.entries).toEqual(log.entries);
    await until('the streams to be one again', () => log.open === 1);
  });

  it('is told that it starts anew where what it has missed is no longer known', async () => {
    const [hub, log] = [new Hub(), new FakeLog()];
    const [slow, quick] = await watching(hub, log, 2);
    if (!slow || !quick) throw new Error('expected two clients');
    slow.isBehind = true;
    log.append(2);
    await upToDate(log, [quick]);
    log.forget();
    slow.drain();
    await upToDate(log, [slow]);
    expect(JSON.parse(slow.received.at(-1)?.body ?? '')).toMatchObject({ extensions: { reset: true } });
    expect(slow.entries).toEqual(log.entries);
  });

  it('without a cursor is told that something is missing', async () => {
    const hub = new Hub();
    const asked: string[] = [];
    const feeds: ((text: string) => void)[] = [];
    const open: OpenSource = async ({ kind }) => {
      asked.push(kind);
      return fedBy(feeds);
    };
    const client = new FakeClient();
    const received: string[] = [];
    client.send = (message) => void received.push(message.body);
    client.connect(hub, open);
    await until('a stream', () => feeds.length === 1);
    feeds[0]?.('1');
    await until('a message', () => received.length === 1);
    client.isBehind = true;
    feeds[0]?.('2');
    await until('the stream to be deserted', () => hub.size === 1 && feeds[0] === undefined);
    client.drain();
    await until('another stream', () => asked.length === 2);
    expect(asked).toEqual(['start', 'lost']);
  });
});

describe('a round over very many members', () => {
  it('lets others have a turn, and reaches everybody once all the same', async () => {
    const [hub, log] = [new Hub(), new FakeLog()];
    const clients = await watching(hub, log, 2_500);
    let turns = 0;
    const count = () => {
      turns += 1;
      if (clients.some(({ received }) => received.length < 2)) setImmediate(count);
    };
    log.append();
    setImmediate(count);
    const before = clients[0]?.cursor ?? null;
    await turnsUntil(() => clients[0]?.received.length === 2);
    expect(clients.at(-1)?.received).toHaveLength(1);
    // Both come half way through: who holds nothing, and who holds what those hold whose turn is yet to come.
    const [late, returning] = [new FakeClient(), new FakeClient()];
    returning.cursor = before;
    late.connect(hub, log.source);
    returning.connect(hub, log.source);
    await upToDate(log, [...clients, late, returning]);
    expect([late.entries, returning.entries]).toEqual([[0], [0]]);
    expect([late.received.length, returning.received.length]).toEqual([1, 1]);
    expect(turns).toBeGreaterThan(1);
    expect(clients.every(({ received }) => received.length === 2)).toBe(true);
  });
});

describe('whatever happens to clients and log', () => {
  it('nobody misses anything, gets anything twice, or is told of a position where it is not', async () => {
    const client = fc.nat(5);
    const step = fc.oneof(
      fc.record({ what: fc.constant('append' as const), count: fc.integer({ min: 1, max: 3 }) }),
      fc.record({ what: fc.constant('connect' as const), client }),
      fc.record({ what: fc.constant('cut' as const), client }),
      fc.record({ what: fc.constant('stall' as const), client }),
      fc.record({ what: fc.constant('drain' as const), client }),
      fc.record({ what: fc.constantFrom('forget' as const, 'replace' as const, 'settle' as const) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.array(step, { maxLength: 40 }), async (scheduler, steps) => {
        const log = new FakeLog(() => scheduler.schedule(Promise.resolve()));
        const hub = new Hub();
        const clients = Array.from({ length: 6 }, () => new FakeClient());
        for (const each of steps) {
          const who = 'client' in each ? clients[each.client] : undefined;
          if (each.what === 'append') log.append(each.count);
          else if (each.what === 'forget') log.forget();
          else if (each.what === 'replace') log.replace();
          else if (each.what === 'connect' && !who?.isConnected) who?.connect(hub, log.source);
          else if (each.what === 'cut') void who?.disconnect();
          else if (each.what === 'stall' && who?.isConnected) who.isBehind = true;
          else if (each.what === 'drain') who?.drain();
          // Sometimes everything that can happen does, sometimes hardly anything.
          if (each.what === 'settle') await scheduler.waitIdle();
          else if (scheduler.count() > 0) await scheduler.waitNext(1);
        }
        for (const each of clients) {
          each.drain();
          if (!each.isConnected) each.connect(hub, log.source);
        }
        await scheduler.waitIdle();
        expect(clients.map(({ cursor }) => cursor)).toEqual(clients.map(() => log.cursor));
        expect(clients.map(({ entries }) => entries)).toEqual(clients.map(() => log.entries));
        expect(log.open).toBe(1);
        for (const each of clients) void each.disconnect();
        await scheduler.waitIdle();
        expect({ open: log.open, groups: hub.size }).toEqual({ open: 0, groups: 0 });
      }),
      { numRuns: 500 },
    );
  });
});

/** Looks at every turn of the event loop. */
async function turnsUntil(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
}

function overAfter(messages: SharedMessage[], errors: readonly GraphQLError[]): Source {
  return {
    async next() {
      const message = messages.shift();
      return message ? { done: false, value: message } : { done: true, value: errors };
    },
    return() {},
  };
}

/** A source that the test feeds; it takes itself out when it is returned. */
function fedBy(feeds: ((text: string) => void)[]): Source {
  const waiting: string[] = [];
  let wake = () => {};
  const feed = (text: string) => {
    waiting.push(text);
    wake();
  };
  const at = feeds.push(feed) - 1;
  let isOver = false;
  return {
    async next() {
      while (!isOver && waiting.length === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      return isOver
        ? { done: true, value: undefined }
        : { done: false, value: new SharedMessage(waiting.shift() ?? '') };
    },
    return() {
      isOver = true;
      delete feeds[at];
      wake();
    },
  };
}
