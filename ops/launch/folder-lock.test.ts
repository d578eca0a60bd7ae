import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { lockFolder } from './folder-lock.ts';

describe('the lock on a data folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'parterre-lock-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is held by one server at a time, and names it to the other', () => {
    const lock = lockFolder(folder, 'http://localhost:4000');
    expect(() => lockFolder(folder, 'http://localhost:4001')).toThrow(
      `which the Parterre at http://localhost:4000 (process ${process.pid}) uses`,
    );
    lock.release();
    lockFolder(folder, 'http://localhost:4001').release();
  });

  it('ends with the process that holds it, even by kill -9', async () => {
    const program = `
      const { lockFolder } = await import(${JSON.stringify(new URL('./folder-lock.ts', import.meta.url).href)});
      lockFolder(${JSON.stringify(folder)}, 'http://localhost:4000');
      console.log('held');
      setInterval(() => {}, 1000);`;
    const holder = spawn(process.execPath, ['--input-type=module', '--eval', program], {
      env: { ...process.env, NODE_OPTIONS: '' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(holder.stdout, 'data');
    expect(() => lockFolder(folder, 'elsewhere')).toThrow('PARTERRE_DATA_DIR');
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    lockFolder(folder, 'elsewhere').release();
  });
});
