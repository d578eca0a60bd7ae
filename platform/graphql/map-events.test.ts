import { describe, expect, it } from '@jest/globals';
import { mapEvents } from './map-events.ts';

/** A source that gives what it is told to, and says whether it was let go of. */
function aSource(events: readonly number[]) {
  const left = [...events];
  const source = {
    isLetGo: false,
    async next(): Promise<IteratorResult<number>> {
      const value = left.shift();
      return value === undefined ? new Promise(() => {}) : { done: false, value };
    },
    async return(): Promise<IteratorResult<number>> {
      source.isLetGo = true;
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]: () => source,
  };
  return source;
}
const failed = () => 'failed';

describe('mapped events', () => {
  it('come in order', async () => {
    const stream = mapEvents(aSource([1, 2]), async (event) => `event ${event}`, failed);
    expect([(await stream.next()).value, (await stream.next()).value]).toEqual(['event 1', 'event 2']);
  });

  it('end at once when they are let go of, and their source with them', async () => {
    const source = aSource([]);
    const stream = mapEvents(source, async () => 'never', failed);
    const waiting = stream.next();
    await stream.return?.();
    expect([await waiting, source.isLetGo]).toEqual([{ done: true, value: undefined }, true]);
  });

  it('let go of a source that is whole when an answer cannot be made of its event', async () => {
    const source = aSource([1, 2]);
    const broken = async () => {
      throw new Error('no answer');
    };
    const stream = mapEvents<number, string>(source, broken, failed);
    expect([(await stream.next()).value, (await stream.next()).done, source.isLetGo]).toEqual([
      'failed',
      true,
      true,
    ]);
  });
});
