import { expect, it } from '@jest/globals';
import { createConcurrencyLimiter } from './concurrency-limiter.ts';

it('lets so many work at once, so many wait, and sends the next one away', async () => {
  const limiter = createConcurrencyLimiter({ abreast: 2, queue: 1 });
  const doors = [0, 1, 2].map(() => Promise.withResolvers<void>());
  const begun: number[] = [];
  const enter = (number: number) =>
    limiter.pass(async () => {
      begun.push(number);
      await doors[number]?.promise;
      return number;
    });
  const passes = [enter(0), enter(1), enter(2)];
  expect(begun).toEqual([0, 1]);
  expect(await enter(3)).toBeNull();

  doors[0]?.resolve();
  await passes[0];
  expect(begun).toEqual([0, 1, 2]);
  doors[1]?.resolve();
  doors[2]?.resolve();
  expect(await Promise.all(passes)).toEqual([0, 1, 2]);
});

it('lets the next one in also when the one before has failed', async () => {
  const limiter = createConcurrencyLimiter({ abreast: 1, queue: 1 });
  const failing = limiter.pass(() => Promise.reject(new Error('no')));
  const next = limiter.pass(async () => 'in');
  await expect(failing).rejects.toThrow('no');
  expect(await next).toBe('in');
  expect(await limiter.pass(async () => 'later')).toBe('later');
});
