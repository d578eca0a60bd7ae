import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { StartError } from './start-error.ts';

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'which another program uses; stop that one, or choose another PORT',
  EACCES: 'which this user may not listen at; choose one above 1023',
  EADDRNOTAVAIL: 'at an address that this machine does not have; choose another HOST',
};

/**
 * Finds out whether the port that this variable names can be had before anything is started for it.
 * @throws StartError when it cannot
 */
export async function expectFreePort(port: number, host: string, variable = 'PORT'): Promise<void> {
  // Whoever connects to the probe is sent away: a socket that nobody listens to ends the process when it is reset.
  const probe = createServer((socket) => socket.destroy()).listen(port, host);
  try {
    await once(probe, 'listening');
  } catch (error) {
    throw portFault(error, port, host, variable);
  }
  probe.close();
  await once(probe, 'close');
}

/** The same in words, for whoever has tried to listen. */
export function portFault(error: unknown, port: number, host: string, variable = 'PORT'): StartError {
  const { code, message } = error as NodeJS.ErrnoException;
  const reason = reasons[code ?? ''] ?? `which cannot be had (${message})`;
  const words = reason.replace('another PORT', `another ${variable}`);
  return new StartError(`${variable}: expected a free port, got ${port} on ${host}, ${words}`, {
    cause: error,
  });
}

/**
 * A port of this machine that nobody listens to at the moment: 10,000 to 29,999. Systems give away ports above these by
 * themselves, for each connection one; such a port could be somebody else's before it is listened to.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(10_000, 30_000);
    if (await canListen(port)) return port;
  }
}

async function canListen(port: number): Promise<boolean> {
  const probe = createServer((socket) => socket.destroy()).listen(port, '0.0.0.0');
  try {
    await once(probe, 'listening');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return false;
    throw error;
  }
  probe.close();
  await once(probe, 'close');
  return true;
}
