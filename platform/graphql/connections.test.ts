import { describe, expect, it } from '@jest/globals';
import { readPage, toConnection } from './connections.ts';

describe('connections', () => {
  it('give twenty rows unless asked otherwise, and at most a hundred', () => {
    expect(readPage({})).toEqual({ limit: 20, after: null });
    expect(readPage({ first: 100, after: null })).toEqual({ limit: 100, after: null });
    expect(() => readPage({ first: 101 })).toThrow('expected "first" between 1 and 100, got 101');
    expect(() => readPage({ first: 0 })).toThrow('expected "first" between 1 and 100, got 0');
  });

  it('lead from the end of one page to the next', () => {
    const page = toConnection(['a', 'b', 'c'], { limit: 2 }, (row) => [row, 'key']);
    expect(page.nodes).toEqual(['a', 'b']);
    expect(page.pageInfo.hasNextPage).toBe(true);
    expect(readPage({ after: page.pageInfo.endCursor }).after).toEqual(['b', 'key']);
  });

  it('tell that the last page is the last', () => {
    expect(toConnection([], { limit: 2 }, () => []).pageInfo).toEqual({
      hasNextPage: false,
      hasPreviousPage: false,
      startCursor: null,
      endCursor: null,
    });
    expect(toConnection(['a', 'b'], { limit: 2 }, (row) => [row]).pageInfo.hasNextPage).toBe(false);
  });

  it('name the first row of a page, and tell that a later page has one before it', () => {
    const first = toConnection(['a', 'b', 'c'], readPage({ first: 2 }), (row) => [row]);
    expect(first.pageInfo).toMatchObject({ hasPreviousPage: false, startCursor: first.edges[0]?.cursor });
    const second = toConnection(['c'], readPage({ first: 2, after: first.pageInfo.endCursor }), (row) => [
      row,
    ]);
    expect(second.pageInfo).toMatchObject({ hasPreviousPage: true, startCursor: second.edges[0]?.cursor });
  });

  it.each([
    '',
    'nonsense',
    Buffer.from('{"a":1}').toString('base64url'),
    Buffer.from('[1]').toString('base64url'),
  ])('refuse the cursor %j', (after) => {
    expect(() => readPage({ after })).toThrow('expected "after" to be the endCursor of an earlier page');
  });
});
