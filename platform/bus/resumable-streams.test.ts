import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { newId } from '../kernel/ids.ts';
import type { Positioned } from '../kernel/log-cursor.ts';
import { memoryBus } from '../testing/memory-bus.ts';
import type { FactEnvelope } from './bus.ts';
import { createKeyFeed } from './key-feed.ts';
import { followFacts, followState, type PositionedStream } from './resumable-streams.ts';

const fact = (subject: string, data: unknown = {}): FactEnvelope => ({
  specversion: '1.0',
  id: newId(),
  type: 'Changed',
  source: 'tickets',
  subject,
  time: '2027-03-01T10:00:00.000Z',
  datacontenttype: 'application/json',
  data,
});

async function started(keep?: number) {
  const bus = memoryBus();
  const feed = createKeyFeed({ bus, topic: 'tickets', keep });
  await feed.start();
  const states = new Map<string, number>();
  const change = async (key: string) => {
    states.set(key, (states.get(key) ?? 0) + 1);
    await bus.publish([fact(key, { n: states.get(key) })]);
  };
  const state = (key: string, since: string | null = null) =>
    followState({
      feed,
      key,
      since,
      read: async () => states.get(key) ?? 0,
      isLast: (value) => value >= 100,
    });
  const facts = (key: string, since: string | null = null) =>
    followFacts({
      feed,
      key,
      since,
      read: ({ data }) => (data as { n: number }).n,
      restart: async () => -(states.get(key) ?? 0),
    });
  return { bus, feed, change, state, facts, states };
}

async function nextOf<Value>(stream: PositionedStream<Value>): Promise<Positioned<Value>> {
  const step = await stream.next();
  if (step.done) throw new Error('expected a message, got the end');
  return step.value;
}

describe('a state that is followed', () => {
  it('is told now and after every change of it, and of no other', async () => {
    const { state, change } = await started();
    await change('a');
    const stream = state('a');
    expect(await nextOf(stream)).toMatchObject({ value: 1, startsAnew: false });
    const waiting = nextOf(stream);
    await change('b');
    await change('a');
    expect(await waiting).toMatchObject({ value: 2 });
  });

  it('is one message when several changes come together', async () => {
    const { state, change } = await started();
    const stream = state('a');
    await nextOf(stream);
    await change('a');
    await change('a');
    expect(await nextOf(stream)).toMatchObject({ value: 2 });
    const waiting = nextOf(stream);
    await change('a');
    expect(await waiting).toMatchObject({ value: 3 });
  });

  it('is told to who comes back only when it has changed', async () => {
    const { state, change } = await started();
    await change('a');
    const { cursor } = await nextOf(state('a'));
    const unchanged = nextOf(state('a', cursor));
    await change('a');
    expect(await unchanged).toMatchObject({ value: 2, startsAnew: false });
    expect(await nextOf(state('a', cursor))).toMatchObject({ value: 2, startsAnew: false });
  });

  it('starts anew for a cursor of another log, of nobody, or from beyond the end', async () => {
    const { state, change, feed } = await started();
    await change('a');
    const end = await feed.end('a');
    const [epoch, position] = end.split('.');
    for (const since of [`other.${position}`, 'nonsense', '', `${epoch}.9999999999999999`]) {
      expect(await nextOf(state('a', since))).toEqual({ value: 1, cursor: end, startsAnew: true });
    }
  });

  it('ends after its last state, also for who holds that already', async () => {
    const { state, states, feed } = await started();
    states.set('a', 100);
    for (const since of [null, await feed.end('a')]) {
      const stream = state('a', since);
      expect(await nextOf(stream)).toMatchObject({ value: 100 });
      expect(await stream.next()).toMatchObject({ done: true });
    }
  });

  it('ends at once when its reader leaves while it waits, or the feed stops', async () => {
    const { state, feed } = await started();
    const [left, stopped] = [state('a'), state('b')];
    await nextOf(left);
    await nextOf(stopped);
    const waiting = [left.next(), stopped.next()];
    await left.return?.();
    await feed.stop();
    expect(await Promise.all(waiting)).toMatchObject([{ done: true }, { done: true }]);
  });
});

describe('facts that are followed', () => {
  it('are told one by one from now on', async () => {
    const { facts, change } = await started();
    await change('a');
    const stream = facts('a');
    const first = nextOf(stream);
    // The stream looks for its position first; what comes from here on is told.
    await new Promise((resolve) => setImmediate(resolve));
    await change('a');
    await change('a');
    expect([await first, await nextOf(stream)]).toMatchObject([{ value: 2 }, { value: 3 }]);
  });

  it('start anew when what was missed is not remembered, or the cursor is of another log', async () => {
    const { facts, change, feed } = await started(2);
    await change('a');
    const cursor = await feed.end('a');
    for (let n = 0; n < 6; n += 1) await change('a');
    for (const since of [cursor, 'other.1', 'nonsense']) {
      const stream = facts('a', since);
      expect(await nextOf(stream)).toMatchObject({ value: -7, startsAnew: true });
    }
  });

  it('start anew for a reader who left more unread than is kept for it', async () => {
    const { facts, change } = await started();
    const stream = facts('a');
    const first = nextOf(stream);
    await new Promise((resolve) => setImmediate(resolve));
    await change('a');
    await first;
    for (let n = 0; n < 150; n += 1) await change('a');
    expect(await nextOf(stream)).toMatchObject({ value: -151, startsAnew: true });
    const next = nextOf(stream);
    await change('a');
    expect(await next).toMatchObject({ value: 152, startsAnew: false });
  });

  it('reach a client that is cut at random one by one, none missing and none twice', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('change', 'other', 'cut', 'read'), { maxLength: 60 }),
        async (steps) => {
          const { facts, change, states, feed } = await started();
          await change('a');
          const read: number[] = [];
          let since: string = await feed.end('a');
          let stream = facts('a', since);
          const take = async () => {
            const message = await nextOf(stream);
            read.push(message.value);
            since = message.cursor;
          };
          for (const step of steps) {
            if (step === 'change') await change('a');
            else if (step === 'other') await change('b');
            else if (step === 'cut') {
              await stream.return?.();
              stream = facts('a', since);
            } else if (since !== (await feed.end('a'))) await take();
          }
          while (since !== (await feed.end('a'))) await take();
          expect(read).toEqual(Array.from({ length: (states.get('a') ?? 0) - 1 }, (_, index) => index + 2));
        },
      ),
      { numRuns: 200 },
    );
  });
});
