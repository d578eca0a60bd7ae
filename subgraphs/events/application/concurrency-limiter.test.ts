import { describe, expect, it } from '@jest/globals';
import { createConcurrencyLimiter } from './concurrency-limiter.ts';

describe('an admission', () => {
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
});
