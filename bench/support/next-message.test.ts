import { spawn } from 'node:child_process';
import { expect, it } from '@jest/globals';
import { nextMessage } from './next-message.ts';

const running = (code: string) =>
  spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });

it('is what a process says next', async () => {
  const child = running("process.send({ port: 7 }); process.on('disconnect', () => process.exit())");
  expect(await nextMessage(child, 'a server')).toEqual({ port: 7 });
  child.disconnect();
});

it.each([
  ['3', 'process.exit(3)'],
  ['SIGKILL', "process.kill(process.pid, 'SIGKILL')"],
])('is not waited for once the process has ended with %s', async (how, code) => {
  await expect(nextMessage(running(code), 'a worker')).rejects.toThrow(
    `expected a message from a worker, it ended with ${how}`,
  );
});
