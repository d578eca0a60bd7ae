import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { vendored } from './vendored.ts';

it('the page has the library that is installed: after a new version, run node web/vendored.ts', () => {
  expect(readFileSync(vendored.copy, 'utf8')).toBe(readFileSync(vendored.source, 'utf8'));
});
