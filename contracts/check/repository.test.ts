import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';

it('the repository keeps its contracts', () => {
  const main = fileURLToPath(new URL('./main.ts', import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [main], { encoding: 'utf8' });
  expect({ status, stderr, refused: stdout.match(/\d+ refused.*/g) }).toEqual({
    status: 0,
    stderr: '',
    refused: null,
  });
});
