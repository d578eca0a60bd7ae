import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

describe('the demo', () => {
  it('asks for nothing that the public API does not have', () => {
    const api = buildSchema(read('../../../contracts/api.graphql'));
    expect(validate(api, parse(read('./operations.graphql')))).toEqual([]);
  });
});
