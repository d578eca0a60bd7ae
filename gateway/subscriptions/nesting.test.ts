import { describe, expect, it } from '@jest/globals';
import { nestsDeeper } from './nesting.ts';

describe('a JSON text', () => {
  it.each<[string, boolean]>([
    ['[[[[]]]]', true],
    ['{"a":{"b":[{}]}}', true],
    ['[[[]],[[]],[[]],[[]]]', false],
    ['["[[[[[[[[", "]", "{{{{{{"]', false],
    ['["\\"[[[[[[[[\\\\", "x"]', false],
    ['["\\\\",[[[1]]]]', true],
    ['[[[', false],
    ['[[[[ and no more', true],
  ])('%s nests deeper than three: %s', (text, isDeeper) => {
    expect(nestsDeeper(text, 3)).toBe(isDeeper);
  });
});
