import { describe, expect, it } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { readResult } from './read-result.ts';

describe('a result that comes over the wire', () => {
  it.each([
    ['nothing', undefined],
    ['a text', 'ok'],
    ['a list', [{ data: {} }]],
    ['an object of another kind', { status: 'ok' }],
    ['data that is no object', { data: 'all of it' }],
    ['data that is a list', { data: [] }],
    ['an empty list of errors', { data: null, errors: [] }],
    ['errors that are no list', { errors: 'many' }],
  ])('is none when it is %s', (_what, value) => {
    expect(readResult(value)).toBeUndefined();
  });

  it('keeps data, extensions, and of errors what the specification knows', () => {
    const error = { message: 'no', path: ['a', 0], extensions: { code: 'FORBIDDEN' }, stack: 'at /srv/x.ts' };
    const result = readResult({ data: { a: null }, errors: [error], extensions: { cursor: '1' }, more: 1 });
    expect(result).toEqual({
      data: { a: null },
      errors: [new GraphQLError('no', { path: ['a', 0], extensions: { code: 'FORBIDDEN' } })],
      extensions: { cursor: '1' },
    });
    expect(JSON.stringify(result)).not.toContain('/srv');
  });

  it('makes an error of whatever stands among errors', () => {
    const { errors } =
      readResult({ errors: [null, 'broken', { message: 5, path: 'a.b', extensions: [] }] }) ?? {};
    expect(errors?.map(({ message, path, extensions }) => ({ message, path, extensions }))).toEqual(
      Array.from({ length: 3 }, () => ({ message: '', path: undefined, extensions: {} })),
    );
  });
});
