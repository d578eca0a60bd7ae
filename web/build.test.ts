import { afterEach, expect, it } from '@jest/globals';
import { inProduction } from './build.ts';

const before = process.env.NODE_ENV;
afterEach(() => {
  process.env.NODE_ENV = before;
});

it('builds for production whatever began the build, and leaves the environment as it was', async () => {
  process.env.NODE_ENV = 'test';
  expect(await inProduction(async () => process.env.NODE_ENV)).toBe('production');
  expect(process.env.NODE_ENV).toBe('test');
  delete process.env.NODE_ENV;
  await expect(inProduction(() => Promise.reject(new Error('no build')))).rejects.toThrow('no build');
  expect(process.env.NODE_ENV).toBeUndefined();
});
