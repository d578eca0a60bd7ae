import { describe, expect, it } from '@jest/globals';
import { operationFile } from './operation-files.ts';

describe('an operation file', () => {
  it('holds one named operation', () => {
    expect(operationFile('me.graphql', 'query Me { me { id } }').name).toBe('Me');
  });

  it.each([
    [
      'two operations',
      'query A { a } query B { b }',
      'me.graphql: expected exactly one named operation, got 2',
    ],
    [
      'an operation without a name',
      '{ me { id } }',
      'me.graphql: expected exactly one named operation, got 1',
    ],
    ['what is no GraphQL', 'query Me {', 'me.graphql:1: Syntax Error'],
  ])('refuses %s', (_what, text, message) => {
    expect(() => operationFile('me.graphql', text)).toThrow(message);
  });
});
