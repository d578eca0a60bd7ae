import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, Kind, parse, validate } from 'graphql';
import { demoAdministrator, demoBuyers, demoOrganizer } from '../ops/launch/demo/accounts.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const readme = read('../README.md');

describe('the README', () => {
  it('shows only operations that the API answers', () => {
    const api = buildSchema(read('../contracts/api.graphql'));
    const documents = [...readme.matchAll(/```graphql\n(.*?)```/gs)].map(([, text]) => parse(text ?? ''));
    expect(documents.flatMap((document) => validate(api, document))).toEqual([]);
    const operations = documents
      .flatMap(({ definitions }) => definitions)
      .flatMap((each) => (each.kind === Kind.OPERATION_DEFINITION ? [each.operation] : []));
    expect(operations).toEqual(['query', 'subscription', 'mutation', 'mutation']);
  });

  it('names the demo accounts as they are', () => {
    for (const { email, password } of [demoAdministrator, demoOrganizer, ...demoBuyers]) {
      expect(readme).toMatch(new RegExp(`${email} \\| ${password} \\|`));
    }
  });
});
