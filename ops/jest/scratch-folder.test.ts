import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { makeScratchFolder, scratchParent } from './scratch-folder.ts';

it('lies where TMPDIR says, if it does', () => {
  expect(scratchParent({ TMPDIR: '/somewhere' })).toBe(tmpdir());
});

it('can be entered by whoever is given a file of it, and be listed by nobody else', () => {
  const folder = makeScratchFolder(mkdtempSync(join(tmpdir(), 'scratch-')));
  expect(statSync(folder).mode & 0o777).toBe(0o711);
});

it('takes the place of those whose run has been killed, and leaves all others', () => {
  const parent = mkdtempSync(join(tmpdir(), 'scratch-'));
  const { pid: ended } = spawnSync(process.execPath, ['--version']);
  const named = (name: string) => {
    mkdirSync(join(parent, name, 'inside'), { recursive: true });
    return join(parent, name);
  };
  const abandoned = named(`parterre-tests-${ended}-abcdef`);
  const others = [named(`parterre-tests-${process.pid}-abcdef`), named(`other-tests-${ended}-abcdef`)];
  makeScratchFolder(parent);
  expect(existsSync(abandoned)).toBe(false);
  expect(others.map((folder) => existsSync(folder))).toEqual([true, true]);
});
