import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { onceInFolder } from './once-in-folder.ts';

const newFolder = () => mkdtemp(join(tmpdir(), 'once-'));

it('lets one make it, and all others wait until it is whole', async () => {
  const folder = await newFolder();
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const seen: string[] = [];
  const make = async () => {
    seen.push('begun');
    await released;
    seen.push('whole');
  };
  const all = ['a', 'b', 'c'].map(async () => {
    await onceInFolder(folder, 'program', make);
    seen.push('used');
  });
  // Whoever does not wait is done by the time that a second folder is made.
  await onceInFolder(folder, 'other', async () => {});
  release();
  await Promise.all(all);
  await onceInFolder(folder, 'program', make);
  expect(seen).toEqual(['begun', 'whole', 'used', 'used', 'used']);
});

it('is tried by the next one when it failed', async () => {
  const folder = await newFolder();
  const failing = onceInFolder(folder, 'program', () => Promise.reject(new Error('no room')));
  await expect(failing).rejects.toThrow('no room');
  let times = 0;
  await onceInFolder(folder, 'program', async () => {
    times += 1;
  });
  expect(times).toBe(1);
});
