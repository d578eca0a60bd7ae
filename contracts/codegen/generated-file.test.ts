import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { isOutOfDate, writeGenerated } from './generated-file.ts';

it('a generated file is out of date until it is written, and again when its source changes', () => {
  const root = mkdtempSync(join(tmpdir(), 'parterre-codegen-'));
  const file = { path: 'deep/in/types.generated.ts', content: 'export type A = 1;\n' };
  expect(isOutOfDate(root, file)).toBe(true);
  writeGenerated(root, file);
  expect(isOutOfDate(root, file)).toBe(false);
  expect(isOutOfDate(root, { ...file, content: 'export type A = 2;\n' })).toBe(true);
});
