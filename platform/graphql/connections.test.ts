import { describe, expect, it } from '@jest/globals';
import { newId } from '../kernel/ids.ts';
import { byId, byTimeAndId, readPage, toConnection } from './connections.ts';

/** A list whose cursors may hold anything. */
const parts = (...all: readonly string[]) => all;

describe('connections', () => {
  it('give twenty rows unless asked otherwise, and at most a hundred', () => {
    expect(readPage({}, parts)).toEqual({ limit: 20, after: null });
    expect(readPage({ first: 100, after: null }, parts)).toEqual({ limit: 100, after: null });
    expect(() => readPage({ first: 101 }, parts)).toThrow('expected "first" between 1 and 100, got 101');
    expect(() => readPage({ first: 0 }, parts)).toThrow('expected "first" between 1 and 100, got 0');
  });

  it('lead from the end of one page to the next', () => {
    const page = toConnection(['a', 'b', 'c'], { limit: 2 }, (row) => [row, 'key']);
    expect(page.nodes).toEqual(['a', 'b']);
    expect(page.pageInfo.hasNextPage).toBe(true);
    expect(readPage({ after: page.pageInfo.endCursor }, parts).after).toEqual(['b', 'key']);
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
    const first = toConnection(['a', 'b', 'c'], readPage({ first: 2 }, parts), (row) => [row]);
    expect(first.pageInfo).toMatchObject({ hasPreviousPage: false, startCursor: first.edges[0]?.cursor });
    const second = toConnection(
      ['c'],
      readPage({ first: 2, after: first.pageInfo.endCursor }, parts),
      (row) => [row],
    );
    expect(second.pageInfo).toMatchObject({ hasPreviousPage: true, startCursor: second.edges[0]?.cursor });
  });

  it.each([
    '',
    'nonsense',
    Buffer.from('{"a":1}').toString('base64url'),
    Buffer.from('[1]').toString('base64url'),
  ])('refuse the cursor %j', (after) => {
    expect(() => readPage({ after }, parts)).toThrow(
      'expected "after" to be the endCursor of an earlier page',
    );
  });

  it('are sorted by id, or by a time and an id, and refuse what is no place in such a list', () => {
    const id = newId();
    const time = new Date('2027-03-01T18:30:00.000Z');
    const cursor = (...key: string[]) => toConnection([key], { limit: 1 }, () => key).pageInfo.endCursor;
    expect(readPage({ after: cursor(id) }, byId).after).toBe(id);
    expect(readPage({ after: cursor(time.toISOString(), id) }, byTimeAndId).after).toEqual({ time, id });
    for (const wrong of [['x'], [], [id, id], [time.toISOString(), 'x'], ['yesterday', id]]) {
      expect(() => readPage({ after: cursor(...wrong) }, byId)).toThrow('expected "after"');
      expect(() => readPage({ after: cursor(...wrong) }, byTimeAndId)).toThrow('expected "after"');
    }
    expect(() => readPage({ after: cursor(time.toISOString(), id, 'more') }, byTimeAndId)).toThrow('"after"');
  });
});
