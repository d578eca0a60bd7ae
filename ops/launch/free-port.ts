import { once } from 'node:events';
import { createServer } from 'node:net';
import { StartError } from './start-error.ts';

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'which another program uses; stop that one, or choose another PORT',
  EACCES: 'which this user may not listen at; choose one above 1023',
  EADDRNOTAVAIL: 'at an address that this machine does not have; choose another HOST',
};

/**
 * Finds out whether the port can be had before anything is started for it.
 * @throws StartError when it cannot
 */
export async function expectFreePort(port: number, host: string): Promise<void> {
  const probe = createServer().listen(port, host);
  try {
    await once(probe, 'listening');
  } catch (error) {
    throw portFault(error, port, host);
  }
  probe.close();
  await once(probe, 'close');
}

/** The same in words, for whoever has tried to listen. */
export function portFault(error: unknown, port: number, host: string): StartError {
  const { code, message } = error as NodeJS.ErrnoException;
  const reason = reasons[code ?? ''] ?? `which cannot be had (${message})`;
  return new StartError(`PORT: expected a free port, got ${port} on ${host}, ${reason}`, { cause: error });
}
