import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readMigrations } from './read-migrations.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parterre-migrations-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
const read = (path = '') => readMigrations(pathToFileURL(join(folder, path, '/')));

describe('migrations in files', () => {
  it('come in the order of their names', () => {
    write('0010-later.sql', 'select 10;');
    write('0002-first.sql', 'select 2;');
    expect(read()).toEqual([
      { name: '0002-first', up: 'select 2;' },
      { name: '0010-later', up: 'select 10;' },
    ]);
  });

  it('include other files, as psql does', () => {
    mkdirSync(join(folder, 'mine'));
    write('shared.sql', 'create function shared();\n');
    write('mine/0001-all.sql', '\\ir ../shared.sql\ncreate table own ();\n');
    expect(read('mine')).toEqual([
      { name: '0001-all', up: 'create function shared();\n\ncreate table own ();\n' },
    ]);
  });

  it('are refused where a file is none, or there is no file', () => {
    expect(read).toThrow('expected migrations in');
    write('0001-wallets.sql', 'select 1;');
    write('0002-wallets.sql~', 'select 2;');
    expect(read).toThrow('expected only files like 0001-wallets.sql, got "0002-wallets.sql~"');
  });
});
