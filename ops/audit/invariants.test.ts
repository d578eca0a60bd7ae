import { describe, expect, it } from '@jest/globals';
import { subgraphNames } from '@parterre/contracts/kernel/caller.ts';
import { readInvariants } from './invariants.ts';

describe('invariants.sql', () => {
  const { invariants, inFlight } = readInvariants();
  const byNumber = (number: string) => invariants.find((each) => each.number === number);

  it('has every invariant once, by its number', () => {
    const numbers = invariants.map(({ number }) => number);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(new Set(numbers.map((number) => Number.parseInt(number, 10)))).toEqual(
      new Set([1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 12, 13]),
    );
  });

  it('is read to the last statement', () => {
    expect(inFlight).toMatchObject({ in: 'tickets', sql: expect.stringContaining('$1') });
    expect(byNumber('2a')?.looks).toMatchObject([
      { kind: 'the same', one: { in: 'events' }, other: { in: 'tickets' } },
    ]);
    expect(byNumber('7b')?.looks).toMatchObject([
      { kind: 'right', told: { in: 'payments' }, right: { in: 'tickets' } },
    ]);
    expect(byNumber('13b')?.looks.map((look) => look.kind === 'finds nothing' && look.in)).toEqual(
      subgraphNames,
    );
    expect(byNumber('12')).toMatchObject({
      title: 'The statistics, made from facts alone, are what the books of tickets say, to the unit.',
      after: { subgraph: 'analytics', group: 'analytics.count-sales' },
    });
  });

  it('has no semicolon within a statement, which is asked for as a part of another', () => {
    const statements = invariants.flatMap(({ looks }) =>
      looks.flatMap((look) => {
        if (look.kind === 'finds nothing') return [look.sql];
        return look.kind === 'right' ? [look.told.sql, look.right.sql] : [look.one.sql, look.other.sql];
      }),
    );
    expect(statements.filter((sql) => sql.includes(';') || sql.includes('--'))).toEqual([]);
  });
});
