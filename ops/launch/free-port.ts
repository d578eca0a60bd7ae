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

/** A port of this machine that nobody listens to at the moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer((socket) => socket.destroy());
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
