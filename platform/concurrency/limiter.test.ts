import { describe, expect, it } from '@jest/globals';
import { createConcurrencyLimiter } from './limiter.ts';

describe('a concurrency limiter', () => {
  it('lets no more in at a time than there are places, and the others in their order', async () => {
    const limiter = createConcurrencyLimiter({ places: 2, queue: 10, patienceMs: 1_000 });
    let inside = 0;
    let most = 0;
    const order: number[] = [];
    await Promise.all(
      [1, 2, 3, 4, 5].map((guest) =>
        limiter.run(async () => {
          order.push(guest);
          inside += 1;
          most = Math.max(most, inside);
          await new Promise(setImmediate);
          inside -= 1;
        }),
      ),
    );
    expect(most).toBe(2);
    expect(order).toEqual([1, 2, 3, 4, 5]);
  });

  it('turns away who finds the queue full, and who has waited too long', async () => {
    const limiter = createConcurrencyLimiter({ places: 1, queue: 1, patienceMs: 1 });
    const { promise: done, resolve: finish } = Promise.withResolvers<string>();
    const first = limiter.run(() => done);
    const patient = limiter.run(async () => 'in');
    expect(await limiter.run(async () => 'in')).toBe('turned-away');
    expect(await patient).toBe('turned-away');
    finish('done');
    expect(await first).toBe('done');
    expect(await limiter.run(async () => 'in')).toBe('in');
  });

  it('gives the place on when the work throws', async () => {
    const limiter = createConcurrencyLimiter({ places: 1, queue: 1, patienceMs: 1_000 });
    await expect(limiter.run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await limiter.run(async () => 'in')).toBe('in');
  });

  it('lets so many work at once, so many wait as long as it takes, and sends the next one away', async () => {
    const limiter = createConcurrencyLimiter({ places: 2, queue: 1 });
    const works = [0, 1, 2].map(() => Promise.withResolvers<void>());
    const begun: number[] = [];
    const enter = (number: number) =>
      limiter.run(async () => {
        begun.push(number);
        await works[number]?.promise;
        return number;
      });
    const entered = [enter(0), enter(1), enter(2)];
    await Promise.resolve();
    expect(begun).toEqual([0, 1]);
    expect(await enter(3)).toBe('turned-away');

    works[0]?.resolve();
    await entered[0];
    await Promise.resolve();
    expect(begun).toEqual([0, 1, 2]);
    works[1]?.resolve();
    works[2]?.resolve();
    expect(await Promise.all(entered)).toEqual([0, 1, 2]);
  });

  it('lets the next one in also when the one before has failed', async () => {
    const limiter = createConcurrencyLimiter({ places: 1, queue: 1 });
    const failing = limiter.run(() => Promise.reject(new Error('no')));
    const next = limiter.run(async () => 'in');
    await expect(failing).rejects.toThrow('no');
    expect(await next).toBe('in');
    expect(await limiter.run(async () => 'later')).toBe('later');
  });
});
