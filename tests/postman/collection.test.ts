import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, Kind, parse, validate } from 'graphql';

interface Request {
  readonly name: string;
  readonly request: {
    readonly url: { readonly raw: string };
    readonly body: {
      readonly graphql: {
        readonly query: string;
        readonly operationName: string;
        readonly variables: string;
      };
    };
  };
}
const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const collection: { item: { item: Request[] }[] } = JSON.parse(read('parterre.postman_collection.json'));
const requests = collection.item.flatMap(({ item }) => item);

describe('the postman collection', () => {
  it('sends only operations that the API answers, each by its name', () => {
    const api = buildSchema(read('../../contracts/api.graphql'));
    expect(requests.length).toBeGreaterThan(40);
    for (const { name, request } of requests) {
      const { query, operationName } = request.body.graphql;
      const document = parse(query);
      expect({ name, errors: validate(api, document) }).toEqual({ name, errors: [] });
      const names = document.definitions.flatMap((each) =>
        each.kind === Kind.OPERATION_DEFINITION ? [each.name?.value] : [],
      );
      expect(names).toEqual([operationName]);
    }
  });

  it('has a name for each request, by which it can be asked again', () => {
    expect(new Set(requests.map(({ name }) => name)).size).toBe(requests.length);
  });

  it('has names and keys of each run alone, and no address of its own', () => {
    for (const { name, request } of requests) {
      const { variables } = request.body.graphql;
      const fixed = [...variables.matchAll(/"(?:nickname|email|idempotencyKey)": "([^"]*)"/g)]
        .map(([, value]) => value ?? '')
        .filter((value) => !value.includes('{{run}}'));
      expect({ name, fixed, url: request.url.raw }).toEqual({ name, fixed: [], url: '{{BASE_URL}}/graphql' });
    }
  });
});
