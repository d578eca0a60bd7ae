import { describe, expect, it } from '@jest/globals';
import { createKeyedQueue, type PartFact } from './keyed-queue.ts';

const fact = (key: string, position: number): PartFact => ({
  part: 'users',
  position,
  delivered: {
    position: String(position),
    fact: {
      specversion: '1.0',
      id: String(position),
      type: 'Counted',
      source: 'users',
      subject: key,
      time: '2027-01-01T00:00:00.000Z',
      datacontenttype: 'application/json',
      data: {},
    },
  },
});

/** Lanes whose handlers finish when the test says so. */
function queueByHand(width: number) {
  const taken: string[] = [];
  const finish = new Map<string, () => void>();
  const done: number[] = [];
  const queues = createKeyedQueue({
    width,
    handle: ({ delivered, position }) => {
      const name = `${delivered.fact.subject}${position}`;
      taken.push(name);
      return new Promise<void>((resolve) => finish.set(name, resolve));
    },
    onFailure() {},
    onDone: ({ position }) => void done.push(position),
  });
  return {
    queues,
    taken,
    done,
    async finish(name: string) {
      finish.get(name)?.();
      await new Promise(setImmediate);
    },
  };
}

describe('queues', () => {
  it('take up one fact of a key at a time', async () => {
    const { queues, taken, finish } = queueByHand(8);
    for (const each of [fact('a', 1), fact('a', 2), fact('b', 3)]) queues.add(each);
    expect(taken).toEqual(['a1', 'b3']);
    await finish('a1');
    expect(taken).toEqual(['a1', 'b3', 'a2']);
  });

  it('take up no more than their width at a time, the first come first', async () => {
    const { queues, taken, finish } = queueByHand(2);
    for (const each of [fact('a', 1), fact('b', 2), fact('a', 3), fact('c', 4), fact('d', 5)])
      queues.add(each);
    expect(taken).toEqual(['a1', 'b2']);
    await finish('b2');
    expect(taken.at(-1)).toBe('c4');
    await finish('a1');
    expect(taken.at(-1)).toBe('a3');
  });

  it('finish what is in hand when they are stopped, and take up nothing more', async () => {
    const { queues, taken, done, finish } = queueByHand(8);
    for (const each of [fact('a', 1), fact('a', 2)]) queues.add(each);
    const stopping = queues.stop();
    await finish('a1');
    await stopping;
    expect(taken).toEqual(['a1']);
    expect(done).toEqual([1]);
  });

  it('tell of each failure, and how many there were in a row', async () => {
    const failures: number[] = [];
    const { promise: isDone, resolve } = Promise.withResolvers<void>();
    let left = 2;
    const queues = createKeyedQueue({
      width: 1,
      async handle() {
        if (left-- > 0) throw new Error('not yet');
      },
      onFailure: (_fact, _error, count) => void failures.push(count),
      onDone: () => resolve(),
    });
    queues.add(fact('a', 1));
    await isDone;
    expect(failures).toEqual([1, 2]);
  });
});
