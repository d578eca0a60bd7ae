import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { ServerProcess } from './server-process.ts';

it.each([
  ['3', 'process.exit(3)'],
  ['SIGKILL', "process.kill(process.pid, 'SIGKILL')"],
])('says at once that a server has ended with %s before it was ready', async (how, code) => {
  const folder = await mkdtemp(join(tmpdir(), 'parterre-ended-'));
  const entry = join(folder, 'start.mjs');
  await writeFile(entry, `console.error('no port'); ${code};`);
  await expect(ServerProcess.start({}, entry, folder)).rejects.toThrow(
    `the server ended with ${how}:\nno port`,
  );
});
