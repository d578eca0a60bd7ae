import { describe, expect, it } from '@jest/globals';
import { etagOf, isKnown } from './validators.ts';

describe('a content is known', () => {
  const etag = etagOf('content');
  it.each([
    ['by its name', etag, true],
    ['by its name among others', `"other", ${etag}`, true],
    ['by its strong name', etag.replace('W/', ''), true],
    ['by a star', '*', true],
    ['not by another name', etagOf('other'), false],
    ['not by nonsense', ',,"', false],
    ['not without a name', undefined, false],
  ])('%s', (_rule, ifNoneMatch, expected) => {
    expect(isKnown(ifNoneMatch, etag)).toBe(expected);
  });
});
