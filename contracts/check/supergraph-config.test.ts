import { describe, expect, it } from '@jest/globals';
import { readSupergraphConfig } from './supergraph-config.ts';

const sound = `# comment
federation_version: =2.14.4
subgraphs:
  users:
    routing_url: http://localhost:4101/graphql # where it listens
    schema:
      file: "./subgraphs/users/schema.graphql"
`;

describe('supergraph.yaml', () => {
  it('lists each subgraph with its address and its schema', () => {
    expect(readSupergraphConfig(sound)).toEqual([
      {
        name: 'users',
        routingUrl: 'http://localhost:4101/graphql',
        schemaFile: './subgraphs/users/schema.graphql',
      },
    ]);
  });

  it.each([
    ['a key that it does not know', `${sound}    colour: red\n`, 'supergraph.yaml:8: '],
    ['a line that is no key', `${sound}- users\n`, 'supergraph.yaml:8: '],
    ['a subgraph without a schema', 'subgraphs:\n  users:\n    routing_url: http://x\n', 'subgraph "users"'],
  ])('refuses %s', (_what, text, message) => {
    expect(() => readSupergraphConfig(text)).toThrow(message);
  });
});
