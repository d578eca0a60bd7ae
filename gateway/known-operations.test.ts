import { describe, expect, it } from '@jest/globals';
import { createKnownOperations } from './known-operations.ts';
import { admittedOperation } from './testing/admitted-operation.ts';

const nameOf = (names: readonly string[], document: string) =>
  createKnownOperations(names).nameOf(admittedOperation(document).operation);

describe('the name of an operation', () => {
  it('is told when it is known', () => {
    expect(nameOf(['FindEvent'], 'query FindEvent { a }')).toBe('FindEvent');
  });

  it.each(['query MadeUp { a }', '{ a }', 'query constructor { a }'])('is "other" of %s', (document) => {
    expect(nameOf(['FindEvent'], document)).toBe('other');
  });

  it('is one of 500 at most: each is a series that is kept', () => {
    const names = (count: number) => Array.from({ length: count }, (_, index) => `N${index}`);
    expect(() => createKnownOperations(names(500))).not.toThrow();
    expect(() => createKnownOperations(names(501))).toThrow('got 501');
  });
});
