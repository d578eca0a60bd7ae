import { spawn } from 'node:child_process';
import { Socket } from 'node:net';

export interface Watchdog {
  /** The server has ended: there is nothing to watch any more. */
  dismiss(): void;
}

/**
 * A shell of a few kilobytes that holds the far end of a pipe from this process. When this process is gone,
 * for whatever reason, the pipe ends and the shell asks the server for a fast shutdown (SIGINT). Windows has no such
 * shell; there the next start ends what was left behind.
 */
export function startWatchdog(serverPid: number | undefined): Watchdog {
  if (serverPid === undefined || process.platform === 'win32') return { dismiss() {} };
  const shell = spawn('sh', ['-c', 'read -r _; kill -INT "$1"', 'parterre-watchdog', String(serverPid)], {
    detached: true,
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  shell.on('error', () => {}); // No shell: the next start ends what was left behind.
  shell.unref();
  // The pipe must not keep this process alive either.
  if (shell.stdin instanceof Socket) shell.stdin.unref();
  return { dismiss: () => void shell.kill('SIGKILL') };
}
