import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { holdsWhatTheLockNames } from './install.mjs';

describe('an install', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'parterre-install-'));
    mkdirSync(join(root, 'node_modules'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const write = (file: string, packages: object) =>
    writeFileSync(join(root, file), JSON.stringify({ packages }));
  const wanted = {
    '': { name: 'parterre' },
    platform: { name: '@parterre/platform' },
    'node_modules/@parterre/platform': { resolved: 'platform', link: true },
    'node_modules/graphql': { version: '16.15.0' },
    'node_modules/only-on-a-mac': { version: '1.0.0', optional: true },
  };

  it('is whole when every package has the version of the lock file', () => {
    write('package-lock.json', wanted);
    write('node_modules/.package-lock.json', { 'node_modules/graphql': { version: '16.15.0' } });
    expect(holdsWhatTheLockNames(root)).toBe(true);
  });

  it('is missing when nothing was ever installed, or npm was cut off before its last step', () => {
    write('package-lock.json', wanted);
    expect(holdsWhatTheLockNames(root)).toBe(false);
  });

  it('is missing when npm was cut off in the middle of its last step', () => {
    write('package-lock.json', wanted);
    writeFileSync(join(root, 'node_modules/.package-lock.json'), '{"packages": {"node_modu');
    expect(holdsWhatTheLockNames(root)).toBe(false);
  });

  it('is old when the lock file names another version, or one package more', () => {
    write('package-lock.json', { ...wanted, 'node_modules/ws': { version: '8.23.0' } });
    write('node_modules/.package-lock.json', { 'node_modules/graphql': { version: '16.15.0' } });
    expect(holdsWhatTheLockNames(root)).toBe(false);
    write('package-lock.json', { ...wanted, 'node_modules/graphql': { version: '16.16.0' } });
    expect(holdsWhatTheLockNames(root)).toBe(false);
  });
});
