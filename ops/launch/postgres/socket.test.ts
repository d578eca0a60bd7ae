import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { Client } from 'pg';
import { removeStaleSockets, socketUrl } from './socket.ts';

const address = {
  databaseDir: '/srv/data of ours/postgres',
  port: 5_433,
  user: 'parterre',
  password: 'secret',
};

it('is an address that pg takes as a socket, whatever stands in the path', () => {
  const url = socketUrl(address, 'tickets', 'linux') ?? '';
  expect(new URL(url).pathname).toBe('/tickets');
  const client = new Client({ connectionString: url });
  expect([client.host, client.port, client.database]).toEqual([address.databaseDir, 5_433, 'tickets']);
});

it('is none for a path that is too long, and on Windows', () => {
  const databaseDir = `/${'a'.repeat(100)}`;
  expect(socketUrl({ ...address, databaseDir }, 'tickets', 'linux')).toBeNull();
  expect(socketUrl(address, 'tickets', 'win32')).toBeNull();
});

it('removes the sockets of servers that were killed, and nothing else', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parterre-sockets-'));
  try {
    for (const name of ['.s.PGSQL.5433', '.s.PGSQL.5433.lock', 'PG_VERSION'])
      writeFileSync(join(folder, name), '');
    removeStaleSockets(folder);
    expect(readdirSync(folder)).toEqual(['PG_VERSION']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
