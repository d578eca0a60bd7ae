import { describe, expect, it } from '@jest/globals';
import type { ContractState } from './checked.ts';
import { soundState, withSchema } from './fixture.ts';
import { withoutField } from './fixture-schemas.ts';
import { type OperationFile, operationFile } from './operation-files.ts';
import { publicOperations } from './public-operations.ts';

const me = operationFile('contracts/operations/clients/me.graphql', 'query Me { me { id email } }');
const moon = operationFile('contracts/operations/clients/moon.graphql', 'query Moon { moon { phase } }');
const hold = operationFile(
  'contracts/operations/web/hold.graphql',
  'mutation Hold($input: HoldSeatsInput!) { holdSeats(input: $input) { userErrors { message } } }',
);

describe('public operations', () => {
  it('accepts saved operations that the API answers', () => {
    expect(breaches(soundState(), [me])).toEqual([]);
  });

  it('refuses to take a field away that a saved client asks for', () => {
    const planted = withSchema(soundState(), 'users', withoutField('User', 'email'));
    expect(breaches(planted, [me])).toEqual([
      'contracts/operations/clients/me.graphql:1: Cannot query field "email" on type "User". ' +
        'Put back in the API what it asks for.',
    ]);
  });

  it('refuses an operation of the web app that asks for what only subgraphs may call', async () => {
    const [breach] = await breaches(soundState(), [hold]);
    expect(breach).toContain('contracts/operations/web/hold.graphql');
  });

  it('lets an operation of a later issue wait on the list, and nowhere else', async () => {
    expect(await breaches(soundState(), [moon])).toHaveLength(1);
    expect(await breaches(soundState(), [moon], ['Moon'])).toEqual([]);
  });

  it('refuses a list that holds what works by now, or what nobody saved', () => {
    expect(breaches(soundState(), [me], ['Me', 'Sun'])).toEqual([
      'contracts/operations/clients/pending.json: Me works by now; take it off the list',
      'contracts/operations/clients/pending.json: Sun names no saved operation; take it off the list',
    ]);
  });
});

function breaches(
  state: ContractState,
  operations: readonly OperationFile[],
  pending: readonly string[] = [],
) {
  return publicOperations.breaches({ ...state, operations, pending });
}
