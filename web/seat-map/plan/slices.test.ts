import { describe, expect, it } from '@jest/globals';
import { readGeometry } from './geometry.ts';
import { groundOf, openPlan } from './ground.ts';
import { blockOf, documentOf } from './hall.fixture.ts';
import { atOnce, inSlices, nextTask, type Slices } from './slices.ts';

/** Work in so many pieces, of which each takes some milliseconds of a clock that only it moves. */
function pieces(count: number, eachMs: number) {
  let at = 0;
  function* work(): Slices<string> {
    for (let piece = 0; piece < count; piece += 1) {
      at += eachMs;
      yield;
    }
    return 'done';
  }
  return { work: work(), now: () => at };
}

describe('work in slices', () => {
  it('pauses whenever a slice is full, and not before', async () => {
    const { work, now } = pieces(10, 4);
    const pausedAt: number[] = [];
    const pause = async () => void pausedAt.push(now());
    expect(await inSlices(work, { now, pause })).toBe('done');
    expect(pausedAt).toEqual([8, 16, 24, 32, 40]);
  });

  it('pauses after every piece that is longer than a slice', async () => {
    const { work, now } = pieces(3, 20);
    let pauses = 0;
    const pause = async () => {
      pauses += 1;
    };
    await inSlices(work, { now, pause });
    expect(pauses).toBe(3);
  });

  it('comes to the same without a pause', () => {
    expect(atOnce(pieces(10, 4).work)).toBe('done');
  });

  it('lets other tasks go first', async () => {
    const order: string[] = [];
    const { port1, port2 } = new MessageChannel();
    const other = new Promise<void>((resolve) => {
      port1.onmessage = () => {
        order.push('other');
        port1.close();
        resolve();
      };
    });
    port2.postMessage(null);
    await nextTask().then(() => order.push('slice'));
    await other;
    expect(order).toEqual(['other', 'slice']);
  });
});

describe('a plan that is opened in slices', () => {
  const document = documentOf([{ rows: blockOf(30, 40) }, { rows: blockOf(5, 8, { x: 5_000, zone: 1 }) }]);

  it('is the plan that is read at once', async () => {
    expect(await openPlan(JSON.stringify(document))).toEqual(readGeometry(document));
  });

  it('has its ground, which is laid once', async () => {
    const plan = await openPlan(document);
    const ground = groundOf(plan);
    expect(groundOf(plan)).toBe(ground);
    expect(ground.areas.map(({ section }) => section)).toEqual([0, 1]);
    expect(ground.blocks.last[39]).toBe(39);
  });

  it('is refused in another format', async () => {
    await expect(openPlan({ ...document, format: 'other/2' })).rejects.toThrow('got other/2');
  });
});
