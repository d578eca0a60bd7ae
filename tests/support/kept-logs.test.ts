import { mkdir, mkdtemp, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from '@jest/globals';
import { keepLogs } from './kept-logs.ts';

it('keeps what each process of a cluster has logged, and no data, of the last runs alone', async () => {
  const keptLogs = await mkdtemp(join(tmpdir(), 'kept-'));
  for (let run = 1; run <= 8; run += 1) {
    await mkdir(join(keptLogs, `before-${run}`));
    await utimes(join(keptLogs, `before-${run}`), run, run);
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'cluster-'));
  for (const file of [
    'logs/tickets.log',
    'logs/gateway-2.log',
    'kafka/kafka-1/broker.log',
    'kafka/kafka-1/log/tickets-0/00000000000000000000.log',
    'postgres.log',
  ]) {
    const path = join(dataDir, 'cluster', file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, `of ${file}`);
  }

  const kept = await keepLogs(dataDir, 'of the launcher', keptLogs);
  expect((await readdir(kept)).sort()).toEqual([
    'gateway-2.log',
    'kafka-1.log',
    'launcher.log',
    'postgres.log',
    'tickets.log',
  ]);
  expect(await readFile(join(kept, 'kafka-1.log'), 'utf8')).toBe('of kafka/kafka-1/broker.log');
  expect(await readFile(join(kept, 'launcher.log'), 'utf8')).toBe('of the launcher');
  expect((await readdir(keptLogs)).filter((name) => name.startsWith('before'))).toEqual(
    [4, 5, 6, 7, 8].map((run) => `before-${run}`),
  );
});
