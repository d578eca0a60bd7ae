import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { subgraphNames } from '@parterre/contracts/kernel/caller.ts';
import { parse } from 'graphql';
import { namedCodes, readUseCases } from './refusal-codes.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const refusedCodes = readUseCases(root, subgraphNames);
const schemaOf = (subgraph: string) =>
  readFileSync(new URL(`../../subgraphs/${subgraph}/schema.graphql`, import.meta.url), 'utf8');

/** One message for each code that a mutation can answer and its error type does not name, and the other way round. */
function faults(subgraph: string, schema: string): string[] {
  const named = namedCodes(parse(schema));
  const refused = refusedCodes(subgraph, [...named.keys()]);
  return [...named].flatMap(([mutation, codes]) => {
    // What an operator does is the platform's, the same in each subgraph: it has no use case here.
    if (/DeadLetter$/.test(mutation)) return [];
    const answered = refused.get(mutation);
    if (!answered) return [`${mutation}: its use case does not say which codes it has`];
    return [
      ...missingIn(codes, answered).map((code) => `${mutation} answers ${code} and does not name it`),
      ...missingIn(answered, codes).map((code) => `${mutation} names ${code} and never answers it`),
    ];
  });
}

const missingIn = (known: ReadonlySet<string>, codes: ReadonlySet<string>) =>
  [...codes].filter((code) => !known.has(code));

describe('the reasons that an error type names', () => {
  it.each(['users', 'events', 'payments', 'loyalty', 'notifications'])(
    'are those that the use cases of %s have',
    (subgraph) => expect(faults(subgraph, schemaOf(subgraph))).toEqual([]),
  );

  it('are named in tickets, whose outcomes come from the database as texts', () => {
    const named = namedCodes(parse(schemaOf('tickets')));
    const untyped = ['createBooking', 'payBooking', 'cancelBooking', 'refundTickets'];
    const typed = refusedCodes('tickets', [...named.keys()]);
    expect([...typed].flatMap(([mutation, codes]) => (codes ? [] : mutation)).sort()).toEqual(untyped.sort());
    expect(typed.get('checkInTicket')).toEqual(named.get('checkInTicket'));
    for (const mutation of untyped) expect(named.get(mutation)).toContain('IDEMPOTENCY_KEY_REUSED');
  });

  it.each([
    [
      'is left out',
      (text: string) => text.replace(/^ *- `WRONG_PASSWORD`: .*\n/m, ''),
      'and does not name it',
    ],
    [
      'is no longer answered',
      (text: string) => text.replace('- `WRONG_PASSWORD`', '- `OLD`: x.\n  - `WRONG_PASSWORD`'),
      'changePassword names OLD and never answers it',
    ],
  ])('are told where one %s', (_what, plant, fault) => {
    expect(faults('users', plant(schemaOf('users')))).toEqual([expect.stringContaining(fault)]);
  });
});
