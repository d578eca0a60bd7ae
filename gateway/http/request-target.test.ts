import { describe, expect, it } from '@jest/globals';
import { originForm, pathOf } from './request-target.ts';

describe('the path of a request', () => {
  it.each([
    ['/graphql', '/graphql'],
    ['/graphql/', '/graphql'],
    ['/graphql?query={a}', '/graphql'],
    ['/graphql/?x', '/graphql'],
    ['http://host:4000/graphql?x', '/graphql'],
    ['https://host', '/'],
    ['http://host?x', '/'],
    ['/', '/'],
    ['//', '/'],
    ['//graphql', '//graphql'],
    ['', '/'],
    [undefined, '/'],
    ['*', '*'],
    ['http://[', '/'],
  ])('of %s is %s', (target, path) => {
    expect(pathOf(target)).toBe(path);
  });

  it('keeps the query of an address that names the server', () => {
    expect(originForm('http://host/graphql?query=/')).toBe('/graphql?query=/');
  });
});
