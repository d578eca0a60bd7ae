import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { nextMessage } from './next-message.ts';

/** A process of a bench, bound to one core. */
export interface PinnedProcess {
  readonly child: ChildProcess;
  readonly pid: number;
  /** The next message that it sends over IPC. Rejects when it ends before. */
  message<Message>(): Promise<Message>;
  /** Ends it and waits until it is gone. */
  stop(): Promise<void>;
}

/** How long a process may take to end before it is killed. */
const STOP_PATIENCE_MS = 5_000;

/** Starts a command on one core, in production mode; what it prints goes to standard error. */
export function startPinned(
  core: number,
  command: readonly string[],
  env: Readonly<Record<string, string>> = {},
): PinnedProcess {
  // taskset becomes the command itself, so the process id is the command's.
  const child = spawn('taskset', ['-c', String(core), ...command], {
    stdio: ['ignore', 2, 2, 'ipc'],
    env: { ...process.env, NODE_ENV: 'production', APOLLO_TELEMETRY_DISABLED: '1', ...env },
  });
  if (child.pid === undefined) {
    throw new Error('expected taskset (util-linux) to bind processes to cores; install it');
  }
  return {
    child,
    pid: child.pid,
    message: <Message>() => nextMessage<Message>(child, command.join(' ')),
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exit = once(child, 'exit');
      child.kill('SIGTERM');
      const kill = setTimeout(() => child.kill('SIGKILL'), STOP_PATIENCE_MS);
      await exit;
      clearTimeout(kill);
    },
  };
}

/** Starts a TypeScript file of this repository in Node.js on one core. */
export function startPinnedNode(core: number, file: URL, args: readonly string[] = []): PinnedProcess {
  return startPinned(core, [process.execPath, file.pathname, ...args]);
}
