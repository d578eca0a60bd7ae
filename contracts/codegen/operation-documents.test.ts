import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { operationFile } from '../check/operation-files.ts';
import { operationDocuments } from './operation-documents.ts';

const cloakroom = parse(`
  scalar DateTime
  type Mutation { hangCoat(input: HangCoatInput!): Coat @inaccessible }
  input HangCoatInput @inaccessible { colour: String! }
  type Coat { id: ID! hungAt: DateTime! }
`);
const hats = parse('type Mutation { hangHat: Boolean } type Coat { hat: ID }');
const hangCoat = operationFile(
  'contracts/operations/tickets/hang-coat.graphql',
  'mutation HangCoat($input: HangCoatInput!) { hangCoat(input: $input) { id hungAt hat } }',
);
const hangUmbrella = operationFile(
  'contracts/operations/tickets/hang-umbrella.graphql',
  'mutation HangUmbrella { hangUmbrella }',
);

describe('operation documents', () => {
  it('are typed against all subgraphs together, inaccessible fields included', async () => {
    const { file, faults } = await operationDocuments('tickets', [hangCoat], [cloakroom, hats]);
    expect(faults).toEqual([]);
    expect(file?.path).toBe('contracts/operations/tickets.generated.ts');
    expect(file?.content).toContain('export const HangCoatDocument = {"kind":"Document"');
    expect(file?.content).toContain(
      'as unknown as DocumentNode<HangCoatMutation, HangCoatMutationVariables>;',
    );
  });

  it('know a date as the text that it is on the wire', async () => {
    const { file } = await operationDocuments('tickets', [hangCoat], [cloakroom, hats]);
    expect(file?.content).toContain('readonly hungAt: string');
  });

  it('leave out what nobody answers, and say so', async () => {
    const { file, faults } = await operationDocuments('tickets', [hangCoat, hangUmbrella], [cloakroom, hats]);
    expect(file?.content).not.toContain('HangUmbrella');
    expect(faults).toEqual([
      expect.stringContaining(
        'contracts/operations/tickets/hang-umbrella.graphql: Cannot query field "hangUmbrella"',
      ),
    ]);
  });
});
